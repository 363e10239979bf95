import type { Host } from './src/host';
import type { LoadedOffice } from './src/excel';
import { useExcel } from './src/use-excel';

const open = useExcel();
const RED = '#FFC7CE';
const FORMULA = '=INDEX(KPY_MARKS!$A:$AA,ROW(),COLUMN())="e"';

async function mark({ Excel }: LoadedOffice, address: string): Promise<void> {
  await Excel.run(async (context) => {
    const marks = context.workbook.worksheets.add('KPY_MARKS');
    marks.visibility = 'VeryHidden';
    marks.getRange('B4').untrack().values = [['e']];
    const format = context.workbook.worksheets
      .getItem('Sheet1')
      .getRange(address)
      .untrack()
      .conditionalFormats.add('Custom');
    format.custom.rule.formula = FORMULA;
    format.custom.format.fill.color = RED;
    await context.sync();
  });
}

const ours = (host: Host, sheet = 'Sheet1'): string[] =>
  host.sheet(sheet).conditionalFormats.map(({ formula }) => formula);

test('a conditional format over a very hidden sheet marks the cell of the same place', async () => {
  const { host, loadOffice } = open();
  await mark(await loadOffice(), 'A3:AA100');
  expect(host.marked('A1:AA10')).toEqual({ [RED]: ['B4'] });
  host.insert('1:1');
  expect(host.marked('A1:AA10')).toEqual({ [RED]: ['B4'] });
  expect(host.snapshot().sheets[0]).toMatchObject({ conditionalFormats: [{ areas: ['A4:AA101'] }] });
});

test('formats multiply on copied rows and duplicated sheets, and are found again by their formula', async () => {
  const { host, loadOffice } = open();
  const office = await loadOffice();
  await mark(office, 'A3:AA100');
  host.copy('A3:B3');
  host.pasteCopied('A50');
  host.pasteCopied('A60');
  host.duplicateSheet('Sheet1');
  expect([ours(host).length, ours(host, 'Sheet1 (2)').length]).toEqual([3, 3]);
  const left = await office.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const lists = sheets.items.map((sheet) =>
      sheet.getRange().untrack().conditionalFormats.load('items/id,items/customOrNullObject/rule/formula'),
    );
    await context.sync();
    const formats = lists.flatMap(({ items }, n) =>
      items.map((format) => ({ format, sheet: sheets.items[n] })),
    );
    for (const { format, sheet } of formats)
      if (format.customOrNullObject.rule.formula === FORMULA)
        sheet?.getRange().untrack().conditionalFormats.getItem(format.id).delete();
    await context.sync();
    return formats.length;
  });
  expect([left, ours(host), ours(host, 'Sheet1 (2)')]).toEqual([6, [], []]);
});

test('formats on several areas at once', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getActiveWorksheet().getRanges('A3,C5:C6').untrack();
    const format = areas.conditionalFormats.add('Custom');
    format.custom.rule.formula = '="x"<>""';
    format.custom.format.fill.color = RED;
    await context.sync();
  });
  expect(host.marked('A1:D9')).toEqual({ [RED]: ['A3', 'C5', 'C6'] });
});

test('a format whose references count from its first cell is not modelled', () => {
  const { host } = open();
  host.addConditionalFormat('A2:A9', '=B2="x"', { 'fill.color': RED });
  expect(() => host.marked('A1:B9')).toThrow('is not modelled');
});

