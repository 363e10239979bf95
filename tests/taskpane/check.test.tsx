/** @jest-environment jsdom */
import { act } from 'react';
import type { HostProblem } from '../../src/hosts/host';
import { COLUMN_KEYS } from '../../src/rules/application';
import { messageText } from '../../src/rules/messages/message';
import { MemoryHost } from '../support/memory-host';
import { settled, TestClock } from '../support/test-clock';
import {
  blank,
  FIRST_ROW,
  HEADER,
  line,
  loaded,
  showOver,
  showPane,
  type ShownPane,
} from './support/shown-pane';

/** Three people with: a contradicted sex and a short form; a dash of the wrong kind; a shared number. */
const ROWS = [
  line({ sex: '女', ethnicity: '汉' }),
  line({ name: '李新', idNumber: '50010319900101121X', phone: '13987654321', occupationCode: '4—04—05—05' }),
  line({ name: '王梅', idNumber: '500101195001010012', phone: '13700001111', employer: '' }),
  blank(),
];

async function checkTab(rows: Parameters<typeof showPane>[0] = ROWS): Promise<ShownPane> {
  const pane = await showPane(rows);
  await pane.click('tab', '检查');
  await loaded();
  return pane;
}

/** The places of the findings that the pane counts by. */
const wrongCells = (pane: ShownPane): readonly string[] => {
  const cells = (pane.session.state.sheet?.live.report.findings ?? [])
    .filter(({ severity }) => severity !== 'info')
    .flatMap(({ cell }) => cell ?? []);
  return [...new Set(cells)];
};

const here = (pane: ShownPane): string => {
  const { row = 0, column = 0 } = pane.host.selected ?? {};
  return `${String.fromCharCode(65 + column)}${String(row + 1)}`;
};

test('a story in the column of names is told by its beginning, in each list and above the form', async () => {
  const pane = await checkTab([line({ name: '陈立新'.repeat(400), ethnicity: '汉' })]);
  const beginning = `${'陈立新'.repeat(33)}陈…`;
  expect(pane.text).toContain(beginning);
  await pane.click('tab', '逐人结论');
  expect(pane.text).toContain(beginning);
  await pane.click('tab', '填写');
  await pane.clickCell(FIRST_ROW, 'name');
  expect(pane.text).toContain(`行 ${beginning}`);
  expect(pane.text).not.toContain('陈立新'.repeat(34));
});

test('F8 walks through every mistake once and round, Shift+F8 back', async () => {
  const pane = await checkTab();
  const wrong = wrongCells(pane);
  expect(wrong).toEqual(expect.arrayContaining(['F3', 'H3', 'Z4', 'M5']));
  await pane.focus(pane.one('tab', '检查'));
  const visited: string[] = [];
  while (visited.length < wrong.length) {
    await pane.press('F8');
    visited.push(here(pane));
  }
  expect([...visited].sort()).toEqual([...wrong].sort());
  expect(visited.indexOf('F3')).toBeLessThan(visited.indexOf('H3'));
  expect(visited.indexOf('H3')).toBeLessThan(visited.indexOf('Z4'));
  const last = here(pane);
  await pane.press('F8');
  expect(here(pane)).toBe(visited[0]);
  await pane.press('F8', { shift: true });
  expect(here(pane)).toBe(last);
});

test('the message of the selected cell stands below', async () => {
  const pane = await checkTab();
  await pane.clickCell(FIRST_ROW, 'sex');
  const message = document.querySelector('section[aria-label="所选单元格 F3"]');
  expect(message?.textContent).toContain('性别填“女”，身份证号码显示为“男”');
  await pane.clickCell(FIRST_ROW, 'education');
  expect(document.querySelector('section[aria-label^="所选单元格"]')).toBeNull();
});

test('each cell has its own message, however many findings of one kind the cell before it had', async () => {
  // A number that lost its digits leaves two conditions undecided: two findings with one code.
  const pane = await checkTab([line({ idNumber: '123' }), line({ name: '李 新' }), blank()]);
  await pane.clickCell(FIRST_ROW, 'idNumber');
  const texts = (): readonly (string | null)[] =>
    [...document.querySelectorAll('section[aria-label^="所选单元格"] li')].map(
      ({ textContent }) => textContent,
    );
  expect(texts().length).toBeGreaterThan(1);
  await pane.clickCell(FIRST_ROW + 1, 'name');
  expect(texts()).toHaveLength(1);
  expect(texts()[0]).toContain('多余的空格');
});

