import { RULE_NAMES, SEVERITIES, type Finding, type RuleName, type Severity } from '../../src/rules/finding';
import { zhCN } from '../../src/rules/messages/zh-CN';
import { ELIGIBILITY_CASES } from '../../tests/rules/eligibility-cases';
import { FILE_CASES, OTHER_SHEETS } from '../../tests/rules/file-cases';
import { ROW_CASES } from '../../tests/rules/row-cases';
import type { Given } from '../../tests/support/applicant';
import { judged, saidOf, severityWord } from './judged';
import { blocks, table } from './markdown';
import { RULE_NOTES } from './rule-notes';
import { sheetExamples } from './sheet-examples';
import { columnLabel, rowText } from './written-row';

const NOTHING = '—（不报）';
const MOST_ROWS_SHOWN = 5;

interface Example {
  readonly about: string;
  readonly rows: readonly Given[];
  /** The rows of each other sheet of the file. */
  readonly beside: readonly (readonly Given[])[];
  /** The findings of the rule, with the rows that they are on. */
  readonly findings: readonly { readonly row: number; readonly finding: Finding }[];
}

type Case = Omit<Example, 'findings'>;

const sheetName = (index: number): string => OTHER_SHEETS[index] ?? '';

const findingsOf = (rule: RuleName, { rows, beside }: Case): Example['findings'] => {
  const checker = judged(rows);
  checker.setBeside(beside.map((each, i) => ({ sheet: sheetName(i), checker: judged(each) })));
  return checker.rows.flatMap((row) =>
    checker.findings(row).flatMap((finding) => (finding.rule === rule ? [{ row, finding }] : [])),
  );
};

const MOST_VERDICT_EXAMPLES = 3;

/** Every case of a rule, checked by the product itself; of eligibility.*, whose cases stand beside the clauses, a few. */
function examplesOf(rule: RuleName): readonly Example[] {
  const ofRow = ({ about, given }: { readonly about: string; readonly given: Given }): Case => ({
    about,
    rows: [given],
    beside: [],
  });
  const cases: readonly Case[] = [
    ...ROW_CASES.filter((each) => each.rule === rule).map(ofRow),
    ...FILE_CASES.filter((each) => each.rule === rule),
  ];
  if (!rule.startsWith('eligibility.')) {
    return cases.map((each) => ({ ...each, findings: findingsOf(rule, each) }));
  }
  const truth = rule.slice('eligibility.'.length);
  return ELIGIBILITY_CASES.filter((each) => each.truth === truth)
    .slice(0, MOST_VERDICT_EXAMPLES)
    .map(ofRow)
    .map((each) => ({ ...each, findings: findingsOf(rule, each) }));
}

function writtenText({ rows, beside }: Case): string {
  const [only] = rows;
  if (rows.length === 1 && beside.length === 0 && only !== undefined) return rowText(only);
  if (rows.length > MOST_ROWS_SHOWN) return `${String(rows.length)}行`;
  const lines = (some: readonly Given[], sheet: string): readonly string[] =>
    some.map((given, i) => `${sheet}第${String(i + 1)}行：${rowText(given) || '照样表'}`);
  const others = beside.flatMap((some, i) => lines(some, `“${sheetName(i)}”表`));
  return [...lines(rows, ''), ...others].join('<br>');
}

function resultText({ rows, findings }: Example): string {
  const [first] = findings;
  if (first === undefined) return NOTHING;
  const where = columnLabel(first.finding.column);
  const on =
    rows.length === 1 ? '' : `${findings.length === rows.length ? '各行' : `第${String(first.row)}行`}，`;
  return `${on}${where}，${saidOf(first.finding)}`;
}

/** The severities that a rule has in its examples, the gravest first. */
const severitiesOf = (examples: readonly Example[]): readonly Severity[] => {
  const had = new Set(examples.flatMap(({ findings }) => findings.map(({ finding }) => finding.severity)));
  return SEVERITIES.filter((severity) => had.has(severity));
};

interface Described {
  readonly rule: RuleName;
  readonly severity: string;
  readonly examples: string;
}

function describeRule(rule: RuleName): Described {
  if (rule.startsWith('sheet.')) {
    const examples = sheetExamples(rule);
    const severity = [...new Set(examples.map(([, said]) => said.slice(0, said.indexOf('：'))))].join('、');
    return { rule, severity, examples: table(['情形', '结果'], examples) };
  }
  const examples = examplesOf(rule);
  return {
    rule,
    severity: severitiesOf(examples).map(severityWord).join('、'),
    examples: table(
      ['情形', '填写（其余各栏都正确）', '结果'],
      examples.map((each) => [each.about, writtenText(each), resultText(each)]),
    ),
  };
}

const wordingsOf = (rule: RuleName): readonly string[] =>
  Object.entries(zhCN)
    .filter(([code]) => code === rule || code.startsWith(`${rule}/`))
    .map(([, template]) => template.replace(/\{\w+\}/g, '……'));

/** 四: every rule, with what it says in every case of its table. */
export function rulesSection(): string {
  const rules = RULE_NAMES.map(describeRule);
  return blocks(
    '## 四、检查规则',
    '错误须改正后再报送；提醒请核对；提示只供了解。“可自动修正”的不改变含义，“须由人确认”的只是建议。各例都由软件当场检查得出：样表（见第一部分）各栏都正确，每例只改所列的栏。',
    table(
      ['规则', '内容', '严重程度', '依据'],
      rules.map(({ rule, severity }) => [
        `\`${rule}\``,
        RULE_NOTES[rule].title,
        severity,
        RULE_NOTES[rule].basis,
      ]),
    ),
    ...rules.map(({ rule, severity, examples }) =>
      blocks(
        `### ${RULE_NOTES[rule].title}（${rule}）`,
        `依据：${RULE_NOTES[rule].basis}。严重程度：${severity}。`,
        RULE_NOTES[rule].when,
        `提示文字：\n\n${wordingsOf(rule)
          .map((wording) => `- ${wording}`)
          .join('\n')}`,
        examples,
      ),
    ),
  );
}
