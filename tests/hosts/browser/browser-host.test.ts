import ExcelJS from 'exceljs';
import { officialTemplate } from '../../../src/documents/official-workbook';
import { readWorkbook } from '../../../src/hosts/file';
import { done, type SheetId } from '../../../src/hosts/host';
import { officialLayout } from '../../../src/sheet/layout';
import { templateLists } from '../../../src/sheet/template-lists';
import { RULEBOOK } from '../../support/rulebook';
import { formula, special, xlsSheet } from '../file/support/biff';
import { f64 } from '../file/support/bytes';
import { richWorkbook } from '../file/support/rich-workbook';
import { STYLES, workbookZip } from '../file/support/workbook-zip';
import { SHEET, useGrid } from './support/use-grid';
import { workbookOf } from './support/sheet';

const ID = '50010319850712100X';
const DIGITS = '500103198507121001';

const ROWS = [
  ['考评人员申报汇总表', '', '', ''],
  ['姓名', '身份证号码', '工龄', '电话'],
  ['张甲', ID, 12, '13900000001'],
  ['李乙', '', 8, ''],
  ['王丙', '', 5, ''],
];

const grid = useGrid();
const { evaluate } = grid;

describe('reading', () => {
  beforeAll(() => grid.open(workbookOf(ROWS)));

  test('a sheet reads as the file does', async () => {
    const read = await evaluate((id) => window.page.host.read(id), SHEET);
    if (!read.ok) throw new Error(read.problem);
    expect(read.value.grid.rows[2]).toEqual([
      { kind: 'text', text: '张甲' },
      { kind: 'text', text: ID },
      { kind: 'number', text: '12', number: 12 },
      { kind: 'text', text: '13900000001' },
    ]);
    expect(read.value.protected).toBe(false);
  });

  test('a sheet that is not there is gone', async () => {
    expect(await evaluate((id) => window.page.host.read(id), 'nowhere' as SheetId)).toEqual({
      ok: false,
      problem: 'sheet-gone',
    });
  });

  test('hidden sheets are not read', async () => {
    await grid.open(richWorkbook());
    const all = await evaluate(() => window.page.host.readAll(), null);
    expect(all.ok && all.value.map(({ grid: { name } }) => name)).toEqual(['名单']);
  });
});

describe('opening', () => {
  test('a formula of an .xls that came to nothing is no error', async () => {
    await grid.open(xlsSheet([], formula(0, 0, special(3)), formula(0, 1, f64(25))));
    expect(await grid.texts(0, 0, 0, 1)).toEqual([['', '25']]);
    expect(await grid.cell(0, 0)).toMatchObject({ kind: 'empty', formula: '""' });
  });

  test('names what stays in the file', async () => {
    expect(await grid.open(richWorkbook())).toEqual(['pictures', 'comments', 'conditional-formats', 'links']);
  });

  test('a file that cannot be read leaves the work as it was', async () => {
    await grid.open(workbookOf(ROWS));
    const refused = await evaluate(
      (bytes) =>
        window.page.open(new Uint8Array(bytes), 'x.xlsx').then(
          () => 'opened',
          (error: unknown) => (error as { problem: string }).problem,
        ),
      [60, 104, 116, 109, 108, 62],
    );
    expect(refused).toBe('html');
    expect(await grid.texts(2, 0, 2, 1)).toEqual([['张甲', ID]]);
  });

  test('says that the sheets are others now', async () => {
    await grid.open(workbookOf(ROWS));
    await evaluate(
      (bytes) => window.page.open(new Uint8Array(bytes), 'x.xlsx'),
      Array.from(workbookOf(ROWS)),
    );
    expect(await grid.events()).toEqual([{ kind: 'sheets' }]);
  });
});

