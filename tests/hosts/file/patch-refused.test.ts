import { strToU8 } from 'fflate';
import { patchWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { label, xlsSheet } from './support/biff';
import { fixture } from './support/fixtures';
import { refusalOf, type Refusal } from './support/read';
import { richWorkbook } from './support/rich-workbook';
import { sheetZip } from './support/workbook-zip';

const edit = (row: number, column: number, sheet = '名单'): WorkbookEdit => ({
  sheet,
  row,
  column,
  text: '甲',
});
const refused = (bytes: Uint8Array, ...edits: readonly WorkbookEdit[]): Refusal | undefined =>
  refusalOf(() => patchWorkbook(bytes, edits));
const notPatchable = (params: Refusal['params']): Refusal => ({ problem: 'not-patchable', params });

test.each<[string, Uint8Array, string]>([
  ['an .xls', xlsSheet([], label(0, 0, '张甲')), 'xls'],
  ['text', strToU8('姓名\t性别'), 'text'],
  ['HTML', strToU8('<html><table>'), 'html'],
  ['nothing', new Uint8Array(), 'empty'],
])('%s is not patched, with or without edits', (_, bytes, reason) => {
  expect(refused(bytes, edit(0, 0))).toEqual(notPatchable({ reason }));
  expect(refused(bytes)).toEqual(notPatchable({ reason }));
});

test('a sheet that the workbook does not have', () => {
  expect(refused(richWorkbook(), edit(0, 0, '名 单'))).toEqual({
    problem: 'no-worksheet',
    params: { sheet: '名 单' },
  });
});

test.each([
  [-1, 0],
  [0, -1],
  [1_048_576, 0],
  [0, 16_384],
  [1.5, 0],
  [Number.NaN, 0],
])('a cell that no sheet has: row %d, column %d', (row, column) => {
  expect(refused(richWorkbook(), edit(row, column))).toEqual(notPatchable({ reason: 'cell reference' }));
});

test.each([
  ['its first cell', 3, 'I4'],
  ['another of its cells', 4, 'I5'],
])('an array formula over several cells: %s', (_, row, cell) => {
  expect(refused(richWorkbook(), edit(row, 8))).toEqual(notPatchable({ reason: 'array formula', cell }));
});

test('a cell of a data table', () => {
  const file = sheetZip(
    '<row r="2"><c r="B2"><f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="A1"/><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>',
  );
  expect(refused(file, edit(2, 1))).toEqual(notPatchable({ reason: 'array formula', cell: 'B3' }));
  expect(refused(file, edit(3, 1))).toBeUndefined();
});

test.each([
  ['rows out of order', '<row r="2"/><row r="1"/>', 'row order'],
  ['a row twice', '<row r="1"/><row r="1"/>', 'row order'],
  ['a row without a number that is one', '<row r="x"/>', 'row order'],
  ['cells out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>', 'cell order'],
  ['a cell twice', '<row r="1"><c r="A1"/><c r="A1"/></row>', 'cell order'],
  ['a cell of another row', '<row r="1"><c r="A5"/></row>', 'cell order'],
  ['a cell with a row in a row without one', '<row><c r="A5"/></row>', 'cell order'],
])('%s', (_, rows, reason) => {
  expect(refused(sheetZip(rows), edit(0, 0))).toEqual(notPatchable({ reason }));
});

test('an encrypted or a broken file is refused as in reading', () => {
  expect(refused(fixture('password.xlsx'), edit(0, 0))).toEqual(notPatchable({ reason: 'xls' }));
  expect(refused(richWorkbook().subarray(0, 3000), edit(0, 0))).toEqual({ problem: 'truncated', params: {} });
});

test('one edit that cannot be made makes none', () => {
  const file = richWorkbook();
  expect(refused(file, edit(3, 3), edit(3, 8))).toMatchObject({ problem: 'not-patchable' });
  expect(Buffer.from(file).equals(richWorkbook())).toBe(true);
});
