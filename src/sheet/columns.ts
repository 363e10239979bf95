import type { ColumnKey } from '../rules/application';

/** A column of annex 2: its header as printed, and what else real files call it. */
export interface SheetColumn {
  readonly key: ColumnKey;
  readonly header: string;
  readonly aliases: readonly string[];
  /** Width in the official layout, in characters of the default font. */
  readonly width: number;
  /** For a 证书编码 column: the column that it follows, since three headers are the same. */
  readonly follows?: ColumnKey;
}

const column = (
  key: ColumnKey,
  header: string,
  width: number,
  aliases: readonly string[] = [],
  follows?: ColumnKey,
): SheetColumn =>
  follows === undefined ? { key, header, aliases, width } : { key, header, aliases, width, follows };

/** The three columns of this name are told apart by the column before them. */
export const CERTIFICATE_NUMBER_HEADERS: readonly string[] = [
  '证书编码',
  '证书编号',
  '证书号码',
  '证书号',
  '编码',
  '编号',
];

/** The 27 columns in the printed order (附件2). */
export const COLUMNS: readonly SheetColumn[] = [
  column('submittedOn', '提交时间', 11, [
    '提交日期',
    '填报时间',
    '填报日期',
    '申报时间',
    '申报日期',
    '报送时间',
    '报送日期',
  ]),
  column('institution', '评价机构名称', 18, [
    '评价机构',
    '机构名称',
    '所在评价机构名称',
    '所在评价机构',
    '职业技能鉴定评价机构',
    '申报机构',
    '申报机构名称',
    '鉴定机构名称',
    '填报单位',
    '申报单位',
  ]),
  column('institutionTier', '机构类别（央企在渝分支、市级、区级）', 8, [
    '机构类别',
    '机构类型',
    '机构级别',
    '评价机构类别',
  ]),
  column('idType', '证件类型', 11, ['证件种类', '证件名称', '证件类别']),
  column('idNumber', '身份证号码', 20, [
    '身份证号',
    '身份证',
    '证件号码',
    '证件号',
    '证件编号',
    '证件编码',
    '公民身份号码',
    '居民身份证号码',
    '居民身份证号',
    '身份证件号码',
  ]),
  column('sex', '性别', 4),
  column('name', '姓名', 8, ['申报人姓名', '申报人', '考评员姓名', '考评人员姓名']),
  column('ethnicity', '民族', 6, ['民族名称']),
  column('education', '文化程度', 8, ['学历', '最高学历', '学历层次']),
  column('politicalStatus', '政治面貌', 8, ['政治面目', '党派']),
  column('position', '职务/岗位', 9, ['职务', '岗位', '职务岗位', '现任职务', '职务或岗位']),
  column('title', '职称', 9, ['专业技术职务', '技术职称', '专业技术职称', '职称名称']),
  column('employer', '所在单位', 18, [
    '工作单位',
    '单位',
    '单位名称',
    '所在单位名称',
    '工作单位名称',
    '所在工作单位',
    '现工作单位',
  ]),
  column('workYears', '工龄', 5, ['工作年限', '参加工作年限', '总工龄', '工龄（年）']),
  column('phone', '联系电话', 13, [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '电话号码',
    '联系手机',
    '本人联系电话',
  ]),
  column('occupationYears', '本职业或相关职业任职年限', 7, [
    '本职业任职年限',
    '任职年限',
    '本职业年限',
    '从业年限',
    '本职业或相关职业年限',
    '本职业（相关职业）任职年限',
    '专业工龄',
    '本职业工作年限',
    '从事本职业年限',
    '从事本职业工作年限',
    '从事本职业或相关职业年限',
    '从事本职业或相关职业工作年限',
  ]),
  column('skillCertificate', '已取得职业资格或等级认定证书工种', 15, [
    '已取得职业资格或等级认定证书',
    '已取得职业资格或技能等级证书工种',
    '已取得职业资格证书工种',
    '已取得技能等级证书工种',
    '职业资格或等级认定证书工种',
    '已取得职业资格证书职业名称',
    '已取得技能等级证书职业名称',
    '职业技能等级证书',
    '职业资格证书',
    '技能等级证书',
    '职业资格证书或技能等级证书',
    '职业资格证书名称',
    '技能等级证书名称',
    '职业技能等级证书名称',
  ]),
  column(
    'skillCertificateNo',
    '证书编码',
    25,
    [
      '职业资格证书编码',
      '技能等级证书编码',
      '职业资格证书编号',
      '技能等级证书编号',
      '技能证书编码',
      '技能证书编号',
      '等级证书编号',
    ],
    'skillCertificate',
  ),
  column('titleCertificate', '已取得职称证书', 15, [
    '职称证书',
    '已取得职称证书名称',
    '已取得专业技术职务证书名称',
    '专业技术职务证书',
    '已取得专业技术职称证书',
  ]),
  column(
    'titleCertificateNo',
    '证书编码',
    16,
    ['职称证书编码', '职称证书编号', '职称证编号', '专业技术职务证书编号'],
    'titleCertificate',
  ),
  column('assessorCard', '已取得考评人员证卡职业（工种）', 14, [
    '已取得考评人员证卡',
    '已取得考评员证卡职业（工种）',
    '已取得考评员证卡',
    '考评人员证卡职业（工种）',
    '考评员证卡',
    '考评员证',
    '已取得考评员证职业（工种）',
  ]),
  column(
    'assessorCardNo',
    '证书编码',
    16,
    [
      '考评员证编码',
      '考评员证编号',
      '考评人员证卡编码',
      '考评人员证卡编号',
      '证卡编码',
      '证卡编号',
      '考评员证卡编码',
      '考评员证卡编号',
      '考评员证书编码',
      '考评员证书编号',
      '考评人员证书编码',
      '考评人员证书编号',
    ],
    'assessorCard',
  ),
  column('trained', '是否参加过考评人员业务培训', 7, [
    '是否参加过考评员业务培训',
    '是否参加过业务培训',
    '是否参加过培训',
    '是否培训',
    '业务培训',
  ]),
  column('level', '申报考评员等级', 11, [
    '申报等级',
    '申报级别',
    '考评员等级',
    '考评员级别',
    '申报考评员级别',
    '申报考评人员等级',
    '申报类型',
  ]),
  column('occupationName', '申报职业（工种）名称', 15, [
    '申报职业名称',
    '申报工种名称',
    '申报职业',
    '申报工种',
    '申报职业工种',
    '申报考评职业（工种）',
    '申报考评职业',
    '职业（工种）名称',
    '职业名称',
  ]),
  column('occupationCode', '申报职业编码（考评员和高级考评员）专项考评员填写所属职业领域', 14, [
    '申报职业编码',
    '申报职业代码',
    '职业编码',
    '职业代码',
    '申报职业编码或所属职业领域',
    '申报职业编码（考评员和高级考评员）',
    '所属职业领域',
    '职业领域',
  ]),
  column('category', '申报职业类别', 9, ['职业类别', '申报类别', '申报职业大类', '职业大类']),
];

const BY_KEY: ReadonlyMap<ColumnKey, SheetColumn> = new Map(COLUMNS.map((each) => [each.key, each]));

/** The printed header of a column. The three 证书编码 say what they belong to, so that a person can tell them apart. */
export function headerOf(key: ColumnKey): string {
  const found = BY_KEY.get(key);
  if (found === undefined) return key;
  const owner = found.follows === undefined ? undefined : BY_KEY.get(found.follows);
  return owner === undefined ? found.header : `${found.header}（${owner.header}）`;
}
