import type { CellWrite, WriteReport } from '../../../src/hosts/host';
import { CODES, PROFILES, active, rowsOf, useAdapter, value } from './support/adapter';

const start = useAdapter();

/** What takes a write back. */
const undoing = ({ changes }: WriteReport): CellWrite[] =>
  changes.map(({ row, column, before, after }) => ({ row, column, expected: after.text, value: before }));

describe.each(PROFILES)('Excel %s', (profile) => {
  test('an ID is written as text, a day as a day; undo puts all back', async () => {
    const { excel, host } = await start({ profile });
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
    const undone = await value(host.write(id, undoing(report)));
    expect([undone.skipped, undone.refused]).toEqual([[], []]);
    expect(excel.snapshot()).toEqual(before);
  });
});

test('a number in a cell that was made a text cell later is put back as the number that it was', async () => {
  const { excel, host } = await start();
  excel.type('A1', '500103198507121215');
  excel.format('A1', 'numberFormat', '@');
  const { id } = await active(host);
  const before = excel.snapshot();
  const report = await value(
    host.write(id, [{ row: 0, column: 0, expected: '500103198507121000', value: '500103198507121215' }]),
  );
  expect(excel.value('A1')).toBe('500103198507121215');
  expect(await value(host.write(id, undoing(report)))).toMatchObject({ skipped: [], refused: [] });
  expect(excel.snapshot()).toEqual(before);
});

test('a formula that has come to where a text was written is not taken back with it', async () => {
  const { excel, host } = await start();
  excel.paste('A1', [['女', '男']]);
  const { id } = await active(host);
  const report = await value(host.write(id, [{ row: 0, column: 0, expected: '女', value: '男' }]));
  excel.format('A1', 'numberFormat', 'General');
  excel.type('A1', '=B1');
  const undone = await value(host.write(id, undoing(report)));
  expect([undone.changes, undone.skipped, excel.value('A1')]).toEqual([[], ['A1'], '男']);
});

test('of the cells of a column only those get another format that need one', async () => {
  const { excel, host } = await start();
  excel.format('A1', 'numberFormat', '@');
  const { id } = await active(host);
  const write = (row: number): { row: number; column: number; expected: string; value: string } => ({
    row,
    column: 0,
    expected: '',
    value: '110101199003070012',
  });
  const report = await value(host.write(id, [write(0), write(1)]));
  expect([report.skipped, report.refused]).toEqual([[], []]);
  expect(['A1', 'A2'].map((cell) => excel.text(cell))).toEqual(['110101199003070012', '110101199003070012']);
});

test('a number is one also where Excel had made a day of what was typed', async () => {
  const { excel, host } = await start();
  excel.format('A1', 'numberFormat', 'yyyy/m/d');
  excel.type('A1', '12');
  const { id } = await active(host);
  const report = await value(host.write(id, [{ row: 0, column: 0, expected: '1900-01-12', value: 12 }]));
  expect([report.skipped, report.refused]).toEqual([[], []]);
  expect(report.changes.map(({ after }) => after)).toEqual([{ kind: 'number', text: '12', number: 12 }]);
});

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

describe('an error in the middle of a write', () => {
  const writes = [
    { row: 0, column: 0, expected: '人员0', value: '张三' },
    { row: 0, column: 1, expected: '重庆某某职业技能培训学校', value: '某校' },
    { row: 0, column: 2, expected: '2025-03-26', value: { serial: 45743 } },
    { row: 0, column: 3, expected: '0', value: '=1' },
  ];
  /** More than a write of these has. */
  const ACTIONS = 24;

  test.each(CODES)('%s: what was written by then is taken back', async (code, problem) => {
    const { excel, host } = await start();
    excel.paste('A1', rowsOf(2));
    const { id } = await active(host);
    await excel.settled();
    const before = excel.snapshot();
    for (let action = 0; action < ACTIONS; action++) {
      excel.fail({ code, after: 1, action });
      const outcome = await host.write(id, writes);
      // A fault that lies beyond the end of the request hits the next one.
      if (outcome.ok) break;
      expect([action, outcome.problem]).toEqual([action, problem]);
      expect(excel.snapshot()).toEqual(before);
    }
  });

  test('where that fails as well, what is written is reported, and the rest as refused', async () => {
    const outcomes = new Set<string>();
    for (let action = 0; action < ACTIONS; action++) {
      const { excel, host } = await start();
      excel.paste('A1', rowsOf(2));
      const { id } = await active(host);
      await excel.settled();
      excel.fail({ code: 'GeneralException', after: 1, action });
      // The look at what stands passes, and taking it back does not.
      excel.fail({ code: 'GeneralException', after: 1 });
      const outcome = await host.write(id, writes);
      await excel.settled();
      const cells = excel.values('A1:D1').flat();
      const written = writes.filter(
        ({ column, value: given }) => cells[column] === (typeof given === 'object' ? given.serial : given),
      );
      const told = outcome.ok ? outcome.value.changes.map(({ column }) => column) : [];
      expect(told).toEqual(expect.arrayContaining(written.map(({ column }) => column)));
      outcomes.add(`${outcome.ok ? 'ok' : outcome.problem} ${written.length}`);
    }
    expect(outcomes).toContain('failed 0');
    expect(outcomes).toContain('ok 1');
  });
});

test('above Excel’s limit a write goes in pieces, and every cell is written', async () => {
  const { excel, host } = await start();
  const size = 12_000;
  excel.paste('A1', rowsOf(size));
  const { id } = await active(host);
  await excel.settled();
  excel.payloadLimit = 3_600_000;
  excel.resetCounters();
  const writes = rowsOf(size).map((line, row) => ({
    row,
    column: 1,
    expected: line[1] ?? '',
    value: `重庆某某职业技能培训学校第${row}分校`,
  }));
  const { changes, skipped, refused } = await value(host.write(id, writes));
  expect([changes.length, skipped, refused]).toEqual([size, [], []]);
  expect(excel.counters.requests).toBeGreaterThan(2);
  expect([excel.value('B1'), excel.value(`B${size}`)]).toEqual([writes[0]?.value, writes[size - 1]?.value]);
});
