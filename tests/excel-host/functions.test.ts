import type { Host } from './src/host';
import { useExcel } from './src/use-excel';

const open = useExcel();

/** Waits for the results of all calls: the library sends them when it pleases. */
async function calculated(host: Host): Promise<void> {
  const isBusy = (): boolean =>
    host.sheets.some(({ cells }) => [...cells.values()].some(({ value }) => value === '#BUSY!'));
  do await host.settled();
  while (isBusy());
}

test('cells call the functions that the add-in registered, and follow what they read', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { CustomFunctions } = await loadOffice();
  CustomFunctions.associate('ADD', (a: number, b: number) => a + b);
  CustomFunctions.associate('COUNT', (rows: unknown[][]) => [[JSON.stringify(rows)]]);
  CustomFunctions.associate('BAD', () => {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, '没有') as unknown as Error;
  });
  host.registerFunctions('KPY', { functions: ['ADD', 'COUNT', 'BAD'].map((id) => ({ id, name: id })) });
  host.paste('A1', [['1'], ['2'], ['']]);
  host.type('B1', '=KPY.ADD(A1, 41)');
  host.type('B2', '=KPY.COUNT(A1:A3)');
  host.type('B3', '=KPY.BAD()');
  host.type('B4', '=KPY.MISSING()');
  expect(host.value('B1')).toBe('#BUSY!');
  await calculated(host);
  // Desktop Excel passes an empty cell as 0 (office-js issues 4702, 5262).
  expect(host.values('B1:B4').flat()).toEqual([42, '[[1],[2],[0]]', '#N/A', '#NAME?']);
  host.type('A1', '2');
  await calculated(host);
  expect(host.value('B1')).toBe(43);
});

test('a result goes to where its cell is by then, and what reads it follows', async () => {
  const { host, loadOffice } = open({ sheets: ['甲', '乙'] });
  const { CustomFunctions } = await loadOffice();
  CustomFunctions.associate('TWICE', (a: number) => a * 2);
  host.registerFunctions('KPY', { functions: [{ id: 'TWICE', name: 'TWICE' }] });
  host.type('乙!A1', '1');
  host.paste('A1', [['=KPY.TWICE(乙!A1)']]);
  host.insert('1:2');
  host.type('乙!B1', '=KPY.TWICE(甲!A3)');
  await calculated(host);
  expect(host.values('A1:A3').flat()).toEqual(['', '', 2]);
  expect(host.value('乙!B1')).toBe(4);
});

test('a volatile function is called after every edit, others where their arguments change', async () => {
  const { host, loadOffice } = open();
  const { CustomFunctions } = await loadOffice();
  const calls = { now: 0, same: 0 };
  CustomFunctions.associate('NOW', () => ++calls.now);
  CustomFunctions.associate('SAME', () => ++calls.same);
  const functions = [
    { id: 'NOW', name: 'NOW', options: { volatile: true } },
    { id: 'SAME', name: 'SAME' },
  ];
  host.registerFunctions('KPY', { functions });
  host.paste('A1', [['=KPY.NOW()', '=KPY.SAME(D1)']]);
  await calculated(host);
  host.type('C5', 'x');
  await calculated(host);
  expect(calls).toEqual({ now: 2, same: 1 });
});