test('the list follows the selected cell: its group is open, its finding is the current one', async () => {
  const rows = Array.from({ length: 60 }, (_, n) =>
    line({ name: `李 ${String(n)}`, phone: `1390000${String(1000 + n)}` }),
  );
  const pane = await checkTab([...rows, blank()]);
  const current = (): readonly string[] =>
    [...pane.element.querySelectorAll('[aria-current]')].map(({ textContent }) => textContent);
  expect(current()).toEqual([]);
  await pane.clickCell(FIRST_ROW + 57, 'name');
  expect(current().some((text) => text.includes(`G${String(FIRST_ROW + 58)}`))).toBe(true);
});

test('a filter by severity narrows the list and the walk', async () => {
  const pane = await checkTab();
  const { findings, summary } = pane.session.state.sheet?.live.report ?? { findings: [], summary: null };
  expect(pane.one('button', '错误').textContent).toBe(`错误 ${String(summary?.errors)}`);
  const warnings = new Set(findings.flatMap(({ severity, cell }) => (severity === 'warning' ? [cell] : [])));
  expect(pane.text).toContain('性别填“女”');
  await pane.click('button', '提醒');
  expect(pane.text).not.toContain('性别填“女”');
  expect(pane.text).toContain('“汉”应写作“汉族”');
  for (let step = 0; step < 4; step++) {
    await pane.press('F8');
    await pane.focus(pane.one('tab', '检查'));
    await pane.press('F8');
    expect(warnings).toContain(here(pane));
  }
  await pane.click('button', '提醒');
  expect(pane.text).toContain('性别填“女”');
});

test('a filter by rule leaves that rule alone', async () => {
  const pane = await checkTab();
  await pane.choose(pane.one('combobox', '按规则筛选'), 'id.sex');
  expect(pane.text).toContain('性别填“女”');
  expect(pane.text).not.toContain('“汉”应写作“汉族”');
});

test('a click on a finding goes to its cell', async () => {
  const pane = await checkTab();
  await pane.click('button', 'H3');
  expect(pane.selection).toEqual([FIRST_ROW, 'ethnicity']);
});

test('all safe fixes are shown, made at once and taken back at once', async () => {
  const pane = await checkTab();
  await pane.click('button', '自动修正 2 处');
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('4—04—05—05 → 4-04-05-05');
  expect(pane.cell(FIRST_ROW, 'ethnicity').text).toBe('汉');
  await pane.click('button', '全部修正');
  expect(pane.cell(FIRST_ROW, 'ethnicity').text).toBe('汉族');
  expect(pane.cell(FIRST_ROW + 1, 'occupationCode').text).toBe('4-04-05-05');
  // 女 is a contradiction, for a person to settle.
  expect(pane.cell(FIRST_ROW, 'sex').text).toBe('女');
  expect(pane.notice).toContain('已修正 2 处');
  await pane.click('button', '撤销 2 处修正');
  expect(pane.cell(FIRST_ROW, 'ethnicity').text).toBe('汉');
  expect(pane.cell(FIRST_ROW + 1, 'occupationCode').text).toBe('4—04—05—05');
});

test('a preview that is cancelled changes nothing', async () => {
  const pane = await checkTab();
  await pane.click('button', '自动修正');
  await pane.click('button', '取消');
  await loaded();
  expect(pane.host.calls).not.toContain('write');
});

test('the verdict of every person shows its reasons with clauses', async () => {
  const pane = await checkTab();
  await pane.click('tab', '逐人结论');
  await loaded();
  expect(pane.text).not.toContain('不超过65周岁');
  await pane.click('button', '第3行 陈立新');
  expect(pane.text).toMatch(/符合 二（一）3 男，2025-03-26 时39周岁，不超过65周岁/);
  await pane.choose(pane.one('combobox', '按结论筛选'), 'unknown');
  expect(pane.all('button', '第3行 陈立新')).toEqual([]);
  expect(pane.all('button', '第5行 王梅').length).toBe(1);
});

