import fc from 'fast-check';
import { officialWorkbook } from '../../src/documents/official-workbook';
import { readWorkbook } from '../../src/hosts/file';
import type { Cell } from '../../src/rules/cell';
import { readSheet } from '../../src/sheet/read-sheet';
import type { Grid } from '../../src/sheet/grid';
import { officialLayout } from '../../src/sheet/layout';
import type { OfficialValue } from '../../src/sheet/official-rows';
import { LAYOUT, person } from './support/forms';
import { firstSheet, openedElsewhere, partsOf } from './support/package';

const people = (count: number): OfficialValue[][] => Array.from({ length: count }, (_, i) => person(i));
const workbookOf = (rows: readonly (readonly OfficialValue[])[]): Uint8Array =>
  officialWorkbook({ ...LAYOUT, rows });
const gridOf = async (bytes: Uint8Array): Promise<Grid> => {
  const [grid] = (await readWorkbook(bytes)).sheets;
  if (grid === undefined) throw new Error('no worksheet');
  return grid;
};
/** What a cell holds, as it was given to be written. */
const valueOf = (cell: Cell | undefined): OfficialValue => {
  if (cell === undefined) return '';
  if (cell.kind === 'date') return { serial: cell.number ?? NaN };
  return cell.kind === 'number' ? (cell.number ?? NaN) : cell.text;
};
/** One person with one text in the column of positions, written and read again. */
const through = async (text: string): Promise<Cell | undefined> => {
  const row = person(0);
  row[10] = text;
  return (await gridOf(workbookOf([row]))).rows[2]?.[10];
};

describe('what is written is read again', () => {
  test.each([1, 22, 500])('%i people', async (count) => {
    const rows = people(count);
    const grid = await gridOf(workbookOf(rows));
    expect(grid.rows.slice(2, 2 + count).map((row) => row?.map(valueOf))).toEqual(rows);
    const reading = readSheet(grid);
    expect(reading).toMatchObject({
      sheet: '考评人员申报汇总表',
      headerRow: 2,
      skipped: [],
      findings: [],
      footer: { institution: '某某培训学校', contact: '赵丁', phone: '023-12345678' },
    });
    expect(reading.rows).toHaveLength(count);
    expect([...reading.columns.values()]).toEqual(Array.from({ length: 27 }, (_, column) => column));
  });

  test('no people: the form with its header and footer', async () => {
    const reading = readSheet(await gridOf(workbookOf([])));
    expect(reading).toMatchObject({ headerRow: 2, rows: [], findings: [] });
  });

  test('text of any kind in any cell', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<a href="x">&amp;</a>',
        ']]>',
        '_x000D_',
        '_x005F_x0041_',
        'a\r\nb',
        ' 前后空格 ',
        '\t',
        '\u0000',
        '\uFFFE',
      ),
    );
    const value = fc.oneof(
      { weight: 4, arbitrary: text },
      { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 27, maxLength: 27 }), { maxLength: 3 }),
        async (rows) => {
          const grid = await gridOf(workbookOf(rows));
          const read = rows.map((row, i) => row.map((_, column) => valueOf(grid.rows[2 + i]?.[column])));
          expect(read).toEqual(rows.map((row) => row.map((each) => (Object.is(each, -0) ? 0 : each))));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('half a surrogate pair, which no file can hold, is dropped', async () => {
    expect((await through('甲\ud800乙\udc00丙'))?.text).toBe('甲乙丙');
    expect((await through('甲😀乙'))?.text).toBe('甲😀乙');
  });

  test('a text longer than Excel takes is cut to the longest that it takes', async () => {
    expect((await through('长'.repeat(32_767)))?.text).toHaveLength(32_767);
    expect((await through('长'.repeat(40_000)))?.text).toBe('长'.repeat(32_767));
    expect((await through(`${'长'.repeat(32_766)}😀`))?.text).toBe('长'.repeat(32_766));
  });
});

test('the same input gives the same bytes, whatever the time and its zone', () => {
  const zone = process.env.TZ;
  const first = workbookOf(people(3));
  try {
    process.env.TZ = 'America/Los_Angeles';
    jest.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') });
    expect(workbookOf(people(3))).toEqual(first);
  } finally {
    jest.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect(workbookOf(people(4))).not.toEqual(first);
});

describe('digits stay digits', () => {
  test('every column but the day and the years has the text format, in empty cells and in an empty form too', async () => {
    const row = person(0);
    row[14] = '';
    for (const rows of [[row], []]) {
      const sheet = firstSheet(await openedElsewhere(workbookOf(rows)));
      const others = LAYOUT.columns.flatMap((_, column) =>
        sheet.getCell(3, column + 1).numFmt === '@' ? [] : [column + 1],
      );
      expect(others).toEqual([1, 14, 16]);
    }
  });

  test('an ID number is a text cell, a day is a date, years are numbers', async () => {
    const sheet = firstSheet(await openedElsewhere(workbookOf([person(0)])));
    expect(sheet.getCell('E3').value).toBe('500103198507121000');
    expect(sheet.getCell('A3').value).toEqual(new Date('2025-03-26T00:00:00Z'));
    expect(sheet.getCell('A3').numFmt.replaceAll('\\', '')).toBe('yyyy-mm-dd');
    expect(sheet.getCell('N3').value).toBe(12.5);
    expect(sheet.getCell('N3').numFmt).not.toBe('@');
  });
});

describe('text that would run as a formula', () => {
  test.each([
    '=1+1',
    '+86 13800000000',
    '-无',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    '=HYPERLINK("http://x","y")',
  ])('%j stays the text that it is, with the quote prefix', async (text) => {
    expect(await through(text)).toEqual({ kind: 'text', text });
    const row = person(0);
    row[10] = text;
    const bytes = workbookOf([row]);
    const parts = partsOf(bytes);
    const cell = /<c r="K3" s="(\d+)" t="s">/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '');
    const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
    const format = formats.match(/<xf\b.*?(?:\/>|<\/xf>)/g)?.[Number(cell?.[1])] ?? '';
    expect(format).toContain('quotePrefix="1"');
    expect(format).toContain('numFmtId="49"');
  });
});

