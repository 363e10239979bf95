import { SHEET, useGrid } from './support/use-grid';
import { workbookOf } from './support/sheet';
import { STYLES, workbookZip } from '../file/support/workbook-zip';

const DIGITS = '500103198507121001';

const ROWS = [
  ['姓名', '身份证号码', '工龄'],
  ['张甲', DIGITS, 12],
  ['李乙', '', 8],
  ['王丙', '', 5],
];
/** The height of a row of these. */
const ROW = 20;
const WIDTH = 64;

const grid = useGrid();
const { evaluate } = grid;

beforeEach(() => grid.open(workbookOf(ROWS)));

const spoken = (): Promise<string | null> => grid.page.getByRole('status').textContent();

describe('the verdicts beside the rows', () => {
  // In English, whose letters any machine can draw: the packaged Chromium has no Chinese font.
  const judge = async (row: number | null): Promise<void> => {
    await evaluate((judged) => {
      const { host, verdicts } = window.page;
      verdicts.clear();
      if (judged !== null)
        verdicts.set(judged, { truth: 'unmet', text: 'Not met', detail: '二（二）2 任职年限不足五年' });
      host.showHeads();
    }, row);
    await grid.page.waitForTimeout(300);
  };

  /** What is drawn beside a row, left of its number. */
  const beside = async (row: number): Promise<readonly string[]> => {
    const { x, y } = await grid.point(-118, row * ROW + 3);
    return grid.colours(x, y, 80, ROW - 6);
  };

  afterEach(async () => {
    await judge(null);
    await evaluate(() => {
      window.page.host.setTheme('light');
    }, null);
  });

  test('are drawn beside their row alone, and go', async () => {
    await judge(2);
    expect(await beside(2)).toContain('179,38,30');
    expect(await beside(1)).toHaveLength(1);
    await judge(null);
    expect(await beside(2)).toHaveLength(1);
  });

  test('follow their row where others are hidden', async () => {
    await judge(2);
    await evaluate(
      (id) => window.page.host.showOnly(id, { firstRow: 1, lastRow: 3 }, new Set([2, 3])),
      SHEET,
    );
    await grid.page.waitForTimeout(300);
    expect(await beside(1)).toContain('179,38,30');
    expect(await beside(2)).toHaveLength(1);
  });

  test('are light on a dark ground in the dark theme', async () => {
    await judge(2);
    await evaluate(() => {
      window.page.host.setTheme('dark');
    }, null);
    await grid.page.waitForTimeout(300);
    const light = (await beside(2)).map((colour) =>
      colour.split(',').reduce((sum, part) => sum + Number(part), 0),
    );
    expect(Math.min(...light)).toBeLessThan(100);
    expect(Math.max(...light)).toBeGreaterThan(350);
  });

  test('say why while the pointer is over them', async () => {
    await judge(2);
    const why = grid.page.getByText('二（二）2 任职年限不足五年');
    const row = await grid.point(-60, 2 * ROW + 10);
    await grid.page.mouse.move(row.x, row.y, { steps: 3 });
    await why.waitFor({ state: 'visible', timeout: 5_000 });
    const cells = await grid.point(200, 200);
    await grid.page.mouse.move(cells.x, cells.y, { steps: 5 });
    await why.waitFor({ state: 'detached', timeout: 5_000 });
  });

  test('are no part of the workbook', async () => {
    await judge(2);
    const record = await evaluate(() => JSON.stringify(window.page.host.record()), null);
    expect(record).not.toContain('Not met');
    expect(await evaluate(() => window.page.changes, null)).toBe(0);
  });
});

