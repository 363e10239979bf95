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
    marks.getRange('B4').values = [['e']];
    const format = context.workbook.worksheets
      .getItem('Sheet1')
      .getRange(address)
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
  host.copy('3:3');
  host.pasteCopied('50:51');
  host.duplicateSheet('Sheet1');
  expect([ours(host).length, ours(host, 'Sheet1 (2)').length]).toEqual([3, 3]);
  const left = await office.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const lists = sheets.items.map((sheet) => sheet.getRange().conditionalFormats.load('items/type'));
    await context.sync();
    const rules = lists
      .flatMap(({ items }) => items)
      .map((format) => ({ format, rule: format.custom.rule.load('formula') }));
    await context.sync();
    for (const { format, rule } of rules) if (rule.formula === FORMULA) format.delete();
    await context.sync();
    return rules.length;
  });
  expect([left, ours(host), ours(host, 'Sheet1 (2)')]).toEqual([6, [], []]);
});

test('formats on several areas at once, with =TRUE', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getActiveWorksheet().getRanges('A3,C5:C6');
    const format = areas.conditionalFormats.add('Custom');
    format.custom.rule.formula = '=TRUE';
    format.custom.format.fill.color = RED;
    const ranges = format.getRanges().load('address,areaCount');
    await context.sync();
    expect([ranges.address, ranges.areaCount]).toEqual(['Sheet1!A3,Sheet1!C5:C6', 2]);
  });
  expect(host.marked('A1:D9')).toEqual({ [RED]: ['A3', 'C5', 'C6'] });
});

test('relative references of a format count from its first cell', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const format = context.workbook.worksheets
      .getActiveWorksheet()
      .getRange('A2:A9')
      .conditionalFormats.add('Custom');
    format.custom.rule.formula = '=B2="x"';
    format.custom.format.fill.color = RED;
    await context.sync();
  });
  host.type('B5', 'x');
  expect(host.marked('A1:B9')).toEqual({ [RED]: ['A5'] });
});

describe('a list in cells', () => {
  async function offer({ Excel }: LoadedOffice, source: string, style: 'Stop' | 'Warning'): Promise<void> {
    await Excel.run(async (context) => {
      const lists = context.workbook.worksheets.add('KPY_LISTS');
      lists.getRange('A1:A5').values = [['车工'], ['电工'], ['电工助理'], ['钳工'], ['焊工']];
      context.workbook.names.add('KPY_OCC', lists.getRange('A1:A5')).visible = false;
      context.workbook.names.add('KPY_SEX', lists.getRange('B1:B2'));
      lists.getRange('B1:B2').values = [['男'], ['女']];
      const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange('Y3:Y100');
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

  test('a warning asks the user, a stop refuses, a paste passes by', async () => {
    const { host, loadOffice } = open();
    const office = await loadOffice();
    await offer(office, '=KPY_OCC', 'Warning');
    expect(host.type('Y3', '厨师')).toEqual({
      accepted: true,
      alert: { style: 'Warning', title: '职业', message: '请从列表选择' },
    });
    expect(host.type('Y4', '厨师', { insist: false }).accepted).toBe(false);
    expect(host.type('Y5', '车工')).toEqual({ accepted: true, alert: undefined });
    host.paste('Y6', [['厨师']]);
    const state = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const all = sheet.getRange('Y3:Y100').dataValidation.load('type,valid');
      const part = sheet.getRange('Y1:Y4').dataValidation.load('type,rule');
      const none = sheet.getRange('A1').dataValidation.load('type');
      await context.sync();
      return [all.type, all.valid, part.type, part.rule, none.type];
    });
    expect(state).toEqual(['List', null, 'Inconsistent', null, 'None']);
    expect(host.values('Y3:Y6').flat()).toEqual(['厨师', '', '车工', '厨师']);
  });

  test('a list of more than 255 characters is refused in place, and one of a part is cleared alone', async () => {
    const { host, loadOffice } = open();
    const office = await loadOffice();
    await expect(offer(office, '车工,'.repeat(100), 'Stop')).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    host.deleteSheet('KPY_LISTS');
    host.book.names.clear();
    await offer(office, '=KPY_OCC', 'Stop');
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('Y5:Y9').dataValidation.clear();
      await context.sync();
    });
    expect(host.snapshot().sheets[0]).toMatchObject({ validations: [{ areas: ['Y10:Y100', 'Y3:Y4'] }] });
  });
});

test("the user's own formats and validations stay what they are", async () => {
  const { host, loadOffice } = open();
  const office = await loadOffice();
  host.addConditionalFormat('A1:A9', 'CellValue');
  host.validate('C1:C9', { rule: { list: { inCellDropDown: true, source: '甲,乙' } } });
  const before = host.snapshot();
  await mark(office, 'A3:AA100');
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/type,items/customOrNullObject/rule/formula');
    const validated = sheet.getRange().getSpecialCellsOrNullObject('DataValidations').load('address');
    const none = context.workbook.worksheets
      .getItem('KPY_MARKS')
      .getRange()
      .getSpecialCellsOrNullObject('DataValidations');
    none.areas.load('items/rowIndex');
    await context.sync();
    expect(formats.items.map(({ type }) => type)).toEqual(['Custom', 'CellValue']);
    expect(formats.items.map(({ customOrNullObject }) => customOrNullObject.isNullObject)).toEqual([
      false,
      true,
    ]);
    expect(formats.items[0]?.customOrNullObject.rule.formula).toBe(FORMULA);
    expect([validated.address, none.isNullObject]).toEqual(['Sheet1!C1:C9', true]);
    formats.items[0]?.delete();
    const marks = context.workbook.worksheets.getItem('KPY_MARKS');
    marks.visibility = 'Hidden';
    marks.delete();
    await context.sync();
  });
  expect(host.snapshot()).toEqual(before);
});
