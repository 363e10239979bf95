/** @jest-environment jsdom */
import axe from 'axe-core';
import { TABS } from '../../src/taskpane/tabs';
import { LOCALES, messageText } from '../../src/rules/messages/message';
import { FIRST_ROW, line, loaded, showPane } from './support/shown-pane';

const ROWS = [line({ sex: '女', ethnicity: '汉' }), line({ name: '李新', employer: '' })];

/** The pane's breaches of WCAG 2.1 and of good practice. Colours are judged in a browser: jsdom lays nothing out. */
async function breaches(): Promise<readonly string[]> {
  // Tabster's own sentinels at the edges of a group, which hand the focus on and never keep it.
  const { violations } = await axe.run(
    { include: document.body, exclude: '[data-tabster-dummy]' },
    { rules: { 'color-contrast': { enabled: false } } },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const cases = LOCALES.flatMap((locale) => TABS.map(({ name, label }) => [locale, name, label] as const));

test.each(cases)('in %s the tab %s has nothing that axe objects to', async (locale, _, label) => {
  const pane = await showPane(ROWS, { locale });
  await pane.clickCell(FIRST_ROW, 'sex');
  await pane.click('tab', messageText(locale, label));
  await loaded();
  expect(document.querySelector('[role=tabpanel]')?.textContent).not.toBe('');
  expect(await breaches()).toEqual([]);
});

test('neither has the empty workbook', async () => {
  await showPane(null);
  expect(await breaches()).toEqual([]);
});

test('nor the search list and the preview', async () => {
  const pane = await showPane(ROWS);
  await pane.clickCell(FIRST_ROW, 'occupationName');
  await pane.focus(pane.field('occupationName'));
  await pane.type('电工');
  expect(pane.all('option', '').length).toBeGreaterThan(0);
  expect(await breaches()).toEqual([]);
  await pane.click('tab', '检查');
  await loaded();
  await pane.click('button', '自动修正');
  await loaded();
  expect(document.querySelector('[role=dialog]')).not.toBeNull();
  expect(await breaches()).toEqual([]);
});

test('nor the dialog for rows of another sheet', async () => {
  const pane = await showPane(ROWS);
  await pane.click('button', '粘贴往年数据');
  await loaded();
  const [area] = document.getElementsByTagName('textarea');
  await pane.focus(area ?? document.body);
  await pane.type('姓名\t身份证号码\t性别\t联系电话\t申报等级\t申报职业\t备注\n李新\t\t女\t\t\t\t老');
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('不写入：备注');
  expect(await breaches()).toEqual([]);
});
