/** @jest-environment jsdom */
import { COLUMN_KEYS } from '../../src/rules/application';
import { COLUMNS } from '../../src/sheet/columns';
import { CODES, RED, value } from '../hosts/excel/support/adapter';
import { SOUND } from '../support/applicant';
import { FIRST, useExcelPane, type ExcelPane } from './support/excel-pane';
import { loaded } from './support/shown-pane';

/*
 * What goes wrong within Excel, seen from the pane: whatever request of a job fails, and at whatever place, the workbook
 * is as it was or as it was to be, the pane says so in Chinese, and the next try succeeds.
 */
const open = useExcelPane();

const PEOPLE = [{}, { ethnicity: '汉', idNumber: '500103198507121231', name: '李新' }];
/** The row below the last person: the foot's own, as long as nobody is added. */
const FOOT = FIRST + PEOPLE.length;

/** Two people of another year's sheet, their columns in the reverse order. */
const COPIED = [
  COLUMNS.map(({ header }) => header),
  ...['500103198507121258', '500103198507121274'].map((idNumber) =>
    COLUMN_KEYS.map((key) => (key === 'idNumber' ? idNumber : String(SOUND[key]))),
  ),
]
  .map((cells) => cells.join('\t'))
  .join('\n');

interface Step {
  readonly name: string;
  readonly run: (pane: ExcelPane) => Promise<void>;
  /** What it may come to besides, where it is done by halves: no cell is filled by it. */
  readonly half?: (pane: ExcelPane) => Promise<void>;
  /** Puts the workbook back for the next round. */
  readonly back: (pane: ExcelPane) => Promise<void>;
}

const undo = async ({ page, after }: ExcelPane): Promise<void> => after(() => page.click('button', '撤销'));

/** Empty rows above the foot, which the next try fills. */
const emptyRows =
  (count: number) =>
  ({ page, after }: ExcelPane): Promise<void> =>
    after(async () => {
      const { sheet } = page.session.state;
      if (sheet !== null) await page.session.insertRows(sheet, FOOT - 1, count);
    });

/** Waits for what loads lazily, the first time. */
async function shown(selector: string): Promise<void> {
  for (let turn = 0; turn < 10 && document.querySelector(selector) === null; turn++) await loaded();
}

const toTab = async ({ page }: ExcelPane, name: string): Promise<void> => {
  if (page.one('tab', name).getAttribute('aria-selected') === 'true') return;
  await page.click('tab', name);
  await loaded();
};

const STEPS: readonly Step[] = [
  {
    name: 'fill a field',
    async run(pane) {
      const { excel, page, after } = pane;
      await toTab(pane, '填写');
      await after(() => {
        excel.select(`G${FIRST}`);
      });
      await page.focus(page.field('employer'));
      await page.type('重庆永和机械厂');
      await after(() => page.press('Enter'));
    },
    back: undo,
  },
  {
    name: 'fix all',
    async run(pane) {
      const { page, after } = pane;
      await toTab(pane, '检查');
      await page.click('button', '自动修正');
      await shown('[role=dialog]');
      await after(() => page.click('button', '全部修正'));
    },
    back: undo,
  },
  {
    name: 'add a person',
    async run(pane) {
      await toTab(pane, '填写');
      await pane.after(() => pane.page.click('button', '新增一人'));
    },
    half: emptyRows(10),
    back: ({ excel, after }) =>
      after(() => {
        excel.delete(`${FOOT}:${excel.text(`A${FOOT + 10}`).startsWith('填报单位') ? FOOT + 9 : FOOT}`);
      }),
  },
  {
    name: 'paste people',
    async run(pane) {
      const { page, after } = pane;
      await toTab(pane, '填写');
      if (document.querySelector('[role=dialog]') === null) {
        await page.click('button', '粘贴往年数据');
        await shown('[role=dialog]');
      }
      const field = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea');
      if (field === null) throw new Error('There is no field to paste into.');
      await page.focus(field);
      await page.type(COPIED);
      await after(() => page.click('button', '写入2人'));
    },
    half: emptyRows(2),
    async back(pane) {
      if (pane.page.session.state.undo !== null) await undo(pane);
      // The undo takes its rows along; those of a write that was stopped stay.
      if (!pane.excel.text(`A${FOOT}`).startsWith('填报单位'))
        await pane.after(() => {
          pane.excel.delete(`${FOOT}:${FOOT + 1}`);
        });
    },
  },
];

/** Where in a request it stops: before all of it; for one of the errors also after some of it is done. */
const placesOf = (code: string): readonly number[] => (code === 'GeneralException' ? [0, 3, 30] : [0]);

/** Lets the pane try again for as long as it does. */
async function patience({ page, pass }: ExcelPane): Promise<void> {
  do await pass(500);
  while (page.session.state.busy);
}

