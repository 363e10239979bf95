import { createExcelHost } from '../../../src/hosts/excel';
import type { Host, HostEvent, HostedSheet, Mark, SheetId, SheetMarks } from '../../../src/hosts/host';
import { officialLayout } from '../../../src/sheet/layout';
import { templateLists } from '../../../src/sheet/template-lists';
import type { Host as SimulatedHost } from '../../excel-host/src/host';
import type { Profile } from '../../excel-host/src/requirements';
import { useExcel } from '../../excel-host/src/use-excel';
import { RULEBOOK } from '../../support/rulebook';

const open = useExcel();
const PROFILES: readonly Profile[] = [2021, 2024, 365];
const RED = '#FFC7CE';
const YELLOW = '#FFEB9C';

interface Opened {
  readonly excel: SimulatedHost;
  readonly host: Host;
  readonly downloads: string[];
}

async function start(profile: Profile = 365): Promise<Opened> {
  const { host: excel, loadOffice } = open({ profile });
  const { Excel, Office } = await loadOffice();
  const downloads: string[] = [];
  const host = createExcelHost({
    excel: Excel,
    isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
    download: (_, name) => void downloads.push(name),
  });
  return { excel, host, downloads };
}

async function value<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; problem: string; detail?: string }>,
): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`${answer.problem}: ${answer.detail ?? ''}`);
  return answer.value;
}

async function active(host: Host): Promise<HostedSheet> {
  const [sheet] = await value(host.readAll());
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const marksOf = (cells: Readonly<Record<number, Readonly<Record<number, Mark>>>>): SheetMarks =>
  new Map(
    Object.entries(cells).map(([row, columns]) => [
      Number(row),
      new Map(Object.entries(columns).map(([column, mark]) => [Number(column), mark])),
    ]),
  );

/** Requests of a job, those of the library's own clean-up among them. */
async function requests(excel: SimulatedHost, job: () => Promise<unknown>): Promise<number> {
  await excel.settled();
  excel.resetCounters();
  await job();
  await excel.settled();
  return excel.counters.requests;
}

const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, row) => [
    `人员${row}`,
    '重庆某某职业技能培训学校',
    '2025-03-26',
    String(row),
  ]);

