import { firstSheet, firstTexts } from './support/read';
import { sheetZip, workbookZip } from './support/workbook-zip';

const sheet = (xml: string): Uint8Array => workbookZip({ sheets: [{ name: '名单', xml }] });

test('rows may be ragged, with gaps between them', async () => {
  const grid = await firstSheet(
    sheetZip(
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c><c r="D5"><v>3</v></c></row>',
    ),
  );
  expect(grid.rows).toHaveLength(5);
  expect(grid.rows[0]).toBeUndefined();
  expect(grid.rows[1]?.[0]).toBeUndefined();
  expect(grid.rows[1]?.[1]?.text).toBe('1');
  expect(grid.rows[4]?.map((cell) => cell?.text)).toEqual(['2', undefined, undefined, '3']);
});

test('cells and rows without a reference stand after the one before', async () => {
  expect(
    await firstTexts(
      sheetZip(
        '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>' +
          '<row r="9"><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    ),
  ).toEqual({ A1: '1', C1: '2', C2: '3', D2: '4', A9: '5', A10: '6' });
});

test('the last column and the last row that a sheet can have', async () => {
  expect(await firstTexts(sheetZip('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toEqual({
    XFD1048576: '1',
  });
});

test('a hidden row is known by its mark or by its height; rows below the last content are left out', async () => {
  const grid = await firstSheet(
    sheetZip(
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2"><v>1</v></c></row>' +
        '<row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="0" ht="15"><c r="A4"><v>1</v></c></row>' +
        '<row r="5" hidden="1"/><row r="6"><c r="A6"><v>1</v></c></row><row r="7" hidden="1"/>',
    ),
  );
  expect([...grid.hiddenRows]).toEqual([0, 1, 2, 4]);
});

test('rows that a filter hides are hidden', async () => {
  const grid = await firstSheet(
    sheet(
      '<sheetPr filterMode="1"/><sheetData><row r="1"><c r="A1" t="str"><v>性别</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2" t="str"><v>女</v></c></row><row r="3"><c r="A3" t="str"><v>男</v></c></row></sheetData>' +
        '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="男"/></filters></filterColumn></autoFilter>',
    ),
  );
  expect([...grid.hiddenRows]).toEqual([1]);
  expect(grid.rows[1]?.[0]?.text).toBe('女');
});

test('merges, but not those of a single cell', async () => {
  const grid = await firstSheet(
    sheet(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
        '<mergeCells count="4"><mergeCell ref="A1:F1"/><mergeCell ref="$B$3:$B$7"/><mergeCell ref="D9:C8"/><mergeCell ref="E5"/></mergeCells>',
    ),
  );
  expect(grid.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 5 },
    { top: 2, left: 1, bottom: 6, right: 1 },
    { top: 7, left: 2, bottom: 8, right: 3 },
  ]);
});

test('cells are read from the sheet data only, not from extensions that name theirs alike', async () => {
  const xml =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:row xmlns:x14="urn:x" r="2"><x14:c r="A2"><x14:v>9</x14:v></x14:c></x14:row></ext></extLst>';
  expect(await firstTexts(sheet(xml))).toEqual({ A1: '1' });
});

test('an empty sheet has no rows', async () => {
  expect((await firstSheet(sheet('<sheetData/>'))).rows).toHaveLength(0);
});