describe('writing', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  test('writes texts as text, days as days and numbers as numbers, and reads them back', async () => {
    const report = await evaluate(
      ({ id, digits }) =>
        window.page.host.write(id, [
          { row: 3, column: 1, expected: '', value: digits },
          { row: 3, column: 2, expected: '8', value: 9 },
          { row: 3, column: 3, expected: '', value: { serial: 45742 } },
        ]),
      { id: SHEET, digits: DIGITS },
    );
    expect(report).toMatchObject({
      ok: true,
      value: {
        changes: [
          { row: 3, column: 1, after: { kind: 'text', text: DIGITS } },
          { row: 3, column: 2, after: { kind: 'number', text: '9', number: 9 } },
          { row: 3, column: 3, after: { kind: 'date', text: '2025-03-26', number: 45742 } },
        ],
        skipped: [],
        refused: [],
      },
    });
    expect(await grid.cell(3, 1)).toEqual({ kind: 'text', text: DIGITS });
  });

  test('leaves a cell alone that holds another text by now', async () => {
    const report = await evaluate(
      (id) =>
        window.page.host.write(id, [
          { row: 2, column: 0, expected: '张乙', value: '张丙' },
          { row: 3, column: 0, expected: '李乙', value: '李丁' },
        ]),
      SHEET,
    );
    expect(report.ok && report.value).toMatchObject({ skipped: ['A3'], changes: [{ row: 3, column: 0 }] });
    expect(await grid.texts(2, 0, 3, 0)).toEqual([['张甲'], ['李丁']]);
  });

  test('tells nobody of its own writes', async () => {
    await evaluate(
      (id) => window.page.host.write(id, [{ row: 2, column: 0, expected: '张甲', value: '张丙' }]),
      SHEET,
    );
    expect(await grid.events()).toEqual([]);
  });

  test('what it says was there before puts everything back', async () => {
    const restored = await evaluate(async (id) => {
      const { host } = window.page;
      const before = await host.read(id);
      const written = await host.write(id, [
        { row: 2, column: 1, expected: '50010319850712100X', value: 'x' },
        { row: 2, column: 2, expected: '12', value: { serial: 45000 } },
        { row: 3, column: 1, expected: '', value: 'y' },
      ]);
      if (!written.ok) return null;
      await host.write(
        id,
        written.value.changes.map(({ row, column, before: value, after }) => ({
          row,
          column,
          expected: after.text,
          value,
        })),
      );
      const after = await host.read(id);
      return before.ok && after.ok
        ? [before.value.grid.rows.slice(0, 5), after.value.grid.rows.slice(0, 5)]
        : null;
    }, SHEET);
    expect(restored?.[1]).toEqual(restored?.[0]);
  });

  test('what was there before is put back over no formula that has come since', async () => {
    await evaluate(
      (id) => window.page.host.write(id, [{ row: 4, column: 2, expected: '5', value: 6 }]),
      SHEET,
    );
    await grid.goTo(4, 2);
    await grid.page.keyboard.type('=3+3');
    await grid.page.keyboard.press('Enter');
    await grid.reads(4, 2, '6');
    const undone = await evaluate(
      (id) =>
        window.page.host.write(id, [
          { row: 4, column: 2, expected: '6', value: { formula: 5, format: 'General' } },
        ]),
      SHEET,
    );
    expect(undone.ok && undone.value).toMatchObject({ changes: [], skipped: ['C5'] });
  });

  test('the grid’s undo takes a write back in one step, and tells of it; redo does it again', async () => {
    await evaluate(
      (id) =>
        window.page.host.write(id, [
          { row: 2, column: 0, expected: '张甲', value: '张丙' },
          { row: 4, column: 2, expected: '5', value: 6 },
        ]),
      SHEET,
    );
    await evaluate(() => {
      window.page.host.focus();
    }, null);
    await grid.page.keyboard.press('Control+z');
    await grid.reads(2, 0, '张甲');
    await grid.reads(4, 2, '5');
    expect(await grid.events()).toContainEqual({
      kind: 'edited',
      sheet: SHEET,
      range: { top: 2, left: 0, bottom: 4, right: 2 },
    });
    await grid.page.keyboard.press('Control+y');
    await grid.reads(2, 0, '张丙');
  });

  test('a protected sheet is not written', async () => {
    await grid.open(richWorkbook());
    const written = await evaluate(
      (id) => window.page.host.write(id, [{ row: 3, column: 3, expected: '张甲', value: '张乙' }]),
      SHEET,
    );
    expect(written).toEqual({ ok: false, problem: 'protected' });
    await grid.goTo(3, 3);
    await grid.page.keyboard.type('王');
    await grid.page.keyboard.press('Enter');
    expect((await grid.cell(3, 3)).text).toBe('张甲');
    await grid.page.keyboard.press('Escape');
  });

  test('a cell that is open for typing is closed first', async () => {
    await grid.goTo(3, 1);
    await grid.page.keyboard.type('4001');
    const written = await evaluate(
      (id) => window.page.host.write(id, [{ row: 4, column: 0, expected: '王丙', value: '王丁' }]),
      SHEET,
    );
    expect(written.ok).toBe(true);
    await grid.reads(3, 1, '4001');
    await grid.reads(4, 0, '王丁');
  });
});

describe('what a user does', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  test('typing is told, and where the selection goes', async () => {
    await grid.goTo(3, 0);
    await grid.page.keyboard.type('赵');
    await grid.page.keyboard.press('Enter');
    await grid.reads(3, 0, '赵');
    const events = await grid.events();
    expect(events).toContainEqual({
      kind: 'edited',
      sheet: SHEET,
      range: { top: 3, left: 0, bottom: 3, right: 0 },
    });
    expect(events).toContainEqual({ kind: 'selected', sheet: SHEET, row: 4, column: 0 });
  });

  test('an ID number typed into a text cell keeps its digits', async () => {
    await grid.goTo(2, 1);
    await grid.page.keyboard.type(DIGITS);
    await grid.page.keyboard.press('Enter');
    await grid.reads(2, 1, DIGITS);
    expect(await grid.cell(2, 1)).toEqual({ kind: 'text', text: DIGITS });
  });

  test('so many digits typed into any other cell do too', async () => {
    await grid.goTo(2, 0);
    await grid.page.keyboard.type(DIGITS);
    await grid.page.keyboard.press('Enter');
    await grid.reads(2, 0, DIGITS);
    expect(await grid.cell(2, 0)).toEqual({ kind: 'text', text: DIGITS });
  });

  test('clearing is told', async () => {
    await grid.goTo(2, 0);
    await grid.page.keyboard.press('Delete');
    await grid.reads(2, 0, '');
    expect(await grid.events()).toContainEqual(expect.objectContaining({ kind: 'edited' }));
  });
});

/** Puts something on the clipboard as another program does, and pastes it. */
async function paste(html: string, text: string): Promise<void> {
  await grid.page.evaluate(
    async ({ html, text }) => {
      const blob = (type: string, content: string): Blob => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': blob('text/plain', text),
          ...(html === '' ? {} : { 'text/html': blob('text/html', html) }),
        }),
      ]);
    },
    { html, text },
  );
  await grid.page.keyboard.press('Control+V');
  await grid.page.waitForTimeout(300);
}