describe.each(PROFILES)('Excel %s', (profile) => {
  test('cells read as they are: text, number, date, truth value, error, formula', async () => {
    const { excel, host } = await start(profile);
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

  test('an ID is written as text, a day as a day; undo puts all back', async () => {
    const { excel, host } = await start(profile);
    excel.type('A1', '旧');
    excel.type('C1', '7');
    const { id } = await active(host);
    const before = excel.snapshot();
    const report = await value(
      host.write(id, [
        { row: 0, column: 0, expected: '旧', value: '110101199003070012' },
        { row: 0, column: 1, expected: '', value: { serial: 45742 } },
        { row: 0, column: 2, expected: '8', value: 9 },
        { row: 9, column: 2, expected: '', value: 5.5 },
      ]),
    );
    expect([report.skipped, report.refused]).toEqual([['C1'], []]);
    expect([excel.value('A1'), excel.value('B1'), excel.value('C1'), excel.value('C10')]).toEqual([
      '110101199003070012',
      45742,
      7,
      5.5,
    ]);
    expect(excel.formatOf('A1').numberFormat).toBe('@');
    const undone = await value(
      host.write(
        id,
        report.changes.map(({ row, column, before: value, after }) => ({
          row,
          column,
          expected: after.text,
          value,
        })),
      ),
    );
    expect([undone.skipped, undone.refused]).toEqual([[], []]);
    expect(excel.snapshot()).toEqual(before);
  });

  test('marks show, follow, and leave no trace', async () => {
    const { excel, host } = await start(profile);
    excel.paste('A1', rowsOf(5));
    const before = excel.snapshot();
    const { id } = await active(host);
    await value(host.mark(id, marksOf({ 1: { 0: 'e', 2: 'w' } })));
    expect(excel.marked('A1:AA10')).toEqual({ [RED]: ['A2'], [YELLOW]: ['C2'] });
    expect(await requests(excel, () => host.mark(id, marksOf({ 1: { 0: 'e', 2: 'w' } })))).toBe(0);
    await value(host.mark(id, marksOf({ 2: { 1: 'e' } })));
    expect(excel.marked('A1:AA10')).toEqual({ [RED]: ['B3'] });
    excel.duplicateSheet('Sheet1');
    excel.deleteSheet('Sheet1 (2)');
    await value(host.unmark());
    expect(excel.snapshot()).toEqual(before);
  });

  test('lists are offered and withdrawn without trace', async () => {
    const { excel, host } = await start(profile);
    excel.paste('A1', [['等级', '名称', '编码', '性别']]);
    const before = excel.snapshot();
    const { id } = await active(host);
    const places = {
      columns: new Map([
        ['level', 0],
        ['occupationName', 1],
        ['occupationCode', 2],
        ['sex', 3],
      ] as const),
      firstRow: 1,
      lastRow: 20,
    };
    expect(await value(host.offerLists(id, places, templateLists(RULEBOOK)))).toEqual({ kept: [] });
    excel.type('A2', '考评员');
    excel.type('B2', '电');
    expect(excel.dropdown('B2')?.every((name) => name.startsWith('电'))).toBe(true);
    expect(excel.dropdown('B2')).toContain('电工');
    excel.type('B2', '电工');
    expect(excel.dropdown('C2')).toEqual(['6-31-01-03']);
    expect(excel.dropdown('D2')).toEqual(['男', '女']);
    excel.clear('A2:B2');
    await value(host.withdrawLists());
    expect(excel.snapshot()).toEqual(before);
  });

  test('the form is inserted, rows are hidden and shown again', async () => {
    const { excel, host } = await start(profile);
    const id = await value(host.insertForm(officialLayout(null), 5));
    const { grid } = await value(host.read(id));
    expect(grid.rows[0]?.[0]?.text).toBe('考评人员申报汇总表');
    expect(grid.rows[1]).toHaveLength(27);
    const before = excel.snapshot();
    await value(host.showOnly(id, { firstRow: 2, lastRow: 6 }, new Set([3])));
    expect([...(await value(host.read(id))).grid.hiddenRows]).toEqual([2, 4, 5, 6]);
    await value(host.showOnly(id, { firstRow: 2, lastRow: 6 }, null));
    expect(excel.snapshot()).toEqual(before);
    await value(host.insertRows(id, 7, 2));
    expect((await value(host.read(id))).grid.rows[9]?.[0]?.text).toContain('填报单位');
  });

  test('texts are remembered within the workbook', async () => {
    const { excel, host } = await start(profile);
    const before = excel.snapshot();
    await value(host.remember('kpy.institution', '某校'));
    expect(await value(host.recall('kpy.institution'))).toBe('某校');
    await value(host.remember('kpy.institution', null));
    expect(await value(host.recall('kpy.institution'))).toBeNull();
    expect(excel.snapshot()).toEqual(before);
  });
});

test('requests do not grow with the rows', async () => {
  const counts: number[][] = [];
  for (const size of [100, 1_000, 10_000]) {
    const { excel, host } = await start();
    excel.paste('A1', rowsOf(size));
    let id = '' as SheetId;
    const all = await requests(excel, async () => ({ id } = await active(host)));
    const one = await requests(excel, () => value(host.read(id)));
    const marks = new Map(
      Array.from({ length: size }, (_, row) => [row, new Map([[0, 'e' as const]])] as const),
    );
    const mark = await requests(excel, () => value(host.mark(id, marks)));
    const write = await requests(excel, () =>
      value(
        host.write(
          id,
          rowsOf(size).map((line, row) => ({ row, column: 0, expected: line[0] ?? '', value: '张三' })),
        ),
      ),
    );
    counts.push([all, one, mark, write]);
  }
  expect(counts).toEqual([
    [2, 2, 1, 2],
    [2, 2, 1, 2],
    [2, 2, 1, 2],
  ]);
}, 60_000);

test('own writes are no events; the user’s are', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const events: HostEvent[] = [];
  const stop = await value(host.watch((event) => void events.push(event)));
  await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  await value(host.write(id, [{ row: 0, column: 0, expected: '人员0', value: '张三' }]));
  await value(host.showOnly(id, { firstRow: 0, lastRow: 2 }, new Set([1])));
  await excel.settled();
  expect(events).toEqual([]);
  excel.type('B2', 'x');
  excel.insert('2:3');
  excel.clear('C:C');
  await excel.settled();
  expect(events).toEqual([
    { kind: 'edited', sheet: id, range: { top: 1, left: 1, bottom: 1, right: 1 } },
    { kind: 'restructured', sheet: id },
    { kind: 'edited', sheet: id, range: { top: 0, left: 2, bottom: 4, right: 2 } },
  ]);
  await stop();
});

const CODES = [
  ['AccessDenied', 'protected'],
  ['InvalidOperationInCellEditMode', 'cell-edit'],
  ['ItemNotFound', 'sheet-gone'],
  ['GeneralException', 'failed'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
] as const;

test.each(CODES)('%s at any request of a write leaves the cells whole and is told', async (code, problem) => {
  for (const after of [0, 1]) {
    const { excel, host } = await start();
    excel.paste('A1', rowsOf(3));
    const { id } = await active(host);
    await excel.settled();
    const before = excel.snapshot();
    excel.fail({ code, after });
    const outcome = await host.write(id, [{ row: 0, column: 0, expected: '人员0', value: '张三' }]);
    expect(outcome).toMatchObject({ ok: false, problem });
    expect(excel.snapshot()).toEqual(before);
  }
});

test('a validation of the user’s own is kept, said so, and survives', async () => {
  const { excel, host } = await start();
  const { id } = await active(host);
  const users = { rule: { list: { inCellDropDown: true, source: '甲,乙' } } };
  excel.sheet('Sheet1').changeValidation([{ r0: 1, c0: 0, r1: 20, c1: 0 }], users);
  excel.book.journal.take();
  const before = excel.snapshot();
  const places = { columns: new Map([['sex', 0] as const]), firstRow: 1, lastRow: 20 };
  expect(await value(host.offerLists(id, places, templateLists(RULEBOOK)))).toEqual({ kept: ['sex'] });
  expect(excel.dropdown('A2')).toEqual(['甲', '乙']);
  await value(host.withdrawLists());
  expect(excel.snapshot()).toEqual(before);
});

test('pasting over marked cells takes the marks away; the next call brings them back', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(5));
  excel.paste('H1', rowsOf(1));
  const { id } = await active(host);
  const stop = await value(host.watch(() => undefined));
  const marks = marksOf({ 1: { 0: 'e' } });
  await value(host.mark(id, marks));
  const other = excel.addSheet('别处');
  excel.type(`${other.name}!A1`, '粘贴');
  excel.copy(`${other.name}!A1`);
  excel.pasteCopied('Sheet1!A2');
  await excel.settled();
  expect(excel.marked('Sheet1!A1:C5')).toEqual({});
  expect(await requests(excel, () => value(host.mark(id, marks)))).toBe(2);
  expect(excel.marked('Sheet1!A1:C5')).toEqual({ [RED]: ['A2'] });
  await stop();
});

