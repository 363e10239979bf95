import type { DataValidation, Worksheet } from 'exceljs';
import { officialTemplate } from '../../src/documents/official-workbook';
import { readWorkbook } from '../../src/hosts/file';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { readSheets } from '../../src/sheet/read-sheet';
import { templateLists } from '../../src/sheet/template-lists';
import { RULEBOOK } from '../support/rulebook';
import { LAYOUT, LISTS } from './support/forms';
import { firstSheet, openedElsewhere, partsOf } from './support/package';

const template = (emptyRows = 10, lists = LISTS): Uint8Array =>
  officialTemplate({ ...LAYOUT, emptyRows, lists });
const sheetOf = async (bytes: Uint8Array): Promise<Worksheet> => firstSheet(await openedElsewhere(bytes));
const validationOf = (sheet: Worksheet, key: ColumnKey, row = 3): DataValidation =>
  sheet.getCell(row, COLUMN_KEYS.indexOf(key) + 1).dataValidation;
/** The ranges of the defined names. */
const namesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    [
      ...(partsOf(bytes).get('xl/workbook.xml') ?? '').matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g),
    ].map(([, name = '', range = '']) => [name, range]),
  );

test('the same input gives the same bytes', () => {
  expect(template()).toEqual(template());
});

test('the form is the sheet that people see, the lists are on a very hidden one', async () => {
  const workbook = await openedElsewhere(template());
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['考评人员申报汇总表', 'visible'],
    ['KPY', 'veryHidden'],
  ]);
  const readings = readSheets((await readWorkbook(template())).sheets);
  expect(readings).toMatchObject([
    { sheet: '考评人员申报汇总表', headerRow: 2, rows: [], findings: [], skipped: [] },
  ]);
});

describe('lists', () => {
  test.each<[ColumnKey, string]>([
    ['institutionTier', 'KPY_INSTITUTIONTIER'],
    ['idType', 'KPY_IDTYPE'],
    ['sex', 'KPY_SEX'],
    ['ethnicity', 'KPY_ETHNICITY'],
    ['education', 'KPY_EDUCATION'],
    ['politicalStatus', 'KPY_POLITICALSTATUS'],
    ['trained', 'KPY_TRAINED'],
    ['level', 'KPY_LEVEL'],
  ])('%s is chosen from %s; what is not on it is warned of, not refused', async (key, name) => {
    const sheet = await sheetOf(template());
    for (const row of [3, 12]) {
      expect(validationOf(sheet, key, row)).toMatchObject({
        type: 'list',
        formulae: [name],
        errorStyle: 'warning',
        allowBlank: true,
        showErrorMessage: true,
      });
    }
  });

  test('a name is exactly the cells that hold its values', async () => {
    const bytes = template();
    const grid = (await readWorkbook(bytes)).sheets[1];
    const names = namesOf(bytes);
    const expected: Record<string, readonly string[]> = {
      ...Object.fromEntries(
        LISTS.choices.map(({ column, values }) => [`KPY_${column.toUpperCase()}`, values]),
      ),
      // A key is the level's first character and the name. 电工 twice, side by side, so that its codes are one block.
      KPY_K: [
        ...['专小面制作', '专火锅制作'],
        ...['考电工', '考电工', '考车工'],
        ...['高电工', '高电工', '高车工'],
      ],
      KPY_N: ['小面制作', '火锅制作', '电工', '电工', '车工', '电工', '电工', '车工'],
      KPY_P: [
        ...['中式面点师', '中式烹调师'],
        ...['6-31-01-03', '6-31-01-99', '6-18-01-01'],
        ...['6-31-01-03', '6-31-01-99', '6-18-01-01'],
      ],
      KPY_A: ['电工', '车工', '火锅制作', '小面制作'],
      KPY_C: ['6-31-01-03', '6-18-01-01', '6-31-01-99', '中式烹调师', '中式面点师'],
    };
    const ours = Object.entries(names).filter(([name]) => name.startsWith('KPY_'));
    const held = ours.map(([name, range]) => {
      const [, letter = '', last = ''] = /^KPY!\$([A-Z])\$1:\$[A-Z]\$(\d+)$/.exec(range) ?? [];
      const column = letter.charCodeAt(0) - 65;
      return [name, Array.from({ length: Number(last) }, (_, row) => grid?.rows[row]?.[column]?.text)];
    });
    expect(Object.fromEntries(held)).toEqual(expected);
  });

  test('names and codes go by the level of the row', async () => {
    const sheet = await sheetOf(template());
    const key = 'LEFT(INDEX($X:$X,ROW())&"考")&INDEX($Y:$Y,ROW())';
    for (const row of [3, 12]) {
      expect(validationOf(sheet, 'occupationName', row).formulae).toEqual([
        `IF(COUNTIF(KPY_K,${key}&"*"),OFFSET(KPY_N,MATCH(${key}&"*",KPY_K,0)-1,0,COUNTIF(KPY_K,${key}&"*")),KPY_A)`,
      ]);
      expect(validationOf(sheet, 'occupationCode', row).formulae).toEqual([
        `IF(COUNTIF(KPY_K,${key}),OFFSET(KPY_P,MATCH(${key},KPY_K,0)-1,0,COUNTIF(KPY_K,${key})),KPY_C)`,
      ]);
    }
  });

  test('the notice’s own lists fit', async () => {
    const bytes = template(30, templateLists(RULEBOOK));
    const { occupations, abilities } = templateLists(RULEBOOK);
    expect(namesOf(bytes).KPY_K).toMatch(
      new RegExp(`\\$1:\\$[A-Z]\\$${String(occupations.length * 2 + abilities.length)}$`),
    );
    const sheet = await sheetOf(bytes);
    expect(validationOf(sheet, 'level').formulae).toEqual(['KPY_LEVEL']);
  });

  test('a notice without abilities and occupations has no list there', async () => {
    const without = template(3, { ...LISTS, abilities: [] });
    expect(namesOf(without).KPY_K).toMatch(/\$1:\$[A-Z]\$6$/);
    expect(validationOf(await sheetOf(without), 'occupationName').type).toBe('list');
    const none = await sheetOf(template(3, { ...LISTS, abilities: [], occupations: [] }));
    expect(validationOf(none, 'occupationName').type).not.toBe('list');
  });
});

