import { useExcel } from './src/use-excel';

const open = useExcel();

describe('what is typed', () => {
  test.each([
    ['12', 12, '12'],
    ['12.50', 12.5, '12.5'],
    ['2025-3-26', 45742, '2025/3/26'],
    ['2025-2-30', '2025-2-30', '2025-2-30'],
    ['4-03-02', 38048, '2004/3/2'],
    ['6-31-01-03', '6-31-01-03', '6-31-01-03'],
    ['true', true, 'TRUE'],
    ["'007", '007', '007'],
    ['张 三', '张 三', '张 三'],
  ])('%s becomes %p', (typed, value, text) => {
    const { host } = open();
    host.type('A1', typed);
    expect([host.value('A1'), host.text('A1')]).toEqual([value, text]);
  });

  test('of a number keeps fifteen digits', () => {
    const { host } = open();
    host.type('A1', '110101199003070812');
    expect(host.value('A1')).toBe(110101199003070000);
  });

  test.each(['1,234', '50%', '1E5'])('%s is not modelled', (typed) => {
    expect(() => {
      open().host.type('A1', typed);
    }).toThrow('is not modelled');
  });

  test('stays a text in a cell of format @', () => {
    const { host } = open();
    host.format('A1:A2', 'numberFormat', '@');
    host.type('A1', '110101199003070812');
    host.type('A2', '=1+1');
    expect(host.values('A1:A2').flat()).toEqual(['110101199003070812', '=1+1']);
  });
});

test('null leaves a cell as it is, and the wrong size is refused', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['甲', '乙']]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').untrack().values = [[null, '丙']];
    await context.sync();
  });
  expect(host.values('A1:B1')).toEqual([['甲', '丙']]);
  const wrong = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').untrack().values = [['x']];
    await context.sync();
  });
  await expect(wrong).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('formats: borders, fonts, widths, alignment', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').untrack();
    format.font.bold = true;
    format.textOrientation = 180;
    format.columnWidth = 80;
    format.borders.getItem('EdgeBottom').style = 'Continuous';
    format.borders.getItem('InsideVertical').style = 'Dot';
    await context.sync();
  });
  expect(host.formatOf('A1')).toMatchObject({
    'font.bold': true,
    textOrientation: 180,
    'borders.right.style': 'Dot',
    'borders.bottom.style': 'None',
  });
  expect(host.formatOf('B2')['borders.bottom.style']).toBe('Continuous');
  expect(host.snapshot().sheets[0]).toMatchObject({ columnWidths: { 0: 80, 1: 80 } });
});

test('merging keeps the first value, and covered cells take none', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['标题', 'x']]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C1').untrack().merge();
    sheet.getRange('B1').untrack().values = [['y']];
    const merged = sheet.getRange('A1:Z9').untrack().getMergedAreasOrNullObject().untrack().load('areaCount');
    const none = sheet.getRange('A5:B6').untrack().getMergedAreasOrNullObject().untrack();
    merged.areas.load('items/columnCount');
    await context.sync();
    expect([merged.areas.items[0]?.columnCount, merged.areaCount, none.isNullObject]).toEqual([3, 1, true]);
  });
  expect(host.values('A1:C1')).toEqual([['标题', '', '']]);
});

test('rows inserted and deleted carry cells, formats, merges and hidden rows along', () => {
  const { host } = open();
  host.paste('A1', [['一'], ['二'], ['三'], ['四']]);
  host.format('A2', 'font.bold', true);
  host.merge('C3:D3');
  host.hideRows('4:4');
  host.insert('3:4');
  expect(host.values('A1:A6').flat()).toEqual(['一', '二', '', '', '三', '四']);
  expect(host.formatOf('A4')['font.bold']).toBe(true);
  expect(host.snapshot().sheets[0]).toMatchObject({ merges: ['C5:D5'], hiddenRows: { 5: true } });
  host.delete('3:5');
  expect(host.values('A1:A3').flat()).toEqual(['一', '二', '四']);
  expect(host.snapshot().sheets[0]).toMatchObject({ merges: [], hiddenRows: { 2: true } });
});

test('a formula or name whose cells would move is not modelled', () => {
  const { host } = open({ sheets: ['甲', '乙'] });
  host.type('A9', '=A3');
  expect(() => {
    host.insert('3:3');
  }).toThrow('is not modelled');
  host.insert('4:4');
  expect(host.value('A10')).toBe('');
  host.addName('KPY_X', '=乙!$A$2:$A$4');
  for (const act of [
    () => void host.delete('乙!4:4'),
    () => void host.renameSheet('乙', '丙'),
    () => void host.deleteSheet('乙'),
  ])
    expect(act).toThrow('is not modelled');
});

test('filtering and hiding hide rows', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['姓名'], ['甲'], ['乙'], ['丙']]);
  host.filter('A1:A4', 0, ['丙']);
  host.hideRows('9:9');
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const rows = ['2:2', '4:4', '1:4', '9:9'].map((address) =>
      sheet.getRange(address).untrack().load('rowHidden'),
    );
    const properties = sheet.getRange('A1:A3').untrack().getRowProperties({ rowHidden: true });
    await context.sync();
    expect(rows.map((row) => row.rowHidden)).toEqual([true, false, null, true]);
    expect(properties.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, true]);
  });
});

test('formulas follow what they read', () => {
  const { host } = open();
  host.paste('A1', [['1'], ['2']]);
  host.type('B1', '=A1-A2');
  host.type('C1', '=IF(B1=2,"大","小")&"的"');
  host.type('A1', '4');
  expect([host.value('B1'), host.value('C1')]).toEqual([2, '大的']);
});
