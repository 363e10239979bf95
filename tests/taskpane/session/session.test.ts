import type { HostProblem, SheetId } from '../../../src/hosts/host';
import { COLUMN_KEYS } from '../../../src/rules/application';
import { EMPTY_CELL, type Cell } from '../../../src/rules/cell';
import { COLUMNS } from '../../../src/sheet/columns';
import { officialLayout } from '../../../src/sheet/layout';
import { Session, writeOf } from '../../../src/taskpane/session/session';
import { selectedCell, type FollowedSheet } from '../../../src/taskpane/session/state';
import { applicant, type Given } from '../../support/applicant';
import { MemoryHost } from '../../support/memory-host';
import { RULEBOOK } from '../../support/rulebook';
import { settled, TestClock } from '../../support/test-clock';

const HEADER = COLUMNS.map(({ header }) => header);
const SEX = COLUMN_KEYS.indexOf('sex');
const NAME = COLUMN_KEYS.indexOf('name');

const line = (given: Given = {}): Cell[] => {
  const application = applicant(given);
  return COLUMN_KEYS.map((key) => application[key] ?? EMPTY_CELL);
};

async function started(
  rows: readonly Given[],
): Promise<{ host: MemoryHost; clock: TestClock; session: Session; sheet: SheetId }> {
  const host = new MemoryHost();
  const clock = new TestClock();
  host.add('说明', [['填表说明'], ['请按附件2填写']]);
  const sheet = host.add('汇总表', [['考评人员申报汇总表'], HEADER, ...rows.map(line), ['填报单位：某某']]);
  const session = new Session({ host, rulebook: RULEBOOK, clock });
  await session.start();
  return { host, clock, session, sheet };
}

const rulesOf = (session: Session, row: number): readonly string[] =>
  session.state.sheet?.live.row(row)?.findings.map(({ rule }) => rule) ?? [];

test('opens on the sheet with a header, and marks it after a moment of quiet', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  expect(session.state).toMatchObject({ stage: 'ready', live: true, notice: null });
  expect(session.state.sheet?.id).toBe(sheet);
  expect(host.sheets.get(sheet)?.marks).toBeNull();
  await clock.pass(400);
  expect(host.sheets.get(sheet)?.marks?.get(2)?.get(SEX)).toBe('e');
});

test('an edit is judged at once and marked once, however many come', async () => {
  const { host, clock, session, sheet } = await started([{}]);
  await clock.pass(400);
  host.calls.length = 0;
  host.type(sheet, 2, SEX, '女');
  host.type(sheet, 2, NAME, '陈立新2');
  await settled();
  expect(rulesOf(session, 3)).toEqual(expect.arrayContaining(['id.sex', 'name.characters']));
  await clock.pass(399);
  expect(host.calls).toEqual(['readRange', 'readRange']);
  await clock.pass(1);
  expect(host.calls).toEqual(['readRange', 'readRange', 'mark']);
});

test('marks that a busy host did not take off are taken off as soon as it does, unless they are wanted again', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  const marks = (): unknown => host.sheets.get(sheet)?.marks;
  await clock.pass(400);
  const busy = (times: number): HostProblem[] => Array.from({ length: times }, () => 'busy');
  host.faults.set('unmark', busy(7));
  void session.setLive(false);
  await clock.pass(3_000);
  expect(marks()).not.toBeNull();
  expect(session.state).toMatchObject({ live: false, busy: false, notice: { code: 'host.busy' } });
  await clock.pass(2_000);
  expect(marks()).toBeNull();
  expect(session.state.notice).toBeNull();
  await session.setLive(true);
  host.faults.set('unmark', busy(6));
  void session.setLive(false);
  await clock.pass(2_500);
  await session.setLive(true);
  await clock.pass(5_000);
  expect(marks()).not.toBeNull();
});

test('what depends on the day is judged anew with the first thing that happens on another', async () => {
  const { host, clock, session, sheet } = await started([
    { submittedOn: '', idNumber: '500103196003261215' },
    { name: '李新' },
  ]);
  expect(session.state.sheet?.live.row(3)?.verdict.truth).not.toBe('unmet');
  clock.sleepUntil('2026-03-27');
  host.click(sheet, 3, NAME);
  await settled();
  expect(session.state.sheet?.live.row(3)?.verdict.truth).toBe('unmet');
});

test('a sheet that is gone by the time that it is to go out is named as gone', async () => {
  const { host, session, sheet } = await started([{}]);
  host.sheets.delete(sheet);
  expect(await session.readAnew(sheet)).toBeNull();
  expect(session.state.notice?.code).toBe('host.sheet-gone');
});

