import { COLUMN_KEYS } from '../../../src/rules/application';
import { COLUMNS } from '../../../src/sheet/columns';
import { Session, writeOf } from '../../../src/taskpane/session/session';
import type { Host as SimulatedHost } from '../../excel-host/src/host';
import { applicant, type Given } from '../../support/applicant';
import { RULEBOOK } from '../../support/rulebook';
import { TestClock } from '../../support/test-clock';
import { RED, useAdapter } from './support/adapter';

const start = useAdapter();

const FORM = COLUMNS.map(({ header }) => header);
const F2 = COLUMN_KEYS.indexOf('sex');
const N2 = COLUMN_KEYS.indexOf('workYears');

/** A session on a form with these people, who stand in rows of text from row 2 on. */
async function followed(...people: readonly Given[]): Promise<{
  readonly excel: SimulatedHost;
  readonly session: Session;
  readonly quiet: () => Promise<void>;
  readonly rulesOf: (row: number) => readonly string[];
}> {
  const { excel, host } = await start();
  excel.format('A1:AA9', 'numberFormat', '@');
  excel.paste('A1', [
    FORM,
    ...people.map((given) => {
      const application = applicant(given);
      return COLUMN_KEYS.map((key) => application[key]?.text ?? '');
    }),
  ]);
  const clock = new TestClock();
  const session = new Session({ host, rulebook: RULEBOOK, clock });
  await session.start();
  const quiet = async (): Promise<void> => {
    await excel.settled();
    await clock.pass(400);
    await excel.settled();
  };
  await quiet();
  const rulesOf = (row: number): readonly string[] =>
    session.state.sheet?.live.row(row)?.findings.map(({ rule }) => rule) ?? [];
  return { excel, session, quiet, rulesOf };
}

test('a formula that comes to something else with an edit elsewhere is judged anew', async () => {
  const { excel, session, quiet, rulesOf } = await followed({});
  excel.format('F2', 'numberFormat', 'General');
  excel.type('AC1', '女');
  excel.type('F2', '=AC1');
  await quiet();
  expect(rulesOf(2)).toContain('id.sex');
  excel.type('AC1', '男');
  await quiet();
  expect(session.state.sheet?.live.grid.rows[1]?.[F2]?.text).toBe('男');
  expect(rulesOf(2)).not.toContain('id.sex');
  expect(excel.marked('A1:AA9')[RED]).toContain('F2');
  await session.stop();
});

test('a number that gets another format is judged anew, and what was done stays said', async () => {
  const { excel, session, quiet, rulesOf } = await followed({});
  excel.format('N2', 'numberFormat', 'yyyy/m/d');
  excel.type('N2', '15');
  await quiet();
  expect(rulesOf(2)).toContain('years.invalid');
  excel.format('N2', 'numberFormat', 'General');
  await quiet();
  expect(rulesOf(2)).not.toContain('years.invalid');
  expect(session.state.sheet?.live.grid.rows[1]?.[N2]).toMatchObject({ kind: 'number', number: 15 });
  const { sheet } = session.state;
  if (sheet !== null) await session.write(sheet, [writeOf(sheet, 1, N2, 16)], 'pane.filled');
  await quiet();
  expect(session.state.notice?.code).toBe('pane.filled');
  await session.stop();
});

test('the session does not try to mark a protected sheet; it marks it once the protection is off', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  const application = applicant({ sex: '女' });
  for (const name of ['甲校', '乙校']) {
    excel.format(`${name}!A1:AA9`, 'numberFormat', '@');
    excel.paste(`${name}!A1`, [
      COLUMNS.map(({ header }) => header),
      COLUMN_KEYS.map((key) => application[key]?.text ?? ''),
    ]);
  }
  excel.protect('甲校');
  const clock = new TestClock();
  const session = new Session({ host, rulebook: RULEBOOK, clock });
  await session.start();
  const quiet = async (): Promise<void> => {
    await excel.settled();
    await clock.pass(400);
    await excel.settled();
  };
  await quiet();
  expect(session.state.notice).toBeNull();
  expect(session.state.sheets.map((sheet) => sheet.protected)).toEqual([true, false]);
  expect(excel.marked('甲校!A1:AA9')).toEqual({});
  expect(excel.marked('乙校!A1:AA9')[RED]).toContain('F2');
  excel.unprotect('甲校');
  await quiet();
  expect(session.state.notice).toBeNull();
  expect(excel.marked('甲校!A1:AA9')[RED]).toContain('F2');
  await session.stop();
});

