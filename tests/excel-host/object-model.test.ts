import type { Host } from './src/host';
import { type ExcelOptions, createExcel } from './src/excel';
import { useExcel } from './src/use-excel';

const open = useExcel();

/** Runs a batch against a new workbook whose first sheet holds `rows` from A1 on. */
async function within<T>(
  rows: readonly (readonly string[])[],
  batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
  options?: ExcelOptions,
): Promise<{ readonly host: Host; readonly result: T }> {
  const { host, loadOffice } = open(options);
  const { Excel } = await loadOffice();
  if (rows.length > 0) host.paste('A1', rows);
  const result = await Excel.run((context) =>
    batch(context, context.workbook.worksheets.getActiveWorksheet()),
  );
  return { host, result };
}

test('ranges are reached from ranges', async () => {
  const { result } = await within([['一', '二']], async (context, sheet) => {
    const range = sheet.getRange('B2:D5');
    const found = [
      range.getCell(1, 1),
      range.getRow(0),
      range.getColumn(2),
      range.getLastCell(),
      range.getLastRow(),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getOffsetRange(1, -1),
      range.getResizedRange(-1, 1),
      range.getAbsoluteResizedRange(1, 2),
      range.getBoundingRect('F1'),
      range.getIntersection('A1:C3'),
      sheet.getRangeByIndexes(2, 0, 3, 27),
      sheet.getUsedRange(true),
    ].map((part) => part.load('address'));
    const apart = range.getIntersectionOrNullObject('F9');
    await context.sync();
    expect(apart.isNullObject).toBe(true);
    return found.map(({ address }) => address.replace('Sheet1!', ''));
  });
  expect(result).toEqual([
    'C3',
    'B2:D2',
    'D2:D5',
    'D5',
    'B5:D5',
    '2:5',
    'B:D',
    'A3:C6',
    'B2:E4',
    'B2:C2',
    'B1:F5',
    'B2:C3',
    'A3:AA5',
    'A1:B1',
  ]);
});

test('cells inserted and deleted by the add-in push the others aside', async () => {
  const { host } = await within(
    [
      ['一', '甲'],
      ['二', '乙'],
    ],
    async (context, sheet) => {
      sheet.getRange('A1').insert('Down');
      sheet.getRange('B1').delete('Up');
      sheet.getRange('1:1').insert('Down');
      await context.sync();
    },
  );
  expect(host.values('A1:B4')).toEqual([
    ['', ''],
    ['', '乙'],
    ['一', ''],
    ['二', ''],
  ]);
});

test('clearing takes the contents, the formats, or both with the validation', async () => {
  const { host } = await within([['一', '二', '三']], async (context, sheet) => {
    const range = sheet.getRange('A1:C1');
    range.format.fill.color = 'yellow';
    range.dataValidation.rule = { list: { inCellDropDown: true, source: '一,二' } };
    await context.sync();
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1').clear('Formats');
    sheet.getRange('C1').clear();
    await context.sync();
  });
  expect(host.values('A1:C1')).toEqual([['', '二', '']]);
  expect(['A1', 'B1', 'C1'].map((address) => host.fill(address))).toEqual(['#FFFF00', '#FFFFFF', '#FFFFFF']);
  expect(['A1', 'B1', 'C1'].map((address) => host.dropdown(address)?.length)).toEqual([2, 2, undefined]);
});

test('names of the workbook and of a sheet', async () => {
  const { host, result } = await within([['一'], ['二']], async (context, sheet) => {
    const { workbook } = context;
    workbook.names.add('KPY_A', sheet.getRange('A1:A2'), '列表').visible = false;
    sheet.names.add('KPY_B', '=1+1');
    workbook.names.load('items/name,items/visible,items/type,items/comment');
    const range = workbook.names.getItem('kpy_a').getRange().load('address');
    const own = sheet.names.getItem('KPY_B').load('scope,value,type');
    const none = workbook.names.getItemOrNullObject('KPY_C');
    await context.sync();
    const [first] = workbook.names.items;
    const seen = [first?.name, first?.visible, first?.type, first?.comment, range.address];
    workbook.names.getItem('KPY_A').delete();
    await context.sync();
    return [...seen, own.scope, String(own.value), own.type, none.isNullObject];
  });
  expect(result).toEqual(['KPY_A', false, 'Range', '列表', 'Sheet1!A1:A2', 'Worksheet', '2', 'Double', true]);
  expect(host.snapshot().names).toEqual({});
});

