import { Workbook, type CellValue } from 'exceljs';
import { readWorkbook } from '../../../src/hosts/file';
import { EMPTY_CELL, type Cell } from '../../../src/rules/cell';
import type { Grid } from '../../../src/sheet/grid';
import { CODES, PROFILES, active, requests, rowsOf, useAdapter, value } from './support/adapter';

const start = useAdapter();

describe.each(PROFILES)('Excel %s', (profile) => {
  test('cells read as they are: text, number, date, truth value, error, formula', async () => {
    const { excel, host } = await start({ profile });
    excel.format('A1', 'numberFormat', '@');
    excel.type('A1', '110101199003070012');
    excel.type('B1', '12');
    excel.type('C1', '2025-03-26');
    excel.type('D1', 'TRUE');
    excel.type('E1', '=B1');
    excel.format('F1', 'numberFormat', '@');
    excel.type('F1', '=B1');
    excel.hideRows('3:3');
    excel.type('A3', '末');
    excel.merge('A3:B3');
    const { grid, protected: isProtected } = await active(host);
    expect(grid.rows[0]?.slice(0, 6)).toEqual([
      { kind: 'text', text: '110101199003070012' },
      { kind: 'number', text: '12', number: 12 },
      { kind: 'date', text: '2025-03-26', number: 45742 },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'number', text: '12', number: 12, formula: 'B1' },
      { kind: 'text', text: '=B1' },
    ]);
    expect(grid.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
    expect([...grid.hiddenRows]).toEqual([2]);
    expect([grid.visible, isProtected]).toEqual([true, false]);
  });
});

describe('several sheets', () => {
  test('the active one comes first, then the visible ones; hidden ones and ours do not', async () => {
    const { excel, host } = await start({ sheets: ['甲校', '乙校', '丙校', '旧表'] });
    for (const name of ['甲校', '乙校', '丙校', '旧表']) excel.type(`${name}!A1`, name);
    excel.hideSheet('旧表');
    excel.activate('丙校');
    const [first] = await value(host.readAll());
    if (first === undefined) throw new Error('no sheet');
    await value(host.mark(first.id, new Map([[0, new Map([[0, 'e' as const]])]])));
    const sheets = await value(host.readAll());
    expect(sheets.map(({ grid }) => [grid.name, grid.rows[0]?.[0]?.text])).toEqual([
      ['丙校', '丙校'],
      ['甲校', '甲校'],
      ['乙校', '乙校'],
    ]);
    expect(sheets.map(({ position }) => position)).toEqual([2, 0, 1]);
    for (const { id, grid } of sheets) expect((await value(host.read(id))).grid).toEqual(grid);
  });

  test('are read also while a chart, which is none of them, is in front', async () => {
    const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
    for (const name of ['甲校', '乙校']) excel.type(`${name}!A1`, name);
    excel.isOnChart = true;
    const sheets = await value(host.readAll());
    expect(sheets.map(({ grid }) => grid.rows[0]?.[0]?.text)).toEqual(['甲校', '乙校']);
    excel.activate('乙校');
    expect((await value(host.readAll())).map(({ grid }) => grid.name)).toEqual(['乙校', '甲校']);
  });

  test('three requests, however many there are', async () => {
    for (const count of [2, 12]) {
      const names = Array.from({ length: count }, (_, n) => `学校${n}`);
      const { excel, host } = await start({ sheets: names });
      for (const name of names) excel.paste(`${name}!A1`, rowsOf(20));
      expect(await requests(excel, () => value(host.readAll()))).toBe(3);
    }
  });
});

test('above Excel’s limit a sheet is read in pieces, and reads the same', async () => {
  const { excel, host } = await start();
  const long = '重庆某某职业技能培训学校'.repeat(10);
  excel.paste(
    'A1',
    rowsOf(3_000).map(([name = '', , ...rest]) => [name, long, ...rest]),
  );
  for (let row = 10; row < 3_000; row += 100) excel.merge(`A${row}:B${row}`);
  excel.hideRows('500:700');
  const whole = await active(host);
  await excel.settled();
  excel.payloadLimit = 500_000;
  excel.resetCounters();
  expect(await active(host)).toEqual(whole);
  expect(excel.counters.requests).toBeGreaterThan(3);
});

test('60,000 rows, of which Excel tells more than 5 MB, read whole', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(60_000));
  const { grid } = await active(host);
  expect(excel.counters.bytesIn).toBeGreaterThan(excel.payloadLimit);
  expect(grid.rows).toHaveLength(60_000);
  expect(grid.rows[59_999]).toEqual([
    { kind: 'text', text: '人员59999' },
    { kind: 'text', text: '重庆某某职业技能培训学校' },
    { kind: 'date', text: '2025-03-26', number: 45742 },
    { kind: 'number', text: '59999', number: 59999 },
  ]);
});

test.each(CODES)('%s at any request of a read is told or made up for', async (code, problem) => {
  // What may come of a sheet with too much in it is asked again in pieces, what may come of a chart without the active one.
  const recovers = problem === 'too-large' || problem === 'failed' || problem === 'sheet-gone';
  for (const after of [0, 1, 2]) {
    const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
    for (const name of ['甲校', '乙校']) {
      excel.paste(`${name}!A1`, rowsOf(3));
      excel.merge(`${name}!A5:C5`);
    }
    const sheets = await value(host.readAll());
    await excel.settled();
    excel.fail({ code, after });
    const outcome = await host.readAll();
    if (outcome.ok) expect([recovers, outcome.value]).toEqual([true, sheets]);
    else expect([after, outcome]).toMatchObject([after, { ok: false, problem }]);
    expect(await value(host.readAll())).toEqual(sheets);
  }
});