test('a story in a cell is quoted by its beginning, in reasons and in what it is to be', async () => {
  const story = '渝江机电'.repeat(1_000);
  const pane = await checkTab([line({ employer: ` ${story}`, skillCertificate: `${story}三级` })]);
  await pane.click('tab', '逐人结论');
  await loaded();
  await pane.click('button', '第3行 陈立新');
  expect(pane.text).toContain(`证书“${'渝江机电'.repeat(25)}…”`);
  await pane.click('tab', '按行');
  await loaded();
  expect(pane.text).toContain(`改为“${'渝江机电'.repeat(25)}…”`);
  expect(pane.text).not.toContain('渝江机电'.repeat(26));
});

test('a verdict that is open on one sheet is not one that is open on another', async () => {
  const pane = await checkTab();
  const other = pane.host.add('第二批', [['考评人员申报汇总表'], HEADER, line({ name: '周平' })]);
  pane.host.emit({ kind: 'sheets' });
  await pane.click('tab', '逐人结论');
  await loaded();
  await pane.click('button', '第3行 陈立新');
  await act(async () => {
    pane.host.click(other, FIRST_ROW, 0);
    await settled();
  });
  expect(pane.one('button', '第3行 周平').getAttribute('aria-expanded')).toBe('false');
});

test('a row that gets an error while the list is seen is open; a row above it opens and closes nothing', async () => {
  const pane = await checkTab([
    line({ sex: '女' }),
    line({ name: '李新', idNumber: '50010319900101121X', phone: '13987654321', ethnicity: '' }),
    line({ name: '王梅', idNumber: '500101195001010012', phone: '13700001111', employer: '' }),
    line({ name: '赵强', idNumber: '500101198001010011', phone: '13700002222', employer: '' }),
    line({
      name: '王小明',
      idNumber: '500103198507121258',
      phone: '13912345678',
      skillCertificateNo: 'S000050000001223000025',
    }),
  ]);
  const isOpen = (name: string): string | null =>
    pane.all('button', name).at(0)?.getAttribute('aria-expanded') ?? null;
  expect(['第3行', '第6行 赵强', '第7行'].map(isOpen)).toEqual(['true', 'false', null]);
  await act(async () => {
    pane.host.type(pane.sheet, FIRST_ROW + 4, COLUMN_KEYS.indexOf('sex'), '女');
    await settled();
  });
  expect(['第6行 赵强', '第7行 王小明'].map(isOpen)).toEqual(['false', 'true']);
  await act(async () => {
    pane.host.sheets.get(pane.sheet)?.rows.splice(FIRST_ROW, 0, []);
    pane.host.emit({ kind: 'restructured', sheet: pane.sheet });
    await settled();
  });
  expect(['第4行 陈立新', '第7行 赵强', '第8行 王小明'].map(isOpen)).toEqual(['true', 'false', 'true']);
});

test('many findings are cut, and more are shown when asked for', async () => {
  const many = Array.from({ length: 70 }, () => line({ sex: '女' }));
  const pane = await checkTab(many);
  await pane.choose(pane.one('combobox', '按规则筛选'), 'id.sex');
  await pane.click('tab', '按规则');
  expect(pane.all('button', 'F').length).toBe(50);
  await pane.click('button', '再显示20项');
  expect(pane.all('button', 'F').length).toBe(70);
});

test('the list to print is a workbook that the host opens', async () => {
  const pane = await checkTab();
  await pane.click('button', messageText('zh-CN', 'pane.findings-list'));
  await loaded();
  const [copy] = pane.host.copies;
  expect(copy?.fileName).toMatch(/\.xlsx$/);
  expect([...(copy?.bytes.slice(0, 2) ?? [])]).toEqual([0x50, 0x4b]);
});

test('only faulty rows are shown, and all again', async () => {
  const pane = await checkTab([line(), line({ name: '李新', idNumber: '50010319900101121X', sex: '女' })]);
  const faulty = (row: number): boolean =>
    pane.session.state.sheet?.live.row(row + 1)?.findings.some(({ severity }) => severity !== 'info') ===
    true;
  await pane.click('switch', '只看有问题的行');
  const hidden = pane.host.sheets.get(pane.sheet)?.hidden;
  for (const row of [FIRST_ROW, FIRST_ROW + 1]) expect(hidden?.has(row)).toBe(!faulty(row));
  await pane.click('switch', '只看有问题的行');
  expect(hidden?.size).toBe(0);
});

