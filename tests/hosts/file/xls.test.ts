import fc from 'fast-check';
import { readWorkbook } from '../../../src/hosts/file';
import {
  BOF_CHART,
  EOF,
  boolean,
  date1904,
  error,
  format,
  formula,
  label,
  longString,
  merges,
  mulRk,
  number,
  record,
  rk,
  row,
  sharedText,
  special,
  sst,
  string,
  workbookStream,
  xf,
  xlsFile,
  xlsSheet,
} from './support/biff';
import { f64, joinBytes, u16, u32, u8, utf16 } from './support/bytes';
import { compoundFile } from './support/compound';
import { firstCells, firstSheet, firstTexts, readRefusal } from './support/read';

test('texts, shared and in the cell, of one byte a character and of two', async () => {
  const file = xlsSheet(
    [sst('张甲', 'Zhang', '')],
    sharedText(0, 0, 0),
    sharedText(0, 1, 1),
    sharedText(0, 2, 2),
    label(0, 3, '李乙𠮷'),
    label(0, 4, 'Müller'),
  );
  expect(await firstCells(file)).toEqual({
    A1: { kind: 'text', text: '张甲' },
    B1: { kind: 'text', text: 'Zhang' },
    D1: { kind: 'text', text: '李乙𠮷' },
    E1: { kind: 'text', text: 'Müller' },
  });
});

test('rich runs and phonetics of a text are passed over', async () => {
  const rich = joinBytes(u16(2), u8(0x01 | 0x08), u16(1), utf16('单丽'), u16(1, 5));
  const phonetic = joinBytes(u16(2), u8(0x01 | 0x04), u32(6), utf16('仇英'), u8(1, 2, 3, 4, 5, 6));
  const strings = record(0x00fc, u32(3, 3), rich, phonetic, longString('完'));
  const file = xlsSheet([strings], sharedText(0, 0, 0), sharedText(0, 1, 1), sharedText(0, 2, 2));
  expect(await firstTexts(file)).toEqual({ A1: '单丽', B1: '仇英', C1: '完' });
});

test('a text that runs into the next record begins there with its width anew', async () => {
  const strings = joinBytes(
    record(0x00fc, u32(2, 2), u16(4), u8(1), utf16('张甲')),
    record(0x003c, u8(0), u8(0x41, 0x42), u16(2), u8(1), utf16('李')),
    record(0x003c, u8(1), utf16('乙')),
  );
  expect(await firstTexts(xlsSheet([strings], sharedText(0, 0, 0), sharedText(0, 1, 1)))).toEqual({
    A1: '张甲AB',
    B1: '李乙',
  });
});

test('numbers in their three forms', async () => {
  const file = xlsSheet(
    [xf(0)],
    number(0, 0, 12.5),
    rk(0, 1, (25 << 2) | 2),
    rk(0, 2, (1250 << 2) | 3),
    rk(0, 3, (-3 << 2) | 2),
    mulRk(1, 0, (7 << 2) | 2, (8 << 2) | 2, 0x3ff00000),
  );
  expect(await firstTexts(file)).toEqual({
    A1: '12.5',
    B1: '25',
    C1: '12.5',
    D1: '-3',
    A2: '7',
    B2: '8',
    C2: '1',
  });
});

test('an ID number that became a number shows the digits that are left', async () => {
  expect(await firstCells(xlsSheet([xf(0)], number(0, 0, Number('500103198507121003'))))).toMatchObject({
    A1: { kind: 'number', text: '500103198507121000' },
  });
});

test('dates are known by built-in formats and by the file’s own', async () => {
  const styles = [format(176, 'yyyy"年"m"月"d"日"'), format(177, '0.00_d'), xf(0), xf(14), xf(176), xf(177)];
  const cells = [0, 1, 2, 3].map((style) => number(0, style, 45_742, style));
  expect(await firstCells(xlsSheet(styles, ...cells))).toEqual({
    A1: { kind: 'number', text: '45742', number: 45_742 },
    B1: { kind: 'date', text: '2025-03-26', number: 45_742 },
    C1: { kind: 'date', text: '2025-03-26', number: 45_742 },
    D1: { kind: 'number', text: '45742', number: 45_742 },
  });
});

test('a 1904 workbook', async () => {
  expect(await firstCells(xlsSheet([date1904, xf(14)], number(0, 0, 44_280)))).toEqual({
    A1: { kind: 'date', text: '2025-03-26', number: 45_742 },
  });
});