describe('pasting', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  test('from Excel or WPS: IDs stay text, the cell’s text format stays, the paste is told', async () => {
    await grid.goTo(2, 0);
    await paste(
      `<table><tr><td>陈戊</td><td style='mso-number-format:"\\@"'>${DIGITS}</td><td>20</td></tr><tr><td>周己</td><td>${DIGITS}</td><td>3.5</td></tr></table>`,
      `陈戊\t${DIGITS}\t20\n周己\t${DIGITS}\t3.5\n`,
    );
    await grid.reads(2, 0, '陈戊');
    expect(await Promise.all([grid.cell(2, 1), grid.cell(3, 1), grid.cell(2, 2), grid.cell(3, 2)])).toEqual([
      { kind: 'text', text: DIGITS },
      { kind: 'text', text: DIGITS },
      { kind: 'number', text: '20', number: 20 },
      { kind: 'number', text: '3.5', number: 3.5 },
    ]);
    expect(await grid.events()).toContainEqual({
      kind: 'edited',
      sheet: SHEET,
      range: { top: 2, left: 0, bottom: 3, right: 2 },
    });
  });

  test('tabbed text with a line break in quotes, a code and a number with a leading zero', async () => {
    await grid.goTo(3, 0);
    await paste('', `"电工\n钳工"\t4-04-05-05\t007\r\n吴庚\t\t1\r\n`);
    await grid.reads(3, 0, '电工\n钳工');
    expect(await grid.texts(3, 0, 4, 2)).toEqual([
      ['电工\n钳工', '4-04-05-05', '007'],
      ['吴庚', '', '1'],
    ]);
  });

  test('two hundred rows from WPS: every digit stays, the sheet grows, one undo takes them back', async () => {
    const people = Array.from({ length: 200 }, (_, i) => [
      `考生${i}`,
      `5001031985${String(i).padStart(7, '0')}X`.replace(/X$/, String(i % 10)),
      String(i + 1),
      `1390000${String(i).padStart(4, '0')}`,
    ]);
    const cells = people
      .map(
        ([name, id, years, phone]) =>
          `<tr height=18><td class=et2>${name}</td><td class=et3>${id}</td><td class=et2 align=right>${years}</td><td class=et3>${phone}</td></tr>`,
      )
      .join('\n');
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="WPS Office ET"><style><!-- .et2
\t{mso-number-format:"General";}
.et3
\t{mso-style-parent:"style0";
\tmso-number-format:"\\@";} --></style></head><body><table>${cells}</table></body></html>`;
    await grid.goTo(100, 0);
    await paste(html, people.map((row) => row.join('\t')).join('\r\n'));
    await grid.reads(299, 0, '考生199');
    expect(await grid.texts(100, 0, 299, 3)).toEqual(people);
    expect(await grid.cell(299, 1)).toMatchObject({ kind: 'text' });
    expect(await grid.cell(299, 2)).toMatchObject({ kind: 'number' });
    const rows = await evaluate((id) => window.page.host.record()?.snapshot.sheets[id]?.rowCount, SHEET);
    expect(rows).toBeGreaterThanOrEqual(300);
    // It can be gone to, which a row outside the sheet cannot.
    await grid.goTo(299, 0);
    await expect(grid.page.getByRole('status').textContent()).resolves.toBe('A300; 考生199');
    await grid.page.keyboard.press('Control+Z');
    await grid.reads(299, 0, '');
    expect(await grid.texts(2, 0, 2, 1)).toEqual([['张甲', ID]]);
  });

  test('as plain text from Excel, digits of an ID stay too', async () => {
    await grid.goTo(2, 0);
    await paste('', `陈戊\t${DIGITS}\t20\r\n`);
    await grid.reads(2, 0, '陈戊');
    expect(await grid.cell(2, 1)).toEqual({ kind: 'text', text: DIGITS });
  });

  test('undo takes a paste back', async () => {
    await grid.goTo(2, 0);
    await paste('', '陈戊\t1\n');
    await grid.reads(2, 0, '陈戊');
    await grid.page.keyboard.press('Control+Z');
    await grid.reads(2, 0, '张甲');
    await grid.reads(2, 1, ID);
  });

  test('what was copied in the grid is pasted with its formula', async () => {
    await grid.open(
      workbookOf([
        [1, 2, '=A1+B1'],
        [10, 20, ''],
      ]),
    );
    await grid.reads(0, 2, '3');
    await grid.goTo(0, 2);
    await grid.page.keyboard.press('Control+C');
    await grid.page.waitForTimeout(300);
    await grid.goTo(1, 2);
    await grid.page.keyboard.press('Control+V');
    await grid.reads(1, 2, '30');
    expect((await grid.cell(1, 2)).formula).toBe('A2+B2');
  });

  test('of what was copied in the grid, 仅粘贴值 takes the values alone, and the menu has no look to paste', async () => {
    await grid.open(
      workbookOf([
        [1, 2, '=A1+B1', ID],
        [10, 20, '', ''],
      ]),
    );
    await grid.reads(0, 2, '3');
    await grid.goTo(0, 2);
    await grid.press('Shift+ArrowRight', 'Control+C');
    await grid.goTo(1, 2);
    await grid.press('Shift+F10');
    await grid.page.getByRole('button', { name: '选择性粘贴', exact: true }).hover();
    const choices = grid.page.getByText(/^仅粘贴/).filter({ visible: true });
    await choices.first().waitFor();
    expect(await choices.allTextContents()).toEqual(['仅粘贴值']);
    await choices.click();
    await grid.reads(1, 2, '3');
    expect((await grid.cell(1, 2)).formula).toBeUndefined();
    expect(await grid.cell(1, 3)).toMatchObject({ kind: 'text', text: ID });
  });
});

describe('copying', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  const copied = async (type: 'text/html' | 'text/plain' = 'text/html'): Promise<string> => {
    await grid.page.keyboard.press('Control+C');
    await grid.page.waitForTimeout(300);
    return evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType(wanted))?.text() ?? '';
    }, type);
  };

  test('keeps a cell of several lines one cell, also as text', async () => {
    await grid.open(workbookOf([['电工/二级\n钳工/三级', '无', '"甲"']]));
    await grid.goTo(0, 0);
    await grid.page.keyboard.press('Shift+ArrowRight');
    await grid.page.keyboard.press('Shift+ArrowRight');
    expect(await copied()).toContain('>电工/二级<br>钳工/三级<');
    expect(await copied('text/plain')).toBe('"电工/二级\n钳工/三级"\t无\t"""甲"""\r\n');
  });

  test('tells other programs which cells are text, so that they keep the digits of an ID', async () => {
    await grid.goTo(2, 1);
    await grid.page.keyboard.press('Shift+ArrowRight');
    const html = await copied();
    expect(html).toMatch(new RegExp(`mso-number-format:\\\\@[^>]*>${ID}<`));
    expect(html.match(/mso-number-format/g)).toHaveLength(1);
  });

  test('a number goes out as text where it is shown with zeros before it', async () => {
    const styles = `<numFmts count="1"><numFmt numFmtId="176" formatCode="0000000"/></numFmts>${STYLES.replace('numFmtId="14"', 'numFmtId="176"')}`;
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>1234</v></c></row></sheetData>';
    await grid.open(workbookZip({ sheets: [{ name: '名单', xml }], styles }));
    await grid.goTo(0, 0);
    expect(await copied()).toMatch(/mso-number-format:\\@[^>]*>0001234</);
    expect(await copied('text/plain')).toBe('0001234\r\n');
  });

  test('leaves the marks behind', async () => {
    await evaluate((id) => window.page.host.mark(id, window.page.marks([[2, 1, 'e']])), SHEET);
    await grid.goTo(2, 1);
    expect(await copied()).not.toMatch(/ffc7ce|255, ?199, ?206/i);
  });
});

describe('custom functions', () => {
  test('compute in cells of a file, from a row of the sheet, and again when it changes', async () => {
    await grid.open('examples/clean.xlsx');
    const typed = await evaluate(
      (id) =>
        window.page.host.write(id, [
          {
            row: 60,
            column: 0,
            expected: '',
            value: { formula: '=KPY.ELIGIBLE(A4:AA4)', format: 'General' },
          },
          { row: 61, column: 0, expected: '', value: { formula: '=KPY.CODE("电工")', format: 'General' } },
          {
            row: 62,
            column: 0,
            expected: '',
            value: { formula: '=KPY.CODE("没有的职业")', format: 'General' },
          },
          { row: 63, column: 0, expected: '', value: { formula: '=KPY.FEE(A70)', format: 'General' } },
        ]),
      SHEET,
    );
    expect(typed.ok).toBe(true);
    await grid.reads(60, 0, '符合');
    await grid.reads(61, 0, '6-31-01-03');
    await grid.reads(62, 0, '#N/A');
    expect((await grid.cell(62, 0)).kind).toBe('error');
    await evaluate(
      (id) => window.page.host.write(id, [{ row: 69, column: 0, expected: '', value: '考评员' }]),
      SHEET,
    );
    await grid.reads(63, 0, '1200');
    await evaluate(
      (id) => window.page.host.write(id, [{ row: 69, column: 0, expected: '考评员', value: '高级考评员' }]),
      SHEET,
    );
    await grid.reads(63, 0, '1300');
  });

  test('typed by a user, and those that a file brings', async () => {
    await grid.open(workbookOf([['=_xldudf_KPY_CODE("电工")', '']]));
    await grid.reads(0, 0, '6-31-01-03');
    await grid.goTo(0, 1);
    await grid.page.keyboard.type('=KPY.NAME("6-31-01-03")');
    await grid.page.keyboard.press('Enter');
    await grid.reads(0, 1, '电工');
  });
});

describe('what formulas come to', () => {
  const SEX = { formula: 'IF(MOD(MID(B2,17,1),2)=1,"男","女")', result: '女' };
  const FOUND = { formula: 'VLOOKUP("甲",[1]单位!A:B,2,0)', result: '重庆永和机械厂' };
  const UNKNOWN = { formula: 'WPS查找(B2)', result: '技师' };
  beforeEach(() =>
    grid.open(
      workbookOf([
        ['姓名', '身份证号码', '性别', '工作单位', '等级'],
        ['张甲', ID, SEX, FOUND, UNKNOWN],
        ['填报单位', '', '', '', ''],
      ]),
    ),
  );

  test('stays while rows are inserted below, and where it cannot be computed here', async () => {
    const inserted = await evaluate((id) => window.page.host.insertRows(id, 2, 3), SHEET);
    expect(inserted.ok).toBe(true);
    const row = ['女', '重庆永和机械厂', '技师'];
    expect(await grid.texts(1, 2, 1, 4)).toEqual([row]);
    await grid.page.waitForTimeout(1_000);
    expect(await grid.texts(1, 2, 1, 4)).toEqual([row]);
    expect((await grid.cell(1, 2)).formula).toBe(SEX.formula);
  });

  test('is told where it changes, and only there', async () => {
    await evaluate(
      ({ id, expected }) =>
        window.page.host.write(id, [{ row: 1, column: 1, expected, value: '500103198507121012' }]),
      { id: SHEET, expected: ID },
    );
    await grid.reads(1, 2, '男');
    expect(await evaluate(() => window.page.events, null)).toEqual([
      { kind: 'edited', sheet: SHEET, range: { top: 1, left: 2, bottom: 1, right: 2 } },
    ]);
  });

  test('is an error where a formula that is typed cannot be computed', async () => {
    await grid.goTo(1, 4);
    await grid.page.keyboard.type('=KEINE(B2)', { delay: 30 });
    await grid.page.keyboard.press('Enter');
    await grid.reads(1, 4, '#NAME?');
  });

  // The list of functions is of =B, and stands for a moment beside =B2.
  test.each([
    ['Enter', '=B', '2', ID],
    ['Tab', '=KEINE(B', '2)', '#NAME?'],
  ])('is of what was typed, though a function was offered, by %s', async (key, before, after, text) => {
    await grid.goTo(1, 4);
    await grid.page.keyboard.type(before, { delay: 30 });
    await grid.page.locator('li', { hasText: 'BASE' }).waitFor();
    await grid.page.keyboard.type(after);
    await grid.page.keyboard.press(key);
    await grid.reads(1, 4, text);
  });

  test('is of the function that was chosen from those offered', async () => {
    await grid.goTo(1, 4);
    await grid.page.keyboard.type('=lef', { delay: 30 });
    await grid.page.locator('li', { hasText: 'LEFT' }).first().waitFor();
    await grid.press('Enter');
    await grid.page.keyboard.type('B2,3)');
    await grid.press('Enter');
    await grid.reads(1, 4, ID.slice(0, 3));
  });
});

describe('marks', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  /** The colour of a cell of the default size, between a text on the left and a number on the right. */
  async function ground(row: number, column: number): Promise<string | undefined> {
    await grid.page.waitForTimeout(300);
    const { x, y } = await grid.point(column * 64 + 45, row * 20 + 10);
    return (await grid.colours(x, y, 1, 1))[0];
  }

  test('are seen, change, go, and are no part of the workbook', async () => {
    const mark = (marks: readonly (readonly [number, number, 'e' | 'w'])[]): Promise<unknown> =>
      evaluate(({ id, marks: list }) => window.page.host.mark(id, window.page.marks(list)), {
        id: SHEET,
        marks,
      });
    await mark([
      [2, 0, 'e'],
      [3, 2, 'w'],
    ]);
    expect(await ground(2, 0)).toBe('255,199,206');
    expect(await ground(3, 2)).toBe('255,235,156');
    await mark([[3, 2, 'e']]);
    expect(await ground(2, 0)).toBe('255,255,255');
    expect(await ground(3, 2)).toBe('255,199,206');
    const snapshot = await evaluate(() => JSON.stringify(window.page.host.record()?.snapshot), null);
    expect(snapshot).not.toMatch(/FFC7CE|FFEB9C/i);
    await evaluate(() => window.page.host.unmark(), null);
    expect(await ground(3, 2)).toBe('255,255,255');
    expect(await grid.events()).toEqual([]);
  });

  test('say what they mean when their cell is selected, and when the pointer is over it', async () => {
    await evaluate(async (id) => {
      window.page.messages.set('2,0', '姓名里有数字');
      await window.page.host.mark(id, window.page.marks([[2, 0, 'e']]));
    }, SHEET);
    await grid.goTo(2, 0);
    await expect(grid.page.getByRole('status').textContent()).resolves.toBe('A3; 张甲; 错误：姓名里有数字');
    await grid.goTo(4, 3);
    await expect(grid.page.getByRole('status').textContent()).resolves.toBe('D5; 空');
    const { x, y } = await grid.point(20, 2 * 20 + 8);
    await grid.page.mouse.move(x, y, { steps: 5 });
    await grid.page.getByText('姓名里有数字').last().waitFor({ state: 'visible', timeout: 5000 });
  });
});

/** A workbook that a page opened earlier and kept. */
const reopen = (): Promise<void> =>
  evaluate(() => {
    const record = structuredClone(window.page.host.record());
    if (record === null) throw new Error('nothing is open');
    window.page.host.restore(record);
  }, null);

describe('lists', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  const offer = (columns: readonly (readonly [string, number])[]): Promise<unknown> =>
    evaluate(
      ({ id, columns: places }) =>
        window.page.host.offerLists(
          id,
          { columns: new Map(places) as never, firstRow: 2, lastRow: 20 },
          window.page.lists,
        ),
      { id: SHEET, columns },
    );

  const validations = async (): Promise<string> =>
    evaluate(
      () =>
        window.page.host.record()?.snapshot.resources?.find(({ name }) => name.includes('DATA_VALIDATION'))
          ?.data ?? '',
      null,
    );

  test('are offered, chosen from, and withdrawn', async () => {
    expect(await offer([['sex', 3]])).toEqual({ ok: true, value: { kept: [] } });
    expect(await validations()).toContain('男,女');
    await evaluate(() => window.page.host.withdrawLists(), null);
    expect(await validations()).not.toContain('男,女');
    expect(await grid.events()).toEqual([]);
  });

  test('reach over rows that are added below them, and back where those are taken back', async () => {
    const reach = async (): Promise<string | undefined> => /"endRow":(\d+)/.exec(await validations())?.[1];
    await offer([['sex', 3]]);
    expect(await reach()).toBe('20');
    await evaluate((id) => window.page.host.insertRows(id, 21, 10), SHEET);
    expect(await reach()).toBe('30');
    for (const [step, end] of [
      ['undo', '20'],
      ['redo', '30'],
      ['undo', '20'],
    ] as const) {
      await evaluate((which) => {
        window.page.host[which]();
      }, step);
      expect([step, await reach()]).toEqual([step, end]);
    }
  });

  test('a list of the user’s own is kept', async () => {
    await grid.open(richWorkbook());
    expect(
      await offer([
        ['sex', 2],
        ['level', 5],
      ]),
    ).toEqual({ ok: true, value: { kept: ['sex'] } });
    await evaluate(() => window.page.host.withdrawLists(), null);
    expect(await validations()).toContain('男,女');
  });

  test('those of a form of ours are not the user’s own: they become those of the grid', async () => {
    await grid.open(
      officialTemplate({ ...officialLayout(null), emptyRows: 5, lists: templateLists(RULEBOOK) }),
    );
    expect(await validations()).toContain('KPY_SEX');
    const columns = [
      ['sex', 5],
      ['occupationName', 24],
    ] as const;
    expect(await offer(columns)).toEqual({ ok: true, value: { kept: [] } });
    expect(await validations()).not.toContain('KPY_SEX');
  });

  test('once the work is opened again, the user’s own are kept as before, and ours are there once', async () => {
    await grid.open(richWorkbook());
    const columns = [
      ['sex', 2],
      ['level', 5],
    ] as const;
    await offer(columns);
    const before = await validations();
    await reopen();
    expect(await validations()).toBe(before);
    expect(await offer(columns)).toEqual({ ok: true, value: { kept: ['sex'] } });
    expect(JSON.parse(await validations())).toEqual(JSON.parse(before));
  });

  test('names and codes go by the level and name of the row', async () => {
    await grid.open(
      workbookOf([
        ['等级', '名称', '编码'],
        ['考评员', '电工', ''],
        ['专项职业能力考核考评员', '', ''],
      ]),
    );
    await evaluate(
      (id) =>
        window.page.host.offerLists(
          id,
          {
            columns: new Map([
              ['level', 0],
              ['occupationName', 1],
              ['occupationCode', 2],
            ]),
            firstRow: 1,
            lastRow: 5,
          },
          window.page.lists,
        ),
      SHEET,
    );
    const options = async (row: number, column: number): Promise<readonly string[]> => {
      await grid.goTo(row, column);
      const { x, y } = await grid.point((column + 1) * 64 - 10, 20 + (row - 1) * 26 + 12);
      await grid.page.mouse.click(x, y);
      const list = grid.page.getByText('选择一项').locator('..');
      await list.waitFor();
      const texts = await list.innerText();
      await grid.page.keyboard.press('Escape');
      return texts.split('\n').filter((text) => text !== '选择一项' && text !== '');
    };
    expect(await options(1, 2)).toEqual(['6-31-01-03']);
    expect(await options(2, 1)).toContain(
      await evaluate(() => window.page.lists.abilities[0]?.[0] ?? '', null),
    );
  });

  test('a cell’s list opens by its arrow, and a click chooses', async () => {
    await offer([['sex', 0]]);
    await grid.goTo(3, 0);
    const { x, y } = await grid.point(64 - 10, 3 * 20 + 10);
    await grid.page.mouse.click(x, y);
    await grid.page.getByText('女', { exact: true }).last().click({ timeout: 5000 });
    await grid.reads(3, 0, '女');
    expect(await grid.page.getByText('编辑', { exact: true }).count()).toBe(0);
    await grid.page.keyboard.press('Escape');
  });
});

describe('rows and sheets', () => {
  beforeEach(() => grid.open(workbookOf(ROWS)));

  test('rows are inserted with the look of the row above, and nobody is told', async () => {
    await evaluate((id) => window.page.host.insertRows(id, 3, 2), SHEET);
    expect(await grid.texts(2, 0, 5, 0)).toEqual([['张甲'], [''], [''], ['李乙']]);
    expect(await grid.events()).toEqual([]);
    await grid.goTo(3, 1);
    await grid.page.keyboard.type(DIGITS);
    await grid.page.keyboard.press('Enter');
    await grid.reads(3, 1, DIGITS);
    expect((await grid.cell(3, 1)).kind).toBe('text');
  });

  test('inserted rows are taken away again, also where we hide them, and with them every trace', async () => {
    await grid.open('examples/messy.xlsx');
    const sheet = async (): Promise<unknown> => {
      const kept = await evaluate((id) => {
        const { mergeData = [], ...others } = window.page.host.record()?.snapshot.sheets[id] ?? {};
        const merges = mergeData.map((merge) => [
          merge.startRow,
          merge.endRow,
          merge.startColumn,
          merge.endColumn,
        ]);
        return JSON.stringify({ ...others, merges });
      }, SHEET);
      // Rows that are shown may or may not say so.
      return JSON.parse(kept.replace(/,?"hd":0/g, ''));
    };
    await evaluate((id) => window.page.host.showOnly(id, { firstRow: 3, lastRow: 4 }, null), SHEET);
    const before = await sheet();
    await evaluate((id) => window.page.host.insertRows(id, 4, 2), SHEET);
    await evaluate((id) => window.page.host.showOnly(id, { firstRow: 3, lastRow: 6 }, new Set([3])), SHEET);
    expect(await evaluate((id) => window.page.host.removeRows(id, 4, 2), SHEET)).toEqual(done(true));
    await evaluate((id) => window.page.host.showOnly(id, { firstRow: 3, lastRow: 4 }, null), SHEET);
    expect(await sheet()).toEqual(before);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toMatchObject({ ok: true });
    expect(await grid.events()).toEqual([]);
  });

  test('inserted rows are as high as the row above, and change the height of no other', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名单');
    const people = ['陈立新', '李新', '王新'].map((name) => [
      name,
      '重庆天和职业技能培训学校'.repeat(4),
      '男',
    ]);
    sheet.addRows([['姓名', '所在单位', '性别'], ...people, ['填报单位：']]);
    sheet.getColumn(2).alignment = { wrapText: true };
    sheet.getRow(4).height = 30;
    sheet.getRow(5).height = 60;
    for (const row of [2, 3, 4])
      sheet.getCell(row, 3).dataValidation = { type: 'list', formulae: ['"男,女"'], allowBlank: true };
    await grid.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const heights = (): Promise<readonly unknown[]> =>
      evaluate((id) => {
        const rows = window.page.host.record()?.snapshot.sheets[id]?.rowData ?? {};
        return Array.from({ length: 7 }, (_, row) => rows[row]?.h ?? rows[row]?.ah ?? null);
      }, SHEET);
    expect(await heights()).toEqual([null, null, null, 40, 80, null, null]);
    await evaluate((id) => window.page.host.insertRows(id, 4, 2), SHEET);
    await grid.page.waitForTimeout(500);
    expect(await heights()).toEqual([null, null, null, 40, 40, 40, 80]);
  });

  test('inserted rows stay where something stands in one', async () => {
    await evaluate((id) => window.page.host.insertRows(id, 3, 2), SHEET);
    await grid.goTo(4, 1);
    await grid.page.keyboard.type(DIGITS);
    expect(await evaluate((id) => window.page.host.removeRows(id, 3, 2), SHEET)).toEqual(done(false));
    expect(await grid.texts(3, 1, 4, 1)).toEqual([[''], [DIGITS]]);
  });

  test('inserted rows go from their own sheet alone, whatever is hidden or merged on the sheet that the user is on', async () => {
    const workbook = new ExcelJS.Workbook();
    const [form, other] = ['汇总表', '去年'].map((name) => workbook.addWorksheet(name));
    for (const sheet of [form, other])
      sheet?.addRows(['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((text) => [text, sheet.name]));
    other?.mergeCells('B5:B7');
    if (other !== undefined) other.getRow(4).hidden = true;
    await grid.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const read = (): Promise<readonly unknown[]> =>
      evaluate(async () => {
        const all = await window.page.host.readAll();
        const sheets = all.ok ? all.value.map((each) => each.grid) : [];
        return sheets
          .map(({ name, rows, merges }) => [name, JSON.stringify([rows, merges])])
          .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
      }, null);
    const before = await read();
    await evaluate((id) => window.page.host.insertRows(id, 2, 3), SHEET);
    await grid.goTo(0, 0, 'sheet-2');
    expect(await evaluate((id) => window.page.host.removeRows(id, 2, 3), SHEET)).toEqual(done(true));
    expect(await read()).toEqual(before);
  });

  test('only some rows are shown, then all again; the rules see none of it', async () => {
    const hidden = (): Promise<unknown> =>
      evaluate(async (id) => {
        const read = await window.page.host.read(id);
        const sheet = window.page.host.record()?.snapshot.sheets[id];
        return [
          read.ok ? read.value.grid.hiddenRows.size : -1,
          JSON.stringify(sheet?.rowData).includes('"hd":1'),
        ];
      }, SHEET);
    const show = (rows: readonly number[] | null): Promise<unknown> =>
      evaluate(
        ({ id, rows: wanted }) =>
          window.page.host.showOnly(
            id,
            { firstRow: 2, lastRow: 4 },
            wanted === null ? null : new Set(wanted),
          ),
        { id: SHEET, rows },
      );
    expect(await show([3])).toEqual({ ok: true });
    expect(await hidden()).toEqual([0, false]);
    await show(null);
    expect(await hidden()).toEqual([0, false]);
    expect(await grid.events()).toEqual([]);
  });

  test('rows that a user inserts and deletes come back with undo, cell by cell', async () => {
    const rows = (): Promise<readonly (readonly string[])[]> => grid.texts(2, 0, 4, 3);
    const before = await rows();
    await evaluate((id) => window.page.host.insertRows(id, 3, 2), SHEET);
    await grid.page.keyboard.press('Control+Z');
    await grid.reads(3, 0, '李乙');
    expect(await rows()).toEqual(before);
    await grid.goTo(3, 0);
    const { x, y } = await grid.point(-20, 3 * 20 + 10);
    await grid.page.mouse.click(x, y);
    await grid.page.mouse.click(x, y, { button: 'right' });
    await grid.page.getByText('删除选中行').click();
    await grid.reads(3, 0, '王丙');
    expect(await grid.events()).toContainEqual({ kind: 'restructured', sheet: SHEET });
    await grid.page.keyboard.press('Control+Z');
    await grid.reads(3, 0, '李乙');
    expect(await rows()).toEqual(before);
  });

  test('a form that is added after another was deleted has an identity of its own', async () => {
    const insert = (): Promise<unknown> =>
      evaluate(() => window.page.host.insertForm(window.page.layout, 1), null);
    const [first, second] = [await insert(), await insert()];
    await reopen();
    const ids = [first, second, await insert()].map((each) => (each as { readonly value: string }).value);
    expect(new Set(ids).size).toBe(3);
  });

  test('the official form is added as a sheet and selected', async () => {
    const inserted = await evaluate(() => window.page.host.insertForm(window.page.layout, 3), null);
    if (!inserted.ok) throw new Error(inserted.problem);
    const all = await evaluate(() => window.page.host.readAll(), null);
    if (!all.ok) throw new Error(all.problem);
    expect(all.value.map(({ grid: { name } }) => name)).toEqual(['考评人员申报汇总表', '名单']);
    expect(all.value.map(({ position }) => position)).toEqual([1, 0]);
    expect(all.value[0]?.id).toBe(inserted.value);
    expect(all.value[0]?.grid.rows[1]?.[4]?.text).toContain('身份证号码');
    expect(await grid.events()).toEqual([]);
  });

  test('a sheet that is moved to another place is told of', async () => {
    const inserted = await evaluate(() => window.page.host.insertForm(window.page.layout, 3), null);
    expect(inserted.ok).toBe(true);
    const tab = async (order: number): Promise<{ readonly x: number; readonly y: number }> => {
      const box = await grid.page.locator('[data-u-comp="slide-tab-item"]').nth(order).boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    const [from, to] = [await tab(1), await tab(0)];
    const { mouse } = grid.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // A tab is taken hold of by a long press.
    await grid.page.waitForTimeout(500);
    await mouse.move(to.x - 40, to.y, { steps: 10 });
    await mouse.up();
    await grid.page.waitForTimeout(500);
    expect(await grid.events()).toContainEqual({ kind: 'sheets' });
    const all = await evaluate(() => window.page.host.readAll(), null);
    expect(all.ok && all.value.map(({ grid: { name }, position }) => [name, position])).toEqual([
      ['考评人员申报汇总表', 0],
      ['名单', 1],
    ]);
  });
});

describe('the work', () => {
  test('is recorded and restored: values, looks, memory', async () => {
    await grid.open(workbookOf(ROWS));
    const restored = await evaluate(async (id) => {
      const { host } = window.page;
      await host.write(id, [{ row: 2, column: 0, expected: '张甲', value: '张丙' }]);
      await host.remember('kpy.institution', '某某学校');
      const record = structuredClone(host.record());
      if (record === null) return null;
      await host.remember('kpy.institution', null);
      await host.write(id, [{ row: 2, column: 0, expected: '张丙', value: '张丁' }]);
      host.restore(record);
      const read = await host.read(id);
      const kept = await host.recall('kpy.institution');
      return [read.ok && read.value.grid.rows[2]?.[0]?.text, kept.ok && kept.value, record.name];
    }, SHEET);
    expect(restored).toEqual(['张丙', '某某学校', '名单.xlsx']);
  });

  test('begins with the official form alone', async () => {
    await evaluate(() => {
      window.page.host.openEmpty(window.page.layout, 5, '新的汇总表');
    }, null);
    const all = await evaluate(() => window.page.host.readAll(), null);
    expect(all.ok && all.value.map(({ grid: { name } }) => name)).toEqual(['考评人员申报汇总表']);
    expect((await grid.cell(1, 4)).text).toContain('身份证号码');
    const record = await evaluate(() => structuredClone(window.page.host.record()), null);
    expect(record).toMatchObject({ name: '新的汇总表', file: null, restructured: false });
    expect(await evaluate(() => window.page.host.ownFile(), null)).toEqual({
      ok: false,
      problem: 'no-file',
    });
  });

  test('goes back into the user’s own file, and only what was edited', async () => {
    await grid.open('examples/messy.xlsx');
    const bytes = await evaluate(async (id) => {
      const { host } = window.page;
      const unchanged = await host.ownFile();
      const cell = await host.readRange(id, { top: 3, left: 6, bottom: 3, right: 6 });
      const expected = cell.ok ? (cell.value[0]?.[0]?.text ?? '') : '';
      await host.write(id, [{ row: 3, column: 6, expected, value: '某甲' }]);
      const changed = await host.ownFile();
      return [unchanged, changed].map((each) => (each.ok ? Array.from(each.value.bytes) : each.problem));
    }, SHEET);
    const [unchanged, changed] = bytes;
    if (!Array.isArray(unchanged) || !Array.isArray(changed)) throw new Error(String(unchanged ?? changed));
    const [before, after] = await Promise.all(
      [unchanged, changed].map((each) => readWorkbook(Uint8Array.from(each))),
    );
    expect(after?.sheets[0]?.rows[3]?.[6]).toEqual({ kind: 'text', text: '某甲' });
    const differing = (before?.sheets[0]?.rows ?? []).flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) => (cell?.text === after?.sheets[0]?.rows[r]?.[c]?.text ? [] : [[r, c]])),
    );
    expect(differing).toEqual([[3, 6]]);
  });

  test('gives numbers, days and formulas that were typed or filled back as such', async () => {
    await grid.open(workbookOf(ROWS));
    const typed = [
      [1, 2, '30'],
      [1, 4, '2025-3-26'],
      [1, 3, '=C2*2'],
      [2, 1, '500103198507121002'],
    ] as const;
    for (const [row, column, text] of typed) {
      await grid.goTo(row, column);
      await grid.page.keyboard.type(text, { delay: 20 });
      await grid.page.waitForTimeout(200);
      await grid.page.keyboard.press('Enter');
      await grid.page.waitForTimeout(200);
    }
    await grid.reads(1, 3, '60');
    await grid.goTo(1, 3);
    await grid.dragFill(await grid.point(4 * 64 - 1, 2 * 20 - 1), 20);
    await grid.reads(2, 3, '24');
    const bytes = await evaluate(async () => {
      const own = await window.page.host.ownFile();
      if (!own.ok) throw new Error(own.problem);
      return Array.from(own.value.bytes);
    }, null);
    const [sheet] = (await readWorkbook(Uint8Array.from(bytes))).sheets;
    expect(sheet?.rows[1]?.slice(2)).toEqual([
      { kind: 'number', text: '30', number: 30 },
      { kind: 'number', text: '60', number: 60, formula: 'C2*2' },
      { kind: 'date', text: '2025-03-26', number: 45742 },
    ]);
    expect(sheet?.rows[2]?.[3]).toEqual({ kind: 'number', text: '24', number: 24, formula: 'C3*2' });
    expect(sheet?.rows[2]?.[1]).toEqual({ kind: 'text', text: '500103198507121002' });
  });

  test('is written into the file where a sheet was deleted and is there again', async () => {
    const sheets = ['名单', '说明'].map((name) => ({ name, xml: '<sheetData/>' }));
    await grid.open(workbookZip({ sheets }));
    await grid.page.locator('[data-u-comp="slide-tab-item"]').nth(1).click({ button: 'right' });
    await grid.page.getByText('删除', { exact: true }).click();
    await grid.page.getByText('确定', { exact: true }).click();
    await grid.page.waitForTimeout(500);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toMatchObject({ problem: 'restructured' });
    await evaluate(() => {
      window.page.host.undo();
    }, null);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toMatchObject({ ok: true });
  });

  test('is not written into the file once rows have moved, unless they are moved back', async () => {
    await grid.open(workbookOf(ROWS));
    await evaluate((id) => window.page.host.insertRows(id, 3, 1), SHEET);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toEqual({
      ok: false,
      problem: 'restructured',
    });
    await evaluate(() => {
      window.page.host.undo();
    }, null);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toMatchObject({ ok: true });
    await evaluate(() => {
      window.page.host.redo();
    }, null);
    expect(await evaluate(() => window.page.host.ownFile(), null)).toMatchObject({ ok: false });
  });

  test('a copy is downloaded', async () => {
    await grid.open(workbookOf(ROWS));
    const [download, place] = await Promise.all([
      grid.page.waitForEvent('download'),
      evaluate(() => window.page.host.openCopy(new Uint8Array([1, 2, 3]), '汇总表.xlsx'), null),
    ]);
    expect(download.suggestedFilename()).toBe('汇总表.xlsx');
    expect(place).toEqual({ ok: true, value: 'downloaded' });
  });
});

test('the strict policy refused nothing, and nothing went wrong unseen', async () => {
  expect(await evaluate(() => window.page.violations, null)).toEqual([]);
  expect(grid.errors).toEqual([]);
});
