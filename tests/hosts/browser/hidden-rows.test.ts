import { SHEET, useGrid } from './support/use-grid';
import { workbookOf } from './support/sheet';

/* What nobody sees is neither changed nor deleted. */
const ROWS = [
  ['姓名', '所在单位', '性别', '工龄'],
  ['张甲', '渝能公司', '男', 12],
  ['李乙', '川东公司', '女', 8],
  ['王丙', '长江公司', '', 5],
  ['赵丁', '三峡公司', '女', 3],
];
/** The size of a cell of these. */
const [WIDTH, ROW] = [64, 20];

const grid = useGrid();

const refused = (): Promise<readonly string[]> => grid.evaluate(() => window.page.refused.splice(0), null);
const column = async (at: number, first = 1, last = 6): Promise<readonly string[]> =>
  (await grid.texts(first, at, last, at)).map(([text = '']) => text);

const showOnly = (...rows: readonly number[]): Promise<unknown> =>
  grid.evaluate(
    ({ id, shown }) => window.page.host.showOnly(id, { firstRow: 1, lastRow: 4 }, new Set(shown)),
    { id: SHEET, shown: rows },
  );

afterEach(async () => {
  expect(grid.errors).toEqual([]);
  await refused();
});

describe.each([
  {
    by: 'the pane, to show others alone',
    open: async (): Promise<void> => {
      await grid.open(workbookOf(ROWS));
      await showOnly(1, 3, 4);
    },
  },
  {
    by: 'the user, in the file',
    open: async (): Promise<void> => {
      await grid.open(workbookOf(ROWS, { hidden: [2] }));
    },
  },
])('a row that is hidden by $by', ({ open }) => {
  beforeEach(open);

  test('is skipped by what another program copied, which goes on in the rows that are shown', async () => {
    await grid.goTo(1, 0);
    await grid.paste('', '钱戊\n孙己\n周庚');
    await grid.reads(3, 0, '孙己');
    expect(await column(0)).toEqual(['钱戊', '李乙', '孙己', '周庚', '', '']);
    await grid.press('Control+Z');
    await grid.reads(3, 0, '王丙');
    expect(await column(0)).toEqual(['张甲', '李乙', '王丙', '赵丁', '', '']);
    expect(await refused()).toEqual([]);
  });

  test('is left out where one value fills the selection', async () => {
    await grid.goTo(1, 2);
    await grid.press('Shift+ArrowDown');
    await grid.paste('', '男');
    await grid.reads(3, 2, '男');
    expect(await column(2, 1, 3)).toEqual(['男', '女', '男']);
  });

  test('is not pasted into by what was copied in the grid, which is said', async () => {
    await grid.goTo(3, 0);
    await grid.press('Shift+ArrowDown', 'Control+C');
    await grid.goTo(1, 0);
    await grid.press('Control+V');
    expect(await refused()).toEqual(['hidden-rows']);
    expect(await column(0, 1, 4)).toEqual(['张甲', '李乙', '王丙', '赵丁']);
  });

  test('keeps what is cleared beside it, and one undo brings that back', async () => {
    await grid.goTo(1, 0);
    await grid.press('Shift+ArrowDown', 'Delete');
    await grid.reads(3, 0, '');
    expect(await column(0, 1, 4)).toEqual(['', '李乙', '', '赵丁']);
    await grid.press('Control+Z');
    await grid.reads(3, 0, '王丙');
    expect(await column(0, 1, 4)).toEqual(['张甲', '李乙', '王丙', '赵丁']);
  });

  test('stays where rows on both sides are deleted, which is one step to undo and to do again', async () => {
    await grid.goTo(1, 0);
    await grid.press('Shift+ArrowDown', 'Shift+Space', 'Control+Minus');
    await grid.reads(2, 0, '赵丁');
    expect(await column(0, 1, 4)).toEqual(['李乙', '赵丁', '', '']);
    await grid.press('Control+Z');
    await grid.reads(4, 0, '赵丁');
    expect(await column(0, 1, 4)).toEqual(['张甲', '李乙', '王丙', '赵丁']);
    await grid.press('Control+Y');
    await grid.reads(2, 0, '赵丁');
    expect(await column(0, 1, 4)).toEqual(['李乙', '赵丁', '', '']);
    expect(await refused()).toEqual([]);
  });

  test('is not filled by Ctrl+D', async () => {
    await grid.goTo(1, 1);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D');
    await grid.reads(4, 1, '渝能公司');
    expect(await column(1, 1, 4)).toEqual(['渝能公司', '川东公司', '渝能公司', '渝能公司']);
    await grid.press('Control+Z');
    await grid.reads(4, 1, '三峡公司');
    expect(await column(1, 1, 4)).toEqual(['渝能公司', '川东公司', '长江公司', '三峡公司']);
  });

  test('is not filled by Ctrl+R', async () => {
    await grid.goTo(1, 1);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+R');
    await grid.reads(3, 2, '长江公司');
    expect(await column(2, 1, 4)).toEqual(['渝能公司', '女', '长江公司', '女']);
  });

  test('gives nothing to Ctrl+D below it, which is said', async () => {
    await grid.goTo(3, 1);
    await grid.press('Control+D');
    expect(await refused()).toEqual(['hidden-rows']);
    expect(await column(1, 1, 4)).toEqual(['渝能公司', '川东公司', '长江公司', '三峡公司']);
  });

  test('is not filled by the handle of the selection', async () => {
    await grid.goTo(1, 1);
    // The row is hidden: the second one shown is the third.
    await grid.dragFill(await grid.point(2 * WIDTH - 1, 2 * ROW - 1), 2 * ROW - 5);
    await grid.reads(4, 1, '渝能公司');
    expect(await column(1, 1, 4)).toEqual(['渝能公司', '川东公司', '渝能公司', '渝能公司']);
  });

  test('is not cut, which is said; a selection without it is', async () => {
    await grid.goTo(1, 0);
    await grid.press('Shift+ArrowDown', 'Control+X');
    expect(await refused()).toEqual(['hidden-rows']);
    await grid.goTo(3, 0);
    await grid.press('Control+X');
    await grid.goTo(6, 0);
    await grid.press('Control+V');
    await grid.reads(6, 0, '王丙');
    expect(await column(0)).toEqual(['张甲', '李乙', '', '赵丁', '', '王丙']);
    expect(await refused()).toEqual([]);
  });
});

test('a merge loses the rows that are deleted of it, and no hidden ones', async () => {
  await grid.open(workbookOf(ROWS, { hidden: [2], merges: ['B2:B5'] }));
  await grid.goTo(1, 0);
  await grid.press('Shift+ArrowDown', 'Shift+Space', 'Control+Minus');
  await grid.reads(2, 0, '赵丁');
  const merges = (): Promise<unknown> =>
    grid.evaluate(async (id) => {
      const read = await window.page.host.read(id);
      return read.ok ? read.value.grid.merges : null;
    }, SHEET);
  expect(await merges()).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  expect(await column(1, 1, 1)).toEqual(['渝能公司']);
  await grid.press('Control+Z');
  await grid.reads(4, 0, '赵丁');
  expect(await merges()).toEqual([{ top: 1, left: 1, bottom: 4, right: 1 }]);
  expect(await column(1, 1, 1)).toEqual(['渝能公司']);
});
