import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { COLUMNS } from '../../src/sheet/columns';
import { appendRows } from '../../src/taskpane/fill/append-rows';
import { Session } from '../../src/taskpane/session/session';
import { applicant } from '../support/applicant';
import { MemoryHost } from '../support/memory-host';
import { RULEBOOK } from '../support/rulebook';
import { TestClock } from '../support/test-clock';

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
