import type { HostEvent } from '../../../src/hosts/host';
import { SHEET, useGrid } from './support/use-grid';
import { workbookOf } from './support/sheet';

const ID = '50010319850712100X';
const DIGITS = '500103198507121001';
const ROWS = [
  ['姓名', '身份证号码', '性别', '工龄'],
  ['张甲', ID, '男', 12],
  ['李乙', DIGITS, '女', 8],
  ['王丙', '', '', 5],
];
/** The size of a cell of these. */
const [WIDTH, ROW] = [64, 20];

const grid = useGrid();
const { evaluate } = grid;

beforeEach(() => grid.open(workbookOf(ROWS)));

const press = (...keys: readonly string[]): Promise<void> => grid.press(...keys);

const spoken = (): Promise<string | null> => grid.page.getByRole('status').textContent();

const edited = async (): Promise<readonly HostEvent[]> =>
  (await grid.events()).filter(({ kind }) => kind === 'edited' || kind === 'restructured');

/** Sex is chosen from a list, in these rows. */
const offerSex = (): Promise<unknown> =>
  evaluate(
    (id) =>
      window.page.host.offerLists(
        id,
        { columns: new Map([['sex', 2]]) as never, firstRow: 1, lastRow: 20 },
        window.page.lists,
      ),
    SHEET,
  );

const paste = (html: string, text: string): Promise<void> => grid.paste(html, text);

describe('moving and filling', () => {
  test('what is cut is gone where it was, and undo brings it back in one step; each is told', async () => {
    await grid.goTo(1, 1);
    await press('Shift+ArrowDown', 'Control+X');
    await grid.goTo(5, 1);
    await press('Control+V');
    await grid.reads(5, 1, ID);
    expect(await grid.texts(1, 1, 2, 1)).toEqual([[''], ['']]);
    expect(await grid.cell(6, 1)).toEqual({ kind: 'text', text: DIGITS });
    expect(await edited()).not.toEqual([]);
    await press('Control+Z');
    await grid.reads(1, 1, ID);
    expect(await grid.texts(5, 1, 6, 1)).toEqual([[''], ['']]);
    expect(await edited()).not.toEqual([]);
  });

  test('a text that is filled down is repeated, and undo takes it back in one step', async () => {
    await grid.goTo(1, 2);
    await grid.dragFill(await grid.point(3 * WIDTH - 1, 2 * ROW - 1), 2 * ROW - 5);
    await grid.reads(3, 2, '男');
    expect(await grid.texts(1, 2, 3, 2)).toEqual([['男'], ['男'], ['男']]);
    expect(await edited()).not.toEqual([]);
    await press('Control+Z');
    await grid.reads(3, 2, '');
    expect(await grid.texts(1, 2, 3, 2)).toEqual([['男'], ['女'], ['']]);
    expect(await edited()).not.toEqual([]);
  });

  test('a day that is text, copied within the sheet, leaves the look of the other texts as it was', async () => {
    const patterns = (): Promise<Record<string, string | undefined>> =>
      evaluate(() => {
        const { styles = {} } = window.page.host.record()?.snapshot ?? {};
        return Object.fromEntries(Object.entries(styles).map(([name, look]) => [name, look?.n?.pattern]));
      }, null);
    await grid.goTo(5, 0);
    await paste('', `2025-03-26\t${DIGITS}`);
    await grid.reads(5, 1, DIGITS);
    const before = await patterns();
    expect(Object.values(before)).toContain('@');
    await grid.goTo(5, 0);
    await press('Shift+ArrowRight', 'Control+C');
    await grid.goTo(7, 0);
    await press('Control+V');
    await grid.reads(7, 1, DIGITS);
    expect(await patterns()).toMatchObject(before);
  });

  test('what is pasted over a list keeps the list, and no look of its own comes along', async () => {
    await offerSex();
    await grid.goTo(2, 1);
    await paste(
      `<table><tr><td style="color:red;font-family:Arial;mso-number-format:General">${ID}</td><td style="background:yellow">男</td></tr></table>`,
      `${ID}\t男`,
    );
    await grid.reads(2, 1, ID);
    const before = await evaluate((id) => {
      const { styles = {} } = window.page.host.record()?.snapshot ?? {};
      return [id, JSON.stringify(styles)];
    }, SHEET);
    expect(before[1]).not.toMatch(/Arial|yellow/);
    await grid.goTo(2, 1);
    await grid.page.keyboard.type(DIGITS);
    await press('Enter');
    await grid.reads(2, 1, DIGITS);
    expect(await grid.cell(2, 1)).toEqual({ kind: 'text', text: DIGITS });
    await grid.goTo(2, 2);
    await press('Alt+ArrowDown');
    await grid.page.getByText('女', { exact: true }).last().waitFor({ state: 'visible', timeout: 5_000 });
  });
});

