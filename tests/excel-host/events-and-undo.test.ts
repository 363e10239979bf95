import type { LoadedOffice } from './src/excel';
import { useExcel } from './src/use-excel';

const open = useExcel();

/** Collects what the add-in is told. */
async function listen({ Excel }: LoadedOffice): Promise<unknown[]> {
  const told: unknown[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const note = (...what: unknown[]): Promise<void> => Promise.resolve(void told.push(what));
    worksheets.onChanged.add((e) => note('changed', e.changeType, e.address, e.triggerSource));
    worksheets.onSelectionChanged.add((e) => note('selected', e.address));
    worksheets.onAdded.add(() => note('added'));
    worksheets.onDeleted.add(() => note('deleted'));
    worksheets.onActivated.add(() => note('activated'));
    worksheets.onRowHiddenChanged.add((e) => note('rows', e.changeType, e.address));
    worksheets.onProtectionChanged.add(() => note('protection'));
    await context.sync();
  });
  return told;
}

test('the add-in hears what the user does', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const told = await listen(await loadOffice());
  host.type('C3', 'abc');
  host.paste('A5', [
    ['2', 'x'],
    ['1', 'y'],
  ]);
  host.insert('4:4');
  host.delete('4:4');
  host.hideRows('9:9');
  host.protect();
  host.select('B2:C3');
  host.addSheet('新表');
  host.activate('新表');
  host.deleteSheet('Sheet1');
  await host.settled();
  expect(told).toEqual([
    ['changed', 'RangeEdited', 'C3', 'Unknown'],
    ['changed', 'RangeEdited', 'A5:B6', 'Unknown'],
    ['changed', 'RowInserted', '4:4', 'Unknown'],
    ['changed', 'RowDeleted', '4:4', 'Unknown'],
    ['rows', 'Hidden', '9:9'],
    ['protection'],
    ['selected', 'B2:C3'],
    ['added'],
    ['activated'],
    ['deleted'],
  ]);
});

test('its own writes are told apart', async () => {
  const { host, loadOffice } = open();
  const office = await loadOffice();
  const told = await listen(office);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('D4').untrack().values = [[1]];
    await context.sync();
  });
  await host.settled();
  expect(told).toEqual([['changed', 'RangeEdited', 'D4', 'ThisLocalAddin']]);
});

test('a handler that is removed hears no more', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  let calls = 0;
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(() => Promise.resolve(void calls++));
    await context.sync();
    return added;
  });
  host.type('A1', '1');
  await host.settled();
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  host.type('A1', '2');
  await host.settled();
  expect(calls).toBe(1);
});

test.each([
  [2021, [false], '第一次'],
  [2024, [false], '第一次'],
  [365, [true, true, false], ''],
] as const)('Ctrl+Z in Excel %s after a write of the add-in', async (profile, undone, left) => {
  const { host, loadOffice } = open({ profile });
  const { Excel } = await loadOffice();
  host.type('A1', '第一次');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('B1').untrack().values = [['标记']];
    await context.sync();
  });
  expect(undone.map(() => host.undo())).toEqual(undone);
  expect(host.value('A1')).toBe(left);
});

test('reading leaves the undo stack alone; hiding a sheet clears it even in 365', async () => {
  const { host, loadOffice } = open({ profile: 365, sheets: ['甲', '乙'] });
  const { Excel } = await loadOffice();
  host.type('A1', '一');
  host.type('A1', '二');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).untrack().load('values');
    await context.sync();
  });
  expect([host.undo(), host.value('A1')]).toEqual([true, '一']);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('乙').visibility = 'Hidden';
    await context.sync();
  });
  expect([host.undo(), host.value('A1')]).toEqual([false, '一']);
});

test('undo takes back rows, formats and sheets as they were', () => {
  const { host } = open();
  host.paste('A1', [['一'], ['二'], ['三']]);
  host.format('A2', 'font.bold', true);
  const before = host.snapshot();
  host.insert('2:3');
  host.type('A2', '新');
  host.duplicateSheet('Sheet1');
  host.filter('A1:A5', 0, ['一']);
  for (let step = 0; step < 4; step++) expect(host.undo()).toBe(true);
  expect(host.snapshot()).toEqual(before);
});

test('a very hidden sheet cannot be deleted, the last visible one not hidden, a protected structure not changed', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const attempt = (change: (context: Excel.RequestContext) => void): Promise<string> =>
    Excel.run(async (context) => {
      change(context);
      await context.sync();
      return 'done';
    }).catch((error: unknown) => (error as { code: string }).code);
  const codes = [
    await attempt(({ workbook }) => (workbook.worksheets.getItem('Sheet1').visibility = 'Hidden')),
    await attempt(({ workbook }) => (workbook.worksheets.add('X').visibility = 'VeryHidden')),
    await attempt(({ workbook }) => {
      workbook.worksheets.getItem('X').delete();
    }),
  ];
  host.protectStructure();
  codes.push(
    await attempt(({ workbook }) => {
      workbook.worksheets.add('Y');
    }),
  );
  expect(codes).toEqual(['InvalidOperation', 'done', 'InvalidOperation', 'AccessDenied']);
});

test('settings are kept, seen in the snapshot, and taken away again', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('kpy.ledger', { reasons: ['材料待补'] });
    settings.add('gone', 1);
    const setting = settings.getItemOrNullObject('kpy.ledger').load('value');
    await context.sync();
    expect(JSON.stringify(setting.value)).toBe('{"reasons":["材料待补"]}');
    settings.getItem('gone').delete();
    await context.sync();
  });
  expect(host.snapshot().settings).toEqual({ 'kpy.ledger': { reasons: ['材料待补'] } });
});

test('an official sheet can be set up in one request', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('汇总表');
    sheet.showGridlines = false;
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintTitleRows('$3:$3');
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    sheet.pageLayout.setPrintArea(sheet.getRange('A1:AA9').untrack());
    sheet.getRange('A1:AA1').untrack().merge();
    sheet.getRange('3:3').untrack().format.rowHeight = 120;
    sheet.activate();
    sheet.getRange('A4').untrack().select();
    await context.sync();
    expect(host.counters.requests).toBe(1);
  });
  expect([host.active.name, host.selection]).toEqual(['汇总表', { r0: 3, c0: 0, r1: 3, c1: 0 }]);
  expect(host.snapshot().sheets[1]).toMatchObject({
    merges: ['A1:AA1'],
    showGridlines: false,
    rowHeights: { 2: 120 },
    pageLayout: {
      orientation: 'Landscape',
      centerFooter: '第 &P 页',
      printArea: [{ r0: 0, c0: 0, r1: 8, c1: 26 }],
      printTitleRows: { r0: 2, r1: 2 },
    },
  });
});