test('the switch stops the marks', async () => {
  const pane = await checkTab();
  await pane.clock.pass(400);
  expect(pane.host.sheets.get(pane.sheet)?.marks?.size).toBeGreaterThan(0);
  await pane.click('switch', '随填随查');
  expect(pane.host.sheets.get(pane.sheet)?.marks).toBeNull();
});

test('other sheets with people are named, with what is wrong in them', async () => {
  const pane = await checkTab();
  expect(pane.text).not.toContain('此文件还有');
  pane.host.add('第二批', [HEADER, line({ sex: '女' }), line({ ethnicity: '', name: '李新' })]);
  pane.host.add('说明', [['填表说明']]);
  pane.host.emit({ kind: 'sheets' });
  await loaded();
  expect(pane.text).toMatch(/此文件还有1张汇总表：第二批（错误\d，提醒\d）。每张分别检查、分别导出/);
  await pane.click('tab', '导出');
  await loaded();
  expect(pane.text).toContain('此文件还有1张汇总表：第二批');
});

test('whom only this sheet makes a question on another is counted among its warnings', async () => {
  const pane = await checkTab([line()]);
  pane.host.add('第二批', [
    HEADER,
    line({ phone: '13911112222', skillCertificateNo: 'S000050000001223000025' }),
  ]);
  pane.host.emit({ kind: 'sheets' });
  await loaded();
  const warnings = async (): Promise<number> => {
    await loaded();
    return Number(/第二批（错误\d，提醒(\d)）/.exec(pane.text)?.[1]);
  };
  const before = await warnings();
  expect(before).toBeGreaterThan(0);
  await act(async () => {
    pane.host.type(pane.sheet, FIRST_ROW, COLUMN_KEYS.indexOf('idNumber'), '110101197803074576');
    await settled();
  });
  expect(await warnings()).toBe(before - 1);
});

test('a change that cannot be read is said to be missing, until it is read', async () => {
  const pane = await showPane([line()]);
  pane.host.faults.set('readRange', Array<HostProblem>(6).fill('cell-edit'));
  pane.host.faults.set('read', ['cell-edit']);
  await act(async () => {
    pane.host.type(pane.sheet, FIRST_ROW, COLUMN_KEYS.indexOf('sex'), '女');
    await pane.clock.pass(3_000);
  });
  expect(pane.notice).toContain('不是最新的');
  expect(pane.notice).toContain('有单元格正在编辑');
  await act(() => pane.clock.pass(2_000));
  expect(pane.notice).toBe('');
});

test('a workbook that cannot be read yet is not taken for one without the sheet', async () => {
  const host = new MemoryHost();
  host.add('汇总表', [HEADER, line()]);
  host.faults.set('readAll', Array<HostProblem>(7).fill('cell-edit'));
  const clock = new TestClock();
  const page = await showOver(host, {
    clock,
    opening: async (started) => {
      await clock.pass(3_000);
      await started;
    },
  });
  expect(page.text).toContain('暂时读不到工作簿');
  expect(page.all('button', '插入官方汇总表')).toEqual([]);
  await act(() => clock.pass(2_000));
  expect(page.text).not.toContain('暂时读不到工作簿');
  expect(page.all('tab', '检查')).toHaveLength(1);
});

test('where nothing can be fixed safely, no number of fixes is offered', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '检查');
  await loaded();
  expect(pane.one('button', '自动修正').textContent).toBe('自动修正');
  expect(pane.one('button', '自动修正').getAttribute('aria-disabled')).toBe('true');
  await pane.click('tab', '导出');
  await loaded();
  expect(pane.text).toContain('将导出1人，费用合计1200元。');
  expect(pane.text).not.toContain('0处');
});

test('rows that are skipped are named: blank ones between people, subtotals, repeated headers', async () => {
  const total = ['合计：2人', ...blank().slice(1)];
  const pane = await showPane([line(), blank(), HEADER, line({ name: '王小明' }), total, blank()]);
  await pane.click('tab', '检查');
  await loaded();
  expect(pane.text).toContain('没有填写人员，已跳过：第4行');
  expect(pane.text).toContain('重复的表头或栏号，已跳过：第5行');
  expect(pane.text).toContain('合计行，已跳过：第7行');
});
