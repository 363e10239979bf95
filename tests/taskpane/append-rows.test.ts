import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { COLUMNS } from '../../src/sheet/columns';
import { done, type SheetId } from '../../src/hosts/host';
import { toA1 } from '../../src/sheet/a1';
import { appendRows } from '../../src/taskpane/fill/append-rows';
import { Session } from '../../src/taskpane/session/session';
import { applicant } from '../support/applicant';
import { MemoryHost } from '../support/memory-host';
import { RULEBOOK } from '../support/rulebook';
import { settled, TestClock } from '../support/test-clock';

/** A form with one person and its foot, so that rows have to come for another. */
async function fullForm(): Promise<{
  readonly host: MemoryHost;
  readonly session: Session;
  readonly sheet: SheetId;
}> {
  const host = new MemoryHost();
  const application = applicant({});
  const person = COLUMN_KEYS.map((key) => application[key] ?? '');
  const sheet = host.add('名单', [COLUMNS.map(({ header }) => header), person, ['填报单位：某某']]);
  const session = new Session({ host, rulebook: RULEBOOK, clock: new TestClock('2025-10-01') });
  await session.start();
  return { host, session, sheet };
}

const LI = new Map<ColumnKey, string>([['name', '李新']]);

describe('rows that came for people who were not written', () => {
  test('where the host fails, undo takes them away', async () => {
    const { host, session, sheet } = await fullForm();
    host.faults.set('write', ['protected']);
    expect(await appendRows(session, sheet, [LI])).toBe(false);
    expect(session.state.notice?.code).toBe('host.protected');
    expect(host.sheets.get(sheet)?.rows).toHaveLength(4);
    await session.undo();
    expect(host.sheets.get(sheet)?.rows).toHaveLength(3);
  });

  test('where every cell is refused, it is not said that they were', async () => {
    const { host, session, sheet } = await fullForm();
    host.write = () => Promise.resolve(done({ changes: [], skipped: [], refused: [toA1(2, 6)] }));
    expect(await appendRows(session, sheet, [LI])).toBe(false);
  });
});

test('undo leaves rows alone that move while their cells are put back', async () => {
  const { host, session, sheet } = await fullForm();
  expect(await appendRows(session, sheet, [LI])).toBe(true);
  const write = host.write.bind(host);
  host.write = async (...given) => {
    const outcome = await write(...given);
    host.sheets.get(sheet)?.rows.splice(1, 0, []);
    host.emit({ kind: 'restructured', sheet });
    return outcome;
  };
  host.calls.length = 0;
  await session.undo();
  await settled();
  expect(host.calls).not.toContain('removeRows');
  expect(session.state.notice?.code).toBe('pane.sheet-changed');
});

test('what was typed a moment before, and is not read yet, is not written into', async () => {
  const host = new MemoryHost();
  const application = applicant({});
  const person = COLUMN_KEYS.map((key) => application[key] ?? '');
  const blank = (): string[] => COLUMN_KEYS.map(() => '');
  const sheet = host.add('名单', [COLUMNS.map(({ header }) => header), person, blank(), blank(), blank()]);
  const session = new Session({ host, rulebook: RULEBOOK, clock: new TestClock('2025-10-01') });
  await session.start();
  host.type(sheet, 2, 0, '王小明');
  await appendRows(session, sheet, [
    new Map<ColumnKey, string>([
      ['name', '李新'],
      ['phone', '13912345678'],
    ]),
  ]);
  const rows = host.sheets.get(sheet)?.rows ?? [];
  const texts = (row: number): readonly string[] =>
    (rows[row] ?? []).map((cell) => cell.text).filter((text) => text !== '');
  expect(texts(2)).toEqual(['王小明']);
  expect([...texts(3)].sort()).toEqual(['13912345678', '李新']);
});