describe('the change of the work', () => {
  beforeEach(() => evaluate(() => (window.page.changes = 0), null));

  const changes = async (): Promise<number> => {
    await grid.page.waitForTimeout(300);
    return evaluate(() => {
      const { changes: count } = window.page;
      window.page.changes = 0;
      return count;
    }, null);
  };

  test('is none where only the view changes', async () => {
    await evaluate(async (id) => {
      const { host, lists } = window.page;
      await host.select(id, 2, 0);
      await host.mark(id, window.page.marks([[2, 0, 'e']]));
      await host.unmark();
      await host.offerLists(id, { columns: new Map([['sex', 2]]), firstRow: 1, lastRow: 3 }, lists);
      await host.withdrawLists();
      await host.showOnly(id, { firstRow: 1, lastRow: 3 }, new Set([2]));
      await host.showOnly(id, { firstRow: 1, lastRow: 3 }, null);
      host.setTheme('dark');
      host.setTheme('light');
      host.showHeads();
    }, SHEET);
    const { x, y } = await grid.point(100, 100);
    await grid.page.mouse.click(x, y);
    await grid.page.mouse.wheel(0, 200);
    expect(await changes()).toBe(0);
  });

  test('is told of what is typed, of looks, heights and names, and of undo and redo', async () => {
    await grid.goTo(2, 0);
    await grid.page.keyboard.type('赵');
    await grid.page.keyboard.press('Enter');
    expect(await changes()).toBeGreaterThan(0);
    await grid.page.keyboard.press('Control+B');
    expect(await changes()).toBeGreaterThan(0);
    await grid.page.keyboard.press('Control+Z');
    expect(await changes()).toBeGreaterThan(0);
    await grid.page.keyboard.press('Control+Y');
    expect(await changes()).toBeGreaterThan(0);
    const edge = await grid.point(-40, 2 * ROW - 1);
    await grid.page.mouse.move(edge.x, edge.y, { steps: 4 });
    await grid.page.mouse.down();
    await grid.page.mouse.move(edge.x, edge.y + 30, { steps: 4 });
    await grid.page.mouse.up();
    expect(await changes()).toBeGreaterThan(0);
    await grid.page.getByText('名单', { exact: true }).dblclick();
    await grid.page.keyboard.type('名册');
    await grid.page.keyboard.press('Enter');
    expect(await changes()).toBeGreaterThan(0);
    await evaluate((id) => window.page.host.insertRows(id, 2, 1), SHEET);
    expect(await changes()).toBeGreaterThan(0);
    await evaluate(() => window.page.host.remember('kpy.institution', '某某学校'), null);
    expect(await changes()).toBe(1);
  });

  test('is told as one of the workbook, or of what the pane keeps in it', async () => {
    const told = await evaluate(async (id) => {
      const kinds: string[] = [];
      const stop = window.page.host.onChange((change) => kinds.push(change));
      await window.page.host.remember('kpy.institution', '某某学校');
      kinds.push('then');
      await window.page.host.write(id, [{ row: 2, column: 0, expected: '李乙', value: '李丁' }]);
      stop();
      return [...new Set(kinds)];
    }, SHEET);
    expect(told).toEqual(['memory', 'then', 'workbook']);
  });

  test('is told until one stops listening', async () => {
    const count = await evaluate(async () => {
      let told = 0;
      const stop = window.page.host.onChange(() => told++);
      await window.page.host.remember('a', '1');
      stop();
      await window.page.host.remember('a', '2');
      return told;
    }, null);
    expect(count).toBe(1);
  });
});

describe('rows shown alone', () => {
  test('others are shown when others are asked for, and the user’s own hidden rows stay hidden', async () => {
    const shown = async (rows: readonly number[] | null): Promise<readonly boolean[]> =>
      evaluate(
        async ({ id, rows: wanted }) => {
          const body = { firstRow: 1, lastRow: 3 };
          await window.page.host.showOnly(id, body, wanted === null ? null : new Set(wanted));
          // What is drawn beside a row is asked only where there is room for it.
          const asked: number[] = [];
          const { verdicts, host } = window.page;
          const get = verdicts.get.bind(verdicts);
          verdicts.get = (row) => {
            asked.push(row);
            return get(row);
          };
          host.showHeads();
          await new Promise((resolve) => setTimeout(resolve, 300));
          verdicts.get = get;
          return [1, 2, 3].map((row) => asked.includes(row));
        },
        { id: SHEET, rows },
      );
    expect(await shown([2])).toEqual([false, true, false]);
    expect(await shown([1])).toEqual([true, false, false]);
    expect(await shown(null)).toEqual([true, true, true]);
  });
});

