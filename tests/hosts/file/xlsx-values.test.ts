import { firstCells } from './support/read';
import { sheetZip } from './support/workbook-zip';

const cells = (xml: string): ReturnType<typeof firstCells> =>
  firstCells(sheetZip(`<row r="1">${xml}</row>`, { strings: '<si><t>张甲</t></si><si><t>李乙</t></si>' }));

test('a shared string is found by its number', async () => {
  expect(await cells('<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>')).toEqual({
    A1: { kind: 'text', text: '李乙' },
    B1: { kind: 'text', text: '张甲' },
  });
});

test('a shared string cell without a number is empty, not the first string', async () => {
  expect(await cells('<c r="A1" t="s"></c><c r="B1" t="s"><v></v></c><c r="C1" t="s"/>')).toEqual({});
});

test('inline text and text without the shared strings', async () => {
  expect(
    await cells('<c r="A1" t="inlineStr"><is><t>王丙</t></is></c><c r="B1" t="str"><v>赵丁</v></c>'),
  ).toEqual({
    A1: { kind: 'text', text: '王丙' },
    B1: { kind: 'text', text: '赵丁' },
  });
});

test('numbers keep their value, and show all digits that they have', async () => {
  const found = await cells(
    '<c r="A1"><v>12.5</v></c><c r="B1" t="n"><v>-3</v></c><c r="C1"><v>0.1</v></c>' +
      '<c r="D1"><v>1.2E-2</v></c><c r="E1"><v>13800138000</v></c><c r="F1"><v>0</v></c>',
  );
  expect(found).toEqual({
    A1: { kind: 'number', text: '12.5', number: 12.5 },
    B1: { kind: 'number', text: '-3', number: -3 },
    C1: { kind: 'number', text: '0.1', number: 0.1 },
    D1: { kind: 'number', text: '0.012', number: 0.012 },
    E1: { kind: 'number', text: '13800138000', number: 13_800_138_000 },
    F1: { kind: 'number', text: '0', number: 0 },
  });
});

test('a fraction reads as Excel shows it, with fifteen digits', async () => {
  const { A1, B1, C1 } = await cells(
    '<c r="A1"><v>4.9999999999999991</v></c><c r="B1"><v>20.000000000000004</v></c><c r="C1"><v>0.30000000000000004</v></c>',
  );
  expect([A1?.text, B1?.text, C1?.text]).toEqual(['5', '20', '0.3']);
});

test('an ID number that became a number is a number cell with the zeros that Excel put', async () => {
  const { A1, B1 } = await cells('<c r="A1"><v>5.00103198507121E+17</v></c><c r="B1"><v>1.23E+21</v></c>');
  expect(A1).toEqual({ kind: 'number', text: '500103198507121000', number: 500_103_198_507_121_000 });
  expect(B1).toMatchObject({ kind: 'number', text: '1.23e+21' });
});

test('digits kept as text stay text', async () => {
  expect(await cells('<c r="A1" t="inlineStr"><is><t>500103198507121003</t></is></c>')).toEqual({
    A1: { kind: 'text', text: '500103198507121003' },
  });
});

test('a very small number is written without an exponent while that is short', async () => {
  const { A1, B1, C1 } = await cells(
    '<c r="A1"><v>1E-7</v></c><c r="B1"><v>-1.5E-7</v></c><c r="C1"><v>1.5E-300</v></c>',
  );
  expect([A1?.text, B1?.text, C1?.text]).toEqual(['0.0000001', '-0.00000015', '1.5e-300']);
});

test('a number cell that holds no number shows what stands there', async () => {
  expect(await cells('<c r="A1"><v>12年</v></c>')).toEqual({ A1: { kind: 'text', text: '12年' } });
});

test('a number beyond what a double can hold is an error', async () => {
  expect(await cells('<c r="A1"><v>1E999</v></c>')).toEqual({ A1: { kind: 'error', text: '#NUM!' } });
});

test('booleans', async () => {
  expect(
    await cells('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c>'),
  ).toEqual({
    A1: { kind: 'boolean', text: 'TRUE' },
    B1: { kind: 'boolean', text: 'FALSE' },
    C1: { kind: 'boolean', text: 'TRUE' },
  });
});

test.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!'])(
  'the error value %s',
  async (error) => {
    expect(await cells(`<c r="A1" t="e"><v>${error}</v></c>`)).toEqual({
      A1: { kind: 'error', text: error },
    });
  },
);

test('a cell with a style only, or with an empty value, is empty', async () => {
  expect(
    await cells('<c r="A1" s="2"/><c r="B1" s="2"><v/></c><c r="C1" t="inlineStr"><is><t></t></is></c>'),
  ).toEqual({});
});
