import type { RuleName } from '../../src/rules/finding';

/** What an official wants to know of a rule (design §6). */
export interface RuleNote {
  readonly title: string;
  /** The clauses of the notice in force, or the standard, that it rests on. */
  readonly basis: string;
  readonly when: string;
}

export const RULE_NOTES: Readonly<Record<RuleName, RuleNote>> = {
  'cell.required': {
    title: '必填项空着',
    basis: '附件1备注3',
    when: '单元格空着，或只有空格。只有第11、12栏和第17至22栏可以填“无”，软件会建议；第27栏通知没有写填什么，只提醒。公式另由 cell.formula 报告；表里没有的栏由 sheet.missing-column 报告。',
  },
  'cell.untidy': {
    title: '书写不整齐',
    basis: '书写规范',
    when: '有多余的空格（首尾、连续、汉字之间、数字和编码之间）、全角数字和字母、看不见的字符、不该有的换行，身份证末位写成小写 x 或 ×。外文姓名中的单个空格、日期与时间之间的空格、几个证书之间的换行不算。可自动修正，不改变含义。',
  },
  'cell.formula': {
    title: '公式或错误值',
    basis: '三-电子表',
    when: '单元格是公式或 #N/A 之类的错误值。报送的表应为固定内容；导出时写当前结果。',
  },
  'date.invalid': {
    title: '提交时间不是日期',
    basis: '附件2第1栏',
    when: '读不出是哪一天。Excel 日期、日期序号、2025-3-26、2025/3/26、2025.3.26、2025年3月26日、20250326 都可以，后面有没有时间都可以。',
  },
  'date.outside-window': {
    title: '提交时间不在受理期',
    basis: '六（三）',
    when: '不是六（三）所写受理期内的工作日（见第五部分）。调休上班的周末算工作日。',
  },
  'choice.unknown': {
    title: '不在可选内容之中',
    basis: '附件2；GB/T 3304、GB/T 4762、GB/T 4658',
    when: '第3、4、6、8、9、10、23、24栏填的不在名单里。知道是名单中哪一项的别的写法，只提醒并给出名单的写法；否则为错误。',
  },
  'id.damaged': {
    title: '身份证号码丢失位数',
    basis: 'GB 11643-1999',
    when: '居民身份证号码是数字单元格、科学计数法，或末三位被 Excel 置零。丢失的位数不能还原，软件从不猜测。',
  },
  'id.length': {
    title: '身份证号码位数不对',
    basis: 'GB 11643-1999',
    when: '不是18位。15位旧号会换算成18位，供核对。',
  },
  'id.characters': {
    title: '身份证号码含有别的字符',
    basis: 'GB 11643-1999',
    when: '不是17位数字加1位数字或X。',
  },
  'id.date': {
    title: '身份证号码的出生日期不对',
    basis: 'GB 11643-1999',
    when: '第7至14位不是一个日期，或尚未到来。',
  },
  'id.checksum': {
    title: '身份证号码校验码不对',
    basis: 'GB 11643-1999',
    when: '第18位与前17位算出的校验码不同。',
  },
  'id.region': {
    title: '身份证号码的地区代码不存在',
    basis: 'GB/T 2260',
    when: '前6位从未用作地区代码（1981年以来的，包括重庆直辖以前的）。只提醒。',
  },
  'id.sex': {
    title: '性别与身份证号码不符',
    basis: 'GB 11643-1999',
    when: '第6栏与号码第17位（单数为男、双数为女）不同。号码本身有错时不比较。',
  },
  'name.characters': {
    title: '姓名书写',
    basis: '附件2第7栏',
    when: '姓名含有数字、问号一类的符号，汉字中混有拉丁字母，间隔号不是“·”，像是两个姓名，或填的是“同上”“待定”之类。',
  },
  'phone.invalid': {
    title: '联系电话不对',
    basis: '附件2第15栏',
    when: '不是手机号码，也不是带区号的固定电话。可带 +86、分机；两个号码可用顿号分开。8位号码建议加区号 023。',
  },
  'years.invalid': {
    title: '年数写法',
    basis: '附件2第14、16栏',
    when: '第14、16栏不是年数。小数可以；“5年”“五年”可自动改为 5；“5年以上”之类不确切的，给出数字由人确认，确认前按待核实判断。',
  },
  'years.order': { title: '任职年限多于工龄', basis: '附件2第14、16栏', when: '第16栏大于第14栏。' },
  'years.age': {
    title: '工龄与年龄不符',
    basis: '劳动法第十五条',
    when: '第14栏的整年数大于年龄减16。年龄算到提交时间。',
  },
  'certificate.pair': {
    title: '证书与编码不成对',
    basis: '附件2第17至22栏',
    when: '第17与18、19与20、21与22栏一边填写、一边空着或填“无”，或个数不同。报在缺少的一边。几个职业一张证卡的，只提醒。',
  },
  'certificate.number-damaged': {
    title: '证书编码丢失位数',
    basis: '附件2第18、20、22栏',
    when: '第18、20、22栏是超过15位的数字单元格，或科学计数法。',
  },
  'certificate.format': {
    title: '证书编码格式不常见',
    basis: '职业技能等级证书编码规则',
    when: '第18栏不是22位技能等级证书编码，也不是16位原职业资格证书编码。职称证书和证卡的编码没有统一格式，不检查。',
  },
  'certificate.level': {
    title: '证书等级与编码不符',
    basis: '职业技能等级证书编码规则',
    when: '第17栏所写等级与第18栏编码所示等级不同（22位看第16位，16位看第11位），且单元格只有一个证书。',
  },
  'occupation.unknown': {
    title: '职业查不到',
    basis: '六（一）',
    when: '第25栏名称和第26栏编码都不在职业目录中。',
  },
  'occupation.code-format': {
    title: '职业编码书写',
    basis: '附件2第26栏',
    when: '第26栏不是 N-NN-NN-NN。横线、少写的零可自动改正；改正后与名称不合的，由人确认。专项考评员填职业领域，不检查。',
  },
  'occupation.mismatch': {
    title: '名称与编码不一致',
    basis: '附件2第25、26栏、附件1备注1',
    when: '第25栏与第26栏是不同的职业。只有编码查得到时，以编码为准，只提醒。工种名、旧名称换算成现行编码后再比；职业后可括注工种。第25栏填了几个职业的，请分行填写。',
  },
  'occupation.misprint': {
    title: '照通知印误填写',
    basis: '附件3、附件4、附件5印误',
    when: '名称和编码与通知附件所印一致，而印件有误（见第六部分）。照填不算错误，提醒现行编码。',
  },
  'ability.unknown': {
    title: '专项职业能力不在附件5',
    basis: '附件5',
    when: '申报专项考评员，而第25栏不是附件5的能力。',
  },
  'ability.field': {
    title: '职业领域不对',
    basis: '附件2第26栏、附件5',
    when: '申报专项考评员，而第26栏不是该能力所属的职业领域（附件5所印名称和现行名称都可以）。',
  },
  'person.limit': {
    title: '申报职业过多',
    basis: '六（二）2',
    when: '同一身份证号码在一份表里申报的职业超过六（二）2所定个数（专项按能力计）。每一行都报告。',
  },
  'person.duplicate': {
    title: '重复申报',
    basis: '六（二）2',
    when: '同一身份证号码两行申报同一职业，等级不同也算。专项能力与职业不算重复；同一职业的不同工种列为待核实。',
  },
  'person.conflict': {
    title: '一个号码两个姓名',
    basis: '附件2第5、7栏',
    when: '同一身份证号码的行，姓名不同。另一姓名在同一文件的另一张表里的，只提醒：那可能是往年的表。',
  },
  'person.shared-phone': { title: '电话共用', basis: '附件2第15栏', when: '一个电话由几个人填写。' },
  'certificate.reused': {
    title: '证书编码重复',
    basis: '附件2第18、20、22栏',
    when: '一个证书编码由几个人填写。',
  },
  'institution.inconsistent': {
    title: '评价机构名称不一',
    basis: '三-机构初审',
    when: '一份表里有几个评价机构名称。报在少数的行上，合并的单元格只报一次。',
  },
  'eligibility.unmet': {
    title: '不符合申报条件',
    basis: '二（一）3、二（二）、六（二）3',
    when: '汇总表所填内容说明某一条不符合。每条一次，报在起决定作用的单元格上。',
  },
  'eligibility.unknown': {
    title: '申报条件待核实',
    basis: '一（一）、二（一）3、二（二）、六（一）、六（二）2、六（二）3',
    when: '汇总表不能认定某一条，写明要附什么材料。',
  },
  'occupation.over-50': {
    title: '一个职业申报人数多',
    basis: '附件6注',
    when: '一份表里同一职业（专项按能力）的行数超过附件6注所定人数，将单独组织考核认证。恰好等于的不报。',
  },
  'sheet.missing-column': {
    title: '缺少一栏',
    basis: '附件2表样',
    when: '表头里没有27栏中的某一栏。靠它认定的条件列为待核实。',
  },
  'sheet.ambiguous-column': {
    title: '表头分不清',
    basis: '附件2表样',
    when: '一个表头可能是几栏，或几列都像同一栏。不猜。',
  },
  'sheet.no-header': {
    title: '没有表头',
    basis: '附件2表样',
    when: '前20行找不到《考评人员申报汇总表》的表头。',
  },
  'sheet.hidden-row': { title: '隐藏的行', basis: '附件2表样', when: '行被隐藏或筛选掉了。仍然检查。' },
  'sheet.merged': {
    title: '合并单元格',
    basis: '附件2表样',
    when: '数据区有上下合并的单元格。各行按同一内容检查。',
  },
  'sheet.skipped-row': {
    title: '没有读取的行',
    basis: '附件2表样',
    when: '一行有内容，而姓名、身份证号码、申报职业都空着；或是示例、填写说明、一个人的合并单元格里的第二行；或表中间另有一行次序不同的表头。不猜。',
  },
  'sheet.footer': {
    title: '表尾',
    basis: '附件2表样',
    when: '没有“填报单位（加盖公章）、联系人、联系电话”一行，或表尾之后还有人员。',
  },
};
