import type { Condition } from '../../src/rules/condition';
import { messageText, reasonText } from '../../src/rules/messages/message';
import { applicant, SOUND, type Given } from '../../tests/support/applicant';
import { judged } from './judged';
import { blocks, table } from './markdown';
import { rowText } from './written-row';

/** A row of each kind of application, to show how its verdict is put together. */
const ROWS: readonly { readonly title: string; readonly given: Given }[] = [
  { title: '考评员', given: {} },
  {
    title: '安全类职业的考评员',
    given: {
      occupationName: '电工',
      occupationCode: '6-31-01-03',
      skillCertificate: '电工/三级',
      assessorCard: '电工考评员',
      assessorCardNo: 'R50000001',
    },
  },
  {
    title: '高级考评员',
    given: {
      level: '高级考评员',
      skillCertificate: '无',
      skillCertificateNo: '无',
      titleCertificate: '高级工程师（计算机）',
      titleCertificateNo: '渝2019-01',
      assessorCard: '人工智能训练师考评员',
      assessorCardNo: 'R50000001',
    },
  },
  {
    title: '专项职业能力考核考评员',
    given: {
      level: '专项职业能力考核考评员',
      occupationName: '收银结算',
      occupationCode: '收银员',
      skillCertificate: '收银员/四级',
      skillCertificateNo: '无',
      occupationYears: 6,
    },
  },
];

/** A condition and its parts as a nested list. */
function treeLines(condition: Condition, depth = 0): readonly string[] {
  const { clause, truth, message, params, parts = [] } = condition;
  const verdict = messageText('zh-CN', `verdict.${truth}`);
  const words = parts.length === 0 ? reasonText('zh-CN', condition) : messageText('zh-CN', message, params);
  const cited = depth === 0 ? `${clause}\u3000` : '';
  return [
    `${'  '.repeat(depth)}- ${cited}**${verdict}**：${words}`,
    ...parts.flatMap((part) => treeLines(part, depth + 1)),
  ];
}

function example({ title, given }: (typeof ROWS)[number]): string {
  const verdict = judged([given]).verdict(1);
  if (verdict === undefined) throw new Error(`${title} is not judged`);
  const name = applicant(given).name?.text ?? '';
  const changed = rowText(given);
  return blocks(
    `### 例：${title}`,
    `${name}，${changed === '' ? `申报${String(SOUND.occupationName)}${String(SOUND.level)}，各栏照样表` : changed}。结论：**${messageText('zh-CN', `verdict.${verdict.truth}`)}**。`,
    verdict.conditions.flatMap((condition) => treeLines(condition)).join('\n'),
  );
}

/** 二: what the three verdicts mean and how conditions are put together. */
export const verdictsSection = (): string =>
  blocks(
    '## 二、结论怎样得出',
    '每人的结论是三者之一：**符合**——汇总表所填内容说明各条都符合；**不符合**——至少有一条，汇总表所填内容说明不符合；**待核实**——汇总表不能认定，理由里写明要附什么材料。没有填、丢失位数或读不出的内容，一律按待核实，不当作没有。',
    table(
      ['组合', '符合', '不符合', '待核实'],
      [
        ['且（各项均须符合）', '各项都符合', '有一项不符合', '没有不符合的，而有待核实的'],
        ['或（符合一项即可）', '有一项符合', '各项都不符合', '没有符合的，而有待核实的'],
        ['有两种理解', '怎样理解都符合', '怎样理解都不符合', '理解不同，结论不同'],
      ],
    ),
    '能自动修正的单元格，按修正后的内容判断。同一单元格有几个证书的，与编码依次配对，取最合适的一个。',
    ...ROWS.map(example),
  );
