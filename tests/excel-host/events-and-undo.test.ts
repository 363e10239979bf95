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
    worksheets.onRowSorted.add((e) => note('sorted', e.address));
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
  host.delete('B:B');
  host.hideRows('9:9');
  host.sort('A6:A7', 0);
  host.select('B2:C3');
  host.addSheet('新表');
  host.activate('新表');
  host.deleteSheet('Sheet1');
  await host.settled();
  expect(told).toEqual([
    ['changed', 'RangeEdited', 'C3', 'Unknown'],
    ['changed', 'RangeEdited', 'A5:B6', 'Unknown'],
    ['changed', 'RowInserted', '4:4', 'Unknown'],
    ['changed', 'ColumnDeleted', 'B:B', 'Unknown'],
    ['rows', 'Hidden', '9:9'],
    ['sorted', '6:6,7:7'],
    ['selected', 'B2:C3'],
    ['added'],
    ['activated'],
    ['deleted'],
  ]);
});

test('its own writes are told apart, and silent while events are off', async () => {
  const { host, loadOffice } = open();
  const office = await loadOffice();
  const told = await listen(office);
  const write = (events: boolean): Promise<void> =>
    office.Excel.run(async (context) => {
      context.runtime.enableEvents = events;
      context.workbook.worksheets.getActiveWorksheet().getRange('D4').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
    });
  await write(false);
  await write(true);
  await host.settled();
  expect(told).toEqual([['changed', 'RangeEdited', 'D4', 'ThisLocalAddin']]);
});

test('one changed cell comes with its values, and the range of an event can be had', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  const told: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
      const address = await Excel.run(async (inner) => {
        const range = event.getRange(inner).load('address');
        await inner.sync();
        return range.address;
      });
      told.push([event.details.valueBefore, event.details.valueAfter, address]);
    });
    await context.sync();
  });
  host.type('B2', '张三');
  await host.settled();
  expect(told).toEqual([['', '张三', 'Sheet1!B2']]);
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
    context.workbook.worksheets.getActiveWorksheet().getRange('B1').values = [['标记']];
    await context.sync();
  });
  expect(undone.map(() => host.undo())).toEqual(undone);
  expect(host.value('A1')).toBe(left);
});

test('reading leaves the undo stack alone; renaming a sheet clears it even in 365', async () => {
  const { host, loadOffice } = open({ profile: 365 });
  const { Excel } = await loadOffice();
  host.type('A1', 'x');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getUsedRange().load('values');
    await context.sync();
  });
  expect(host.book.undoDepth).toBe(1);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().name = '汇总表';
    await context.sync();
  });
  expect(host.book.undoDepth).toBe(0);
});

test('undo takes back rows, formats and sheets as they were', () => {
  const { host } = open();
  host.paste('A1', [['一'], ['二'], ['三']]);
  host.format('A2', 'fill.color', '#FFFF00');
  const before = host.snapshot();
  host.insert('2:3');
  host.type('A2', '新');
  host.duplicateSheet('Sheet1');
  host.sort('A1:A5', 0, { descending: true });
  host.filter('A1:A5', 0, ['一']);
  while (host.book.undoDepth > 2) host.undo();
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

test('settings, page layout, frozen panes and names are kept and seen in the snapshot', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    context.workbook.settings.add('kpy.ledger', { reasons: ['材料待补'] });
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.paperSize = 'A3';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows('$3:$3');
    sheet.freezePanes.freezeRows(3);
    const setting = context.workbook.settings.getItemOrNullObject('kpy.ledger').load('value');
    const cell = context.workbook.getActiveCell().load('address');
    await context.sync();
    expect(JSON.stringify(setting.value)).toBe('{"reasons":["材料待补"]}');
    expect(cell.address).toBe('Sheet1!A1');
  });
  expect(host.snapshot()).toMatchObject({
    settings: { 'kpy.ledger': { reasons: ['材料待补'] } },
    sheets: [
      {
        frozen: '1:3',
        pageLayout: { orientation: 'Landscape', paperSize: 'A3', printTitleRows: { r0: 2, r1: 2 } },
      },
    ],
  });
});

test('an official sheet can be set up in one request', async () => {
  const { host, loadOffice } = open({ profile: 2021 });
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('汇总表');
    sheet.showGridlines = false;
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    sheet.pageLayout.setPrintArea(sheet.getRange('A1:AA9'));
    sheet.getRange('A1:AA1').merge();
    sheet.getRange('3:3').format.rowHeight = 120;
    sheet.activate();
    sheet.getRange('A4').select();
    await context.sync();
    expect(host.counters.requests).toBe(1);
  });
  expect([host.book.active.name, host.book.selection]).toEqual(['汇总表', [{ r0: 3, c0: 0, r1: 3, c1: 0 }]]);
  expect(host.snapshot().sheets[1]).toMatchObject({
    merges: ['A1:AA1'],
    showGridlines: false,
    rowHeights: { 2: 120 },
    pageLayout: { centerFooter: '第 &P 页', printArea: [{ r0: 0, c0: 0, r1: 8, c1: 26 }] },
  });
});
