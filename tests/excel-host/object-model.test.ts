import { useExcel } from './src/use-excel';
import { createExcel } from './src/excel';

const open = useExcel();

test('clearing takes contents, formats, validation and conditional formats', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['一', '二']]);
  host.format('A1:B1', 'numberFormat', '@');
  host.addConditionalFormat('A1:B1', '=ROW()=1', { 'fill.color': '#FFC7CE' });
  host.validate('A1:B1', { rule: { list: { source: '一,二' } } });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack().clear();
    await context.sync();
  });
  expect(host.values('A1:B1')).toEqual([['', '二']]);
  expect(host.marked('A1:B1')).toEqual({ '#FFC7CE': ['B1'] });
  expect(['A1', 'B1'].map((cell) => [host.dropdown(cell), host.formatOf(cell).numberFormat])).toEqual([
    [undefined, 'General'],
    [['一', '二'], '@'],
  ]);
});

test('names are added, changed and taken away', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    names.add('KPY_A', '=Sheet1!$A$1:$A$2').visible = false;
    names.add('KPY_B', '=Sheet1!$B$1');
    names.load('items/name');
    await context.sync();
    expect(names.items.map(({ name }) => name)).toEqual(['KPY_A', 'KPY_B']);
    names.getItem('kpy_a').formula = '=Sheet1!$A$1:$A$9';
    names.getItem('KPY_B').delete();
    await context.sync();
  });
  expect([...host.names.values()]).toEqual([{ name: 'KPY_A', formula: '=Sheet1!$A$1:$A$9', visible: false }]);
});

test('a sheet is found by its id after a new name, and copied with its formats', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.addConditionalFormat('A1:A9', '=ROW()=1', { 'fill.color': '#FFC7CE' });
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getActiveWorksheet().load('id');
    await context.sync();
    host.renameSheet('Sheet1', '甲');
    host.duplicateSheet('甲');
    const again = worksheets.getItem(sheet.id).load('name');
    await context.sync();
    expect(again.name).toBe('甲');
  });
  expect(host.sheets.map(({ name }) => name)).toEqual(['甲', '甲 (2)']);
  expect(host.marked("'甲 (2)'!A1:A2")).toEqual({ '#FFC7CE': ['A1'] });
});

test('an unknown member, or part of what is asked for or set, is not passed over', async () => {
  const { host, loadOffice } = createExcel();
  const { Excel } = await loadOffice();
  const attempt = (use: (range: Excel.Range, workbook: Excel.Workbook) => void): Promise<string> =>
    Excel.run(async (context) => {
      use(context.workbook.worksheets.getActiveWorksheet().getRange('A1').untrack(), context.workbook);
      await context.sync();
      return 'done';
    }).catch((error: unknown) => (error as { code: string }).code);
  const codes = [
    await attempt((range) => void range.load('hasSpill')),
    await attempt((range) => void range.load()),
    await attempt((range) => void range.getRowProperties({ rowHidden: true, address: true })),
    await attempt((range) => void range.getSpecialCells('Blanks')),
    await attempt((range) => {
      range.format.fill.color = '#FFFFFF';
    }),
    await attempt((range) => {
      range.format.wrapText = true;
      range.clear('Formats');
    }),
    await attempt((range) => {
      range.conditionalFormats.add('ColorScale');
    }),
    await attempt((range) => {
      range.dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
    }),
    await attempt((range) => {
      range.insert('Down');
    }),
    await attempt((_, workbook) => {
      workbook.pivotTables.refreshAll();
    }),
    await attempt((_, workbook) => {
      workbook.worksheets.onSingleClicked.add(() => Promise.resolve());
    }),
  ];
  expect(codes).toEqual(codes.map(() => 'NotImplemented'));
  expect(host.unmodelled).toHaveLength(codes.length);
});