test('a host that was given up is not asked again at once', async () => {
  const { host, session } = await started([{}]);
  host.calls.length = 0;
  host.recall = () => Promise.resolve({ ok: false, problem: 'busy', givenUp: true });
  host.readAll = () => {
    host.calls.push('readAll');
    return Promise.resolve({ ok: false, problem: 'busy', givenUp: true });
  };
  await session.recheck();
  expect(host.calls).toEqual(['readAll']);
  expect(session.state.unread?.problem).toBe('busy');
});

test('the selected cell follows the selection', async () => {
  const { host, session, sheet } = await started([{}, { name: '李新' }]);
  host.click(sheet, 3, NAME);
  expect(selectedCell(session.state)).toBe('G4');
});

test('a write is judged, told and can be taken back', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const { state } = session;
  if (state.sheet === null) throw new Error('no sheet');
  expect(await session.write(state.sheet, [writeOf(state.sheet, 2, SEX, '男')], 'pane.fixed')).toBe(true);
  expect(host.cell(sheet, 2, SEX).text).toBe('男');
  expect(rulesOf(session, 3)).not.toContain('id.sex');
  expect(session.state.undo?.label).toBe('pane.fixed');
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('女');
  expect(rulesOf(session, 3)).toContain('id.sex');
  expect(session.state.undo).toBeNull();
});

test('what was done is said until the user works on in the sheet; a problem stays', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed');
  expect(session.state.notice?.code).toBe('pane.fixed');
  host.click(sheet, 2, NAME);
  expect(session.state.notice?.code).toBe('pane.fixed');
  host.type(sheet, 2, NAME, '李新');
  await settled();
  expect(session.state.notice).toBeNull();
  session.say({ tone: 'problem', code: 'host.protected', params: {} });
  host.type(sheet, 2, NAME, '李立新');
  await settled();
  expect(session.state.notice?.code).toBe('host.protected');
});

test('a cell that was changed meanwhile is left alone, and said so', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  const write = writeOf(followed, 2, SEX, '男');
  host.type(sheet, 2, SEX, '女性');
  expect(await session.write(followed, [write], 'pane.fixed')).toBe(false);
  expect(host.cell(sheet, 2, SEX).text).toBe('女性');
  expect(session.state.notice).toEqual({
    tone: 'problem',
    code: 'pane.cells-changed',
    params: { cells: ['F3'], count: 1 },
  });
});

test('a fix that is clicked twice is made once, and nothing is said to have changed', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  const fix = (): Promise<boolean> =>
    session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed', { cell: 'F3', value: '男' });
  expect(await Promise.all([fix(), fix()])).toEqual([true, true]);
  expect(session.state.notice).toMatchObject({ tone: 'done', code: 'pane.fixed' });
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('女');
  expect(session.state.undo).toBeNull();
});

test('taking back leaves what was typed since alone', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed');
  host.type(sheet, 2, SEX, '未知');
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('未知');
  // The step is gone: the notice sends nobody to try again.
  expect(session.state).toMatchObject({
    undo: null,
    notice: { tone: 'problem', code: 'pane.cells-changed/undo', params: { cells: ['F3'], count: 1 } },
  });
});

