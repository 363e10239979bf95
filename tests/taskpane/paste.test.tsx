/** @jest-environment jsdom */
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { checkCharacter } from '../../src/rules/id-number';
import { COLUMNS } from '../../src/sheet/columns';
import { SOUND } from '../support/applicant';
import { copiedText } from '../sheet/support/copied-text';
import { blank, FIRST_ROW, line, loaded, showPane, type ShownPane } from './support/shown-pane';

const HEADER = COLUMNS.map(({ header }) => header);
const person = (given: Partial<Record<ColumnKey, string>> = {}): string[] =>
  COLUMN_KEYS.map((key) => given[key] ?? String(SOUND[key]));

const WOMAN = '11010119780307458';
const LI = {
  name: '李新',
  idNumber: WOMAN + checkCharacter(WOMAN),
  phone: '13912345678',
  skillCertificateNo: 'S000050000001223000025',
};

/** The columns in an order of their own. */
const turned = (row: readonly string[]): string[] => [...row.slice(9), ...row.slice(0, 9)];

/** Opens the dialog from the keyboard and pastes. */
async function paste(pane: ShownPane, text: string): Promise<void> {
  await loaded();
  await pane.click('button', '粘贴往年数据');
  await loaded();
  const [area] = document.getElementsByTagName('textarea');
  if (area === undefined) throw new Error('There is nowhere to paste.');
  await pane.focus(area);
  await pane.type(text);
}

const dialog = (): string => document.querySelector('[role=dialog]')?.textContent ?? '';

test('rows of another sheet: shown by column, written below the last person, judged and marked', async () => {
  const pane = await showPane([line(), blank(), blank(), blank()]);
  const rows = [
    ['序号', ...turned(HEADER)],
    ['1', ...turned(person({ ...LI, submittedOn: '2024年3月26日' }))],
    ['2', ...turned(person({ name: '王小明', occupationCode: '4-04-05-03' }))],
    ['合计', '2人'],
  ];
  await paste(pane, copiedText(rows));
  expect(dialog()).toContain('2人，将写入第4至5行。');
  expect(dialog()).toContain('1行不是人员，不写入');
  expect(dialog()).toContain('认不出，不写入：序号');
  expect(dialog()).toContain('申报考评员等级 → 申报考评员等级 考评员');
  await pane.click('button', '写入2人');

  expect(document.querySelector('[role=dialog]')).toBeNull();
  expect(pane.notice).toContain('已写入2人（第4至5行）并检查');
  const [first, second] = [FIRST_ROW + 1, FIRST_ROW + 2];
  expect(pane.cell(first, 'idNumber')).toMatchObject({ kind: 'text', text: LI.idNumber });
  expect(pane.cell(first, 'phone')).toMatchObject({ kind: 'text', text: LI.phone });
  expect(pane.cell(first, 'submittedOn')).toMatchObject({ kind: 'date', text: '2024-03-26' });
  expect(pane.cell(first, 'workYears').kind).toBe('number');
  // A code of another year is not touched: it is found.
  expect(pane.cell(second, 'occupationCode').text).toBe('4-04-05-03');
  const found = pane.session.state.sheet?.live.report.findings.map(({ rule, row }) => `${row ?? 0} ${rule}`);
  expect(found).toEqual(
    expect.arrayContaining(['4 id.sex', '4 date.outside-window', '5 occupation.mismatch']),
  );
  expect(pane.selection).toEqual([first, 'name']);
  await pane.clock.pass(400);
  const marks = pane.host.sheets.get(pane.sheet)?.marks;
  expect(marks?.get(first)?.get(COLUMN_KEYS.indexOf('sex'))).toBe('e');

  await pane.click('button', '撤销写入的2人');
  expect(COLUMN_KEYS.map((key) => pane.cell(first, key).text + pane.cell(second, key).text).join('')).toBe(
    '',
  );
  expect(pane.session.state.sheet?.live.reading.rows).toHaveLength(1);
});

test('no room above the foot: rows are inserted, the foot stays below them', async () => {
  const pane = await showPane([line(), blank()]);
  await paste(pane, copiedText([HEADER, person(LI), person({ name: '王小明' }), person({ name: '赵大' })]));
  await pane.click('button', '写入3人');
  expect([1, 2, 3].map((row) => pane.cell(FIRST_ROW + row, 'name').text)).toEqual(['李新', '王小明', '赵大']);
  expect(pane.host.cell(pane.sheet, FIRST_ROW + 4, 0).text).toContain('填报单位');
  expect(pane.session.state.sheet?.live.reading.endRow).toBe(FIRST_ROW + 5);
});

test('what this sheet lacks and what was not copied is told', async () => {
  const pane = await showPane([line()]);
  const short = ['idNumber', 'name', 'sex', 'level', 'occupationName', 'occupationCode'] as const;
  const at = short.map((key) => COLUMN_KEYS.indexOf(key));
  const pick = (row: readonly string[]): string[] => at.map((column) => row[column] ?? '');
  await paste(pane, copiedText([pick(HEADER), pick(person(LI))]));
  expect(dialog()).toContain('没有复制，留空：提交时间、评价机构名称');
  await pane.click('button', '写入1人');
  expect(pane.cell(FIRST_ROW + 1, 'name').text).toBe('李新');
  expect(pane.cell(FIRST_ROW + 1, 'phone').text).toBe('');
});

test('without a header nothing is written, and it is said why', async () => {
  const pane = await showPane([line()]);
  await paste(pane, copiedText([['李新', '13912345678']]));
  expect(dialog()).toContain('没有认出表头，请连同表头一起复制，至少要有6栏');
  await pane.click('button', '写入0人');
  expect(pane.host.calls).not.toContain('write');
  await pane.click('button', '取消');
  expect(document.querySelector('[role=dialog]')).toBeNull();
});

test('headers that are too few: which of them nobody knows is said', async () => {
  const pane = await showPane([line()]);
  const header = ['姓名', '身份证号码', '微信号', '毕业院校', '民族', '性别'];
  await paste(pane, copiedText([header, ['李新', LI.idNumber, 'lx', '某校', '汉族', '女']]));
  expect(dialog()).toContain('表头认出4栏（至少要有6栏），其中姓名、');
  expect(dialog()).toContain('认出2栏（至少要有2栏）');
  expect(dialog()).toContain('认不出的表头：微信号、毕业院校。');
  expect(pane.all('button', '写入0人')).toHaveLength(1);
});

test.each(['write', 'insertRows'] as const)(
  'a failing %s leaves the paste for another try',
  async (method) => {
    const pane = await showPane([line()]);
    await paste(pane, copiedText([HEADER, person(LI)]));
    pane.host.faults.set(method, ['cell-edit']);
    await pane.click('button', '写入1人');
    expect(dialog()).toContain('有单元格正在编辑');
    expect(pane.session.state.sheet?.live.reading.rows).toHaveLength(1);
    await pane.click('button', '写入1人');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(pane.session.state.sheet?.live.reading.rows).toHaveLength(2);
  },
);

test('thousands of rows are written as one step', async () => {
  const pane = await showPane([line()]);
  const many = Array.from({ length: 3_000 }, (_, i) => person({ name: `陈${'甲乙丙丁'.charAt(i % 4)}` }));
  await paste(pane, copiedText([HEADER, ...many]));
  await pane.click('button', '写入3000人');
  expect(pane.session.state.sheet?.live.reading.rows).toHaveLength(3_001);
});
