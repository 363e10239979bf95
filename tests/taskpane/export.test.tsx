/** @jest-environment jsdom */
import { strFromU8, unzipSync } from 'fflate';
import { act } from 'react';
import { textCell } from '../../src/rules/cell';
import { settled } from '../support/test-clock';
import { FIRST_ROW, HEADER, line, loaded, showPane, type ShownPane } from './support/shown-pane';

const NAME = 6;
const SEX = 5;

async function exportTab(...rows: Parameters<typeof line>): Promise<ShownPane> {
  const pane = await showPane([line(...rows)]);
  await pane.click('tab', '导出');
  await loaded();
  return pane;
}

/** A cell is other by now, and no event has told of it: the user had not left it. */
function changeUnheard(pane: ShownPane, column: number, text: string): void {
  const row = pane.host.sheets.get(pane.sheet)?.rows[FIRST_ROW];
  if (row !== undefined) row[column] = textCell(text);
}

test('what goes out is the sheet as it is at that moment', async () => {
  const pane = await exportTab();
  changeUnheard(pane, NAME, '陈丽');
  await pane.click('button', '导出干净的汇总表');
  await loaded();
  const [copy] = pane.host.copies;
  const { 'xl/sharedStrings.xml': texts } = unzipSync(copy?.bytes ?? new Uint8Array());
  expect(strFromU8(texts ?? new Uint8Array())).toContain('>陈丽<');
});

test('columns of the own that no copy has are named', async () => {
  const pane = await exportTab();
  expect(document.body.textContent).not.toContain('另加的栏');
  await act(async () => {
    pane.host.type(pane.sheet, FIRST_ROW - 1, HEADER.length, '备注');
    await pane.clock.pass(1_000);
  });
  expect(document.body.textContent).toContain('不在其中：您另加的栏（备注）。');
});

test('people who are hidden or filtered out are named, since the copy has them', async () => {
  const pane = await exportTab();
  expect(document.body.textContent).not.toContain('筛选掉了');
  pane.host.sheets.get(pane.sheet)?.filteredOut.add(FIRST_ROW);
  await act(async () => {
    pane.host.emit({ kind: 'altered', sheet: pane.sheet });
    await pane.clock.pass(1_000);
  });
  expect(document.body.textContent).toContain(`也在其中：第${FIRST_ROW + 1}行在原表中被隐藏或筛选掉了`);
});

test('an export stands among the past ones at once', async () => {
  const pane = await exportTab();
  await pane.click('button', '导出干净的汇总表');
  await loaded();
  expect(document.body.textContent).toMatch(/导出记录.*1人/);
});

test('errors that came meanwhile are shown first', async () => {
  const pane = await exportTab();
  changeUnheard(pane, SEX, '女');
  await pane.click('button', '导出干净的汇总表');
  await loaded();
  expect(pane.host.copies).toEqual([]);
  expect(pane.notice).toContain('导出前发现表格有改动');
  expect(document.body.textContent).toContain('还有1处错误');
});

test('a reason is for the errors that were there to be read', async () => {
  const pane = await exportTab({ sex: '女' });
  await pane.focus(reasonField());
  await pane.type('证件已核对');
  changeUnheard(pane, NAME, '');
  await pane.click('button', '仍然导出');
  await loaded();
  expect(pane.host.copies).toEqual([]);
  expect(pane.notice).toContain('导出前发现表格有改动');
  await pane.click('button', '仍然导出');
  await loaded();
  expect(pane.host.copies).toHaveLength(1);
  expect(document.body.textContent).toMatch(/导出记录.*证件已核对/);
});

test('a reason that is typed for another sheet during an export stays', async () => {
  const pane = await exportTab();
  const other = pane.host.add('第二批', [HEADER, line({ sex: '女' })]);
  let open: () => void = () => undefined;
  pane.host.gates.set('openCopy', new Promise<void>((resolve) => (open = resolve)));
  pane.host.emit({ kind: 'sheets' });
  await loaded();
  await pane.click('button', '导出干净的汇总表');
  await act(async () => {
    pane.host.click(other, 1, NAME);
    await settled();
  });
  await pane.focus(reasonField());
  await pane.type('证件已核对');
  open();
  await loaded();
  expect(pane.host.copies).toHaveLength(1);
  expect(reasonField()).toHaveProperty('value', '证件已核对');
});

test.each(['导出干净的汇总表', '错误清单'])(
  '%s that waits for Excel and is clicked twice gives one copy',
  async (button) => {
    const pane = await exportTab();
    let open: () => void = () => undefined;
    pane.host.gates.set('readRange', new Promise<void>((resolve) => (open = resolve)));
    await act(async () => {
      pane.host.type(pane.sheet, FIRST_ROW, NAME, '李新');
      await settled();
    });
    await pane.click('button', button);
    await pane.click('button', button);
    open();
    await loaded();
    expect(pane.host.copies).toHaveLength(1);
    expect(pane.session.state.busy).toBe(false);
  },
);

const reasonField = (): HTMLElement => document.querySelector('textarea') ?? document.body;

test('files of several sheets with people have the sheets’ names in theirs, as file names may have them', async () => {
  const pane = await showPane([line()]);
  const copy = async (button: string): Promise<string | undefined> => {
    await pane.click('button', button);
    await loaded();
    return pane.host.copies.at(-1)?.fileName;
  };
  await pane.click('tab', '导出');
  await loaded();
  expect(await copy('导出干净的汇总表')).toBe('考评人员申报汇总表-2025-03-26.xlsx');
  pane.host.add('第二批', [HEADER, line()]);
  for (const there of pane.host.sheets.values()) if (there.name === '汇总表') there.name = '三<月>';
  pane.host.emit({ kind: 'sheets' });
  await loaded();
  expect(await copy('导出干净的汇总表')).toBe('考评人员申报汇总表-三_月_-2025-03-26.xlsx');
  expect(await copy('错误清单')).toBe('错误清单-三_月_-2025-03-26.xlsx');
});

test('a row that is left out though something stands in it is named', async () => {
  const pane = await showPane([line(), ['李晓梅', '511202199505050448', '13900000002'].map(textCell)]);
  await pane.click('tab', '导出');
  await loaded();
  expect(document.body.textContent).toContain(`不在其中：第${String(FIRST_ROW + 2)}行有内容`);
});

test('a form that nobody stands in is not exported', async () => {
  const pane = await showPane([]);
  await pane.click('tab', '导出');
  await loaded();
  expect(document.body.textContent).toContain('没有可以导出的内容');
  await pane.click('button', '导出干净的汇总表');
  expect(pane.host.copies).toEqual([]);
});