test('an undo that breaks off offers the same step again, not the one before it', async () => {
  const { host, session, sheet } = await started([{ sex: '女', name: '李四' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed');
  await session.write(followed, [writeOf(followed, 2, NAME, '王五')], 'pane.filled');
  const write = host.write.bind(host);
  host.write = () => Promise.reject(new Error('something odd'));
  await session.undo();
  host.write = write;
  expect(session.state.undo?.label).toBe('pane.filled');
  await session.undo();
  expect([host.cell(sheet, 2, SEX).text, host.cell(sheet, 2, NAME).text]).toEqual(['男', '李四']);
  expect(session.state.undo?.label).toBe('pane.fixed');
});

test('a step that the host did not take back can be taken back another time', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed');
  host.faults.set('write', ['cell-edit']);
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('男');
  expect(session.state.notice?.code).toBe('host.cell-edit');
  expect(session.state.undo?.label).toBe('pane.fixed');
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('女');
});

test('a copied sheet that the user is taken to is worked on at once', async () => {
  const { host, session, sheet } = await started([{}]);
  const copy = host.add('汇总表（副本）', [HEADER, line({ name: '李新' })]);
  host.click(copy, 1, NAME);
  host.emit({ kind: 'sheets' });
  await settled();
  expect(session.state.sheet?.id).toBe(copy);
  host.emit({ kind: 'sheets' });
  session.choose(sheet);
  await settled();
  expect(session.state.sheet?.id).toBe(sheet);
});

test('sheets stand in the workbook’s order, whichever is in front when they are read', async () => {
  const { host, session } = await started([{}]);
  const other = host.add('第二批', [HEADER, line()]);
  host.emit({ kind: 'sheets' });
  await settled();
  host.click(other, 1, NAME);
  await session.recheck();
  expect(session.state.sheets.map(({ live }) => live.reading.sheet)).toEqual(['说明', '汇总表', '第二批']);
  expect(session.state.sheet?.id).toBe(other);
});

test('a workbook is opened on the form that is in front', async () => {
  const host = new MemoryHost();
  host.add('第一批', [HEADER, line()]);
  const front = host.add('第二批', [HEADER, line()]);
  host.click(front, 1, NAME);
  const session = new Session({ host, rulebook: RULEBOOK, clock: new TestClock() });
  await session.start();
  expect(session.state.sheet?.id).toBe(front);
});

test('steps of a sheet that is gone do not hide those of another', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const other = host.add('另一表', [HEADER, line({ sex: '女' })]);
  host.emit({ kind: 'sheets' });
  await settled();
  const followed = (id: SheetId): FollowedSheet => {
    const found = session.state.sheets.find((each) => each.id === id);
    if (found === undefined) throw new Error('no sheet');
    return found;
  };
  await session.write(followed(sheet), [writeOf(followed(sheet), 2, SEX, '男')], 'pane.fixed');
  const write = writeOf(followed(other), 1, SEX, '男');
  await session.write(followed(other), [write], 'pane.fixed');
  host.sheets.delete(other);
  // Nobody has told of it yet.
  await session.undo();
  expect(session.state.notice?.code).toBe('host.sheet-gone');
  await session.undo();
  expect(host.cell(sheet, 2, SEX).text).toBe('女');
  expect(session.state.undo).toBeNull();
});

test('what is taken back where nobody sees it is named with its sheet', async () => {
  const { host, session, sheet } = await started([{ sex: '女', name: '李四' }]);
  const other = host.add('第二批', [HEADER, line()]);
  host.emit({ kind: 'sheets' });
  await settled();
  const write = async (at: number, value: string): Promise<void> => {
    const followed = session.state.sheets.find(({ id }) => id === sheet);
    if (followed === undefined) throw new Error('no sheet');
    await session.write(followed, [writeOf(followed, 2, at, value)], 'pane.fixed');
  };
  const done = async (): Promise<unknown> => {
    await session.undo();
    return session.state.notice;
  };
  const putBack = {
    tone: 'done',
    code: 'pane.undone/cells',
    params: { cells: ['汇总表!F3'], count: 1 },
  };
  await write(SEX, '男');
  session.choose(other);
  expect(await done()).toEqual(putBack);
  await write(SEX, '男');
  host.click(other, 1, NAME);
  expect(await done()).toEqual(putBack);
  // A sheet that is no form is seen, while the pane stays with the form.
  host.click(sheet, 2, NAME);
  await write(SEX, '男');
  host.click([...host.sheets.keys()][0] ?? sheet, 0, 0);
  expect(await done()).toEqual(putBack);
  host.click(sheet, 2, NAME);
  await write(SEX, '男');
  expect(await done()).toMatchObject({ code: 'pane.undone' });
  await write(SEX, '男');
  host.type(sheet, 2, SEX, '未知');
  host.click(other, 1, NAME);
  expect(await done()).toMatchObject({
    code: 'pane.cells-changed/undo',
    params: { cells: ['汇总表!F3'], count: 1 },
  });
});

test('rows that go again where nobody sees it are no cells to look at', async () => {
  const { host, session, sheet } = await started([{}]);
  const other = host.add('第二批', [HEADER, line()]);
  host.emit({ kind: 'sheets' });
  await settled();
  const followed = session.state.sheet;
  if (followed === null || !(await session.insertRows(followed, 3, 1))) throw new Error('no row');
  const now = session.state.sheet;
  if (now === null) throw new Error('no sheet');
  const writes = [writeOf(now, 3, NAME, '李新')];
  await session.write(now, writes, 'pane.started-person', { row: 4 }, { row: 3, count: 1 });
  host.click(other, 1, NAME);
  await session.undo();
  expect(host.sheets.get(sheet)?.rows).toHaveLength(4);
  expect(session.state.notice).toMatchObject({ code: 'pane.undone/sheet', params: { sheet: '汇总表' } });
});

test('a form that could not be inserted is no other sheet', async () => {
  const { host, session } = await started([{}]);
  host.faults.set('insertForm', ['failed']);
  expect(await session.insertForm((given) => given.insertForm(officialLayout(null), 1))).toBeNull();
  expect(session.state.notice?.tone).toBe('problem');
});

test('a host that could not be watched is watched from the next check on', async () => {
  const host = new MemoryHost();
  const sheet = host.add('汇总表', [HEADER, line()]);
  host.faults.set('watch', ['failed']);
  const session = new Session({ host, rulebook: RULEBOOK, clock: new TestClock() });
  await session.start();
  expect(session.state.notice?.code).toBe('host.failed');
  await session.recheck();
  expect(session.state.notice).toBeNull();
  host.type(sheet, 1, SEX, '女');
  await settled();
  expect(rulesOf(session, 2)).toContain('id.sex');
});

test('a reading that fails once is made again', async () => {
  const { host, session, sheet } = await started([{}]);
  for (const method of ['readRange', 'read', 'readAll'] as const) {
    host.faults.set(method, ['failed']);
    host.type(sheet, 2, SEX, '女');
    if (method === 'read') host.emit({ kind: 'restructured', sheet });
    if (method === 'readAll') host.emit({ kind: 'sheets' });
    await settled();
    expect([method, session.state.notice, rulesOf(session, 3)]).toEqual([
      method,
      null,
      expect.arrayContaining(['id.sex']),
    ]);
    host.type(sheet, 2, SEX, '男');
    await settled();
    expect(rulesOf(session, 3)).not.toContain('id.sex');
  }
});

test('the switch takes every mark off, and is kept within the workbook', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  await clock.pass(400);
  await session.setLive(false);
  expect(host.sheets.get(sheet)?.marks).toBeNull();
  host.type(sheet, 2, NAME, 'x');
  await clock.pass(1000);
  expect(host.sheets.get(sheet)?.marks).toBeNull();
  const again = new Session({ host, rulebook: RULEBOOK, clock });
  await again.start();
  expect(again.state.live).toBe(false);
  await again.setLive(true);
  expect(host.sheets.get(sheet)?.marks?.get(2)?.get(SEX)).toBe('e');
});