test.each(CODES)('%s while a range or one sheet is read is told', async (code, problem) => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(1));
  const { id, grid } = await active(host);
  await excel.settled();
  const range = { top: 0, left: 0, bottom: 0, right: 3 };
  excel.fail({ code });
  expect(await host.readRange(id, range)).toMatchObject({ ok: false, problem });
  expect(await value(host.readRange(id, range))).toEqual(grid.rows);
  // What may come of a sheet with too much in it is asked twice.
  excel.fail({ code, times: problem === 'too-large' || problem === 'failed' ? 2 : 1 });
  expect(await host.read(id)).toMatchObject({ ok: false, problem });
  expect((await value(host.read(id))).grid).toEqual(grid);
});

test('a sheet that was deleted is gone', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  const { id } = await active(host);
  excel.deleteSheet('甲校');
  expect(await host.read(id)).toMatchObject({ ok: false, problem: 'sheet-gone' });
  expect(await host.select(id, 0, 0)).toMatchObject({ ok: false, problem: 'sheet-gone' });
});

describe('the same content in a file and in Excel', () => {
  /** What a person typed into a cell of such a format, and what a file has for it. */
  const CELLS: readonly (readonly [cell: string, format: string, typed: string, saved: CellValue])[] = [
    ['A1', '@', '考评人员申报汇总表', '考评人员申报汇总表'],
    ['A3', '@', '110101199003070012', '110101199003070012'],
    ['B3', '@', '0050', '0050'],
    ['C3', '@', '=A3', '=A3'],
    ['D3', '@', '是\n否', '是\n否'],
    ['E3', '@', ' 张 三 ', ' 张 三 '],
    ['F3', 'General', '电工', '电工'],
    ['A4', 'General', '12', 12],
    ['B4', 'General', '12.5', 12.5],
    ['C4', '0.00', '12', 12],
    ['D4', '0%', '0.5', 0.5],
    ['E4', '0', '13800001111', 13800001111],
    ['F4', '@', '12', '12'],
    ['G4', 'General', '-3', -3],
    ['H4', 'General', '0.1', 0.1],
    ['A5', 'yyyy-mm-dd', '2025-03-26', 45742],
    ['B5', 'yyyy"年"m"月"d"日"', '2025-03-26', 45742],
    ['C5', 'yyyy/m/d', '2025-03-26', 45742],
    ['D5', 'General', '45742', 45742],
    ['E5', '@', '2025.3.26', '2025.3.26'],
    ['A6', 'General', 'TRUE', true],
    ['B6', 'General', '=A4', { formula: 'A4', result: 12 }],
    ['C6', 'General', '=A3', { formula: 'A3', result: '110101199003070012' }],
    ['D6', 'yyyy-mm-dd', '=A5', { formula: 'A5', result: new Date(Date.UTC(2025, 2, 26)) }],
    ['E6', 'General', '=A6', { formula: 'A6', result: true }],
    ['A8', '@', '填报单位（加盖公章）：', '填报单位（加盖公章）：'],
  ];
  /** The cells that hold something, by their place: blank ones may be there or not. */
  const cellsOf = ({ rows }: Grid): ReadonlyMap<string, Cell> =>
    new Map(
      Array.from(rows, (line, row) =>
        Array.from(line ?? [], (cell, column) => [`${row},${column}`, cell ?? EMPTY_CELL] as const),
      )
        .flat()
        .filter(([, cell]) => cell.kind !== 'empty'),
    );

  async function inFile(): Promise<Grid> {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    for (const [address, format, , saved] of CELLS) {
      sheet.getCell(address).numFmt = format;
      sheet.getCell(address).value = saved;
    }
    sheet.mergeCells('A1:H1');
    sheet.mergeCells('A8:C9');
    sheet.getRow(5).hidden = true;
    const [grid] = (await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))).sheets;
    if (grid === undefined) throw new Error('no sheet');
    return grid;
  }

  test.each(PROFILES)('reads the same, cell by cell: Excel %s', async (profile) => {
    const { excel, host } = await start({ profile });
    for (const [address, format, typed] of CELLS) {
      excel.format(address, 'numberFormat', format);
      excel.type(address, typed);
    }
    excel.merge('A1:H1');
    excel.merge('A8:C9');
    excel.hideRows('5:5');
    const file = await inFile();
    const { grid } = await active(host);
    const [held, saved] = [cellsOf(grid), cellsOf(file)];
    expect(held.size).toBe(CELLS.length);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(saved));
    expect([grid.name, grid.merges, grid.visible, [...grid.hiddenRows]]).toEqual([
      file.name,
      file.merges,
      file.visible,
      [...file.hiddenRows],
    ]);
    const right = Math.max(...Array.from(grid.rows, (line) => line?.length ?? 0)) - 1;
    const range = await value(
      host.readRange((await active(host)).id, { top: 0, left: 0, bottom: grid.rows.length - 1, right }),
    );
    expect(Object.fromEntries(cellsOf({ ...grid, rows: range }))).toEqual(Object.fromEntries(saved));
  });
});