test('booleans and error values', async () => {
  const file = xlsSheet(
    [],
    boolean(0, 0, true),
    boolean(0, 1, false),
    error(0, 2, 0x2a),
    error(0, 3, 0x07),
    error(0, 4, 0x17),
  );
  expect(await firstCells(file)).toEqual({
    A1: { kind: 'boolean', text: 'TRUE' },
    B1: { kind: 'boolean', text: 'FALSE' },
    C1: { kind: 'error', text: '#N/A' },
    D1: { kind: 'error', text: '#DIV/0!' },
    E1: { kind: 'error', text: '#REF!' },
  });
});

test('formulas show their cached results', async () => {
  const shared = record(0x04bc, new Uint8Array(10));
  const file = xlsSheet(
    [xf(0), xf(14)],
    formula(0, 0, f64(25)),
    formula(0, 1, f64(45_742), 1),
    formula(0, 2, special(0)),
    shared,
    string('李乙同志'),
    formula(0, 3, special(1, 1)),
    formula(0, 4, special(2, 0x2a)),
    formula(0, 5, special(3)),
    formula(0, 6, f64(1)),
    string('不属于任何单元格'),
  );
  expect(await firstCells(file)).toEqual({
    A1: { kind: 'number', text: '25', number: 25, formula: '…' },
    B1: { kind: 'date', text: '2025-03-26', number: 45_742, formula: '…' },
    C1: { kind: 'text', text: '李乙同志', formula: '…' },
    D1: { kind: 'boolean', text: 'TRUE', formula: '…' },
    E1: { kind: 'error', text: '#N/A', formula: '…' },
    F1: { kind: 'empty', text: '', formula: '…' },
    G1: { kind: 'number', text: '1', number: 1, formula: '…' },
  });
});

test('hidden rows, also those of no height, and merges', async () => {
  const grid = await firstSheet(
    xlsSheet(
      [],
      row(0, true),
      row(1, false),
      row(2, false, 0),
      label(0, 0, '甲'),
      label(1, 0, '乙'),
      label(2, 0, '丙'),
      merges([0, 0, 0, 5], [3, 7, 1, 1]),
      merges([9, 9, 2, 3]),
    ),
  );
  expect([...grid.hiddenRows]).toEqual([0, 2]);
  expect(grid.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 5 },
    { top: 3, left: 1, bottom: 7, right: 1 },
    { top: 9, left: 2, bottom: 9, right: 3 },
  ]);
});

test('sheets in their order; hidden ones are marked and chart sheets passed over', async () => {
  const file = xlsFile(
    [],
    { name: '名单', records: [label(0, 0, '甲')] },
    { name: 'Chart1', kind: 2, records: [] },
    { name: '隐藏', state: 1, records: [label(0, 0, '乙')] },
    { name: 'Deep', state: 2, records: [label(0, 0, '丙')] },
  );
  const { format: kind, sheets } = await readWorkbook(file);
  expect(kind).toBe('xls');
  expect(sheets.map(({ name, visible, rows }) => [name, visible, rows[0]?.[0]?.text])).toEqual([
    ['名单', true, '甲'],
    ['隐藏', false, '乙'],
    ['Deep', false, '丙'],
  ]);
});

test('a chart that stands in a sheet is passed over, and the sheet goes on after it', async () => {
  const chart = joinBytes(BOF_CHART, number(0, 0, 999), EOF);
  expect(await firstTexts(xlsSheet([], label(0, 0, '甲'), chart, label(1, 0, '乙')))).toEqual({
    A1: '甲',
    A2: '乙',
  });
});

test('short and long files, in the mini stream and out of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 200 }), { maxLength: 60 }), async (texts) => {
      const found = await firstTexts(xlsSheet([], ...texts.map((text, index) => label(index, 0, text))));
      expect(texts.map((_, index) => found[`A${index + 1}`] ?? '')).toEqual(texts);
    }),
    { numRuns: 60 },
  );
});

test('the workbook of an object embedded in the sheet is not taken for the file’s own', async () => {
  const stream = (text: string): Uint8Array =>
    workbookStream([], [{ name: '名单', records: [label(0, 0, text)] }]);
  const file = compoundFile({
    MBD0018B2F3: { Workbook: stream('嵌入的对象') },
    Workbook: stream('名单本身'),
  });
  expect(await firstTexts(file)).toEqual({ A1: '名单本身' });
});

test('a Word document with an embedded workbook is a Word document', async () => {
  const embedded = workbookStream([], [{ name: '名单', records: [] }]);
  const file = compoundFile({
    ObjectPool: { _1: { Workbook: embedded } },
    WordDocument: new Uint8Array(600),
  });
  expect(await readRefusal(file)).toEqual({ problem: 'not-a-spreadsheet', params: { kind: 'doc' } });
});

test('a shared string that the file does not have is damage', async () => {
  expect(await readRefusal(xlsSheet([sst('张甲')], sharedText(0, 0, 1)))).toMatchObject({
    problem: 'damaged',
  });
});