test('rows that came or went are read anew, and old steps can no longer be taken back', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed');
  host.sheets.get(sheet)?.rows.splice(2, 0, line({ name: '新来' }));
  host.emit({ kind: 'restructured', sheet });
  await settled();
  expect(session.state.sheet?.live.reading.rows).toHaveLength(2);
  expect(session.state.undo).toBeNull();
});

test('what was made up for rows that have moved since is not written, wherever it waits', async () => {
  const { host, session, sheet } = await started([
    { politicalStatus: '' },
    { name: '李新', politicalStatus: '' },
  ]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  const column = COLUMN_KEYS.indexOf('politicalStatus');
  const write = writeOf(followed, 2, column, '群众');
  const deleteFirst = (): void => {
    host.sheets.get(sheet)?.rows.splice(2, 1);
    host.emit({ kind: 'restructured', sheet });
  };
  // The event comes while the write waits for the job before it.
  const before = session.caughtUp();
  const waiting = session.write(followed, [write], 'pane.filled');
  const inserting = session.insertRows(followed, 3, 1);
  deleteFirst();
  await before;
  expect([await waiting, await inserting]).toEqual([false, false]);
  expect(session.state.notice?.code).toBe('pane.sheet-changed');
  // And after it.
  expect(await session.write(followed, [write], 'pane.filled')).toBe(false);
  expect(host.cell(sheet, 2, column).text).toBe('');
  expect(host.calls).not.toContain('write');
  expect(host.calls).not.toContain('insertRows');
  const now = session.state.sheet;
  if (now === null) throw new Error('no sheet');
  expect(await session.write(now, [writeOf(now, 2, column, '群众')], 'pane.filled')).toBe(true);
});

test('what was written before rows moved is not taken back elsewhere', async () => {
  const { host, session, sheet } = await started([{}, { name: '李新' }]);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  await session.write(followed, [writeOf(followed, 2, SEX, '女')], 'pane.filled');
  host.sheets.get(sheet)?.rows.splice(2, 1);
  host.emit({ kind: 'restructured', sheet });
  await session.undo();
  expect(session.state.undo).toBeNull();
  expect(host.calls.filter((call) => call === 'write')).toHaveLength(1);
});

test('a sheet that loses its header loses its marks, and gets them back with it', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  await clock.pass(400);
  expect(host.sheets.get(sheet)?.marks?.size).toBe(1);
  const header = host.sheets.get(sheet)?.rows.splice(1, 1) ?? [];
  host.emit({ kind: 'restructured', sheet });
  await clock.pass(400);
  expect(session.state.sheet).toBeNull();
  expect(host.sheets.get(sheet)?.marks?.size).toBe(0);
  host.sheets.get(sheet)?.rows.splice(1, 0, ...header);
  host.emit({ kind: 'restructured', sheet });
  await clock.pass(400);
  expect(host.sheets.get(sheet)?.marks?.size).toBe(1);
});