describe('nothing of ours', () => {
  const parts = partsOf(workbookOf(people(3)));
  const all = [...parts.values()].join('\n');

  test('one worksheet, visible, and no part but what it needs', () => {
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(parts.get('xl/workbook.xml')?.match(/<sheet /g)).toHaveLength(1);
    expect(all).not.toMatch(/state="(?:hidden|veryHidden)"/);
  });

  test('no defined name but those of printing', () => {
    const names = [...all.matchAll(/<definedName name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['_xlnm.Print_Area', '_xlnm.Print_Titles']);
  });

  test('no formula, validation, comment, link, protection, conditional format or macro', () => {
    expect(all).not.toMatch(
      /<(?:f|dataValidations?|comments?|hyperlinks?|sheetProtection|conditionalFormatting)\b/,
    );
    expect(all).not.toMatch(/vba|externalLink|customXml|KPY/i);
  });

  test('no name of a person or a program in its properties, and no time', () => {
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy|created|modified/);
  });
});

describe('the printed look', () => {
  test('A3 landscape, one page wide, header repeated, print area down to the remarks', async () => {
    const sheet = firstSheet(await openedElsewhere(workbookOf(people(300))));
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: 'A1:AA305',
      printTitlesRow: '2:2',
    });
    expect(sheet.headerFooter.oddFooter).toContain('&P');
  });

  test('title over the whole width, 27 headers, borders, footer, remarks', async () => {
    const sheet = firstSheet(await openedElsewhere(workbookOf(people(2))));
    expect(sheet.getCell('A1').value).toBe('考评人员申报汇总表');
    expect(sheet.getCell('AA1').master.address).toBe('A1');
    LAYOUT.columns.forEach(({ header }, column) => {
      const cell = sheet.getCell(2, column + 1);
      expect(cell.value).toBe(header);
      expect(cell.font.size).toBe(12);
      if (header.startsWith('申报职业编码')) expect(cell.alignment.wrapText).toBe(true);
      else expect(cell.alignment.textRotation).toBe('vertical');
    });
    for (const address of ['A2', 'AA2', 'A3', 'N3', 'AA4']) {
      const { top, left, bottom, right } = sheet.getCell(address).border;
      expect([top, left, bottom, right].map((side) => side?.style)).toEqual(['thin', 'thin', 'thin', 'thin']);
    }
    expect(sheet.getCell('A5').value).toContain('填报单位（加盖公章）：某某培训学校');
    expect(sheet.getCell('A6').value).toContain('备注：1.');
    expect(sheet.getCell('A7').value).toContain('2.在各区、县（自治县）');
    for (const row of [5, 6, 7]) expect(sheet.getCell(row, 27).master.address).toBe(`A${String(row)}`);
  });

  test('the header row is high enough for the longest header and not higher than Excel allows', async () => {
    const sheet = firstSheet(await openedElsewhere(workbookOf([])));
    const { height } = sheet.getRow(2);
    expect(height).toBeLessThanOrEqual(409);
    LAYOUT.columns.forEach(({ header }, column) => {
      const size = sheet.getCell(2, column + 1).font.size ?? 11;
      // Upright a character a line, else as many as the width has room for.
      const upright = sheet.getCell(2, column + 1).alignment.textRotation === 'vertical';
      const inLine = upright ? 1 : Math.floor(((sheet.getColumn(column + 1).width ?? 0) * 7 * 0.75) / size);
      expect(Math.ceil(Array.from(header).length / inLine) * size * 1.2).toBeLessThanOrEqual(height);
    });
  });

  test('nothing is frozen: beside the tall header a small screen would show no row of the body', async () => {
    const sheet = firstSheet(await openedElsewhere(workbookOf([])));
    expect(sheet.views[0]).toMatchObject({ state: 'normal' });
  });
});

test.each([
  ['考评/申报:表[1]*?\\', '考评 申报 表 1'],
  ["'引号'", '引号'],
  [`${'题'.repeat(29)}'''后`, '题'.repeat(29)],
  ['很长的标题'.repeat(10), '很长的标题'.repeat(6) + '很'],
  ['', 'Sheet1'],
  ['A & <B>', 'A & <B>'],
])('a title of "%s" gives a worksheet name that Excel allows', async (title, name) => {
  const bytes = officialWorkbook({ ...officialLayout(null), title, rows: [] });
  expect((await gridOf(bytes)).name).toBe(name);
});
