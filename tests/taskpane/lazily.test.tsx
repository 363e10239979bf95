/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { PaneContext, wordsOf, type PaneContents } from '../../src/taskpane/pane-context';
import { lazily } from '../../src/taskpane/shell/lazily';
import { settled } from '../support/test-clock';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The part as the pane shows it; the site is down as often as it is said to be. */
async function shown(downs: number): Promise<HTMLElement> {
  let asked = 0;
  const Lazy = lazily<{ readonly name: string }>(() =>
    ++asked > downs
      ? Promise.resolve({ default: ({ name }) => <p>{name}</p> })
      : Promise.reject(new Error('Loading chunk 1 failed')),
  );
  const element = document.createElement('div');
  document.body.append(element);
  const pane = { words: wordsOf('zh-CN') } as PaneContents;
  await act(async () => {
    createRoot(element).render(
      <PaneContext.Provider value={pane}>
        <h1>考评助手</h1>
        <Lazy name="导出" />
      </PaneContext.Provider>,
    );
    await settled();
  });
  return element;
}

test('a part that loads is shown', async () => {
  expect((await shown(0)).querySelector('p')?.textContent).toBe('导出');
});

test('one that does not load says so, leaves the rest in place, and can be asked for again', async () => {
  const element = await shown(2);
  for (let tries = 0; tries < 2; tries++) {
    expect(element.querySelector('[role=alert]')?.textContent).toContain('没有载入');
    expect(element.querySelector('h1')).not.toBeNull();
    await act(async () => {
      element.querySelector('button')?.click();
      await settled();
    });
  }
  expect(element.querySelector('[role=alert]')).toBeNull();
  expect(element.querySelector('p')?.textContent).toBe('导出');
});