test('a cell that is open for editing is waited for', async () => {
  const { host, clock, session, sheet } = await started([{}]);
  host.faults.set('readRange', ['cell-edit', 'cell-edit']);
  host.type(sheet, 2, SEX, '女');
  await clock.pass(1000);
  expect(rulesOf(session, 3)).toContain('id.sex');
  expect(session.state.notice).toBeNull();
});

/** A cell that stays open for longer than anything is waited for. */
const LONG: readonly HostProblem[] = Array<HostProblem>(20).fill('cell-edit');

test('an edit that could not be read for long is read as soon as it can be, and then judged and marked', async () => {
  const { host, clock, session, sheet } = await started([{}]);
  await clock.pass(400);
  host.faults.set('readRange', [...LONG]);
  host.faults.set('read', [...LONG]);
  host.type(sheet, 2, SEX, '女');
  await clock.pass(5_000);
  expect(session.state.unread?.problem).toBe('cell-edit');
  host.calls.length = 0;
  // The next edit of a sheet that has missed one says too little of it.
  host.type(sheet, 2, NAME, '陈立新2');
  await clock.pass(3_000);
  expect(new Set(host.calls)).toEqual(new Set(['read']));
  host.faults.clear();
  await clock.pass(1_000);
  expect(session.state).toMatchObject({ unread: null, notice: null });
  expect(rulesOf(session, 3)).toEqual(expect.arrayContaining(['id.sex', 'name.characters']));
  await clock.pass(400);
  expect(host.sheets.get(sheet)?.marks?.get(2)?.get(SEX)).toBe('e');
  host.calls.length = 0;
  await clock.pass(120_000);
  expect(host.calls).toEqual([]);
});

test('a sheet that has missed an edit is neither written nor marked; it is read first', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  await clock.pass(400);
  host.faults.set('readRange', [...LONG]);
  host.faults.set('read', [...LONG]);
  const marks = host.sheets.get(sheet)?.marks;
  host.type(sheet, 2, NAME, '李新');
  await clock.pass(5_000);
  const followed = session.state.sheet;
  if (followed === null) throw new Error('no sheet');
  host.calls.length = 0;
  await session.setLive(true);
  expect(await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed')).toBe(false);
  expect(await session.insertRows(followed, 3, 1)).toBe(false);
  await session.showFaulty(true);
  // The other sheet, which is known as it is, is marked.
  expect(new Set(host.calls)).toEqual(new Set(['read', 'remember', 'mark']));
  expect(host.sheets.get(sheet)?.marks).toBe(marks);
  expect(session.state.notice?.code).toBe('host.cell-edit');
  host.faults.clear();
  await clock.pass(1_000);
  // What was refused for it may be tried again.
  expect(session.state.notice).toBeNull();
  expect(session.state.sheet?.live.reading.rows[0]?.cells.name?.text).toBe('李新');
});

test('sheets that came while they could not be read are there as soon as they can be', async () => {
  const { host, clock, session } = await started([{}]);
  host.faults.set('readAll', [...LONG]);
  const other = host.add('另一份', [HEADER, line({ name: '李新' })]);
  host.emit({ kind: 'sheets' });
  await clock.pass(5_000);
  expect(session.state.sheets).toHaveLength(2);
  host.faults.clear();
  await clock.pass(1_000);
  expect(session.state.sheets.map(({ id }) => id)).toContain(other);
  expect(session.state.unread).toBeNull();
});

