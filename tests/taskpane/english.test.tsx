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
  expect(pane.text).toContain('row 4, 5, which has something in it');

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