test('a filter, hidden rows and protection leave what the pane has written to be taken back', async () => {
  const { excel, session, quiet } = await followed({}, { sex: '女' }, {}, { sex: '女' }, {});
  const { sheet } = session.state;
  if (sheet === null) throw new Error('no sheet');
  await session.write(sheet, [writeOf(sheet, 1, N2, 16)], 'pane.filled');
  excel.filter('A1:AA6', F2, ['男']);
  await quiet();
  expect([...(session.state.sheet?.live.grid.hiddenRows ?? [])]).toEqual([2, 4]);
  excel.hideRows('6:6');
  excel.protect();
  excel.unprotect('Sheet1');
  await quiet();
  expect(session.state.undo?.label).toBe('pane.filled');
  await session.undo();
  expect(excel.value('N2')).toBe(applicant({}).workYears?.text);
  await session.stop();
});

test('a filter that hides many runs of rows has the sheet read once', async () => {
  const people = Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? {} : { sex: '女' }));
  const { excel, session, quiet } = await followed(...people);
  excel.resetCounters();
  excel.filter('A1:AA25', F2, ['男']);
  await quiet();
  expect(session.state.sheet?.live.grid.hiddenRows.size).toBe(12);
  // A reading and the marks after it.
  expect(excel.counters.requests).toBeLessThan(10);
  await session.stop();
});

test('people who were pasted are judged too where a cell was opened before Excel said how far they reach', async () => {
  const { excel, session, quiet } = await followed({});
  const { sheet } = session.state;
  if (sheet === null) throw new Error('no sheet');
  await session.write(sheet, [writeOf(sheet, 1, N2, 16)], 'pane.filled');
  const more = Array.from({ length: 400 }, () =>
    Object.values(applicant({})).map((cell) => cell?.text ?? ''),
  );
  excel.format('A3:AA402', 'numberFormat', '@');
  await quiet();
  excel.paste('A3', more);
  excel.isEditing = true;
  await excel.settled();
  excel.isEditing = false;
  await quiet();
  await quiet();
  expect(session.state.sheet?.live.reading.rows).toHaveLength(401);
  expect(session.state.undo?.label).toBe('pane.filled');
  await session.stop();
});

test('what a write that broke off has left is read, also where a cell is opened before it can be taken back', async () => {
  const { excel, session, quiet } = await followed({}, { sex: '女' });
  const shown = (): readonly unknown[] => {
    const rows = session.state.sheet?.live.grid.rows;
    return [rows?.[1]?.[F2]?.text, rows?.[2]?.[F2]?.text];
  };
  const left = new Set<unknown>();
  for (let action = 1; action < 12; action++) {
    const { sheet } = session.state;
    if (sheet === null) throw new Error('no sheet');
    const before = shown();
    const to = before[0] === '男' ? '女' : '男';
    excel.fail({ code: 'GeneralException', after: 1, action });
    excel.fail({ code: 'InvalidOperationInCellEditMode' });
    await session.write(sheet, [writeOf(sheet, 1, F2, to), writeOf(sheet, 2, F2, to)], 'pane.fixed-all');
    excel.heal();
    await quiet();
    const cells = [excel.value('F2'), excel.value('F3')];
    expect([action, shown()]).toEqual([action, cells]);
    if (cells[0] !== before[0]) left.add(session.state.notice?.code);
  }
  expect(left).toContain('host.cell-edit');
  await session.stop();
});
