import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { minorClasses } from '../../src/rules/reference/occupations';
import { skillLevelName } from '../../src/rules/skill-level';
import { RULEBOOK } from './judged';
import { blocks, table } from './markdown';
import { columnLabel } from './written-row';
import { COLUMN_KEYS } from '../../src/rules/application';

const { parameters } = notice;
const { requirements, employer, window, none } = parameters;
const years = (count: number): string => `${String(count)} 年`;
const list = (texts: readonly string[]): string => texts.join('、');

const tradeText = requirements.safety.trades
  .map(
    ({ name, codes, doubtful }) =>
      `${name} ${list(codes)}${doubtful.length === 0 ? '' : `（两可：${list(doubtful)}）`}`,
  )
  .join('；');
const noneColumns = COLUMN_KEYS.filter((key) => none.columns.includes(key)).map(columnLabel);

const ROWS: readonly (readonly [what: string, value: string, clause: string])[] = [
  ['文号', parameters.documentNumber, '发文字号'],
  ['年度', String(parameters.year), '标题'],
  ['印发日期', parameters.issued, '印发'],
  ...parameters.levels.flatMap(({ name, aliases, fee, clause }): (typeof ROWS)[number][] => [
    [`${name}收费`, `${String(fee)} 元/人/职业（工种）`, clause],
    [`${name}的别的写法`, list(aliases), '附件2第24栏'],
  ]),
  ['男性年龄', `不超 ${String(parameters.age.male)} 周岁`, parameters.age.clause],
  ['女性年龄', `不超 ${String(parameters.age.female)} 周岁`, parameters.age.clause],
  [
    '高级考评员',
    `本职业或相关职业 ${skillLevelName(requirements.senior.skill.level)} 及以上，或职称 ${requirements.senior.title} 及以上；本职业考评员资格；执行考评任务 ${years(requirements.senior.dutyYears)}`,
    requirements.senior.clause,
  ],
  [
    '考评员',
    `本职业 ${skillLevelName(requirements.assessor.skill.level)} 及以上，或职称 ${requirements.assessor.title} 及以上；${years(requirements.assessor.years)}`,
    requirements.assessor.clause,
  ],
  [
    '安全类职业的考评员',
    `本职业 ${skillLevelName(requirements.safety.skill.level)} 及以上；${years(requirements.safety.years)}`,
    requirements.safety.clause,
  ],
  ['安全类职业', tradeText, requirements.safety.clause],
  [
    '专项职业能力考核考评员',
    `本职业或相关职业 ${skillLevelName(requirements.special.skill.level)} 及以上，或职称 ${requirements.special.title} 及以上满 ${years(requirements.special.titleYears)}，且 ${years(requirements.special.years)}；或 ${years(requirements.special.craftYears)} 且为能工巧匠`,
    requirements.special.clause,
  ],
  ['新职业', list(parameters.relaxation.editions), parameters.relaxation.clause],
  ['换证：有效期不足', `${String(parameters.renewal.monthsLeft)} 个月`, parameters.renewal.clause],
  ['证卡有效期', years(parameters.renewal.cardYears), '四-证卡有效期'],
  ['申报职业的大类', `第 ${list(parameters.scope.majors.map(String))} 大类`, parameters.scope.clause],
  [
    '每人每次',
    `不超 ${String(parameters.perPerson.occupations)} 个职业（工种）`,
    parameters.perPerson.clause,
  ],
  [
    '人力资源社会保障部门',
    `名称含 ${list(employer.departments)} 之一，后接 ${list(employer.organs)}；以及 ${list(employer.namedOrgans)}`,
    employer.clause,
  ],
  [
    '是否部门须核实的单位',
    `名称含 ${list([...employer.departments, ...employer.unitWords])} 之一，以 ${list(employer.unitEndings)} 结尾；以及 ${list(employer.namedUnits)}`,
    employer.clause,
  ],
  [
    '是否已经退休须核实',
    `部门名称前有“${employer.formerPrefix}”，或写明 ${list(employer.former)}`,
    employer.clause,
  ],
  ['不属部门的单位', `名称含 ${list(employer.exempt)} 之一`, employer.clause],
  [
    '受理期',
    `${String(parameters.year)}年${String(window.firstMonth)}月至${String(window.lastMonth)}月，每月${String(window.firstDay)}日至${String(window.lastDay)}日的工作日`,
    window.clause,
  ],
  ['反馈审核结果', `${String(parameters.feedback.workingDays)} 个工作日`, parameters.feedback.clause],
  [
    '单独组织',
    `一个职业超过 ${String(parameters.separateSession.moreThan)} 人`,
    parameters.separateSession.clause,
  ],
  ['机构类别', list(parameters.tiers.values), parameters.tiers.clause],
  ['“无”的别的写法', list(none.aliases), none.clause],
  ['可填“无”的栏', list(noneColumns), none.clause],
  [
    '登记照',
    `${parameters.photo.background}，${parameters.photo.size}，不小于 ${String(parameters.photo.minimumKilobytes)} KB，以${parameters.photo.name}命名`,
    parameters.photo.clause,
  ],
];

const occupationText = (code: string): string =>
  `${RULEBOOK.catalogue.occupation(code)?.name ?? ''} ${code}`.trim();
const classText = (prefix: string): string =>
  `${minorClasses.find(([code]) => code === prefix)?.[1] ?? ''} ${prefix}`.trim();

const sessionRows = notice.sessions.map(
  ({ clause, months, period, names, prefixes, codes, digital, rest }) => [
    clause,
    `${months.map((month) => `${String(month)}月`).join('、')}${period}`,
    [
      names.length === 0 ? '' : `列出名称的：${list(names)}`,
      prefixes.length === 0 ? '' : `小类：${list(prefixes.map(classText))}`,
      codes.length === 0 ? '' : `职业：${list(codes.map(occupationText))}`,
      digital ? `附件${String(notice.parameters.annexes.digital)}全部` : '',
      rest.length === 0 ? '' : `其他第 ${list(rest.map(String))} 大类`,
    ]
      .filter((text) => text !== '')
      .join('；'),
  ],
);

const TAGS: Readonly<Record<string, string>> = {
  local: '地方特色',
  traditional: '传统特色',
  rural: '乡村特色',
  heritage: '非物质文化遗产',
  'ethnic craft': '民族技艺',
};

const tagRows = notice.abilityTags.map(({ seq, name, tags }) => [
  String(seq),
  name,
  list(tags.map((tag) => TAGS[tag] ?? tag)),
]);

/** 五: every number and list of the notice that the rules use, beside the sentence that states it. */
export const parametersSection = (): string =>
  blocks(
    '## 五、参数',
    table(['参数', '取值', '条文'], ROWS),
    '### 考核认证的两组职业',
    table(['条文', '月份', '包括'], sessionRows),
    '### 可适当调整条件的专项职业能力',
    '二（二）5 所说“地方传统特色、乡村特色，非物质文化遗产，技艺传承与创新”，通知没有清单。下面逐项标注是本软件的判断，请核对。',
    table([`附件${String(notice.parameters.annexes.abilities)}项`, '能力', '标注'], tagRows),
  );
