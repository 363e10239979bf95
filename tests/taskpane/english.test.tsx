/** @jest-environment jsdom */
import '../../src/rules/messages/english';
import { textCell, type Cell } from '../../src/rules/cell';
import { COLUMN_KEYS } from '../../src/rules/application';
import { HEADER, line, loaded, showPane } from './support/shown-pane';

test('lists are joined as English joins them', async () => {
  const beside = (name: string, number: string): Cell[] => [name, number, '13900000002'].map(textCell);
  const rows = [line(), beside('李晓梅', '511202199505050448'), beside('王芳', '500101199001010011')];
  const pane = await showPane(rows, { locale: 'en-US' });
  await pane.click('tab', 'Export');
  await loaded();
  expect(pane.text).toContain('rows 4, 5, with something in it');

  const short = ['idNumber', 'name', 'sex', 'level', 'occupationName', 'occupationCode'] as const;
  const at = short.map((key) => COLUMN_KEYS.indexOf(key));
  const pick = (row: readonly string[]): string => at.map((column) => row[column] ?? '').join('\t');
  await pane.click('tab', 'Fill in');
  await pane.click('button', 'Paste from another year');
  await loaded();
  const field = document.querySelector<HTMLElement>('[role=dialog] textarea');
  await pane.focus(field ?? document.body);
  await pane.type([HEADER, line().map(({ text }) => text)].map(pick).join('\n'));
  expect(pane.text).toContain('Not copied and left blank: Submitted on, Assessment institution, ');
});

test('days and months are worded; the part of the month stays as the notice prints it', async () => {
  const pane = await showPane([line()], { locale: 'en-US' });
  await pane.click('tab', 'Dates and fees');
  await loaded();
  expect(pane.text).toContain('Acceptance days: 26, 27, 28 March 2025');
  expect(pane.text).toContain('March, June, October, December (中下旬). Handed in on 2025-03-26');
  expect(pane.text).toContain('in time for the session of June 2025 (中下旬)');
  expect(pane.text).not.toMatch(/\d[年月日]/);
});