describe('a list in cells', () => {
  async function offer({ Excel }: LoadedOffice, source: string, style: 'Stop' | 'Warning'): Promise<void> {
    await Excel.run(async (context) => {
      const lists = context.workbook.worksheets.add('KPY_LISTS');
      lists.getRange('A1:A5').untrack().values = [['车工'], ['电工'], ['电工助理'], ['钳工'], ['焊工']];
      context.workbook.names.add('KPY_OCC', '=KPY_LISTS!$A$1:$A$5').visible = false;
      context.workbook.names.add('KPY_SEX', '=KPY_LISTS!$B$1:$B$2');
      lists.getRange('B1:B2').untrack().values = [['男'], ['女']];
      const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange('Y3:Y100').untrack();
      dataValidation.rule = { list: { inCellDropDown: true, source } };
      dataValidation.errorAlert = { showAlert: true, style, title: '职业', message: '请从列表选择' };
      dataValidation.prompt = { showPrompt: true, title: '职业', message: '填写开头的字' };
      await context.sync();
    });
  }

  test('offers a defined name, depends on other cells, narrows to a prefix', async () => {
    const { host, loadOffice } = open();
    await offer(
      await loadOffice(),
      '=IF(INDEX($X:$X,ROW())="男",KPY_SEX,OFFSET(KPY_OCC,MATCH(INDEX($Y:$Y,ROW())&"*",KPY_OCC,0)-1,0,COUNTIF(KPY_OCC,INDEX($Y:$Y,ROW())&"*"),1))',
      'Warning',
    );
    host.type('X3', '男');
    host.type('Y4', '电');
    expect([host.dropdown('Y3'), host.dropdown('Y4'), host.dropdown('A1')]).toEqual([
      ['男', '女'],
      ['电工', '电工助理'],
      undefined,
    ]);
  });

  test('a warning lets the user go on, a stop does not, and a paste passes by', async () => {
    const { host, loadOffice } = open();
    const office = await loadOffice();
    await offer(office, '=KPY_OCC', 'Warning');
    host.type('Y3', '厨师');
    host.validate('Y5:Y100', { errorAlert: { style: 'Stop' } });
    host.type('Y5', '车工');
    expect(() => {
      host.type('Y6', '厨师');
    }).toThrow('Excel refuses');
    host.paste('Y6', [['厨师']]);
    expect(host.values('Y3:Y6').flat()).toEqual(['厨师', '', '车工', '厨师']);
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const ranges = ['Y3:Y4', 'Y1:Y4', 'Y3:Y100', 'A1'].map((address) => {
        const { dataValidation } = sheet.getRange(address).untrack();
        return dataValidation.load('type,rule');
      });
      await context.sync();
      expect(ranges.map(({ type }) => type)).toEqual(['List', 'Inconsistent', 'MixedCriteria', 'None']);
      expect(ranges.map(({ rule }) => (rule as unknown) === null)).toEqual([false, true, true, false]);
    });
  });

  test('a list of more than 255 characters is refused in place, and one of a part is cleared alone', async () => {
    await expect(offer(await open().loadOffice(), '车工,'.repeat(100), 'Stop')).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    const { host, loadOffice } = open();
    const office = await loadOffice();
    await offer(office, '=KPY_OCC', 'Stop');
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('Y5:Y9').untrack().dataValidation.clear();
      await context.sync();
    });
    expect(['Y4', 'Y5', 'Y9', 'Y10'].map((cell) => host.dropdown(cell)?.length)).toEqual([
      5,
      undefined,
      undefined,
      5,
    ]);
  });
});

test("the user's own formats and validations stay what they are", async () => {
  const { host, loadOffice } = open();
  const office = await loadOffice();
  host.addConditionalFormat('A1:A9', '=ROW()=1', { 'fill.color': '#00FF00' });
  host.validate('C1:C9', { rule: { list: { inCellDropDown: true, source: '甲,乙' } } });
  const before = host.snapshot();
  await mark(office, 'A3:AA100');
  await office.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem('Sheet1');
    const formats = sheet.getRange().untrack().conditionalFormats;
    formats.load('items/id,items/customOrNullObject/rule/formula');
    const [validated, none] = [sheet, worksheets.getItem('KPY_MARKS')].map((each) => {
      const cells = each
        .getRange()
        .untrack()
        .getSpecialCellsOrNullObject('DataValidations')
        .untrack()
        .load('areaCount');
      cells.areas.load('items/rowIndex,items/rowCount');
      return cells;
    });
    await context.sync();
    expect(formats.items.map(({ customOrNullObject }) => customOrNullObject.rule.formula)).toEqual([
      FORMULA,
      '=ROW()=1',
    ]);
    expect([validated?.areaCount, validated?.areas.items[0]?.rowCount, none?.isNullObject]).toEqual([
      1,
      9,
      true,
    ]);
    const [ours] = formats.items;
    sheet
      .getRange()
      .untrack()
      .conditionalFormats.getItem(ours?.id ?? '')
      .delete();
    const marks = worksheets.getItem('KPY_MARKS');
    marks.visibility = 'Hidden';
    marks.delete();
    await context.sync();
  });
  expect(host.snapshot()).toEqual(before);
});
