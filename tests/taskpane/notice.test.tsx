/** @jest-environment jsdom */
import { act } from 'react';
import { CURRENT_TEXTS } from '../../src/rules/current-print';
import { settled } from '../support/test-clock';
import { line, loaded, showPane } from './support/shown-pane';

test('依据 says of every open sentence how it is read, under a clause that it is about', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '依据');
  await loaded();
  for (const header of document.querySelectorAll<HTMLElement>('h3 button'))
    await act(async () => {
      header.click();
      await settled();
    });
  const unsaid = CURRENT_TEXTS.interpretations.filter(({ question }) => !pane.text.includes(question));
  expect(unsaid.map(({ id }) => id)).toEqual([]);
});

test('依据 lists each clause with its wording, not its number alone', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '依据');
  await loaded();
  const age = [...document.querySelectorAll('h3 button')].find(({ textContent }) =>
    textContent.startsWith('二（一）3'),
  );
  expect(age?.textContent).toContain('男性年龄不超65周岁');
});

test('how many clauses a search finds is heard', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '依据');
  await loaded();
  const said = (): string =>
    [...document.querySelectorAll('#kpy-tab-content output')].map((each) => each.textContent).join();
  expect(said()).toBe('');
  await pane.focus(document.querySelector<HTMLElement>('input[type=search]') ?? document.body);
  await pane.type('周岁');
  expect(said()).toMatch(/^找到[1-9]\d*项$/);
  await pane.type('没有这样的话');
  expect(said()).toBe('找到0项');
});