test('custom XML, properties and settings are kept, and taken away again', async () => {
  const xml = '<ledger xmlns="urn:kpy">材料待补</ledger>';
  const { host, result } = await within([], async (context) => {
    const { workbook } = context;
    workbook.customXmlParts.add(xml);
    workbook.properties.title = '汇总表';
    workbook.settings.add('a', 1);
    workbook.settings.add('b', [2]);
    const part = workbook.customXmlParts.getByNamespace('urn:kpy').getOnlyItemOrNullObject();
    const none = workbook.customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject();
    const text = part.getXml();
    workbook.properties.load('title,author');
    await context.sync();
    workbook.settings.getItem('a').delete();
    await context.sync();
    return [text.value, none.isNullObject, workbook.properties.title, workbook.properties.author];
  });
  expect(result).toEqual([xml, true, '汇总表', '']);
  expect(host.snapshot()).toMatchObject({ customXml: [xml], settings: { b: [2] } });
});

test('sheets are added, renamed, moved, copied, and found by id after a new name', async () => {
  const { host, result } = await within([['一']], async (context, sheet) => {
    const { worksheets } = context.workbook;
    worksheets.add('乙').position = 0;
    sheet.name = '甲';
    sheet.copy('After', sheet);
    sheet.load('id');
    await context.sync();
    const again = worksheets.getItem(sheet.id).load('name,position');
    const count = worksheets.getCount();
    worksheets.getItem('乙').visibility = 'Hidden';
    const visible = worksheets.getCount(true);
    const first = worksheets.getFirst(true).load('name');
    await context.sync();
    return [again.name, again.position, count.value, visible.value, first.name];
  });
  expect(result).toEqual(['甲', 1, 3, 2, '甲']);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['乙', '甲', '甲 (2)']);
});

test("an add-in's filter hides rows, and gives them back", async () => {
  const { result } = await within([['姓名'], ['甲'], ['乙']], async (context, sheet) => {
    const hidden = async (): Promise<boolean[]> => {
      const rows = ['2:2', '3:3'].map((address) => sheet.getRange(address).load('rowHidden'));
      await context.sync();
      return rows.map((row) => row.rowHidden);
    };
    sheet.autoFilter.apply('A1:A3', 0, { filterOn: 'Values', values: ['乙'] });
    const filtered = await hidden();
    sheet.autoFilter.clearCriteria();
    const cleared = await hidden();
    sheet.getRange('2:2').rowHidden = true;
    return [filtered, cleared, await hidden()];
  });
  expect(result).toEqual([
    [true, false],
    [false, false],
    [true, false],
  ]);
});

test.each([
  [{ textLength: { formula1: 18, operator: 'EqualTo' } }, '110101199003070x12', '1101'],
  [{ wholeNumber: { formula1: 16, formula2: 65, operator: 'Between' } }, '30', '30.5'],
  [{ decimal: { formula1: '=B1', operator: 'GreaterThan' } }, '10.5', '9'],
  [{ custom: { formula: '=A1<>"无"' } }, '有', '无'],
])('the rule %j lets %s in and keeps %s out', (rule, good, bad) => {
  const { host } = open();
  host.type('B1', '10');
  host.validate('A1:A9', { rule });
  expect([host.type('A1', good).accepted, host.type('A1', bad).accepted]).toEqual([true, false]);
  expect(host.text('A1')).toBe(good);
});

test('an unknown part of what is asked for or set is not passed over', async () => {
  const { host, loadOffice } = createExcel();
  const { Excel } = await loadOffice();
  const attempt = (use: (range: Excel.Range) => void): Promise<string> =>
    Excel.run(async (context) => {
      use(context.workbook.worksheets.getActiveWorksheet().getRange('A1'));
      await context.sync();
      return 'done';
    }).catch((error: unknown) => (error as { code: string }).code);
  const codes = [
    await attempt((range) => void range.getCellProperties({ style: true })),
    await attempt((range) => void range.getCellProperties({ format: { fill: { pattern: true } } })),
    await attempt((range) => void range.setCellProperties([[{ format: { fill: { pattern: 'Solid' } } }]])),
    await attempt((range) => void range.load('hasSpill')),
    await attempt((range) => {
      range.conditionalFormats.add('ColorScale');
    }),
  ];
  expect(codes).toEqual(Array(5).fill('NotImplemented'));
  expect(host.unmodelled).toHaveLength(5);
});