test('a host that fails otherwise is asked again too, and not so often', async () => {
  const { host, clock, session, sheet } = await started([{}]);
  host.faults.set('readRange', ['failed', 'failed']);
  host.faults.set('read', ['failed']);
  host.type(sheet, 2, SEX, '女');
  await clock.pass(59_000);
  expect(session.state.unread?.problem).toBe('failed');
  expect(host.calls.filter((call) => call === 'read')).toEqual([]);
  await clock.pass(61_000);
  expect(session.state.unread).toBeNull();
  expect(rulesOf(session, 3)).toContain('id.sex');
});

test('a workbook that cannot be read from the sheet in front is read as soon as the user goes to another', async () => {
  const host = new MemoryHost();
  const sheet = host.add('汇总表', [HEADER, line()]);
  host.faults.set('readAll', ['unsupported']);
  const session = new Session({ host, rulebook: RULEBOOK, clock: new TestClock() });
  await session.start();
  expect(session.state).toMatchObject({ stage: 'opening', unread: { problem: 'unsupported' } });
  host.click(sheet, 1, NAME);
  await settled();
  expect(session.state).toMatchObject({ stage: 'ready', unread: null });
  expect(selectedCell(session.state)).toBe('G2');
});

test('marks that a cell in use has kept off are shown once it is closed', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  host.faults.set('mark', [...LONG]);
  await clock.pass(10_000);
  expect(session.state.notice?.code).toBe('host.cell-edit');
  host.faults.clear();
  await clock.pass(5_000);
  expect(host.sheets.get(sheet)?.marks?.get(2)?.get(SEX)).toBe('e');
  expect(session.state.notice).toBeNull();
});

test.each(['recall', 'watch', 'readAll'] as const)(
  'a workbook that is opened while %s is refused is opened as soon as it can be, as its switch says',
  async (method) => {
    const host = new MemoryHost();
    const clock = new TestClock();
    const sheet = host.add('汇总表', [HEADER, line({ sex: '女' })]);
    host.memory.set('kpy.live', 'off');
    host.faults.set(method, [...LONG]);
    const session = new Session({ host, rulebook: RULEBOOK, clock });
    const opening = session.start();
    await clock.pass(10_000);
    await opening;
    expect(session.state).toMatchObject({ stage: 'opening', unread: { problem: 'cell-edit' }, notice: null });
    host.faults.clear();
    await clock.pass(5_000);
    expect(session.state).toMatchObject({ stage: 'ready', unread: null, live: false });
    host.type(sheet, 1, NAME, '陈立新2');
    await clock.pass(1_000);
    expect(rulesOf(session, 2)).toContain('name.characters');
    expect(host.sheets.get(sheet)?.marks).toBeNull();
  },
);

test('a sheet that cannot be written says why and stays as it is', async () => {
  const { host, session, sheet } = await started([{ sex: '女' }]);
  const there = host.sheets.get(sheet);
  if (there === undefined || session.state.sheet === null) throw new Error('no sheet');
  there.protected = true;
  const followed = session.state.sheet;
  expect(await session.write(followed, [writeOf(followed, 2, SEX, '男')], 'pane.fixed')).toBe(false);
  expect(session.state.notice).toMatchObject({ tone: 'problem', code: 'host.protected' });
  expect(session.state.busy).toBe(false);
});

test('a sheet that is hidden just before it is read is followed no longer, and said to be gone', async () => {
  const { host, session, sheet } = await started([{}]);
  const there = host.sheets.get(sheet);
  if (there === undefined) throw new Error('no sheet');
  there.visible = false;
  host.emit({ kind: 'sheets' });
  expect(await session.readAnew(sheet)).toBeNull();
  expect(session.state.sheets.map(({ live }) => live.reading.sheet)).toEqual(['说明']);
  expect(session.state.notice?.code).toBe('host.sheet-gone');
});

test('what waits behind the end of a session is done, and marks nothing', async () => {
  const { host, clock, session, sheet } = await started([{ sex: '女' }]);
  await clock.pass(400);
  const { sheet: followed } = session.state;
  if (followed === null) throw new Error('no sheet');
  void session.stop();
  await session.write(followed, [writeOf(followed, 2, NAME, '陈立新2')], 'pane.filled');
  await clock.pass(1_000);
  expect(host.cell(sheet, 2, NAME).text).toBe('陈立新2');
  expect(host.sheets.get(sheet)?.marks).toBeNull();
});

test('a sheet that is deleted is followed no longer', async () => {
  const { host, session, sheet } = await started([{}]);
  host.sheets.delete(sheet);
  host.emit({ kind: 'edited', sheet, range: { top: 2, left: 0, bottom: 2, right: 0 } });
  await settled();
  expect(session.state.sheet).toBeNull();
});

