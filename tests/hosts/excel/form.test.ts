import { Workbook, type Borders, type Style, type Worksheet } from 'exceljs';
import { officialTemplate } from '../../../src/documents/official-workbook';
import type { SheetId } from '../../../src/hosts/host';
import { columnPoints } from '../../../src/sheet/form-shape';
import { officialLayout } from '../../../src/sheet/layout';
import { templateLists } from '../../../src/sheet/template-lists';
import { formatA1 } from '../../excel-host/src/a1';
import { RULEBOOK } from '../../support/rulebook';
import { CODES, PROFILES, requests, useAdapter, value } from './support/adapter';

const start = useAdapter();

const LAYOUT = officialLayout(null);
const ROWS = 5;

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Whether a cell has a line above, below, on its left and right: it may be the neighbour's. */
function linesAround(
  has: (row: number, column: number, side: Side) => boolean,
  row: number,
  column: number,
): readonly boolean[] {
  return [
    has(row, column, 'top') || has(row - 1, column, 'bottom'),
    has(row, column, 'bottom') || has(row + 1, column, 'top'),
    has(row, column, 'left') || has(row, column - 1, 'right'),
    has(row, column, 'right') || has(row, column + 1, 'left'),
  ];
}

/** The form as a file, read by a library that is not ours. */
async function formOfFile(): Promise<Worksheet> {
  const workbook = new Workbook();
  const bytes = officialTemplate({ ...LAYOUT, emptyRows: ROWS, lists: templateLists(RULEBOOK) });
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe.each(PROFILES)('Excel %s', (profile) => {
  test('the form is inserted, rows are hidden and shown again', async () => {
    const { excel, host } = await start({ profile });
    const id = await value(host.insertForm(officialLayout(null), 5));
    const { grid } = await value(host.read(id));
    expect(grid.rows[0]?.[0]?.text).toBe('考评人员申报汇总表');
    expect(grid.rows[1]).toHaveLength(27);
    const before = excel.snapshot();
    await value(host.showOnly(id, { firstRow: 2, lastRow: 6 }, new Set([3])));
    excel.hideRows('4:4');
    const { hiddenRows } = (await value(host.read(id))).grid;
    // The row that the user hid, and not those that we did.
    expect([[...excel.active.hiddenRows.keys()], [...hiddenRows]]).toEqual([[2, 4, 5, 6, 3], [3]]);
    excel.hideRows('4:4', false);
    await value(host.showOnly(id, { firstRow: 2, lastRow: 6 }, null));
    expect(excel.snapshot()).toEqual(before);
    await value(host.insertRows(id, 7, 2));
    expect((await value(host.read(id))).grid.rows[9]?.[0]?.text).toContain('填报单位');
  });
});

describe('the inserted form is the form of `kpy template`', () => {
  async function both() {
    const { excel, host } = await start();
    await value(host.insertForm(LAYOUT, ROWS));
    return { excel, inserted: excel.active, file: await formOfFile() };
  }

  test('name, merged cells, widths, heights, no gridlines', async () => {
    const { inserted, file } = await both();
    expect(inserted.name).toBe(file.name);
    expect(inserted.merges.map((area) => formatA1(area)).sort()).toEqual([...file.model.merges].sort());
    LAYOUT.columns.forEach((_, column) => {
      expect(inserted.columnWidths.get(column)).toBeCloseTo(
        columnPoints(file.getColumn(column + 1).width ?? 0),
      );
    });
    for (let row = 1; row <= file.rowCount; row++)
      expect([row, inserted.rowHeights.get(row - 1)]).toEqual([row, file.getRow(row).height]);
    expect(file.views[0]).toMatchObject({ state: 'normal', showGridLines: false });
    expect(inserted.showGridlines).toBe(false);
  });

  test('texts, formats, fonts, borders and prompts, cell by cell', async () => {
    const { excel, inserted, file } = await both();
    const drawn = (row: number, column: number, side: Side): boolean =>
      row > 0 && column > 0 && inserted.format(row - 1, column - 1)[`borders.${side}.style`] === 'Continuous';
    const saved = (row: number, column: number, side: Side): boolean =>
      row > 0 &&
      column > 0 &&
      (file.getCell(row, column).border as Partial<Borders> | undefined)?.[side]?.style === 'thin';
    // Looking at a cell below makes a row of it.
    const { rowCount } = file;
    for (let row = 1; row <= rowCount; row++)
      for (let column = 1; column <= LAYOUT.columns.length; column++) {
        const cell = file.getCell(row, column);
        const format = excel.formatOf(cell.address);
        const covered = cell.isMerged && cell.master !== cell;
        if (!covered) {
          expect([cell.address, excel.text(cell.address)]).toEqual([cell.address, cell.text]);
          const isBody = row >= 3 && row < 3 + ROWS;
          if (isBody)
            expect(format.numberFormat).toBe(
              ((cell.numFmt as string | undefined) ?? 'General').replaceAll('\\', ''),
            );
        }
        const { alignment, font } = cell as Partial<Style>;
        expect({
          address: cell.address,
          font: [format['font.name'], format['font.size'], format['font.bold']],
          align: [format.horizontalAlignment, format.verticalAlignment, format.wrapText],
          upright: format.textOrientation === 180,
          lines: linesAround(drawn, row, column),
        }).toEqual({
          address: cell.address,
          font: [font?.name, font?.size, font?.bold ?? false],
          align: [
            alignment?.horizontal === 'left' ? 'Left' : 'Center',
            alignment?.vertical === 'middle' ? 'Center' : alignment?.vertical,
            alignment?.wrapText ?? false,
          ],
          upright: alignment?.textRotation === 'vertical',
          lines: linesAround(saved, row, column),
        });
      }
    for (let row = 3; row < 3 + ROWS; row++)
      LAYOUT.columns.forEach((_, column) => {
        const { promptTitle, prompt } = file.getCell(row, column + 1).dataValidation;
        expect(inserted.cell(row - 1, column).validation?.prompt).toMatchObject({
          title: promptTitle,
          message: prompt,
        });
      });
  });

  test('the printed page', async () => {
    const { inserted, file } = await both();
    const { pageLayout } = inserted;
    const { margins, orientation, printArea, printTitlesRow } = file.pageSetup;
    expect([orientation, printTitlesRow, printArea]).toEqual(['landscape', '2:2', 'A1:AA10']);
    expect(pageLayout).toMatchObject({
      orientation: 'Landscape',
      printArea: [{ r0: 0, c0: 0, r1: 9, c1: 26 }],
      printTitleRows: { r0: 1, r1: 1 },
      centerFooter: (file.headerFooter.oddFooter ?? '').slice(2),
    });
    for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const)
      expect(pageLayout[`${side}Margin`]).toBeCloseTo((margins?.[side] ?? 0) * 72);
  });
});