describe.each(STEPS)('$name', ({ run, half, back }) => {
  test.each(CODES)('%s at any request', async (code) => {
    const pane = await open(PEOPLE);
    const { excel, page, after } = pane;
    // Marks are written behind the back of a step, and would be counted with it: they have a test of their own.
    await after(() => page.session.setLive(false));
    const before = excel.snapshot();
    excel.resetCounters();
    await run(pane);
    const { requests } = excel.counters;
    const wanted = excel.snapshot();
    expect(wanted).not.toEqual(before);
    await back(pane);
    expect(excel.snapshot()).toEqual(before);
    const harmless = [before];
    if (half !== undefined) {
      await half(pane);
      harmless.push(excel.snapshot());
      await back(pane);
    }
    for (let request = 0; request < requests; request++)
      for (const action of placesOf(code)) {
        const at = `request ${request}, action ${action}`;
        excel.fail({ code, after: request, action });
        await run(pane);
        await patience(pane);
        excel.heal();
        const now = excel.snapshot();
        if (JSON.stringify(now) !== JSON.stringify(wanted)) {
          expect([at, harmless.map((each) => JSON.stringify(each))]).toEqual([
            at,
            expect.arrayContaining([JSON.stringify(now)]),
          ]);
          expect([at, page.notice]).toEqual([at, expect.stringMatching(/\p{Script=Han}{4}/u)]);
          await run(pane);
          expect([at, excel.snapshot()]).toEqual([at, wanted]);
        }
        await back(pane);
        expect([at, excel.snapshot()]).toEqual([at, before]);
      }
  });

  test('a host that does not answer in time', async () => {
    const pane = await open(PEOPLE);
    const { excel, page, after, pass } = pane;
    await after(() => page.session.setLive(false));
    const before = excel.snapshot();
    await run(pane);
    const wanted = excel.snapshot();
    await back(pane);
    excel.pause();
    await run(pane);
    expect(excel.snapshot()).toEqual(before);
    await pass(30_000);
    await patience(pane);
    expect(page.notice).toContain('正忙');
    expect(page.session.state.busy).toBe(false);
    // It does in the end what it was asked, and the pane sees that.
    await after(() => {
      excel.resume();
    });
    await patience(pane);
    if (JSON.stringify(excel.snapshot()) !== JSON.stringify(wanted)) await run(pane);
    expect(excel.snapshot()).toEqual(wanted);
    expect(page.session.state.sheet?.live.grid.rows).toEqual(
      (await value(pane.host.readAll()))[0]?.grid.rows,
    );
  });
});

describe('marks', () => {
  test.each(CODES)(
    '%s at any request: the cells are as they were typed, and in the end marked',
    async (code) => {
      const pane = await open(PEOPLE);
      const { excel, page, pass } = pane;
      await pass(500);
      const marks = (): Readonly<Record<string, readonly string[]>> => excel.marked(`A1:AA${FOOT + 4}`);
      const right = marks();
      const typed = async (sex: string): Promise<void> => {
        excel.type(`F${FIRST}`, sex);
        await pass(500);
      };
      await typed('女');
      const wrong = marks();
      expect(wrong[RED]).toContain(`F${FIRST}`);
      await typed('男');
      expect(marks()).toEqual(right);
      for (const request of [0, 1, 2])
        for (const action of placesOf(code)) {
          const at = `request ${request}, action ${action}`;
          excel.fail({ code, after: request, action });
          await typed('女');
          await pass(5_000);
          excel.heal();
          expect([at, excel.value(`F${FIRST}`)]).toEqual([at, '女']);
          if (JSON.stringify(marks()) !== JSON.stringify(wrong)) {
            expect([at, page.notice]).toEqual([at, expect.stringMatching(/\p{Script=Han}{4}/u)]);
            await page.click('button', '重新检查');
            await pass(1_000);
          }
          expect([at, marks()]).toEqual([at, wrong]);
          await typed('男');
          expect([at, marks()]).toEqual([at, right]);
          expect(
            page.session.state.sheet?.live.row(FIRST)?.findings.some(({ rule }) => rule === 'id.sex'),
          ).toBe(false);
        }
    },
  );
});

describe('export', () => {
  test.each(CODES)('%s at any request: one copy or a message, and the sheet is as it was', async (code) => {
    const pane = await open(PEOPLE);
    const { excel, page, after, downloads } = pane;
    await after(() => page.session.setLive(false));
    await toTab(pane, '导出');
    const [before] = excel.snapshot().sheets;
    const copies = (): number =>
      excel.openedWorkbooks.length + excel.insertedWorkbooks.length + downloads.length;
    const exported = async (): Promise<void> => {
      await after(() => page.click('button', '导出干净的汇总表'));
      await loaded();
      await patience(pane);
    };
    for (const request of [0, 1, 2, 3, 4, 5])
      for (const action of placesOf(code)) {
        const at = `request ${request}, action ${action}`;
        let had = copies();
        excel.fail({ code, after: request, action });
        await exported();
        excel.heal();
        // A message says what became of it: a copy, with or without its record, or none.
        const done = /已打开|放在新工作表|已下载|已经导出/.test(page.notice);
        expect([at, page.notice]).toEqual([at, expect.stringMatching(/\p{Script=Han}{3}/u)]);
        expect([at, copies() - had]).toEqual([at, done ? 1 : 0]);
        had = copies();
        await exported();
        expect([at, copies() - had]).toEqual([at, 1]);
        expect([at, excel.snapshot().sheets[0]]).toEqual([at, before]);
      }
  });
});

describe('opening', () => {
  const cases = CODES.flatMap(([code]) => [0, 1, 2, 3].map((request) => [code, request] as const));

  test.each(cases)('%s at request %d: the next check makes it good', async (code, request) => {
    const pane = await open(PEOPLE, { code, after: request });
    const { excel, page, after, pass } = pane;
    await patience(pane);
    excel.heal();
    await after(() => page.click('button', '重新检查'));
    expect(page.notice).toBe('');
    excel.type(`F${FIRST}`, '女');
    await pass(1_000);
    const { findings = [] } = page.session.state.sheet?.live.row(FIRST) ?? {};
    expect(findings.map(({ rule }) => rule)).toContain('id.sex');
    expect(excel.marked(`F${FIRST}`)[RED]).toEqual([`F${FIRST}`]);
  });
});
