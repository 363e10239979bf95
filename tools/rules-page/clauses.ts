import { openSentences } from '../../src/rules/open-sentences';
import { rowConditions } from '../../src/rules/eligibility/verdict';
import { readFacts } from '../../src/rules/facts';
import { messageText, reasonText } from '../../src/rules/messages/message';
import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { CURRENT_TEXTS as texts } from '../../src/rules/current-print';
import { clausesOf } from '../../src/rules/cited-clauses';
import type { ClauseText } from '../../src/rules/notice-texts';
import { COLUMN_KEYS } from '../../src/rules/application';
import { applicant, SOUND } from '../../tests/support/applicant';
import { ELIGIBILITY_CASES } from '../../tests/rules/eligibility-cases';
import { RULEBOOK, TODAY } from './judged';
import { blocks, quote, table } from './markdown';
import { columnLabel, rowText } from './written-row';

const DECIDED_BY: Readonly<Record<ClauseText['decidedBy'], string>> = {
  sheet: '由汇总表认定',
  document: '须看材料',
  open: '通知没有写明',
  none: '不需认定',
};

/** The cases of a clause, judged: its own number, or the whole of a clause that is printed in parts. */
function casesOf(clause: ClauseText): readonly (readonly string[])[] {
  return ELIGIBILITY_CASES.filter((each) => clausesOf(texts, each.clause)[0]?.id === clause.id).flatMap(
    ({ clause: cited, about, given }) => {
      const facts = readFacts(RULEBOOK, applicant(given), TODAY);
      const condition = rowConditions(RULEBOOK, facts).find((each) => each.clause === cited);
      if (condition === undefined) throw new Error(`${cited} is not judged for: ${about}`);
      const verdict = messageText('zh-CN', `verdict.${condition.truth}`);
      return [[about, rowText(given) || '照样表', verdict, reasonText('zh-CN', condition)]];
    },
  );
}

/** Whether an interpretation stands beside a clause; one of a clause printed in parts stands beside the first part. */
function stands(cited: string, clause: ClauseText): boolean {
  const found = clausesOf(texts, cited);
  return (cited.includes('、') ? found : found.slice(0, 1)).some(({ id }) => id === clause.id);
}

const readingsOf = (clause: ClauseText): readonly string[] =>
  openSentences(notice, texts)
    .filter(({ clause: cited }) => stands(cited, clause))
    .map(({ question, readings, taken }) => {
      const chosen = readings.find(({ id }) => id === taken)?.text ?? '';
      return `- ${question}——${chosen}`;
    });

function clauseBlock(clause: ClauseText): string {
  const cases = casesOf(clause);
  const readings = readingsOf(clause);
  return blocks(
    `### ${clause.clause}`,
    quote(clause.text),
    // The colon outside the asterisks: after a full stop inside them Markdown would not see the end of bold text.
    `**${DECIDED_BY[clause.decidedBy]}**：${clause.how}。`,
    readings.length === 0 ? '' : `我们的理解（另一种读法和理由见第三部分）：\n\n${readings.join('\n')}`,
    cases.length === 0 ? '' : table(['情形', '填写（其余各栏都正确）', '结论', '理由'], cases),
  );
}

/** 一: the notice sentence by sentence, to the letter, with what decides it and every case of its table. */
export function clausesSection(): string {
  const judged = texts.clauses.filter(({ decidedBy }) => decidedBy !== 'none');
  const rest = texts.clauses.filter(({ decidedBy }) => decidedBy === 'none');
  const counts = (['sheet', 'document', 'open', 'none'] as const).map((how) => {
    const count = texts.clauses.filter(({ decidedBy }) => decidedBy === how).length;
    return `${DECIDED_BY[how]}的 ${String(count)} 条`;
  });
  return blocks(
    '## 一、通知逐条对照',
    `引文照通知原文，一字不改。共 ${String(texts.clauses.length)} 条，其中${counts.join('，')}。没有特别说明时，例中的“今天”是 ${TODAY}。`,
    '各例都由软件当场判断：下面的样表各栏都正确，每例只改所列的栏。',
    table(
      ['栏', '样表'],
      COLUMN_KEYS.map((key) => [columnLabel(key), String(SOUND[key])]),
    ),
    ...judged.map(clauseBlock),
    '### 由申报机构初审的内容',
    '下列各项汇总表看不出，由申报机构初审；软件只列出，不计入结论。',
    table(
      ['条文', '内容'],
      notice.parameters.institutionReview.map(({ clause, text }) => [clause, text]),
    ),
    '### 不需认定的内容',
    table(
      ['条文', '原文', '说明'],
      rest.map(({ clause, text, how }) => [clause, text, how]),
    ),
  );
}