describe('with the keyboard and a screen reader', () => {
  const focused = (): Promise<string | null> =>
    evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null, null);

  test('the grid has a name and takes the keyboard', async () => {
    await evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    }, null);
    await grid.goTo(1, 1);
    await evaluate(() => {
      window.page.host.focus();
    }, null);
    expect(await focused()).toBe('汇总表的表格，按 F6 离开表格');
    expect(await grid.page.getByRole('region', { name: '汇总表的表格，按 F6 离开表格' }).count()).toBe(1);
  });

  test('a cell is said with its column, its text, and what is said of it; a row with its verdict', async () => {
    await evaluate(async (id) => {
      const { host, columnNames, messages, verdicts } = window.page;
      columnNames.set(1, '身份证号码');
      messages.set('2,1', '未填写');
      verdicts.set(2, { truth: 'unknown', text: '待核实', detail: '' });
      await host.mark(id, window.page.marks([[2, 1, 'e']]));
    }, SHEET);
    await grid.goTo(1, 1);
    expect(await spoken()).toBe(`B2 身份证号码; ${DIGITS}`);
    await grid.page.keyboard.press('ArrowDown');
    await grid.page.waitForTimeout(200);
    expect(await spoken()).toBe('B3 身份证号码; 空; 错误：未填写; 待核实');
    await grid.page.keyboard.press('ArrowLeft');
    await grid.page.waitForTimeout(200);
    expect(await spoken()).toBe('A3; 李乙');
    await evaluate(() => {
      window.page.columnNames.clear();
      window.page.messages.clear();
      window.page.verdicts.clear();
    }, null);
  });

  test('Tab and Enter go on, and with Shift back', async () => {
    await grid.goTo(2, 1);
    const after = async (key: string): Promise<string | null> => {
      await grid.page.keyboard.press(key);
      await grid.page.waitForTimeout(200);
      return spoken();
    };
    expect(await after('Tab')).toBe('C3; 8');
    expect(await after('Shift+Tab')).toBe('B3; 空');
    expect(await after('Shift+Tab')).toBe('A3; 李乙');
    expect(await after('Shift+Enter')).toBe('A2; 张甲');
    expect(await after('Enter')).toBe('A3; 李乙');
  });

  test('F6 is left to the page, so that the keyboard gets out', async () => {
    await grid.goTo(2, 1);
    await evaluate(() => {
      document.addEventListener(
        'keydown',
        ({ key, defaultPrevented }) => {
          document.body.dataset.key = `${key} ${defaultPrevented ? 'taken' : 'free'}`;
        },
        { once: true },
      );
    }, null);
    await grid.page.keyboard.press('F6');
    expect(await evaluate(() => document.body.dataset.key, null)).toBe('F6 free');
  });

  test('a long number that is filled down is copied, not counted on', async () => {
    await grid.goTo(1, 1);
    await grid.dragFill(await grid.point(2 * WIDTH - 1, 2 * ROW - 1), 2 * ROW - 5);
    await grid.reads(3, 1, DIGITS);
    expect(await grid.texts(1, 1, 3, 1)).toEqual([[DIGITS], [DIGITS], [DIGITS]]);
  });
});

test('the arrow of a list stands in its own row, however long the text beside it', async () => {
  const column = 2;
  const text = 'A travel permit of another kind';
  await grid.open(workbookOf([['证件类型'], [text], [text]].map((row) => ['', '', ...row])));
  await evaluate(
    ({ id, at }) =>
      window.page.host.offerLists(
        id,
        { columns: new Map([['idType', at]]), firstRow: 1, lastRow: 2 },
        window.page.lists,
      ),
    { id: SHEET, at: column },
  );
  const { x, y } = await grid.point((column + 1) * WIDTH - 16, 2 * ROW + 5);
  // The arrow is the only dark thing there.
  const arrow = async (): Promise<boolean> =>
    (await grid.colours(x, y, 13, ROW - 8)).some((colour) => Number(colour.split(',')[0]) < 130);
  for (let tries = 0; tries < 50 && !(await arrow()); tries++) await grid.page.waitForTimeout(100);
  expect(await arrow()).toBe(true);
});

test('a long choice in a column that wraps is written on several lines', async () => {
  const wrapping = STYLES.replace(
    '</cellXfs>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>',
  );
  const xml = '<cols><col min="1" max="1" width="9" style="5"/></cols><sheetData><row r="1"/></sheetData>';
  await grid.open(workbookZip({ sheets: [{ name: '名单', xml }], styles: wrapping }));
  await evaluate(
    (id) =>
      window.page.host.offerLists(
        id,
        { columns: new Map([['idType', 0]]), firstRow: 1, lastRow: 2 },
        window.page.lists,
      ),
    SHEET,
  );
  await grid.goTo(1, 0);
  await grid.page.keyboard.type('A travel permit of another kind', { delay: 10 });
  await grid.press('Enter');
  const { x, y } = await grid.point(4, 2 * ROW + 4);
  const secondLine = async (): Promise<boolean> =>
    (await grid.colours(x, y, 30, ROW - 6)).some((colour) => Number(colour.split(',')[0]) < 130);
  for (let tries = 0; tries < 50 && !(await secondLine()); tries++) await grid.page.waitForTimeout(100);
  expect(await secondLine()).toBe(true);
});

test('rows of the form that are filled down are no lower than they were, and have room for the text of each cell', async () => {
  await evaluate(() => {
    window.page.host.openEmpty(window.page.layout, 8, '新的汇总表');
  }, null);
  const heights = (): Promise<readonly number[]> =>
    evaluate(() => {
      const { defaultRowHeight, rowData } =
        Object.values(window.page.host.record()?.snapshot.sheets ?? {})[0] ?? {};
      return [2, 3, 4].map((row) => rowData?.[row]?.ah ?? defaultRowHeight ?? 0);
    }, null);
  const fill = async (at: number, text: string): Promise<void> => {
    await grid.goTo(2, at);
    await grid.paste(text, text);
    await grid.reads(2, at, text);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await grid.reads(4, at, text);
  };
  const empty = await heights();
  await fill(1, 'Institution '.repeat(12).trim());
  const first = await heights();
  expect(Math.min(...first)).toBeGreaterThan(Math.max(...empty));
  await fill(6, '张三');
  expect(await heights()).toEqual(first);
});

test('nothing went wrong unseen', () => {
  expect(grid.errors).toEqual([]);
});