test('every column prompts, from the first row to the last', async () => {
  const sheet = await sheetOf(template());
  LAYOUT.columns.forEach(({ key, header, prompt }) => {
    for (const row of [3, 12])
      expect(validationOf(sheet, key, row)).toMatchObject({
        showInputMessage: true,
        promptTitle: header,
        prompt,
      });
  });
});

test('a row inserted above the footer has its lists too, the footer has none', async () => {
  const sheet = await sheetOf(template(10));
  expect(validationOf(sheet, 'sex', 13).formulae).toEqual(['KPY_SEX']);
  expect(sheet.getCell('A13').value).toContain('填报单位');
  expect(sheet.getCell('A13').dataValidation as DataValidation | undefined).toBeUndefined();
});

test('the empty cells are ready: text, days and numbers as their columns ask', async () => {
  const sheet = await sheetOf(template());
  LAYOUT.columns.forEach(({ key }, column) => {
    const format = sheet.getCell(12, column + 1).numFmt as string | undefined;
    if (key === 'submittedOn') expect(format?.replaceAll('\\', '')).toBe('yyyy-mm-dd');
    else if (key === 'workYears' || key === 'occupationYears') expect(format).not.toBe('@');
    else expect(format).toBe('@');
  });
});

test.each([0, 1, 500])('%i empty rows: the print area reaches the remarks', async (rows) => {
  const sheet = await sheetOf(template(rows));
  expect(sheet.pageSetup.printArea).toBe(`A1:AA${String(2 + Math.max(1, rows) + 3)}`);
});

test('prompts and titles that are too long are cut to what Excel takes', async () => {
  const columns = LAYOUT.columns.map((column) => ({
    ...column,
    header: '题'.repeat(40),
    prompt: `"<&>\n${'示'.repeat(300)}`,
  }));
  const bytes = officialTemplate({ ...LAYOUT, columns, emptyRows: 1, lists: LISTS });
  const { promptTitle, prompt } = validationOf(await sheetOf(bytes), 'name');
  expect(promptTitle).toBe('题'.repeat(32));
  expect(prompt).toHaveLength(255);
  expect(prompt).toMatch(/^"<&>\n示+$/);
});
