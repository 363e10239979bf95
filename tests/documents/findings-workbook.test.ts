import type { Worksheet } from 'exceljs';
import { findingsWorkbook } from '../../src/documents/findings-workbook';
import { checkSheet } from '../../src/sheet/check-sheet';
import { ooxmlErrors } from '../support/ooxml-validator';
import { day, RULEBOOK } from '../support/rulebook';
import type { Given } from '../support/applicant';
import { officialGrid, personRow } from '../sheet/support/grids';
import { firstSheet, openedElsewhere } from './support/package';

const bytesOf = (people: readonly Given[]): Uint8Array =>
  findingsWorkbook(
    checkSheet(RULEBOOK, officialGrid(people.map((each) => personRow(each))), day('2025-03-26')),
    'zh-CN',
  );
const listOf = async (people: readonly Given[]): Promise<Worksheet> =>
  firstSheet(await openedElsewhere(bytesOf(people)));
const texts = (sheet: Worksheet, row: number): readonly string[] =>
  Array.from({ length: 7 }, (_, column) => sheet.getCell(row, column + 1).text);

test('a line a finding: where, who, what, and what to write instead', async () => {
  const sheet = await listOf([{}, { idNumber: '511202199505050448', name: '李晓', phone: ' 13900001111' }]);
  expect(sheet.getCell('A1').value).toBe('Sheet1：问题清单');
  const lines = Array.from({ length: sheet.rowCount - 3 }, (_, i) => texts(sheet, 4 + i));
  expect(lines).toContainEqual(['2', 'F4', '李晓', '性别', '错误', '性别填“男”，身份证号码显示为“女”', '女']);
  expect(lines.find(([, cell]) => cell === 'O4')).toEqual(expect.arrayContaining(['提醒', '13900001111']));
});

test('whom the fee leaves out is said with it', async () => {
  const sheet = await listOf([{}, { level: '特级' }, { level: '' }]);
  expect(sheet.getCell('A2').text).toContain('费用1200元');
  expect(sheet.getCell('A2').text).toContain(
    '费用中没有计入2人（第4、5行）：申报考评员等级没有填写，或不在选项内。',
  );
  expect((await listOf([{}])).getCell('A2').text).not.toContain('没有计入');
});

test('a row is tall enough for what wraps in it, fixes of several lines as well, and never too tall for Excel', async () => {
  const certificates = Array.from({ length: 7 }, (_, i) => `电工${'一二三四五'[i % 5] ?? ''}级`);
  const sheet = await listOf([
    { skillCertificate: ` ${certificates.join('\n')}` },
    { employer: `\u3000${'重庆某某职业培训学校有限公司'.repeat(200)}` },
  ]);
  const rows = Array.from({ length: sheet.rowCount - 3 }, (_, i) => 4 + i);
  const heights = rows.map((row) => sheet.getRow(row).height);
  const ofSeven = rows.find(
    (row) => texts(sheet, row)[1] === 'Q3' && texts(sheet, row)[6]?.split('\n').length === 7,
  );
  expect(sheet.getRow(ofSeven ?? 0).height).toBeGreaterThanOrEqual(7 * 15);
  expect(Math.max(...heights)).toBe(409);
  expect(Math.min(...heights)).toBe(22);
});

test('it is printed on A4 across, one page wide, with its header on each page', async () => {
  const { pageSetup } = await listOf([{ sex: '女' }]);
  expect(pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
  });
  expect(pageSetup.printTitlesRow).toBe('3:3');
});

test.each<[string, readonly Given[]]>([
  ['nothing found', [{}]],
  [
    'what would run as a formula, and odd characters',
    [{ name: '=1+1\u0001', position: '@SUM(A1)', sex: '<女>' }],
  ],
])('Microsoft’s validator finds no error: %s', async (_, people) => {
  expect(await ooxmlErrors(bytesOf(people))).toEqual([]);
});