/** Another person, with a mistake of his own alone. */
const FAULTY: Given = {
  name: '王小明',
  idNumber: '110101197803074576',
  sex: '女',
  phone: '13912345678',
  skillCertificateNo: 'S000050000001223000025',
};

describe('a person who applies for the same on another sheet', () => {
  const ID = COLUMN_KEYS.indexOf('idNumber');

  async function twice(): Promise<Awaited<ReturnType<typeof started>> & { readonly other: SheetId }> {
    const all = await started([{}, { idNumber: '' }]);
    const other = all.host.add('二月', [['考评人员申报汇总表'], HEADER, line(), ['填报单位：某某']]);
    all.host.emit({ kind: 'sheets' });
    await settled();
    await all.clock.pass(400);
    return { ...all, other };
  }

  const truthOf = (session: Session, id: SheetId, row = 3): unknown =>
    session.state.sheets.find((each) => each.id === id)?.live.row(row)?.verdict.truth;
  const saidOf = (session: Session, id: SheetId): string =>
    JSON.stringify(session.state.sheets.find((each) => each.id === id)?.live.row(3)?.verdict.conditions);

  test('is to be verified on both, and marked, until one of the two is another person', async () => {
    const { host, clock, session, sheet, other } = await twice();
    expect([truthOf(session, sheet), truthOf(session, other)]).toEqual(['unknown', 'unknown']);
    expect(session.state.sheet?.live.report.summary.unknown).toBe(2);
    expect(host.sheets.get(sheet)?.marks?.get(2)?.get(ID)).toBe('w');
    const before = session.state.sheet;
    host.calls.length = 0;
    host.type(other, 2, ID, '110101197803074576');
    await settled();
    expect(truthOf(session, sheet)).toBe('met');
    expect(session.state.sheet).not.toBe(before);
    expect(session.state.sheet?.live).toBe(before?.live);
    await clock.pass(400);
    expect(host.sheets.get(sheet)?.marks?.get(2)).toBeUndefined();
    expect(host.calls).toEqual(['readRange', 'mark', 'mark']);
    host.calls.length = 0;
    host.type(other, 2, NAME, '陈立新2');
    await settled();
    await clock.pass(400);
    expect(host.calls).toEqual(['readRange', 'mark']);
  });

  test('is to be verified when the pane itself writes the number there', async () => {
    const { host, session, sheet, other } = await twice();
    host.type(other, 2, ID, '');
    await settled();
    expect(truthOf(session, sheet)).toBe('met');
    const there = session.state.sheets.find(({ id }) => id === other);
    if (there === undefined) throw new Error('no sheet');
    await session.write(there, [writeOf(there, 2, ID, '500103198507121215')], 'pane.fixed');
    expect(truthOf(session, sheet)).toBe('unknown');
  });

  test('is named with the sheet as it is called now, and not at all once it is hidden or gone', async () => {
    const { host, session, sheet, other } = await twice();
    expect(saidOf(session, sheet)).toContain('二月');
    const there = host.sheets.get(other);
    if (there === undefined) throw new Error('no sheet');
    there.name = '2024年';
    host.emit({ kind: 'restructured', sheet: other });
    await settled();
    expect(saidOf(session, sheet)).toContain('2024年');
    there.visible = false;
    host.emit({ kind: 'restructured', sheet: other });
    await settled();
    expect(truthOf(session, sheet)).toBe('met');
    there.visible = true;
    host.emit({ kind: 'sheets' });
    await settled();
    expect(truthOf(session, sheet)).toBe('unknown');
    host.sheets.delete(other);
    host.emit({ kind: 'sheets' });
    await settled();
    expect(truthOf(session, sheet)).toBe('met');
  });

  test('is still known by what was read last while the other sheet cannot be read, and by what it is after', async () => {
    const { host, clock, session, sheet, other } = await twice();
    host.faults.set(
      'readRange',
      Array.from({ length: 6 }, () => 'busy'),
    );
    host.type(other, 2, ID, '');
    await settled();
    for (let i = 0; i < 5; i++) await clock.pass(500);
    expect(session.state.unread?.problem).toBe('busy');
    expect(truthOf(session, sheet)).toBe('unknown');
    await clock.pass(1_000);
    expect(session.state.unread).toBeNull();
    expect(truthOf(session, sheet)).toBe('met');
  });
});

