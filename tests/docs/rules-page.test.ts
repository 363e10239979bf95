import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_NAMES } from '../../src/rules/finding';
import { zhCN } from '../../src/rules/messages/zh-CN';
import { CURRENT_NOTICE as notice } from '../../src/rules/current-notice';
import { CURRENT_PRINT as print, CURRENT_TEXTS as texts } from '../../src/rules/current-print';
import { openSentences } from '../../src/rules/open-sentences';
import { rulesPage } from '../../tools/rules-page/page';

const page = rulesPage();
const lines = page.split('\n');

test('docs/rules.md is what npm run docs would write now', () => {
  const committed = readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8');
  // Line by line, so that a failure shows what is stale.
  expect(committed.split('\n')).toEqual(lines);
});

/** The lines of a section, from its heading to the next one of its rank. */
function section(heading: RegExp): readonly string[] {
  const start = lines.findIndex((line) => heading.test(line));
  if (start === -1) return [];
  const rank = /^#+/.exec(lines[start] ?? '')?.[0] ?? '';
  const end = lines.findIndex(
    (line, i) => i > start && line.startsWith('#') && /^#+/.exec(line)?.[0] === rank,
  );
  return lines.slice(start, end === -1 ? undefined : end);
}

describe.each(RULE_NAMES)('%s', (rule) => {
  const text = section(new RegExp(`^### .*（${rule.replace('.', '\\.')}）$`)).join('\n');

  test('has its basis, its severity and every wording', () => {
    expect(text).toMatch(/依据：[^。]+。严重程度：(?:错误|提醒|提示)/);
    const wordings = Object.entries(zhCN).filter(([code]) => code === rule || code.startsWith(`${rule}/`));
    for (const [, template] of wordings) expect(text).toContain(`- ${template.replace(/\{\w+\}/g, '……')}`);
  });

  test('has an example with the text of a real finding', () => {
    expect(text).toMatch(/\| (?:(?:各行|第\d+行)，)?(?:第\d+栏\S*，)?(?:错误|提醒|提示)：.+ \|/);
    expect(text).not.toMatch(/\{\w+\}|undefined/);
  });
});

test('every clause stands there to the letter, with what decides it', () => {
  for (const { clause, text, how, decidedBy } of texts.clauses) {
    const found =
      decidedBy === 'none'
        ? lines.filter((line) => line.startsWith(`| ${clause} | `)).join('\n')
        : section(new RegExp(`^### ${clause.replace(/[()]/g, '.')}$`)).join('\n');
    expect(found).toContain(text);
    expect(found).toContain(how);
  }
});

test('every interpretation has all its readings, the one taken in bold, and the reason', () => {
  for (const { id, question, readings, taken, reason } of openSentences(notice, texts)) {
    const found = lines.slice(lines.findIndex((line) => line.startsWith('### ') && line.endsWith(question)));
    const end = found.findIndex((line) => line.endsWith(`（${id}）`));
    const text = found.slice(0, end + 1).join('\n');
    for (const reading of readings) {
      expect(text).toContain(reading.id === taken ? `- **${reading.text}**（采用）` : `- ${reading.text}`);
    }
    expect(text).toContain(`理由：${reason}`);
  }
});

test.each([
  ['三-登记照', '“+”是否写入文件名'],
  ['附件6第一组', '“钳工”安排在第一组'],
  ['附件6第二组', '第二大类的职业'],
])('%s has the question beside it that its words raise: %s', (clause, question) => {
  const beside = lines.filter((line) => line.startsWith('- ') && line.includes(question));
  expect(beside).toHaveLength(1);
  expect(section(new RegExp(`^### ${clause}$`))).toContain(beside[0]);
});

test('every erratum and every other defect of the print is there, and nothing that only the PDF’s text has', () => {
  const text = section(/^## 六、/).join('\n');
  for (const { list, seqs, printedCode, printedName } of notice.errata) {
    const remark = print.errataRemarks.find(
      (each) => each.list === list && each.seqs.join() === seqs.join(),
    )?.remark;
    expect(remark).toBeDefined();
    const annex = `附件${String(notice.parameters.annexes[list])}`;
    const start = `| ${annex}第${seqs.join('、')}项 | ${`${printedName} ${printedCode}`.trim()} |`;
    const shown = lines.some((line) => line.startsWith(start));
    expect({ annex, seqs, shown }).toEqual({
      annex,
      seqs,
      shown: remark?.includes('不是原文错误') === false,
    });
  }
  for (const { id } of print.defects) expect(text).toContain(`| ${id} |`);
});

test('tables have as many cells in every row as in their head', () => {
  let width: number | null = null;
  for (const line of lines) {
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : null;
    if (cells !== null && width !== null) expect({ line, cells }).toEqual({ line, cells: width });
    width = cells;
  }
});