test('Ctrl+Z in 365 takes back the mark, then the edit; marking anew then writes nothing', async () => {
  const { excel, host } = await start(365);
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const stop = await value(host.watch(() => undefined));
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  excel.type('B1', '');
  await excel.settled();
  await value(host.mark(id, marksOf({ 0: { 0: 'e', 1: 'e' } })));
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1', 'B1'] });
  expect(excel.undo()).toBe(true);
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1'] });
  expect(excel.undo()).toBe(true);
  await excel.settled();
  expect(excel.value('B1')).toBe('重庆某某职业技能培训学校');
  const before = excel.snapshot();
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  expect(excel.snapshot()).toEqual(before);
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1'] });
  await stop();
});

test('Ctrl+Z in 2021 has nothing to take back after a mark was written', async () => {
  const { excel, host } = await start(2021);
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  expect(excel.undo()).toBe(false);
});

test('where no sheet can be added the formats lie on the cells, and vanish too', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(5));
  excel.protectStructure();
  const before = excel.snapshot();
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 1: { 0: 'e', 1: 'e' }, 3: { 2: 'w' } })));
  expect(excel.marked('A1:F9')).toEqual({ [RED]: ['A2', 'B2'], [YELLOW]: ['C4'] });
  await value(host.unmark());
  expect(excel.snapshot()).toEqual(before);
});