test('only faulty rows are shown, and all again', async () => {
  const { host, session, sheet } = await started([{}, FAULTY]);
  await session.showFaulty(true);
  expect([...session.state.filtered]).toEqual([sheet]);
  expect([...(host.sheets.get(sheet)?.hidden ?? [])]).toEqual([2]);
  await session.showFaulty(false);
  expect(host.sheets.get(sheet)?.hidden.size).toBe(0);
  expect(session.state.filtered.size).toBe(0);
});

test('going to a cell of a row that is hidden shows the row', async () => {
  const { host, session, sheet } = await started([{}, FAULTY]);
  await session.showFaulty(true);
  const hidden = host.sheets.get(sheet)?.hidden;
  expect([...(hidden ?? [])]).toEqual([2]);
  host.type(sheet, 2, SEX, '女');
  await session.select(sheet, 3, SEX);
  expect([...(hidden ?? [])]).toEqual([2]);
  await session.select(sheet, 2, SEX);
  expect(hidden?.size).toBe(0);
  expect(host.calls.filter((call) => call === 'showOnly')).toHaveLength(2);
  expect(host.selected).toEqual({ sheet, row: 2, column: SEX });
});

test('each sheet is shown in part or as a whole on its own', async () => {
  const { host, session, sheet } = await started([{}]);
  const another = line({ idNumber: '110101197803074576' });
  const other = host.add('另一份', [['考评人员申报汇总表'], HEADER, another, ['填报单位：某某']]);
  await session.recheck();
  await session.showFaulty(true);
  session.choose(other);
  expect([...session.state.filtered]).toEqual([sheet]);
  await session.showFaulty(true);
  await session.showFaulty(false);
  expect([...session.state.filtered]).toEqual([sheet]);
  // Its only row is sound, and so not to be seen.
  expect(host.sheets.get(sheet)?.hidden.size).toBe(1);
  expect(host.sheets.get(other)?.hidden.size).toBe(0);
});

test('an unexpected failure is told, and the next job runs', async () => {
  const { host, session } = await started([{}]);
  await session.ask(() => Promise.reject(new Error('something odd')));
  expect(session.state.notice).toMatchObject({ code: 'host.failed', params: { detail: 'something odd' } });
  await session.recheck();
  expect(host.calls.at(-1)).toBe('readAll');
  expect(session.state.notice).toBeNull();
});

test('a text that cannot be read is not overwritten by what follows from it', async () => {
  const { host, session } = await started([{}]);
  const add = (before: string | null): string => `${before ?? ''}x`;
  expect(await session.amend('kpy.exports', add)).toBe(true);
  host.faults.set('recall', ['busy']);
  expect(await session.amend('kpy.exports', add)).toBe(false);
  expect(session.state.notice?.code).toBe('host.busy');
  expect(host.memory.get('kpy.exports')).toBe('x');
  expect(await session.amend('kpy.exports', add)).toBe(true);
  expect(host.memory.get('kpy.exports')).toBe('xx');
});

test('a workbook that cannot be made is told', async () => {
  const { host, session } = await started([{}]);
  expect(
    await session.openCopy(() => Promise.reject(new Error('Loading chunk 1 failed')), 'x.xlsx'),
  ).toBeNull();
  expect(session.state).toMatchObject({ busy: false, notice: { tone: 'problem', code: 'host.failed' } });
  expect(host.copies).toEqual([]);
});

test('a pane that stays open overnight counts ages to the new day, once it checks again', async () => {
  const { clock, session } = await started([{ idNumber: '500103196003261215', submittedOn: '' }]);
  const overAge = (): string | undefined =>
    session.state.sheet?.live.row(3)?.verdict.conditions.find(({ clause }) => clause === '二（一）3')?.truth;
  expect([session.today, overAge()]).toEqual(['2025-03-26', 'met']);
  clock.sleepUntil('2025-03-27');
  await session.recheck();
  expect([session.today, overAge()]).toEqual(['2025-03-27', 'unknown']);
});

test('a mistake of a row within a merged cell is marked where the value stands', async () => {
  const { host, session, sheet, clock } = await started([
    {},
    { idNumber: '511202199505050448', name: '李晓' },
  ]);
  const there = host.sheets.get(sheet);
  if (there !== undefined) there.merges = [{ top: 2, left: SEX, bottom: 3, right: SEX }];
  await session.recheck();
  await clock.pass(400);
  expect([2, 3].map((row) => there?.marks?.get(row)?.get(SEX))).toEqual(['e', undefined]);
});
