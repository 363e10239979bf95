import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { richWorkbook } from '../file/support/rich-workbook';
import { SHEET, useGrid } from './support/use-grid';
import { workbookOf } from './support/sheet';

const DIGITS = '500103198507121001';
const ROWS = [
  ['姓名', '身份证号码', '工龄'],
  ['张甲', DIGITS, 12],
  ['李乙', '', 8],
  ['王丙', '', '=C2+C3'],
];

/** The rich workbook with two frozen columns, too. */
function frozenBothWays(): Uint8Array {
  const parts = unzipSync(richWorkbook());
  const part = 'xl/worksheets/sheet1.xml';
  const pane = '<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight"';
  const text = strFromU8(parts[part] ?? new Uint8Array()).replace(/<pane [^>]*activePane="bottomLeft"/, pane);
  return zipSync({ ...parts, [part]: strToU8(text) });
}

const grid = useGrid();
const { evaluate } = grid;

interface Kept {
  readonly snapshot: {
    readonly sheets: Readonly<Record<string, { readonly freeze?: unknown }>>;
    readonly styles: Readonly<Record<string, unknown>>;
    readonly resources?: unknown;
  };
  readonly cells: Readonly<Record<string, unknown>>;
}

/** For a JSON: leaves out what holds nothing. */
const full = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value;

/** What would be stored now, in a form that can be compared: cells read out, and nothing that holds nothing. */
const record = async (): Promise<Kept> => {
  const text = await evaluate(() => {
    const kept = window.page.host.record();
    if (kept === null) throw new Error('nothing is open');
    const cells = Object.entries(kept.cells ?? {}).map(([sheet, blocks]): [string, unknown] => [
      sheet,
      blocks.map((block) => JSON.parse(new TextDecoder().decode(block)) as unknown),
    ]);
    const resources = kept.snapshot.resources?.map(({ name, data }) => {
      return { name, data: data === '' ? '' : (JSON.parse(data) as unknown) };
    });
    const comparable = {
      ...kept,
      file: null,
      cells: Object.fromEntries(cells),
      snapshot: { ...kept.snapshot, resources },
    };
    return JSON.stringify(comparable);
  }, null);
  return JSON.parse(text, full) as Kept;
};

/** Everything that the rules see of the open work. */
const seen = (): Promise<string> =>
  evaluate(async () => {
    const all = await window.page.host.readAll();
    if (!all.ok) throw new Error(all.problem);
    const byId = [...all.value].sort((a, b) => a.id.localeCompare(b.id));
    return JSON.stringify(byId.map(({ id, grid: { name, rows, merges } }) => ({ id, name, merges, rows })));
  }, null);

/** Puts what would be stored in place of what is open, as after a restart of the browser. */
const reopen = (): Promise<void> =>
  evaluate(() => {
    const kept = structuredClone(window.page.host.record());
    if (kept === null) throw new Error('nothing is open');
    window.page.host.restore(kept);
  }, null);

