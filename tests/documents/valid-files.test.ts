import { officialTemplate, officialWorkbook } from '../../src/documents/official-workbook';
import type { OfficialValue } from '../../src/sheet/official-rows';
import { templateLists } from '../../src/sheet/template-lists';
import { ooxmlErrors } from '../support/ooxml-validator';
import { RULEBOOK } from '../support/rulebook';
import { LAYOUT, LISTS, person } from './support/forms';

const people = (count: number): OfficialValue[][] => Array.from({ length: count }, (_, i) => person(i));
const ODD = [
  '<a href="x">&amp;</a>]]>',
  '\u0000\u0001\u0008\u000B\u001F\u007F\uFFFE\uFFFF',
  '甲\ud800乙\udc00丙😀',
  '_x000D_',
  'a\r\nb\tc',
  '=1+1',
  "'+86",
  '  ',
  '长'.repeat(40_000),
];
/** A person in whose every cell of text something odd stands. */
const oddPerson = (): OfficialValue[] =>
  person(0).map((value, i) => (typeof value === 'string' ? (ODD[i % ODD.length] ?? '') : value));
const oddLayout = { ...LAYOUT, title: '考评<&>\'"/[表]:*?\\', footer: ODD.join(''), remarks: ODD };

test.each<[string, () => Uint8Array]>([
  ['no people', () => officialWorkbook({ ...LAYOUT, rows: [] })],
  ['500 people', () => officialWorkbook({ ...LAYOUT, rows: people(500) })],
  ['odd characters everywhere', () => officialWorkbook({ ...oddLayout, rows: [oddPerson(), person(1)] })],
  [
    'a form with the notice’s own lists',
    () => officialTemplate({ ...LAYOUT, emptyRows: 30, lists: templateLists(RULEBOOK) }),
  ],
  ['a form of 500 rows', () => officialTemplate({ ...LAYOUT, emptyRows: 500, lists: LISTS })],
  [
    'a form with odd lists, and none for abilities',
    () =>
      officialTemplate({
        ...oddLayout,
        columns: LAYOUT.columns.map((column, i) => ({
          ...column,
          header: ODD[i % 6] ?? '',
          prompt: ODD.join(''),
        })),
        emptyRows: 0,
        lists: {
          choices: [{ column: 'sex', values: ODD }],
          occupations: [['电<工>', '"&']],
          abilities: [],
          specialLevel: '"',
        },
      }),
  ],
])('Microsoft’s validator finds no error: %s', async (_, bytes) => {
  expect(await ooxmlErrors(bytes())).toEqual([]);
});

test('the validator does find one that is there', async () => {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const parts = unzipSync(officialWorkbook({ ...LAYOUT, rows: [] }));
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(sheet.replace('<printOptions', '<sheetData/><printOptions'));
  expect(await ooxmlErrors(zipSync(parts))).not.toEqual([]);
});
