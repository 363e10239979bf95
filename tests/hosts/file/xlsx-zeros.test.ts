import { toCell } from '../../../src/hosts/excel/loaded-cells';
import { readCell } from '../../../src/hosts/browser/cell-data';
import type { Cell } from '../../../src/rules/cell';
import { hasLostNumberDigits } from '../../../src/rules/certificate-number';
import { firstCells } from './support/read';
import { STYLES, sheetZip } from './support/workbook-zip';

async function inFile(value: number, format: string): Promise<Cell | undefined> {
  const styles =
    `<numFmts count="1"><numFmt numFmtId="176" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts>` +
    STYLES.replace('numFmtId="14"', 'numFmtId="176"');
  const file = sheetZip(`<row r="1"><c r="A1" s="1"><v>${String(value)}</v></c></row>`, { styles });
  return (await firstCells(file)).A1;
}

const inExcel = (value: number, format: string): Cell =>
  toCell({ formula: value, value, type: 'Double', format, text: '' }, false);

/** A number cell keeps the zeros that its format shows before it, and no other format changes what is read. */
test.each<[number, string, string]>([
  [1234, '0000000', '0001234'],
  [534_001_234_300_123, '0000000000000000', '0534001234300123'],
  [1234, '000000_ ', '001234'],
  [1234, '000000;@', '001234'],
  [1234567, '000000', '1234567'],
  [1234, 'General', '1234'],
  [1234, '0', '1234'],
  [5, '0.00', '5'],
  [1.5, '000', '1.5'],
  [-5, '000', '-5'],
  [12, '0"年"', '12'],
  [1234, '#,##0', '1234'],
])('%d as %s is %s, in a file, in Excel and in the workbench', async (value, format, text) => {
  const cell = { kind: 'number', text, number: value };
  expect(await inFile(value, format)).toEqual(cell);
  expect(inExcel(value, format)).toEqual(cell);
  expect(readCell({ v: value }, format)).toEqual(cell);
});

test('zeros before a number are no digits that it could have lost', () => {
  expect(hasLostNumberDigits('0534001234300123', true)).toBe(false);
  expect(hasLostNumberDigits('1534001234300123', true)).toBe(true);
});