test('filtered rows: the right cells are written', async () => {
  const { excel, host } = await start();
  excel.paste('A1', [['姓名'], ['甲'], ['乙'], ['甲'], ['丙']]);
  excel.filter('A1:A5', 0, ['甲']);
  const { id } = await active(host);
  await value(
    host.write(id, [
      { row: 2, column: 0, expected: '乙', value: '乙二' },
      { row: 4, column: 0, expected: '丙', value: '丙二' },
    ]),
  );
  expect(excel.values('A1:A5').flat()).toEqual(['姓名', '甲', '乙二', '甲', '丙二']);
});

test('an error in the middle of a write: what was written is reported, the rest refused', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(2));
  const { id } = await active(host);
  const writes = [
    { row: 0, column: 0, expected: '人员0', value: '张三' },
    { row: 0, column: 1, expected: '重庆某某职业技能培训学校', value: '某校' },
  ];
  const outcomes: string[] = [];
  for (let action = 0; action < 16; action++) {
    excel.fail({ code: 'GeneralException', after: 1, action });
    const outcome = await host.write(id, writes);
    await excel.settled();
    const now = [excel.value('A1'), excel.value('B1')];
    const told = outcome.ok ? outcome.value.changes.length : 0;
    const written = now.filter((each, column) => each === writes[column]?.value).length;
    expect(told >= written).toBe(true);
    outcomes.push(`${outcome.ok ? 'ok' : outcome.problem} ${written}`);
    if (outcome.ok) {
      const changes = outcome.value.changes.map(({ row, column, before, after }) => ({
        row,
        column,
        expected: after.text,
        value: before,
      }));
      // A fault that the request did not reach stays in wait: it is used up by these.
      await host.write(id, changes);
      await host.write(id, changes);
    }
  }
  expect(new Set(outcomes)).toContain('ok 1');
});

test('faults at each request of every other job are told, and the next try succeeds', async () => {
  for (const [code, problem] of CODES)
    for (const after of [0, 1, 2]) {
      const { excel, host } = await start();
      excel.paste('A1', rowsOf(3));
      const { id } = await active(host);
      await excel.settled();
      const before = excel.snapshot();
      const jobs: readonly (() => Promise<{ readonly ok: boolean; readonly problem?: string }>)[] = [
        () => host.mark(id, marksOf({ 0: { 0: 'e' } })),
        () => host.unmark(),
        () =>
          host.offerLists(
            id,
            { columns: new Map([['sex', 0]]), firstRow: 1, lastRow: 9 },
            templateLists(RULEBOOK),
          ),
        () => host.withdrawLists(),
        () => host.showOnly(id, { firstRow: 0, lastRow: 2 }, new Set([1])),
        () => host.showOnly(id, { firstRow: 0, lastRow: 2 }, null),
      ];
      for (const job of jobs) {
        excel.fail({ code, after });
        const first = await job();
        if (!first.ok) expect(first.problem).toBe(problem);
        // Uses up a fault that the job did not reach.
        for (let n = 0; n < 3; n++) await host.recall('x');
        expect(await job()).toMatchObject({ ok: true });
      }
      expect(excel.snapshot()).toEqual(before);
    }
}, 60_000);
