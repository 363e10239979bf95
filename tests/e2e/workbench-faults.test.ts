import type { Page } from 'playwright-core';
import { example, useWorkbench, type WorkbenchPage } from './support/workbench-page';

/* A browser that does not do what the page asks of it: the page says so. */
const browser = useWorkbench();

const prepared = (script: () => void): Promise<WorkbenchPage> =>
  browser.newPage(browser.context, (page: Page) => page.addInitScript(script));

test('works that cannot be read are not told as none', async () => {
  const work = await browser.newPage();
  await work.open(example('clean'));
  const address = work.page.url();
  await work.page.close();
  const broken = await prepared(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
  await broken.page.getByRole('alert').getByText('读不出这个浏览器里保存的工作').waitFor();
  expect(await broken.page.getByText('还没有').count()).toBe(0);
  await broken.button('清除本机数据').click();
  await broken.page.getByRole('dialog').getByText('现在读不出有哪些').waitFor();
  await broken.button('取消').click();
  await broken.page.goto(address);
  await broken.page.getByText('读不出这份工作').waitFor();
  expect(await broken.page.getByText('已不在这个浏览器里').count()).toBe(0);
});

test('what was not discarded, not wiped or not downloaded is told', async () => {
  const work = await prepared(() => {
    const refuse = (): never => {
      throw new DOMException('broken', 'UnknownError');
    };
    IDBObjectStore.prototype.delete = refuse;
    IDBObjectStore.prototype.clear = refuse;
  });
  await work.open(example('clean'));
  await work.button('返回开始页').click();
  await work.button('删除“clean.xlsx”').click();
  await work.button('确定').click();
  await work.page.getByText('没有删除“clean.xlsx”').waitFor();
  await work.button('清除本机数据').click();
  await work.button('确定').click();
  await work.page.getByText('没有清除').waitFor();
  await work.button('打开“clean.xlsx”').waitFor();

  const other = await browser.newPage();
  await other.page.route('**/workbench/*.js', (route) => route.abort());
  await other.button('下载空白模板').click();
  await other.page.getByText('页面没有完整载入').waitFor();
  // Each was written to the console as well, the last one by the browser too.
  expect(browser.broken.splice(0).length).toBeGreaterThanOrEqual(4);
});

test('the browser is asked once to keep the works, when there is a first one', async () => {
  const prepare = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      navigator.storage.persist = () => {
        localStorage.setItem('asked', `${localStorage.getItem('asked') ?? ''}1`);
        return Promise.resolve(false);
      };
    });
  const work = await browser.newPage(browser.context, prepare);
  const asked = (): Promise<string | null> => work.page.evaluate(() => localStorage.getItem('asked'));
  expect(await asked()).toBeNull();
  await work.open(example('clean'));
  expect(await asked()).toBe('1');
  await work.type('G4', '罗大成');
  await work.ready();
  await work.page.reload();
  await work.ready();
  await work.type('G4', '罗成');
  await work.ready();
  expect(await asked()).toBe('1');
});

test('a place that is read out is there before its first text, on every page, and each page has one main part', async () => {
  const work = await prepared(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const place of [node, ...node.querySelectorAll('*')])
              // What the grid and the pane say is theirs.
              if (
                /^(?:status|alert)$/.test(place.getAttribute('role') ?? '') &&
                place.closest('.place') === null
              )
                if (place.textContent !== '') said.push(place.outerHTML);
    }).observe(document, { childList: true, subtree: true });
  });
  const mains: number[] = [];
  const count = async (): Promise<void> => {
    mains.push(await work.page.locator('main, [role="main"]').count());
  };
  await count();
  await work.choose(example('clean'));
  await work.page.locator('.beside').waitFor();
  await count();
  await work.ready();
  await count();
  await work.choose(__filename);
  await work.page.getByRole('alert').getByText('没有打开').waitFor();
  await work.button('返回开始页').click();
  await work.button('打开“clean.xlsx”').waitFor();
  await count();
  expect(mains).toEqual([1, 1, 1, 1]);
  expect(await work.page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([]);
});

test('a file opens, and is kept, on a page that is not painted since nobody sees it', async () => {
  const work = await prepared(() => {
    window.requestAnimationFrame = () => 0;
  });
  await work.choose(example('clean'));
  const saved = work.page.locator('[data-save="saved"]');
  await work.until(async () => (await saved.count()) === 1, 'kept');
  expect(await work.page.locator('.bar h1').textContent()).toBe('clean.xlsx');
});

test('a file that is opened before the browser says what it keeps stays open', async () => {
  const first = await browser.newPage();
  await first.open(example('clean'));
  // Whoever writes keeps the others waiting.
  await first.page.evaluate(
    () =>
      new Promise<void>((held) => {
        const opening = indexedDB.open('kpy-workbench');
        opening.onsuccess = () => {
          const store = opening.result.transaction('works', 'readwrite').objectStore('works');
          let released = false;
          window.addEventListener('release', () => (released = true));
          const hold = (): void => {
            if (!released) store.count().onsuccess = hold;
            held();
          };
          hold();
        };
      }),
  );
  const work = await browser.newPage();
  await work.choose(example('rearranged'));
  await work.page.locator('.beside > .opening').waitFor();
  await first.page.evaluate(() => window.dispatchEvent(new Event('release')));
  await work.ready();
  await work.kept(() => work.type('B7', '陈立'));
  expect(await work.page.locator('.bar h1').textContent()).toBe('rearranged.xlsx');
});

test('a file that is opened while the page of another does not load is opened', async () => {
  const work = await browser.newPage();
  const { page } = work;
  const asked = page.waitForRequest('**/functions.json');
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  await page.route(
    '**/functions.json',
    async (route) => {
      await refused;
      await route.abort();
    },
    { times: 1 },
  );
  await work.choose(example('clean'));
  await asked;
  await work.choose(example('messy'));
  refuse();
  await work.ready();
  expect(await page.locator('.bar h1').textContent()).toBe('messy.xlsx');
  expect(browser.broken.splice(0).join('\n')).toContain('functions.json');
});
