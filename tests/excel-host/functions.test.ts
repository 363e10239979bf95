import { useExcel } from './src/use-excel';

const open = useExcel();

test('cells call the functions that the add-in registered, and follow what they read', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { CustomFunctions } = await loadOffice();
  CustomFunctions.associate('ADD', (a: number, b: number) => a + b);
  CustomFunctions.associate('COUNT', (rows: unknown[][]) => JSON.stringify(rows));
  CustomFunctions.associate('GRID', () => [
    ['一', 1],
    ['二', 2],
  ]);
  CustomFunctions.associate('BAD', () => {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, '没有') as unknown as Error;
  });
  host.registerFunctions('KPY', {
    functions: ['ADD', 'COUNT', 'GRID', 'BAD'].map((id) => ({ id, name: id })),
  });
  host.paste('A1', [['1'], ['2'], ['']]);
  host.type('B1', '=KPY.ADD(A1, 41)');
  host.type('B2', '=KPY.COUNT(A1:A3)');
  host.type('D1', '=KPY.GRID()');
  host.type('B3', '=KPY.BAD()');
  host.type('B4', '=KPY.MISSING()');
  expect(host.value('B1')).toBe('#BUSY!');
  await host.calculated();
  // Desktop Excel passes an empty cell as 0 (office-js issues 4702, 5262).
  expect(host.values('B1:B4').flat()).toEqual([42, '[[1],[2],[0]]', '#N/A', '#NAME?']);
  expect(host.values('D1:E2')).toEqual([
    ['一', 1],
    ['二', 2],
  ]);
  host.type('A1', '2');
  await host.calculated();
  expect(host.value('B1')).toBe(43);
});

test('a result goes to where its cell is by then, and what reads it follows', async () => {
  const { host, loadOffice } = open();
  const { CustomFunctions } = await loadOffice();
  CustomFunctions.associate('TWICE', (a: number) => a * 2);
  host.registerFunctions('KPY', { functions: [{ id: 'TWICE', name: 'TWICE' }] });
  host.paste('A1', [['1', '=KPY.TWICE(A1)', '=B1+1', '=KPY.TWICE(C1)']]);
  host.insert('1:2');
  await host.calculated();
  expect(host.values('A1:D3')).toEqual([
    ['', '', '', ''],
    ['', '', '', ''],
    [1, 2, 3, 6],
  ]);
  host.type('B4', '=KPY.TWICE(A3)');
  host.delete('4:4');
  await host.calculated();
  expect(host.value('B4')).toBe('');
});

test('a spilled result is replaced by the next one, is no obstacle to it, and gives way to none of the user', async () => {
  const { host, loadOffice } = open();
  const { CustomFunctions } = await loadOffice();
  CustomFunctions.associate('DOWN', (count: number) => Array.from({ length: count }, (_, n) => [n]));
  host.registerFunctions('KPY', { functions: [{ id: 'DOWN', name: 'DOWN' }] });
  const shown = async (count: string): Promise<unknown[]> => {
    host.type('A1', count);
    await host.calculated();
    return host.values('B1:B4').flat();
  };
  host.type('B1', '=KPY.DOWN(A1)');
  expect(await shown('3')).toEqual([0, 1, 2, '']);
  expect(await shown('2')).toEqual([0, 1, '', '']);
  host.type('B3', '我的');
  expect(await shown('4')).toEqual(['#SPILL!', '', '我的', '']);
});