/** A new work names its workbook anew. */
const withoutName = ({ snapshot, ...rest }: Kept): unknown => ({
  ...rest,
  snapshot: { ...snapshot, id: '' },
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await grid.page.keyboard.press(key);
  await grid.page.waitForTimeout(300);
};

describe('what is stored', () => {
  beforeEach(async () => {
    await grid.open(workbookOf(ROWS));
    await grid.reads(3, 2, '20');
  });

  const EDITS: readonly (readonly [name: string, edit: () => Promise<unknown>])[] = [
    [
      'a typed value',
      async () => {
        await grid.goTo(2, 0);
        await grid.page.keyboard.type('赵丁');
        await press('Enter');
        await grid.reads(2, 0, '赵丁');
      },
    ],
    [
      'a number that a formula follows',
      async () => {
        await grid.goTo(2, 2);
        await grid.page.keyboard.type('30');
        await press('Enter');
        await grid.reads(3, 2, '42');
      },
    ],
    [
      'a look',
      async () => {
        await grid.goTo(1, 0);
        await press('Control+B');
      },
    ],
    [
      'a sheet’s name',
      async () => {
        await grid.page.locator('[data-u-comp="slide-tab-item"]').first().dblclick();
        await grid.page.keyboard.type('名册');
        await press('Enter');
      },
    ],
    [
      'rows that come',
      async () => {
        await evaluate((id) => window.page.host.insertRows(id, 2, 3), SHEET);
        await grid.reads(6, 2, '20');
      },
    ],
    [
      'what undo takes back',
      async () => {
        await grid.goTo(1, 0);
        await press('Delete');
        await grid.reads(1, 0, '');
        await press('Control+Z');
        await grid.reads(1, 0, '张甲');
      },
    ],
    [
      'a form that is added',
      () => evaluate(() => window.page.host.insertForm(window.page.layout, 300), null),
    ],
    [
      'a write',
      () =>
        evaluate(
          (id) => window.page.host.write(id, [{ row: 700, column: 1, expected: '', value: '远处' }]),
          SHEET,
        ),
    ],
  ];

  test.each(EDITS)('is all there again after %s', async (_, edit) => {
    // Most of it has been stored before, as on a page that saves after each change.
    await record();
    await edit();
    const [before, kept] = [await seen(), await record()];
    await reopen();
    expect(await seen()).toBe(before);
    expect(withoutName(await record())).toEqual(withoutName(kept));
  });

  test('a look is stored with the cell, also where only the look has changed', async () => {
    await record();
    await grid.goTo(1, 0);
    await press('Control+B');
    const { snapshot, cells } = await record();
    const { 1: row } = (cells[SHEET] as readonly Record<number, Record<number, { s?: unknown }>>[])[0] ?? {};
    const style = row?.[0]?.s;
    expect(typeof style === 'string' ? snapshot.styles[style] : style).toMatchObject({ bl: 1 });
  });

  test('holds nothing that is only shown: marks, verdicts, names, rows shown alone, the sizes of heads', async () => {
    const before = await record();
    await evaluate(async (id) => {
      const { host, marks, verdicts, columnNames } = window.page;
      verdicts.set(1, { truth: 'met', text: '符合', detail: '各条都满足' });
      columnNames.set(1, '证件');
      host.showHeads();
      await host.mark(id, marks([[1, 1, 'e']]));
      await host.showOnly(id, { firstRow: 1, lastRow: 3 }, new Set([2]));
    }, SHEET);
    await grid.goTo(2, 0);
    expect(await record()).toEqual(before);
    expect(before.snapshot.sheets[SHEET]).not.toHaveProperty('rowHeader');
    expect(before.snapshot.sheets[SHEET]).not.toHaveProperty('columnHeader');
    await evaluate(() => {
      window.page.verdicts.clear();
      window.page.columnNames.clear();
    }, null);
  });

  test.each([
    ['rows', { width: 1400, height: 140 }],
    ['columns', { width: 300, height: 800 }],
    ['rows and columns', { width: 300, height: 140 }],
  ])('keeps the frozen %s for which a small screen has no room', async (_, small) => {
    await grid.page.setViewportSize(small);
    await grid.open(frozenBothWays());
    const frozen = (await record()).snapshot.sheets[SHEET]?.freeze;
    await grid.page.setViewportSize({ width: 1400, height: 800 });
    expect(frozen).toMatchObject({ xSplit: 2, ySplit: 3 });
    await reopen();
    expect((await record()).snapshot.sheets[SHEET]?.freeze).toEqual(frozen);
  });

  test('is taken from an earlier work that has its cells in the snapshot', async () => {
    const text = await evaluate((id) => {
      const { host } = window.page;
      const kept = host.record();
      const sheet = kept?.snapshot.sheets[id];
      if (kept === null || sheet === undefined) throw new Error('nothing is open');
      const { name, snapshot, file, keptInFile, memory, restructured } = kept;
      sheet.cellData = { 5: { 0: { v: '从前' } } };
      host.restore({ name, snapshot, file, keptInFile, memory, restructured });
      return host.readRange(id, { top: 5, left: 0, bottom: 5, right: 0 });
    }, SHEET);
    expect(text).toMatchObject({ value: [[{ text: '从前' }]] });
  });
});

describe('a new work', () => {
  beforeEach(() =>
    evaluate(() => {
      window.page.host.openEmpty(window.page.layout, 5, '新的汇总表');
    }, null),
  );

  test('is written and typed into, and read', async () => {
    await evaluate(
      (id) =>
        window.page.host.write(id, [
          { row: 3, column: 4, expected: '', value: '500103198507121001' },
          { row: 3, column: 0, expected: '', value: '张甲' },
        ]),
      SHEET,
    );
    expect(await grid.cell(3, 4)).toEqual({ kind: 'text', text: DIGITS });
    await grid.goTo(4, 4);
    await grid.page.keyboard.type(DIGITS);
    await press('Enter');
    await grid.reads(4, 4, DIGITS);
    expect(await grid.cell(4, 4)).toEqual({ kind: 'text', text: DIGITS });
  });
});

describe('works one after another', () => {
  /** Whether something is written below the letters of the first columns; in English, which any machine has letters for. */
  const named = async (): Promise<boolean> => {
    const { x, y } = await grid.point(0, -18);
    const colours = await grid.colours(x, y, 300, 16);
    return colours.some((colour) => colour.split(',').every((part) => Number(part) < 100));
  };

  beforeEach(() =>
    evaluate(() => {
      window.page.columnNames.set(1, 'ID number');
    }, null),
  );

  afterEach(() =>
    evaluate(() => {
      window.page.columnNames.clear();
    }, null),
  );

  test('each has its names, and leaves nothing of the one before', async () => {
    const elements = (): Promise<number> => evaluate(() => document.querySelectorAll('*').length, null);
    await grid.open(workbookOf(ROWS));
    const once = await elements();
    for (let i = 0; i < 10; i++) await grid.open(workbookOf(ROWS));
    expect(await elements()).toBeLessThan(once + 20);
    expect(await named()).toBe(true);
    // The formula's result is told too, when it comes.
    await grid.reads(3, 2, '20');
    await grid.events();
    await grid.goTo(2, 0);
    await grid.page.keyboard.type('赵丁');
    await press('Enter');
    const edits = (await grid.events()).filter(({ kind }) => kind === 'edited');
    expect(edits).toHaveLength(1);
  });

  test('a form that is added has names as well', async () => {
    await grid.open(workbookOf(ROWS));
    await evaluate(() => {
      window.page.columnNames.clear();
      window.page.host.showHeads();
    }, null);
    await evaluate(() => window.page.host.insertForm(window.page.layout, 5), null);
    await grid.page.waitForTimeout(300);
    expect(await named()).toBe(false);
    await evaluate(() => {
      window.page.columnNames.set(1, 'ID number');
      window.page.host.showHeads();
    }, null);
    await grid.page.waitForTimeout(300);
    expect(await named()).toBe(true);
  });

  test('a grid that was taken off the page makes room for another', async () => {
    await grid.open(workbookOf(ROWS));
    await evaluate(() => window.page.restart(), null);
    await grid.open(workbookOf(ROWS));
    expect(await grid.page.getByRole('region', { name: '汇总表的表格' }).count()).toBe(1);
    expect(await named()).toBe(true);
    await grid.goTo(2, 0);
    await grid.page.keyboard.type('赵丁');
    await press('Enter');
    await grid.reads(2, 0, '赵丁');
    expect((await grid.events()).filter(({ kind }) => kind === 'edited')).toHaveLength(1);
  });
});

test('nothing went wrong unseen', () => {
  expect(grid.errors).toEqual([]);
});
