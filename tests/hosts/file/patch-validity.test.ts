import { patchWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { ooxmlErrors } from '../../support/ooxml-validator';
import { fixture } from './support/fixtures';
import { richWorkbook } from './support/rich-workbook';
import { sheetZip } from './support/workbook-zip';

const edit = (row: number, column: number, text: string, sheet = '名单'): WorkbookEdit => ({
  sheet,
  row,
  column,
  text,
});

const EDITS = [
  edit(2, 5, '新的一列'),
  edit(3, 1, '500103198507121003'),
  edit(3, 5, '25'),
  edit(4, 0, '2025-03-27'),
  edit(4, 3, ''),
  edit(6, 1, '<新> & \u0001行'),
  edit(20, 25, '更远'),
];

test('the rich workbook is sound before it is patched', async () => {
  expect(await ooxmlErrors(richWorkbook())).toEqual([]);
});

test('and after it: Excel will not offer to repair it', async () => {
  expect(await ooxmlErrors(patchWorkbook(richWorkbook(), EDITS))).toEqual([]);
});

test('with all formulas of a sheet gone, and the calculation chain with them', async () => {
  const file = sheetZip('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', {
    calcChain: '<c r="A1" i="1"/>',
  });
  expect(await ooxmlErrors(patchWorkbook(file, [edit(0, 0, '二')]))).toEqual([]);
});

test('with a formula whose result went, in a workbook that said nothing of computing', async () => {
  const file = sheetZip(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1&amp;"岁"</f><v>1岁</v></c></row>',
    {
      workbook: { after: '<extLst/>' },
    },
  );
  expect(await ooxmlErrors(patchWorkbook(file, [edit(0, 0, '二')]))).toEqual([]);
});

test('a file of LibreOffice', async () => {
  expect(await ooxmlErrors(patchWorkbook(fixture('roster.xlsx'), EDITS))).toEqual([]);
});

// The validator is built for Linux x64 only; elsewhere it finds nothing.
if (process.platform === 'linux' && process.arch === 'x64') {
  test('the validator does find what is wrong in such a file', async () => {
    const cells =
      '<row r="1"><c r="B1" t="inlineStr"><is><t>乙</t></is></c><c r="A1" t="sometimes"><v>1</v></c></row>';
    expect((await ooxmlErrors(sheetZip(cells))).join()).toContain('sometimes');
  });
}
