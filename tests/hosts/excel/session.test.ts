import { COLUMN_KEYS } from '../../../src/rules/application';
import { COLUMNS } from '../../../src/sheet/columns';
import { Session } from '../../../src/taskpane/session/session';
import { applicant } from '../../support/applicant';
import { RULEBOOK } from '../../support/rulebook';
import { TestClock } from '../../support/test-clock';
import { RED, useAdapter } from './support/adapter';

const start = useAdapter();

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