test('a second form has a name of its own', async () => {
  const { excel, host } = await start();
  for (let n = 0; n < 3; n++) await value(host.insertForm({ ...LAYOUT, title: "'考评[2025]表'" }, 1));
  expect(excel.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    '考评 2025 表',
    '考评 2025 表 (2)',
    '考评 2025 表 (3)',
  ]);
});

test('where no sheet can be added the form is refused', async () => {
  const { excel, host } = await start();
  excel.protectStructure();
  const before = excel.snapshot();
  expect(await host.insertForm(LAYOUT, 5)).toMatchObject({ ok: false, problem: 'protected' });
  expect(excel.snapshot()).toEqual(before);
});

test.each(CODES)('%s anywhere in inserting the form leaves no half of one', async (code, problem) => {
  const { excel, host } = await start();
  const before = excel.snapshot();
  for (const [after, action] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 5],
    [1, 40],
    [1, 150],
    [1, 300],
  ] as const) {
    excel.fail({ code, after, action });
    expect(await host.insertForm(LAYOUT, 5)).toMatchObject({ ok: false, problem });
    expect(excel.snapshot()).toEqual(before);
  }
  await value(host.insertForm(LAYOUT, 5));
  expect(excel.sheets).toHaveLength(2);
});

test.each(['A3', 'any paper'] as const)(
  'a machine without a printer for %s has the form all the same',
  async (paper) => {
    const { excel, host } = await start();
    excel.printer = paper === 'A3' ? 'no A3' : 'none';
    const id = await value(host.insertForm(LAYOUT, ROWS));
    expect(excel.text('A3')).toBe('');
    expect(excel.active.id).toBe(id);
    expect(excel.active.showGridlines).toBe(false);
    expect(excel.active.pageLayout).toMatchObject(paper === 'A3' ? { orientation: 'Landscape' } : {});
    expect(excel.active.pageLayout).not.toHaveProperty('paperSize');
  },
);

