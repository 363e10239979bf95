import { checkSheet } from '../../src/sheet/check-sheet';
import type { Grid } from '../../src/sheet/grid';
import { wordedReport, type WordedReport } from '../../src/sheet/worded-report';
import { RULEBOOK, day } from '../support/rulebook';
import { CHEN, LI, PRINTED_HEADERS, gridOf, officialGrid, personRow } from './support/grids';

const worded = (grid: Grid, locale: 'zh-CN' | 'en-US' = 'zh-CN'): WordedReport =>
  wordedReport(checkSheet(RULEBOOK, grid, day('2025-03-26')), locale);
const SAMPLE = officialGrid(
  [personRow(CHEN), [], personRow({ ...LI, ethnicity: '汉', employer: '渝北区人力资源和社会保障局' })],
  { name: '汇总表' },
);

test('design §8: the names of a file’s entry', () => {
  const report = worded(SAMPLE);
  expect(Object.keys(report)).toEqual([
    'sheet',
    'headerRow',
    'rows',
    'skipped',
    'findings',
    'verdicts',
    'summary',
  ]);
  expect(report).toMatchObject({
    sheet: '汇总表',
    headerRow: 2,
    rows: 2,
    skipped: [{ row: 4, reason: 'blank' }],
  });
  expect(Object.keys(report.summary)).toEqual([
    'errors',
    'warnings',
    'eligible',
    'ineligible',
    'unknown',
    'fee',
  ]);
});

test('a finding in words, with null for what it has not', () => {
  expect(worded(SAMPLE).findings.find(({ rule }) => rule === 'choice.unknown')).toEqual({
    rule: 'choice.unknown',
    severity: 'warning',
    row: 5,
    cell: 'H5',
    column: 'ethnicity',
    value: '汉',
    message: '“汉”应写作“汉族”',
    clause: null,
    fix: { value: '汉族', safe: true },
  });
  const unmet = worded(SAMPLE).findings.find(({ rule }) => rule === 'eligibility.unmet');
  expect(unmet).toMatchObject({ severity: 'error', row: 5, cell: 'M5', clause: '六（二）3', fix: null });
});

test('a verdict with its reasons, a clause each', () => {
  const [first, second] = worded(SAMPLE).verdicts;
  expect(first).toMatchObject({ row: 3, name: '陈立新', verdict: '符合' });
  expect(first?.reasons.map(({ clause, truth }) => `${clause} ${truth}`)).toEqual([
    '二（一）3 met',
    '二（二）2 met',
    '六（一） met',
    '六（二）2 met',
    '六（二）3 met',
  ]);
  expect(second).toMatchObject({ row: 5, name: '李晓梅', verdict: '不符合' });
});

test('the verdict’s word is part of the contract in every language, the messages are not', () => {
  const report = worded(SAMPLE, 'en-US');
  expect(report.verdicts.map(({ verdict }) => verdict)).toEqual(['符合', '不符合']);
  expect(report.findings.find(({ rule }) => rule === 'choice.unknown')?.message).toMatch(
    /^[\x20-\x7e“”汉族]+$/,
  );
});

test('待核实 where the sheet cannot decide', () => {
  const report = worded(officialGrid([personRow({ idNumber: '' })]));
  expect(report.verdicts[0]?.verdict).toBe('待核实');
});

test('no header: rows 0, no verdicts, header row null', () => {
  const report = worded(gridOf([['填表说明']]));
  expect(report).toMatchObject({ headerRow: null, rows: 0, skipped: [], verdicts: [] });
  expect(report.findings).toMatchObject([
    { rule: 'sheet.no-header', row: null, cell: null, column: null, value: '', clause: null, fix: null },
  ]);
});

test('no placeholder is left in what is said of the sheet', () => {
  const headers = [...PRINTED_HEADERS.slice(0, 26), '姓名', null, '序号'];
  const grid = gridOf([headers, personRow(CHEN), ['填报单位：某校'], personRow({ ...LI, employer: '' })], {
    hiddenRows: new Set([1]),
    merges: [{ top: 1, left: 1, bottom: 3, right: 1 }],
  });
  for (const locale of ['zh-CN', 'en-US'] as const) {
    const { findings } = worded(grid, locale);
    const rules = new Set(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('sheet.')));
    expect(rules).toEqual(
      new Set([
        'sheet.missing-column',
        'sheet.ambiguous-column',
        'sheet.hidden-row',
        'sheet.merged',
        'sheet.footer',
      ]),
    );
    for (const { message } of findings) expect(message).not.toMatch(/\{\w+\}|undefined|null/);
  }
});
