import { useExcel } from './src/use-excel';

const open = useExcel();
/** Objects of the library's realm as the test's own. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('values go there and back in one request', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').untrack();
    range.values = [
      ['姓名', '工龄'],
      ['张三', 12],
    ];
    range.load('values,valueTypes,rowCount');
    await context.sync();
    expect(plain(range.values)).toEqual([
      ['姓名', '工龄'],
      ['张三', 12],
    ]);
    expect([range.rowCount, plain(range.valueTypes)]).toEqual([
      2,
      [
        ['String', 'String'],
        ['String', 'Double'],
      ],
    ]);
    expect(host.counters.requests).toBe(1);
  });
});

test('100,000 cells are one request', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:T5000').untrack();
    range.values = Array.from({ length: 5000 }, (_, r) => Array.from({ length: 20 }, (__, c) => r * 20 + c));
    range.load('values');
    await context.sync();
    expect(range.values[4999]?.[19]).toBe(99_999);
    expect(host.counters.requests).toBe(1);
  });
});

test('what is not loaded is refused by the library itself', async () => {
  const { Excel, OfficeExtension } = await open().loadOffice();
  const reading = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack();
    await context.sync();
    return range.values;
  });
  await expect(reading).rejects.toBeInstanceOf(OfficeExtension.Error);
  await expect(reading).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

test('a sheet that is missing is ItemNotFound, or a null object where one is asked for', async () => {
  const { Excel } = await open().loadOffice();
  const missing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('没有').load('name');
    await context.sync();
  });
  await expect(missing).rejects.toMatchObject({ code: 'ItemNotFound' });
  await Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject('没有');
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true).untrack();
    await context.sync();
    expect([none.isNullObject, used.isNullObject]).toEqual([true, true]);
  });
});

test.each([
  [2021, '1.14', '1.15', 'ApiNotFound'],
  [2024, '1.17', '1.18', ''],
  [365, '1.20', '1.21', ''],
] as const)('Excel %s has ExcelApi %s and refuses what came later', async (profile, has, lacks, code) => {
  const { Excel, Office } = await open({ profile }).loadOffice();
  const { requirements } = Office.context;
  expect([
    requirements.isSetSupported('ExcelApi', has),
    requirements.isSetSupported('ExcelApi', lacks),
  ]).toEqual([true, false]);
  const listening = Excel.run(async (context) => {
    context.workbook.worksheets.onNameChanged.add(() => Promise.resolve()); // ExcelApi 1.17
    await context.sync();
    return '';
  }).catch((error: unknown) => (error as { code: string }).code);
  expect(await listening).toBe(code);
});

test.each([
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'ItemNotFound',
  'GeneralException',
  'RequestPayloadSizeLimitExceeded',
])('an injected %s leaves the workbook as it was', async (code) => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const before = host.snapshot();
  const write = (text: string): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack().values = [[text]];
      await context.sync();
    });
  host.fail({ code });
  await expect(write('x')).rejects.toMatchObject({ code });
  expect(host.snapshot()).toEqual(before);
  await write('y');
  expect(host.value('A1')).toBe('y');
});

test('a fault in the middle of a request leaves what came before it done', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const write = (text: string): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (const address of ['A1', 'A2', 'A3']) sheet.getRange(address).untrack().values = [[text]];
      await context.sync();
    });
  await write('1');
  await host.settled();
  host.fail({ code: 'GeneralException', action: 6 });
  await expect(write('2')).rejects.toMatchObject({ code: 'GeneralException' });
  expect(host.values('A1:A3').flat()).toEqual([2, 1, 1]);
});

test('a request over 5 MB is refused, and so is an answer', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const large = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B30000').untrack();
    range.values = Array.from({ length: 30_000 }, () => ['重'.repeat(30), '庆'.repeat(30)]);
    await context.sync();
  });
  await expect(large).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  host.paste(
    'A1',
    Array.from({ length: 30_000 }, () => ['重'.repeat(30), '庆'.repeat(30)]),
  );
  const reading = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B30000').untrack().load('values');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('while a cell is open for editing requests fail', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const write = (): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack().values = [['x']];
      await context.sync();
    });
  host.isEditing = true;
  await expect(write()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  expect(host.value('A1')).toBe('');
  host.isEditing = false;
  await write();
  expect(host.value('A1')).toBe('x');
});

test('the user goes on while a slow host keeps a request waiting', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.pause();
  const reading = Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack().load('values');
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });
  await host.settled();
  host.type('A1', '后来');
  host.resume();
  expect(await reading).toBe('后来');
});

test('a protected sheet takes no write', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.protect();
  const before = host.snapshot();
  const attempt = (change: (range: Excel.Range) => void): Promise<unknown> =>
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getActiveWorksheet().getRange('1:1').untrack().getRow(0).untrack());
      await context.sync();
    }).catch((error: unknown) => (error as { code: string }).code);
  for (const change of [
    (range: Excel.Range) => void range.delete('Up'),
    (range: Excel.Range) => void (range.rowHidden = true),
    (range: Excel.Range) => void (range.format.rowHeight = 20),
    (range: Excel.Range) =>
      void (range.dataValidation.prompt = { showPrompt: true, title: 'x', message: 'x' }),
    (range: Excel.Range) => void range.conditionalFormats.add('Custom'),
  ])
    expect(await attempt(change)).toBe('AccessDenied');
  expect(host.snapshot()).toEqual(before);
});

test('a workbook handed to Excel.createWorkbook is opened', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { Excel } = await loadOffice();
  await Excel.createWorkbook('UEsDBA==');
  expect(host.openedWorkbooks).toEqual(['UEsDBA==']);
});
