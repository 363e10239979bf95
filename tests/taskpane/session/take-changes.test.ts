import type { CellChange } from '../../../src/hosts/host';
import { COLUMN_KEYS } from '../../../src/rules/application';
import { EMPTY_CELL, textCell } from '../../../src/rules/cell';
import { checkSheet } from '../../../src/sheet/check-sheet';
import { COLUMNS } from '../../../src/sheet/columns';
import { plainGrid } from '../../../src/sheet/grid';
import { LiveSheet } from '../../../src/sheet/live-sheet';
import { takeChanges } from '../../../src/taskpane/session/take-changes';
import { applicant } from '../../support/applicant';
import { day, RULEBOOK } from '../../support/rulebook';

const TODAY = day('2025-03-26');
const SEX = COLUMN_KEYS.indexOf('sex');

function sheetOf(people: number): LiveSheet {
  const application = applicant({ sex: '女' });
  const rows = Array.from({ length: people }, () => COLUMN_KEYS.map((key) => application[key] ?? EMPTY_CELL));
  const header = COLUMNS.map((column) => textCell(column.header));
  const grid = plainGrid('汇总表', [header, ...rows]);
  return new LiveSheet(RULEBOOK, grid, TODAY);
}

/** The sex of each of these rows, mended. */
const mended = (rows: readonly number[]): readonly CellChange[] =>
  rows.map((row) => ({
    row,
    column: SEX,
    before: { formula: '女', format: '@' },
    after: textCell('男'),
  }));

test.each([
  ['neighbours', 'once', 300, [4, 5, 6], 1],
  ['a few rows apart', 'each for itself', 300, [4, 7, 9, 10], 3],
  ['many rows apart', 'once, with what stands between them', 300, everyOther(300), 1],
] as const)('%s are taken %s', (_, __, people, rows, edits) => {
  const live = sheetOf(people);
  const edit = jest.spyOn(live, 'edit');
  takeChanges(live, mended(rows));
  expect(edit).toHaveBeenCalledTimes(edits);
  expect(live.report).toEqual(checkSheet(RULEBOOK, live.grid, TODAY));
  const wrong = live.report.findings.filter(({ rule }) => rule === 'id.sex');
  expect(wrong).toHaveLength(people - rows.length);
});

function everyOther(people: number): readonly number[] {
  return Array.from({ length: people / 2 }, (_, i) => 1 + i * 2);
}