describe('rows inserted above the footer', () => {
  async function inserted(): Promise<Awaited<ReturnType<typeof start>> & { readonly id: SheetId }> {
    const opened = await start();
    const id = await value(opened.host.insertForm(LAYOUT, ROWS));
    const columns = new Map(LAYOUT.columns.map(({ key }, column) => [key, column] as const));
    const places = { columns, firstRow: 2, lastRow: 1 + ROWS };
    await value(opened.host.offerLists(id, places, templateLists(RULEBOOK)));
    await opened.excel.settled();
    return { ...opened, id };
  }

  test('have formats, lists and prompts of the row above', async () => {
    const { excel, host, id } = await inserted();
    await value(host.insertRows(id, 2 + ROWS, 3));
    const sheet = excel.active;
    for (let row = 2 + ROWS; row < 5 + ROWS; row++)
      LAYOUT.columns.forEach(({ prompt }, column) => {
        expect(sheet.format(row, column)).toEqual(sheet.format(1 + ROWS, column));
        expect(sheet.cell(row, column).validation?.prompt).toMatchObject({ message: prompt });
      });
    excel.type('X8', '考评员');
    excel.type('Y8', '人工智能训练师');
    expect(excel.dropdown('Z8')).toEqual(['4-04-05-05']);
    expect(excel.text('A11')).toContain('填报单位');
    expect(excel.dropdown('F11')).toBeUndefined();
  });

  test('are taken away again, and the sheet is as it was', async () => {
    const { excel, host, id } = await inserted();
    const before = excel.snapshot();
    await value(host.insertRows(id, 7, 3));
    expect(await value(host.removeRows(id, 7, 3))).toBe(true);
    expect(excel.snapshot()).toEqual(before);
  });

  test.each(['李新', '=""'])('stay, all of them, where %s stands in one', async (text) => {
    const { excel, host, id } = await inserted();
    await value(host.insertRows(id, 7, 3));
    excel.type('AB9', text);
    const before = excel.snapshot();
    expect(await value(host.removeRows(id, 7, 3))).toBe(false);
    expect(excel.snapshot()).toEqual(before);
  });

  test('are taken away in three requests, none of them from a protected sheet', async () => {
    const { excel, host, id } = await inserted();
    await value(host.insertRows(id, 7, 100));
    expect(await requests(excel, () => host.removeRows(id, 7, 100))).toBe(3);
    excel.protect();
    expect(await host.removeRows(id, 7, 1)).toMatchObject({ ok: false, problem: 'protected' });
  });

  test('a protected sheet gets none', async () => {
    const { excel, host, id } = await inserted();
    excel.protect();
    const before = excel.snapshot();
    expect(await host.insertRows(id, 7, 1)).toMatchObject({ ok: false, problem: 'protected' });
    expect(excel.snapshot()).toEqual(before);
  });

  test.each(CODES)('%s anywhere in it changes nothing', async (code, problem) => {
    const { excel, host, id } = await inserted();
    const before = excel.snapshot();
    for (const [after, action] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 5],
      [2, 20],
    ] as const) {
      excel.fail({ code, after, action });
      expect(await host.insertRows(id, 7, 2)).toMatchObject({ ok: false, problem });
      expect(excel.snapshot()).toEqual(before);
    }
    await value(host.insertRows(id, 7, 2));
    expect(excel.text('A10')).toContain('填报单位');
  });

  test('where they cannot be taken away again, empty rows are all that is left of it', async () => {
    const { excel, host, id } = await inserted();
    excel.fail({ code: 'GeneralException', after: 2, times: 2 });
    expect(await host.insertRows(id, 7, 2)).toMatchObject({ ok: false, problem: 'failed' });
    expect(excel.values('A8:AA9').flat().join('')).toBe('');
    expect(excel.text('A10')).toContain('填报单位');
  });

  test('in three requests, whatever the number of rows', async () => {
    const { excel, host, id } = await inserted();
    for (const count of [1, 100]) expect(await requests(excel, () => host.insertRows(id, 7, count))).toBe(3);
  });
});
