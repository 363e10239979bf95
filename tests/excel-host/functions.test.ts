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
