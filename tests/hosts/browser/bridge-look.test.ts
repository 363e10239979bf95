import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { IStyleData, IWorkbookData, Nullable, IWorksheetData } from '@univerjs/core';
import { bridge } from '../../../src/hosts/browser/bridge/bridge';
import { richWorkbook } from '../file/support/rich-workbook';
import { workbookZip } from '../file/support/workbook-zip';

const sheetOf = (snapshot: IWorkbookData, index = 0): Partial<IWorksheetData> => {
  const sheet = snapshot.sheets[snapshot.sheetOrder[index] ?? ''];
  if (sheet === undefined) throw new Error('no such sheet');
  return sheet;
};

const lookOf = (snapshot: IWorkbookData, row: number, column: number): Nullable<IStyleData> => {
  const style = sheetOf(snapshot).cellData?.[row]?.[column]?.s;
  return typeof style === 'string' ? snapshot.styles[style] : style;
};

const xf = (attributes: string, alignment = ''): string =>
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" ${attributes}>${alignment}</xf>`;

/** One row whose cells have the formats 1, 2, 3, … of `formats`. */
async function styled(
  formats: readonly string[],
  { fonts = '', fills = '', borders = '', more = '', parts = {}, relationships = '' } = {},
): Promise<IWorkbookData> {
  const cells = formats.map((_, index) => `<c r="${String.fromCharCode(65 + index)}1" s="${index + 1}"/>`);
  const bytes = workbookZip({
    sheets: [{ name: '名单', xml: `<sheetData><row r="1">${cells.join('')}</row></sheetData>` }],
    styles:
      `<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      `<fonts><font><sz val="11"/><name val="宋体"/></font>${fonts}</fonts>` +
      `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills>` +
      `<borders><border><left/><right/><top/><bottom/><diagonal/></border>${borders}</borders>` +
      `<cellStyleXfs><xf numFmtId="9" fontId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/>${formats.join('')}</cellXfs>${more}`,
    parts,
    relationships,
  });
  return (await bridge(bytes)).snapshot;
}

describe('how cells look', () => {
  test('fonts', async () => {
    const snapshot = await styled([xf('').replace('fontId="0"', 'fontId="1"')], {
      fonts:
        '<font><b/><i val="1"/><strike val="0"/><u val="double"/><sz val="22"/><color rgb="FFC00000"/><name val="黑体"/></font>',
    });
    expect(lookOf(snapshot, 0, 0)).toEqual({
      ff: '黑体',
      fs: 22,
      bl: 1,
      it: 1,
      ul: { s: 1, t: 10 },
      cl: { rgb: '#C00000' },
    });
  });

  test('a cell without a style has the first font, at the bottom', async () => {
    const snapshot = await styled([]);
    expect(snapshot.defaultStyle).toEqual({ ff: '宋体', fs: 11, vt: 3 });
  });

  test('fills: plain, by theme with a tint, by number, and none', async () => {
    const fill = (id: number): string => xf('').replace('fillId="0"', `fillId="${id}"`);
    const solid = (colour: string): string =>
      `<fill><patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill></fill>`;
    const snapshot = await styled([fill(2), fill(3), fill(4), fill(0)], {
      fills: solid('rgb="FFFFEB9C"') + solid('theme="4" tint="-0.5"') + solid('indexed="13"'),
    });
    const colours = [0, 1, 2, 3].map((column) => lookOf(snapshot, 0, column)?.bg?.rgb);
    expect(colours).toEqual(['#FFEB9C', '#223962', '#FFFF00', undefined]);
  });

  test('theme colours 0 to 3 are light 1, dark 1, light 2, dark 2 of the theme part', async () => {
    const theme =
      '<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">' +
      '<a:dk1><a:sysClr val="windowText" lastClr="010101"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1>' +
      '<a:dk2><a:srgbClr val="222222"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="123456"/></a:accent1>' +
      '</a:clrScheme></a:themeElements></a:theme>';
    const fonts = [0, 1, 2, 3, 4].map((n) => `<font><color theme="${n}"/></font>`);
    const formats = fonts.map((_, index) => xf('').replace('fontId="0"', `fontId="${index + 1}"`));
    const snapshot = await styled(formats, {
      fonts: fonts.join(''),
      parts: { 'xl/theme/theme1.xml': theme },
      relationships:
        '<Relationship Id="rIdTheme" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>',
    });
    const colours = formats.map((_, column) => lookOf(snapshot, 0, column)?.cl?.rgb);
    expect(colours).toEqual(['#FEFEFE', '#010101', '#EEEEEE', '#222222', '#123456']);
  });

  test('borders, each side in its line and colour', async () => {
    const snapshot = await styled([xf('').replace('borderId="0"', 'borderId="1"')], {
      borders:
        '<border diagonalDown="1"><left style="thin"><color auto="1"/></left><right/><top style="double"><color rgb="FF00B050"/></top><bottom style="medium"/><diagonal style="hair"/></border>',
    });
    expect(lookOf(snapshot, 0, 0)?.bd).toEqual({
      l: { s: 1, cl: { rgb: '#000000' } },
      t: { s: 7, cl: { rgb: '#00B050' } },
      b: { s: 8, cl: { rgb: '#000000' } },
      tl_br: { s: 2, cl: { rgb: '#000000' } },
    });
  });

  test('alignment: upright and turned text, wrapping, indentation', async () => {
    const snapshot = await styled([
      xf('', '<alignment horizontal="center" vertical="center" textRotation="255"/>'),
      xf('', '<alignment textRotation="45" wrapText="1"/>'),
      xf('', '<alignment vertical="top" textRotation="135" horizontal="left" indent="2"/>'),
    ]);
    expect([0, 1, 2].map((column) => lookOf(snapshot, 0, column))).toMatchObject([
      { ht: 2, vt: 2, tr: { a: 0, v: 1 } },
      { tb: 3, tr: { a: -45, v: 0 } },
      { ht: 1, vt: 1, tr: { a: 45, v: 0 }, pd: { l: 18 } },
    ]);
  });

  test('a word that no file should have is none that every object knows', async () => {
    const snapshot = await styled(
      [
        xf('', '<alignment horizontal="constructor" vertical="toString"/>').replace(
          'borderId="0"',
          'borderId="1"',
        ),
      ],
      { borders: '<border><left style="constructor"/><constructor style="thin"/></border>' },
    );
    expect(lookOf(snapshot, 0, 0)).toEqual(lookOf(await styled([xf('')]), 0, 0));
  });

  test('number formats by number and by code', async () => {
    const format = (id: number): string => xf('').replace('numFmtId="0"', `numFmtId="${id}"`);
    const snapshot = await styled([format(49), format(31), format(170), format(0), format(4)]);
    const patterns = [0, 1, 2, 3, 4].map((column) => lookOf(snapshot, 0, column)?.n?.pattern);
    expect(patterns).toEqual(['@', 'yyyy"年"m"月"d"日"', 'yyyy\\-mm\\-dd', undefined, '#,##0.00']);
  });

  test('differential formats are none of the cells’', async () => {
    const snapshot = await styled([xf('')], {
      more: '<dxfs count="1"><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>',
    });
    expect(lookOf(snapshot, 0, 0)).toEqual({ ff: '宋体', fs: 11 });
  });
});

describe('a sheet as people have it', () => {
  test('merges, widths, heights, hidden rows, frozen rows, tab colour', async () => {
    const { snapshot } = await bridge(richWorkbook());
    const sheet = sheetOf(snapshot);
    expect(sheet).toMatchObject({
      name: '名单',
      tabColor: '#FF0000',
      freeze: { xSplit: 0, ySplit: 3, startRow: 3, startColumn: -1 },
      mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 6 }],
      custom: { protected: true },
    });
    expect(sheet.rowData?.[0]).toEqual({ h: 40, ia: 0 });
    expect(sheet.rowData?.[4]).toEqual({ hd: 1 });
    expect(sheet.rowData?.[5]).toEqual({ s: 'f2' });
    expect(sheet.columnData?.[0]).toEqual({ w: 84 });
    expect(sheet.columnData?.[1]).toEqual({ w: 168, s: 'f2' });
  });

  test('a height stays as the file has it, also where nobody set it', async () => {
    const parts = unzipSync(richWorkbook());
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array()).replace('<row r="3"', '<row r="3" ht="18"');
    const { snapshot } = await bridge(zipSync({ ...parts, [sheet]: strToU8(xml) }));
    expect(sheetOf(snapshot).rowData?.[2]).toEqual({ h: 24, ia: 0 });
  });

  test('a very hidden sheet is hidden', async () => {
    const { snapshot } = await bridge(richWorkbook());
    expect([sheetOf(snapshot, 0).hidden, sheetOf(snapshot, 1).hidden]).toEqual([0, 1]);
  });

  test('lists in place and by name, each over its range', async () => {
    const { snapshot } = await bridge(richWorkbook());
    const resources = Object.fromEntries(
      (snapshot.resources ?? []).map(({ name, data }) => [name, JSON.parse(data)]),
    );
    expect(resources.SHEET_DATA_VALIDATION_PLUGIN).toEqual({
      'sheet-1': [
        expect.objectContaining({
          type: 'list',
          formula1: '男,女',
          renderMode: 1,
          prompt: '男或女',
          ranges: [{ startRow: 3, startColumn: 2, endRow: 1_048_575, endColumn: 2 }],
        }),
        expect.objectContaining({
          formula1: '=字典区',
          ranges: [{ startRow: 3, startColumn: 7, endRow: 999, endColumn: 7 }],
        }),
      ],
    });
    expect(Object.values(resources.SHEET_DEFINED_NAME_PLUGIN as object)).toEqual([
      expect.objectContaining({ name: '字典区', formulaOrRefString: '字典!$A$1:$A$2' }),
    ]);
  });

  test('what stays in the file alone is named', async () => {
    const { keptInFile } = await bridge(richWorkbook());
    expect(keptInFile).toEqual(['pictures', 'comments', 'conditional-formats', 'links']);
  });

  test('one validation over several places, and one of Excel 2010 for another sheet', async () => {
    const bytes = workbookZip({
      sheets: [
        {
          name: '名单',
          xml:
            '<sheetData/><dataValidations><dataValidation type="list" sqref="C4:C9 E4"><formula1>"是,否"</formula1></dataValidation>' +
            '<dataValidation type="whole" sqref="F4"><formula1>0</formula1></dataValidation></dataValidations>' +
            '<extLst><ext><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidation type="list"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>H4:H9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        },
      ],
    });
    const { snapshot, keptInFile } = await bridge(bytes);
    const data = snapshot.resources?.find(({ name }) => name === 'SHEET_DATA_VALIDATION_PLUGIN')?.data ?? '';
    expect(JSON.parse(data)).toEqual({
      'sheet-1': [
        expect.objectContaining({
          formula1: '是,否',
          ranges: [
            { startRow: 3, startColumn: 2, endRow: 8, endColumn: 2 },
            { startRow: 3, startColumn: 4, endRow: 3, endColumn: 4 },
          ],
        }),
        expect.objectContaining({ formula1: '=字典!$A$1:$A$3' }),
      ],
    });
    expect(keptInFile).toEqual(['validations']);
  });
});
