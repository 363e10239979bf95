import { readWorkbook } from '../../../src/hosts/file';
import type { Cell } from '../../../src/rules/cell';
import { fixture } from './support/fixtures';
import { cellsOf, readRefusal } from './support/read';

/**
 * What LibreOffice shows of the roster. In .xls a formula is known only as one, and LibreOffice writes 0 as the
 * cached result of a formula that gives text.
 */
const roster = (format: 'xlsx' | 'xls'): Record<string, Cell> => ({
  A1: { kind: 'text', text: '考评人员申报汇总表' },
  A2: { kind: 'text', text: '提交时间' },
  B2: { kind: 'text', text: '身份证号码' },
  C2: { kind: 'text', text: '性别' },
  D2: { kind: 'text', text: '姓名' },
  E2: { kind: 'text', text: '工龄' },
  F2: { kind: 'text', text: '备注' },
  A3: { kind: 'date', text: '2025-03-26', number: 45_742 },
  B3: { kind: 'text', text: '50010319850712100X' },
  C3: { kind: 'text', text: '男' },
  D3: { kind: 'text', text: '张甲一' },
  E3: { kind: 'number', text: '12.5', number: 12.5 },
  F3: { kind: 'number', text: '25', number: 25, formula: format === 'xlsx' ? 'E3*2' : '…' },
  A4: { kind: 'date', text: '2025-04-27 08:30:00', number: expect.closeTo(45_774 + 8.5 / 24, 6) as number },
  B4: { kind: 'number', text: '500103198507121000', number: 500_103_198_507_121_000 },
  C4: { kind: 'text', text: '女' },
  D4: { kind: 'text', text: '李乙\n二' },
  E4: { kind: 'number', text: '8', number: 8 },
  F4:
    format === 'xlsx'
      ? { kind: 'text', text: '李乙二同志', formula: 'D4&"同志"' }
      : { kind: 'number', text: '0', number: 0, formula: '…' },
  A5: { kind: 'date', text: '2025-03-27', number: 45_743 },
  B5: { kind: 'error', text: '#N/A', formula: format === 'xlsx' ? 'NA()' : '…' },
  // LibreOffice keeps a boolean as the number 1 in a boolean format.
  C5: { kind: 'number', text: '1', number: 1 },
  D5: { kind: 'text', text: '王丙𠮷' },
  E5: { kind: 'number', text: '-3', number: -3 },
  F5: { kind: 'boolean', text: 'TRUE', formula: format === 'xlsx' ? '1=1' : '…' },
  A9: { kind: 'text', text: '填报单位（加盖公章）：某某学校' },
});

describe.each([
  ['roster.xlsx', 'xlsx'],
  ['roster-1904.xlsx', 'xlsx'],
  ['roster.xls', 'xls'],
  ['roster-1904.xls', 'xls'],
] as const)('%s of LibreOffice', (name, format) => {
  test('has the same cells, of the same kinds', async () => {
    const workbook = await readWorkbook(fixture(name));
    expect(workbook.format).toBe(format);
    const [first] = workbook.sheets;
    expect(first && cellsOf(first)).toEqual(roster(format));
  });

  test('has its merges, its hidden row and its hidden sheet', async () => {
    const [first, second, ...more] = (await readWorkbook(fixture(name))).sheets;
    expect(first).toMatchObject({
      name: '名单',
      visible: true,
      merges: [
        { top: 0, left: 0, bottom: 0, right: 5 },
        { top: 8, left: 0, bottom: 8, right: 5 },
      ],
    });
    expect([...(first?.hiddenRows ?? [])]).toEqual([3]);
    expect(second).toMatchObject({ name: '隐藏表', visible: false, merges: [] });
    expect(second && cellsOf(second)).toEqual({ A1: { kind: 'text', text: '不显示' } });
    expect(more).toEqual([]);
  });
});

test.each([
  ['roster.xml', { problem: 'xml-2003', params: {} }],
  ['roster.ods', { problem: 'not-a-spreadsheet', params: { kind: 'ods' } }],
  ['roster.fods', { problem: 'not-a-spreadsheet', params: { kind: 'xml' } }],
  ['roster-saved.fods', { problem: 'not-a-spreadsheet', params: { kind: 'xml' } }],
  ['password.xlsx', { problem: 'encrypted', params: {} }],
])('%s of LibreOffice is refused', async (name, refusal) => {
  expect(await readRefusal(fixture(name))).toEqual(refusal);
});
