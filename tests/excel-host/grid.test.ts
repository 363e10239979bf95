import { useExcel } from './src/use-excel';

const open = useExcel();

describe('what is typed', () => {
  test.each([
    ['12', 12, '12'],
    ['110101199003070812', 110101199003070000, '1.10101E+17'],
    ['1,234', 1234, '1,234'],
    ['50%', 0.5, '50%'],
    ['1E5', 100000, '100000'],
    ['2025-3-26', 45742, '2025/3/26'],
    ['2025年3月26日', 45742, '2025年3月26日'],
    ['2025-2-30', '2025-2-30', '2025-2-30'],
    ['4-03-02', 38048, '2004/3/2'],
    ['6-31-01-03', '6-31-01-03', '6-31-01-03'],
    ['true', true, 'TRUE'],
    ["'007", '007', '007'],
    ['张 三', '张 三', '张 三'],
  ])('%s becomes %p', (typed, value, text) => {
    const { host } = open();
    host.type('A1', typed);
    if (typed !== '1E5') expect(host.text('A1')).toBe(text);
    expect(host.value('A1')).toBe(value);
  });

  test('stays a text in a cell of format @', () => {
    const { host } = open();
    host.format('A:A', 'numberFormat', '@');
    host.type('A1', '110101199003070812');
    host.type('A2', '=1+1');
    expect(host.values('A1:A2').flat()).toEqual(['110101199003070812', '=1+1']);
  });
});

test('numbers and booleans written into a text cell become texts', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
    range.numberFormat = [['@', '@']];
    range.values = [[12, true]];
    await context.sync();
  });
  expect(host.values('A1:B1')).toEqual([['12', 'TRUE']]);
});

test('null leaves a cell as it is, one value fills all, the wrong size is refused', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['甲', '乙']]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B1').values = [[null, '丙']];
    sheet.getRange('A2:B3').set({ values: '无' as unknown as string[][] });
    await context.sync();
  });
  expect(host.values('A1:B3')).toEqual([
    ['甲', '丙'],
    ['无', '无'],
    ['无', '无'],
  ]);
  const wrong = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').values = [['x']];
    await context.sync();
  });
  await expect(wrong).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('a whole column reads null and takes no values (unbounded range)', async () => {
  const { Excel } = await open().loadOffice();
  await Excel.run(async (context) => {
    const column = context.workbook.worksheets.getActiveWorksheet().getRange('A:A').load('values,address');
    await context.sync();
    expect([column.values, column.address]).toEqual([null, 'Sheet1!A:A']);
  });
});

test('formats: borders, fonts, widths, mixed values, properties cell by cell', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:B2');
    range.format.fill.color = '#ffc7ce';
    range.format.font.bold = true;
    range.format.textOrientation = 180;
    range.format.wrapText = true;
    range.format.horizontalAlignment = 'Center';
    range.format.columnWidth = 80;
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.format.borders.getItem('InsideVertical').style = 'Dot';
    sheet.getRange('B2').format.fill.clear();
    range.load('format/fill/color,format/font/bold,format/columnWidth');
    const cells = range.getCellProperties({ address: true, format: { fill: { color: true } } });
    await context.sync();
    expect([range.format.fill.color, range.format.font.bold, range.format.columnWidth]).toEqual([
      null,
      true,
      80,
    ]);
    expect(cells.value[1]?.[1]).toMatchObject({
      address: 'Sheet1!B2',
      format: { fill: { color: '#FFFFFF' } },
    });
  });
  expect(host.formatOf('A1')).toMatchObject({
    'fill.color': '#FFC7CE',
    textOrientation: 180,
    'borders.right.style': 'Dot',
  });
  expect(host.formatOf('A1')['borders.bottom.style']).toBe('None');
  expect(host.formatOf('B2')['borders.bottom.style']).toBe('Continuous');
});

test('merging keeps the first value, and covered cells take none', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [['标题', 'x']]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C1').merge();
    sheet.getRange('B1').values = [['y']];
    const merged = sheet.getRange('A1:Z9').getMergedAreasOrNullObject().load('address');
    const none = sheet.getRange('A5:B6').getMergedAreasOrNullObject();
    await context.sync();
    expect([merged.address, none.isNullObject]).toEqual(['Sheet1!A1:C1', true]);
  });
  expect(host.values('A1:C1')).toEqual([['标题', '', '']]);
});

test('rows inserted and deleted carry cells, merges, heights, hidden rows and names along', () => {
  const { host } = open();
  host.paste('A1', [['一'], ['二'], ['三'], ['四']]);
  host.type('B4', '=A3');
  host.merge('C3:D3');
  host.hideRows('4:4');
  host.book.addName(host.book.names, 'KPY_X', '=Sheet1!$A$2:$A$4', '');
  host.insert('3:4');
  expect(host.values('A1:A6').flat()).toEqual(['一', '二', '', '', '三', '四']);
  expect([host.formula('B6'), host.book.names.get('kpy_x')?.formula]).toEqual(['=A5', '=Sheet1!$A$2:$A$6']);
  expect(host.snapshot().sheets[0]).toMatchObject({ merges: ['C5:D5'], hiddenRows: [5] });
  host.delete('3:5');
  expect([host.formula('B3'), host.book.names.get('kpy_x')?.formula]).toEqual([
    '=#REF!',
    '=Sheet1!$A$2:$A$3',
  ]);
});

test('sorting moves values and formats; filtering and hiding hide rows', async () => {
  const { host, loadOffice } = open();
  const { Excel } = await loadOffice();
  host.paste('A1', [
    ['姓名', '工龄'],
    ['甲', '9'],
    ['乙', '5'],
    ['丙', '7'],
  ]);
  host.format('A3', 'fill.color', '#FFFF00');
  host.sort('A2:B4', 1);
  expect(host.values('A2:A4').flat()).toEqual(['乙', '丙', '甲']);
  expect(host.fill('A2')).toBe('#FFFF00');
  host.filter('A1:B4', 0, ['丙']);
  const hidden = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const rows = ['2:2', '3:3', '1:4'].map((address) => sheet.getRange(address).load('rowHidden'));
    sheet.autoFilter.load('isDataFiltered');
    await context.sync();
    return [...rows.map((row) => row.rowHidden), sheet.autoFilter.isDataFiltered];
  });
  expect(hidden).toEqual([true, false, null, true]);
});

test('formulas follow what they read', () => {
  const { host } = open();
  host.paste('A1', [['1'], ['2']]);
  host.type('B1', '=SUM(A1:A2)*2');
  host.type('C1', '=IF(B1>5,"大","小")&"的"');
  host.type('A2', '3');
  expect([host.value('B1'), host.value('C1')]).toEqual([8, '大的']);
});
