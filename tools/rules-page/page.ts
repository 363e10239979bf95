import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { clausesSection } from './clauses';
import { interpretationsSection } from './interpretations';
import { blocks } from './markdown';
import { parametersSection } from './parameters';
import { printDefectsSection } from './print-defects';
import { rulesSection } from './rules';
import { verdictsSection } from './verdicts';

/** docs/rules.md: the notice and the rules as an official can proof-read them, with examples computed by the checker. */
export const rulesPage = (): string =>
  `${blocks(
    '# KPY 考评助手：规则说明',
    `本页说明软件怎样按《${notice.parameters.name}》（${notice.parameters.documentNumber}）检查《考评人员申报汇总表》、怎样得出每人的结论，供市职鉴中心和评价机构核对。`,
    '本页由 `npm run docs` 从程序所用的数据生成，各例是程序当场检查的结果，所写与程序所做一致。发现不妥，请告诉维护者改数据或规则，不要直接改本页。例中人员均为虚构。',
    [
      '1. 通知逐条对照：每一条由什么认定、怎样认定',
      '2. 结论怎样得出：符合、不符合、待核实',
      '3. 可有两种理解之处：各种读法、采用的一种和理由',
      '4. 检查规则：逐格检查些什么，怎样提示',
      '5. 参数：年龄、年限、费用、受理期、名单',
      '6. 通知印件勘误',
    ].join('\n'),
    clausesSection(),
    verdictsSection(),
    interpretationsSection(),
    rulesSection(),
    parametersSection(),
    printDefectsSection(),
  )}\n`;
