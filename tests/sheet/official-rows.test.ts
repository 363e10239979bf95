import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import type { Cell } from '../../src/rules/cell';
import { checkSheet } from '../../src/sheet/check-sheet';
import type { Grid } from '../../src/sheet/grid';
import { officialRows, type OfficialValue } from '../../src/sheet/official-rows';
import { SOUND, type Given } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';
import { CHEN, FOOTER, LI, PRINTED_HEADERS, at, gridOf, officialGrid, personRow } from './support/grids';

const rowsOf = (grid: Grid): readonly (readonly OfficialValue[])[] =>
  officialRows(checkSheet(RULEBOOK, grid, day('2025-03-26')));
/** What one cell of a person's row becomes. */
const becomes = (key: ColumnKey, given: Given): unknown =>
  rowsOf(officialGrid([personRow(given)]))[0]?.[at(key)];

test('a sound row as it is: the day as a serial, years as numbers, all else as text', () => {
  const expected = COLUMN_KEYS.map((key) => (key === 'submittedOn' ? { serial: 45742 } : SOUND[key]));
  expect(rowsOf(officialGrid([personRow(CHEN)]))).toEqual([expected]);
});

test('in the printed order, wherever the columns were, without added columns', () => {
  const order = [...PRINTED_HEADERS.keys()].map((i) => (i + 10) % 27);
  const row = personRow(LI);
  const moved = gridOf([
    ['序号', ...order.map((i) => PRINTED_HEADERS[i])],
    [1, ...order.map((i) => row[i])],
    [FOOTER],
  ]);
  expect(rowsOf(moved)).toEqual(rowsOf(officialGrid([row])));
});

describe('提交时间', () => {
  const DATE: Cell = { kind: 'date', text: '2025-03-26 09:30:00', number: 45742.395833 };
  test.each<[string, Given['submittedOn']]>([
    ['a date with a time', DATE],
    ['a serial', 45742],
    ['2025-3-26', '2025-3-26'],
    ['2025.03.26', '2025.03.26'],
    ['2025年3月26日', '2025年3月26日'],
    ['20250326', '20250326'],
    ['with spaces and full-width digits', '　２０２５-03-26 '],
  ])('%s is the day', (_, submittedOn) => {
    expect(becomes('submittedOn', { submittedOn })).toEqual({ serial: 45742 });
  });

  test.each(['三月底', '2025-02-30', '1899-12-31 12:00:00', ''])(
    '"%s" stays as it was written',
    (submittedOn) => {
      expect(becomes('submittedOn', { submittedOn })).toBe(submittedOn);
    },
  );
});

describe('years', () => {
  test.each<[string | number, string | number]>([
    [12, 12],
    [12.5, 12.5],
    ['12', 12],
    ['１２', 12],
    ['12年', 12],
    ['十二年', 12],
    ['12年以上', '12年以上'],
    ['很久', '很久'],
    ['约12', '约12'],
    ['12.', '12.'],
    [100, 100],
    ['2010.10', '2010.10'],
    ['9'.repeat(400), '9'.repeat(400)],
    ['', ''],
  ])('%p becomes %p', (workYears, expected) => {
    expect(becomes('workYears', { workYears })).toBe(expected);
  });

  test('no other column becomes a number', () => {
    expect(becomes('phone', { phone: 13812345678 })).toBe('13812345678');
    expect(becomes('titleCertificateNo', { titleCertificateNo: 12345 })).toBe('12345');
    expect(becomes('category', { category: 4 })).toBe('4');
  });
});

describe('values only', () => {
  test('a formula is its value', () => {
    expect(becomes('name', { name: { kind: 'text', text: '陈立新', formula: 'B4&C4' } })).toBe('陈立新');
    expect(
      becomes('workYears', { workYears: { kind: 'number', text: '15', number: 15, formula: 'A1' } }),
    ).toBe(15);
  });

  test('a formula without a value is empty, and so is an error value', () => {
    expect(becomes('name', { name: { kind: 'empty', text: '', formula: 'A1' } })).toBe('');
    expect(becomes('employer', { employer: { kind: 'error', text: '#N/A', formula: 'X' } })).toBe('');
    expect(becomes('name', { name: '#NAME?' })).toBe('');
  });
});

describe('safe fixes', () => {
  test('are made', () => {
    expect(becomes('ethnicity', { ethnicity: ' 汉' })).toBe('汉族');
    expect(becomes('occupationCode', { occupationCode: '4—4—5—5' })).toBe('4-04-05-05');
    expect(becomes('idNumber', { idNumber: '500103 19850712 1215' })).toBe('500103198507121215');
  });

  test('are made in what a formula comes to as well', () => {
    const formula = 'VLOOKUP(G3,Sheet2!A:B,2,0)';
    const result = (text: string): Cell => ({ kind: 'text', text, formula });
    expect(becomes('ethnicity', { ethnicity: result('汉') })).toBe('汉族');
    expect(becomes('phone', { phone: result('１３８１２３４５６７８ ') })).toBe('13812345678');
    expect(becomes('workYears', { workYears: result('15年') })).toBe(15);
    expect(becomes('submittedOn', { submittedOn: result('　2025-03-26') })).toEqual({ serial: 45742 });
    expect(becomes('phone', { phone: result('88152283') })).toBe('88152283');
  });

  test('suggestions are not', () => {
    expect(becomes('title', { title: '' })).toBe('');
    expect(becomes('phone', { phone: '88152283' })).toBe('88152283');
    expect(becomes('sex', { sex: '女' })).toBe('女');
  });

  test('an ID number in a number cell stays nobody’s', () => {
    expect(becomes('idNumber', { idNumber: 0 })).toBe(0);
    expect(
      becomes('idNumber', {
        idNumber: { kind: 'number', text: '0', number: 0, formula: 'VLOOKUP(G3,A:B,2,0)' },
      }),
    ).toBe(0);
    expect(becomes('idNumber', { idNumber: { kind: 'number', text: '0012', number: 12 } })).toBe('0012');
  });

  test('what lost digits stays lost, for a person to mend', () => {
    expect(becomes('idNumber', { idNumber: 500103198507121200 })).toBe(500103198507121200);
    expect(becomes('skillCertificateNo', { skillCertificateNo: 1222003017300120 })).toBe(1222003017300120);
    expect(becomes('idNumber', { idNumber: '5.00103E+17' })).toBe('5.00103E+17');
  });

  test('in a merged area they reach every row', () => {
    const rows = [personRow({ employer: ' 重庆天和学校' }), personRow({ ...LI, employer: '' })];
    const merges = [{ top: 2, left: at('employer'), bottom: 3, right: at('employer') }];
    const values = rowsOf(officialGrid(rows, { merges })).map((row) => row[at('employer')]);
    expect(values).toEqual(['重庆天和学校', '重庆天和学校']);
  });
});

test('blank, subtotal and header rows are gone, hidden ones are there', () => {
  const grid = officialGrid([personRow(CHEN), [], ['合计'], PRINTED_HEADERS, personRow(LI)], {
    hiddenRows: new Set([6]),
  });
  expect(rowsOf(grid).map((row) => row[at('name')])).toEqual(['陈立新', '李晓梅']);
});