describe('pasting over cells that are joined downwards', () => {
  const refused = (): Promise<readonly string[]> => evaluate(() => window.page.refused.splice(0), null);
  const INSTITUTIONS = [
    ['姓名', '评价机构名称'],
    ['张甲', '渝北学校'],
    ['李乙', ''],
    ['王丙', ''],
    ['赵丁', ''],
  ];

  beforeEach(async () => {
    await grid.open(workbookOf(INSTITUTIONS, { merges: ['B2:B5'] }));
  });

  test('is refused with a word where another value would lie unseen under them, or would be one for the others too', async () => {
    await grid.goTo(3, 0);
    await paste('', '钱戊\t南岸学校\n孙己\t南岸学校');
    await grid.goTo(1, 0);
    await paste('', '钱戊\t南岸学校\n孙己\t南岸学校');
    expect(await refused()).toEqual(['merged-cells', 'merged-cells']);
    expect(await grid.texts(1, 0, 4, 1)).toEqual(INSTITUTIONS.slice(1));
  });

  test('keeps nothing under them where they show what is pasted', async () => {
    await grid.goTo(3, 0);
    await paste('', '钱戊\t渝北学校\n孙己\t');
    await grid.reads(4, 0, '孙己');
    expect(await grid.texts(1, 1, 4, 1)).toEqual([['渝北学校'], [''], [''], ['']]);
    await grid.goTo(1, 1);
    await paste('', '南岸学校');
    await grid.reads(1, 1, '南岸学校');
    expect(await grid.texts(1, 1, 4, 1)).toEqual([['南岸学校'], [''], [''], ['']]);
    expect(await refused()).toEqual([]);
  });

  test('goes on where all of them are pasted over with one value', async () => {
    await grid.goTo(1, 0);
    await paste('', ['钱戊\t南岸学校', '孙己\t', '周庚\t', '吴辛\t南岸学校', '郑壬\t江津学校'].join('\n'));
    await grid.reads(5, 1, '江津学校');
    expect(await grid.texts(1, 1, 5, 1)).toEqual([['南岸学校'], [''], [''], [''], ['江津学校']]);
    expect(await refused()).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('stays at the edges of the sheet', async () => {
    await grid.goTo(1, 0);
    await press('ArrowLeft');
    expect(await spoken()).toBe('A2; 张甲');
    await press('Shift+Tab');
    expect(await spoken()).toBe('A2; 张甲');
    await press('ArrowUp', 'ArrowUp', 'Shift+Enter');
    expect(await spoken()).toBe('A1; 姓名');
    await press('ArrowRight');
    expect(await spoken()).toBe('B1; 身份证号码');
  });

  test('goes to the first cell by Ctrl and Home', async () => {
    await grid.goTo(3, 3);
    await press('Control+Home');
    expect(await spoken()).toBe('A1; 姓名');
    await press('ArrowDown');
    expect(await spoken()).toBe('A2; 张甲');
  });

  test('selects rows by Shift and Space, inserts and deletes them by Ctrl with + and -, and undo brings them back', async () => {
    await grid.goTo(1, 1);
    await press('Shift+Space', 'Control+Shift+Equal');
    await grid.reads(2, 0, '张甲');
    expect(await grid.texts(1, 0, 1, 1)).toEqual([['', '']]);
    await press('Control+Z');
    await grid.reads(1, 0, '张甲');
    await grid.goTo(1, 1);
    await press('Shift+Space', 'Control+Minus');
    await grid.reads(1, 0, '李乙');
    expect((await edited()).map(({ kind }) => kind)).toContain('restructured');
    await press('Control+Z');
    await grid.reads(1, 0, '张甲');
    expect(await grid.texts(1, 1, 1, 1)).toEqual([[ID]]);
  });

  test('inserts and deletes whole rows by Ctrl with + and - of the keypad, too', async () => {
    await grid.goTo(1, 1);
    await press('Shift+Space', 'Control+NumpadAdd');
    await grid.reads(2, 0, '张甲');
    await grid.goTo(1, 1);
    await press('Shift+Space', 'Control+NumpadSubtract');
    await grid.reads(1, 0, '张甲');
  });

  test('knows the keys of rows by the numbers that Firefox gives them, too, and no other key of that number', async () => {
    const pressed = (keyCode: number, key: string, shiftKey = false): Promise<void> =>
      evaluate(
        (given) => {
          const options = { ...given, ctrlKey: true, bubbles: true, cancelable: true };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
        },
        { keyCode, key, shiftKey },
      );
    await grid.goTo(1, 1);
    await press('Shift+Space');
    await pressed(173, 'AudioVolumeMute');
    await pressed(61, '+', true);
    await grid.reads(2, 0, '张甲');
    await grid.goTo(1, 1);
    await press('Shift+Space');
    await pressed(173, '-');
    await grid.reads(1, 0, '张甲');
  });

  test('leaves Ctrl and - to the grid where no whole row is selected', async () => {
    await grid.goTo(1, 1);
    await press('Control+Minus');
    expect(await grid.texts(1, 0, 1, 1)).toEqual([['张甲', ID]]);
  });

  test('takes eight digits that are typed into a cell for days as the day', async () => {
    await evaluate(
      (id) => window.page.host.write(id, [{ row: 5, column: 0, expected: '', value: { serial: 45742 } }]),
      SHEET,
    );
    await grid.goTo(5, 0);
    await grid.page.keyboard.type('20250327', { delay: 60 });
    await press('Enter');
    await grid.reads(5, 0, '2025-03-27');
    await grid.goTo(6, 3);
    await grid.page.keyboard.type('20250327', { delay: 60 });
    await press('Enter');
    await grid.reads(6, 3, '20250327');
  });

  test('opens a cell by F2, and Escape leaves it as it was', async () => {
    await grid.goTo(1, 0);
    await press('F2');
    await grid.page.keyboard.type('某');
    await press('Escape');
    expect((await grid.cell(1, 0)).text).toBe('张甲');
    await press('F2');
    await grid.page.keyboard.type('某');
    await press('Enter');
    await grid.reads(1, 0, '张甲某');
  });

  test('opens by F2 what stands in the cell now, where the row that was there is gone or another has come', async () => {
    await grid.goTo(1, 0);
    await press('Shift+Space', 'Control+Minus');
    await grid.reads(1, 0, '李乙');
    await press('F2');
    await grid.page.keyboard.type('某');
    await press('Enter');
    await grid.reads(1, 0, '李乙某');
    await grid.goTo(1, 0);
    await press('Shift+Space', 'Control+Shift+Equal');
    await grid.reads(2, 0, '李乙某');
    await press('F2', 'Enter');
    await grid.reads(1, 0, '');
  });

  test('opens the list of a cell by Alt and Down, chooses by arrows and Enter, and goes on in the grid', async () => {
    await offerSex();
    await grid.goTo(3, 2);
    await press('Alt+ArrowDown');
    await grid.page.getByText('女', { exact: true }).last().waitFor({ state: 'visible', timeout: 5_000 });
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await grid.reads(3, 2, '女');
    await press('ArrowRight');
    expect(await spoken()).toBe('D4; 5');
  });

  test('a cell with a list takes all that is typed into it, however slowly', async () => {
    await offerSex();
    await grid.goTo(3, 2);
    await grid.page.keyboard.type('不');
    await grid.page
      .locator('[data-u-comp="sheets-dropdown-list"]')
      .waitFor({ state: 'visible', timeout: 5_000 });
    await grid.page.waitForTimeout(700);
    await grid.page.keyboard.type('详');
    await press('Enter');
    await grid.reads(3, 2, '不详');
  });

  test('leaves in a cell what is chosen once more, by the keyboard and by the pointer', async () => {
    await offerSex();
    await grid.goTo(1, 2);
    await press('Alt+ArrowDown');
    const list = grid.page.locator('[data-u-comp="sheets-dropdown-list"]');
    await list.waitFor({ state: 'visible', timeout: 5_000 });
    await press('ArrowDown', 'ArrowUp');
    expect(await spoken()).toBe('男');
    await press('Enter');
    await list.waitFor({ state: 'detached', timeout: 5_000 });
    await press('Alt+ArrowDown');
    await list.getByText('男', { exact: true }).click();
    await list.waitFor({ state: 'detached', timeout: 5_000 });
    expect((await grid.cell(1, 2)).text).toBe('男');
    await press('ArrowRight');
    expect(await spoken()).toBe('D2; 12');
    await grid.goTo(1, 2);
    await press('Alt+ArrowDown', 'ArrowDown', 'Escape', 'ArrowRight');
    expect(await spoken()).toBe('D2; 12');
    expect((await grid.cell(1, 2)).text).toBe('男');
  });

  test('takes a word from an input method as one', async () => {
    await grid.goTo(3, 0);
    const session = await grid.page.context().newCDPSession(grid.page);
    await session.send('Input.imeSetComposition', { text: 'zhao', selectionStart: 4, selectionEnd: 4 });
    await session.send('Input.insertText', { text: '赵丁' });
    await press('Enter');
    await grid.reads(3, 0, '赵丁');
  });
});

describe('beside other fields of the page', () => {
  const FIELD = '#beside';

  beforeEach(() =>
    evaluate(() => {
      const field = document.createElement('input');
      field.id = 'beside';
      field.style.cssText = 'position:fixed;right:0;bottom:0;z-index:99';
      document.body.append(field);
    }, null),
  );

  afterEach(() =>
    evaluate(() => {
      document.getElementById('beside')?.remove();
    }, null),
  );

  const inField = (): Promise<string> => grid.page.locator(FIELD).inputValue();

  test('what is typed there, also with an input method, stays there', async () => {
    await grid.goTo(2, 0);
    await grid.page.locator(FIELD).click();
    await grid.page.keyboard.type('abc');
    const session = await grid.page.context().newCDPSession(grid.page);
    await session.send('Input.imeSetComposition', { text: 'zhao', selectionStart: 4, selectionEnd: 4 });
    await session.send('Input.insertText', { text: '赵丁' });
    expect(await inField()).toBe('abc赵丁');
    await press('Backspace', 'ArrowLeft', 'Delete', 'Enter', 'Control+A', 'Control+C', 'End', 'Control+V');
    expect(await inField()).toBe('abcabc');
    await press('Control+Z');
    expect(await grid.texts(1, 0, 3, 0)).toEqual([['张甲'], ['李乙'], ['王丙']]);
    expect(await edited()).toEqual([]);
  });

  test('the grid takes no focus when cells are written, marked or selected from there', async () => {
    await grid.goTo(2, 0);
    await grid.page.locator(FIELD).click();
    await evaluate(async (id) => {
      const { host, marks } = window.page;
      await host.select(id, 3, 0);
      await host.write(id, [{ row: 3, column: 0, expected: '王丙', value: '王丁' }]);
      await host.mark(id, marks([[3, 0, 'e']]));
      host.showHeads();
    }, SHEET);
    await grid.page.waitForTimeout(500);
    await grid.page.keyboard.type('abc');
    expect(await inField()).toBe('abc');
    expect((await grid.cell(3, 0)).text).toBe('王丁');
  });
});

test('nothing went wrong unseen', () => {
  expect(grid.errors).toEqual([]);
});

describe('the foot of the form', () => {
  /** A form with so many empty rows, as the active sheet. Its body begins in row 2, counted from 0. */
  const form = async (rows: number): Promise<string> => {
    const inserted = await evaluate((count) => window.page.host.insertForm(window.page.layout, count), rows);
    if (!inserted.ok) throw new Error(inserted.problem);
    return inserted.value;
  };
  const firstColumns = async (id: string, rows: number): Promise<readonly (readonly string[])[]> => {
    const read = await evaluate((sheet) => window.page.host.read(sheet as never), id);
    const grid = read.ok ? read.value.grid : null;
    return Array.from({ length: rows }, (_, row) =>
      [0, 1].map((column) => grid?.rows[2 + row]?.[column]?.text.slice(0, 4) ?? ''),
    );
  };
  const people = Array.from({ length: 5 }, (_, i) => `2025-03-26\t机构${String(i)}`);

  test('moves down where more people are pasted than there are rows', async () => {
    const id = await form(2);
    await grid.goTo(2, 0, id);
    await paste('', people.join('\n'));
    await grid.page.waitForTimeout(300);
    const rows = await firstColumns(id, 6);
    expect(rows.slice(0, 5).map(([, institution]) => institution)).toEqual(
      people.map((_, i) => `机构${String(i)}`),
    );
    expect(rows[5]?.[0]).toBe('填报单位');
    expect((await edited()).map(({ kind }) => kind)).toContain('restructured');
    await press('Control+Z', 'Control+Z');
    expect((await firstColumns(id, 3))[2]?.[0]).toBe('填报单位');
  });

  test('moves down for what was copied in the grid, too', async () => {
    const id = await form(2);
    await grid.goTo(2, 0, id);
    await paste('', people.slice(0, 2).join('\n'));
    await grid.goTo(2, 0, id);
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+C');
    await grid.goTo(3, 0, id);
    await press('Control+V');
    await grid.page.waitForTimeout(300);
    const rows = await firstColumns(id, 4);
    expect(rows.map(([, institution]) => institution)).toEqual(['机构0', '机构0', '机构1', '']);
    expect(rows[3]?.[0]).toBe('填报单位');
  });

  test('stays where nothing would be hidden under it', async () => {
    const id = await form(2);
    await grid.goTo(2, 0, id);
    await paste('', ['甲', '乙', '丙'].map((text) => `${text}\t`).join('\n'));
    await grid.page.waitForTimeout(300);
    expect((await firstColumns(id, 3)).map(([first]) => first)).toEqual(['甲', '乙', '丙']);
  });
});

test('a row of the form grows with its text, which else would be cut off, and is as high as before once it is gone', async () => {
  const inserted = await evaluate((rows) => window.page.host.insertForm(window.page.layout, rows), 5);
  if (!inserted.ok) throw new Error(inserted.problem);
  const heightOf = (row: number): Promise<number | undefined> =>
    evaluate(
      ({ id, row }) => {
        const sheet = window.page.host.record()?.snapshot.sheets[id];
        const { h, ah } = sheet?.rowData?.[row] ?? {};
        return ah ?? h ?? sheet?.defaultRowHeight;
      },
      { id: inserted.value, row },
    );
  const empty = await heightOf(3);
  await grid.goTo(2, 6, inserted.value);
  await paste('<table><tr><td>阿依古丽·买买提·吐尔逊</td></tr></table>', '阿依古丽·买买提·吐尔逊');
  await grid.page.waitForTimeout(500);
  expect(await heightOf(2)).toBeGreaterThan(empty ?? NaN);
  await press('Control+Z');
  expect(await heightOf(2)).toBe(empty);
});
