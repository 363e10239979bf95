import type { ICellData, IStyleData, IWorkbookData, Nullable } from '@univerjs/core';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { bridge } from '../../../src/hosts/browser/bridge/bridge';
import { readCell } from '../../../src/hosts/browser/cell-data';
import { readWorkbook, UnreadableFile } from '../../../src/hosts/file';
import { EMPTY_CELL, type Cell } from '../../../src/rules/cell';
import type { Grid } from '../../../src/sheet/grid';
import { format, number, xf, xlsSheet } from '../file/support/biff';
import { richWorkbook } from '../file/support/rich-workbook';
import { sheetZip } from '../file/support/workbook-zip';

const ROOT = join(__dirname, '..', '..', '..');

/** Every workbook of the examples, the golden cases and the file fixtures that can be opened. */
const FILES = [
  ...readdirSync(join(ROOT, 'examples')).map((name) => join('examples', name)),
  ...readdirSync(join(ROOT, 'tests/cases')).flatMap((folder) =>
    ['input.xlsx', 'input.xls'].map((name) => join('tests/cases', folder, name)),
  ),
  ...['roster.xlsx', 'roster-1904.xlsx', 'roster.xls', 'roster-1904.xls'].map((name) =>
    join('tests/hosts/file/fixtures', name),
  ),
].filter((path) => /[^~#]\.xlsx?$/.test(path) && !path.includes('.~lock') && existsSync(join(ROOT, path)));

/** What a grid of the snapshot reads like to the rules: formulas without what Excel puts before their names. */
function readSnapshot(snapshot: IWorkbookData): Pick<Grid, 'name' | 'rows' | 'hiddenRows' | 'visible'>[] {
  return snapshot.sheetOrder.map((id) => {
    const sheet = snapshot.sheets[id];
    const styleOf = (cell: ICellData): Nullable<IStyleData> =>
      typeof cell.s === 'string' ? snapshot.styles[cell.s] : cell.s;
    const rows: Cell[][] = [];
    for (const [row, cells] of Object.entries(sheet?.cellData ?? {}))
      for (const [column, cell] of Object.entries(cells as Record<string, ICellData>))
        (rows[Number(row)] ??= [])[Number(column)] = readCell(cell, styleOf(cell)?.n?.pattern);
    const hidden = Object.entries(sheet?.rowData ?? {}).flatMap(([row, { hd }]) =>
      hd === 1 ? [Number(row)] : [],
    );
    return {
      name: sheet?.name ?? '',
      rows,
      hiddenRows: new Set(hidden),
      visible: Number(sheet?.hidden) === 0,
    };
  });
}

/** The cells that are there, by place. */
const cellsOf = ({ rows }: Pick<Grid, 'rows'>): Map<string, Cell> => {
  const cells = new Map<string, Cell>();
  rows.forEach((line, row) =>
    line?.forEach((cell, column) => {
      if (cell !== undefined && cell !== EMPTY_CELL && cell.kind !== 'empty')
        cells.set(`${row},${column}`, cell);
    }),
  );
  return cells;
};

test('there are files to read', () => {
  expect(FILES.length).toBeGreaterThan(30);
});

describe.each(FILES)('%s', (path) => {
  test('reads from the grid as it reads from the file, or is refused as the file is', async () => {
    const bytes = new Uint8Array(readFileSync(join(ROOT, path)));
    const expected = await readWorkbook(bytes).catch((error: unknown) => error);
    if (expected instanceof UnreadableFile) {
      await expect(bridge(bytes)).rejects.toMatchObject({ problem: expected.problem });
      return;
    }
    const { sheets } = expected as Awaited<ReturnType<typeof readWorkbook>>;
    const { snapshot } = await bridge(bytes);
    const got = readSnapshot(snapshot);
    expect(got.map(({ name, visible }) => ({ name, visible }))).toEqual(
      sheets.map(({ name, visible }) => ({ name, visible })),
    );
    sheets.forEach((sheet, index) => {
      const there = got[index];
      if (there === undefined) throw new Error('a sheet is missing');
      expect(Object.fromEntries(cellsOf(there))).toEqual(Object.fromEntries(cellsOf(sheet)));
      for (const row of sheet.hiddenRows) expect(there.hiddenRows).toContain(row);
    });
  });
});

describe('values', () => {
  const cell = async (xml: string): Promise<ICellData | undefined> => {
    const { snapshot } = await bridge(sheetZip(`<row r="1">${xml}</row>`));
    return snapshot.sheets['sheet-1']?.cellData?.[0]?.[0];
  };

  test('digits that are text stay text', async () => {
    expect(await cell('<c r="A1" t="inlineStr"><is><t>50010319850712100X</t></is></c>')).toEqual({
      v: '50010319850712100X',
      t: 1,
    });
    expect(await cell('<c r="A1" s="2" t="inlineStr"><is><t>500103198507121001</t></is></c>')).toEqual({
      v: '500103198507121001',
      t: 1,
      s: 'f2',
    });
  });

  test('a formula keeps its cached result, and one of ours is computed anew', async () => {
    expect(await cell('<c r="A1"><f>B1*2</f><v>25</v></c>')).toEqual({ f: '=B1*2', v: 25, t: 2 });
    expect(await cell('<c r="A1" t="str"><f>_xldudf_KPY_ELIGIBLE(A4:AA4)</f><v>符合</v></c>')).toEqual({
      f: '=KPY.ELIGIBLE(A4:AA4)',
    });
    expect(await cell('<c r="A1" t="str"><f>_xlfn.CONCAT(B1,C1)</f><v>甲乙</v></c>')).toEqual({
      f: '=CONCAT(B1,C1)',
      v: '甲乙',
      t: 1,
    });
  });

  test('a group of one formula is written out', async () => {
    const { snapshot } = await bridge(richWorkbook());
    const cells = snapshot.sheets['sheet-1']?.cellData;
    expect([3, 4, 5].map((row) => cells?.[row]?.[5]?.f)).toEqual(['=E4*2', '=E5*2', '=E6*2']);
  });

  test('a number of an .xls keeps the zeros that its format shows before it', async () => {
    const bytes = xlsSheet(
      [format(176, '0000000'), format(177, '00'), xf(0), xf(176), xf(177)],
      number(0, 0, 1234, 1),
      number(0, 1, 7, 2),
      number(0, 2, 4321, 1),
      number(0, 3, 12, 0),
    );
    const [sheet] = readSnapshot((await bridge(bytes)).snapshot);
    expect(sheet?.rows[0]?.map((cell) => cell?.text)).toEqual(['0001234', '07', '0004321', '12']);
  });

  test('an error value comes back as one', async () => {
    const data = await cell('<c r="A1" t="e"><v>#REF!</v></c>');
    expect(readCell(data, undefined)).toEqual({ kind: 'error', text: '#REF!' });
  });
});
