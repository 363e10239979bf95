import type { Page } from 'playwright-core';
import { example, useWorkbench, WorkbenchPage } from './support/workbench-page';

/* Tabs of one browser, over its real store. */
const browser = useWorkbench();
const ELSEWHERE = '已在另一个标签页打开';

/** What another tab would do that had the same work open: saves it once more. */
const saveBehindItsBack = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kpy-workbench');
        opening.onerror = () => {
          reject(new Error('no database'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('works', 'readwrite');
          const works = writing.objectStore('works');
          const asking = works.getAll() as IDBRequest<{ revision: number }[]>;
          asking.onsuccess = () => {
            for (const work of asking.result) works.put({ ...work, revision: work.revision + 1 });
          };
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );

test('of two tabs that are restored at once with the same work, one has it, and the other says so', async () => {
  const first = await browser.newPage();
  await first.open(example('clean'));
  const address = first.page.url();
  await first.page.close();
  const pages = await Promise.all([browser.context.newPage(), browser.context.newPage()]);
  const tabs = pages.map((page) => new WorkbenchPage(page));
  await Promise.all(pages.map((page) => page.goto(address)));
  const isOpen = ({ page }: WorkbenchPage): Promise<boolean> =>
    page.locator('[data-save="saved"]').isVisible();
  const isTold = ({ page }: WorkbenchPage): Promise<boolean> => page.getByText(ELSEWHERE).isVisible();
  await tabs[0]?.until(async () => {
    const states = await Promise.all(tabs.map(async (tab) => [await isOpen(tab), await isTold(tab)]));
    return states.every(([open, told]) => open !== told);
  }, 'each tab has it, or says that another has');
  const open = await Promise.all(tabs.map(isOpen));
  expect([...open].sort()).toEqual([false, true]);

  // What the one writes the other sees once it has closed.
  const [owner, other] = open[0] === true ? tabs : [...tabs].reverse();
  if (owner === undefined || other === undefined) throw new Error('no tabs');
  await owner.type('G4', '罗大成');
  await owner.ready();
  await owner.button('返回开始页').click();
  await owner.button('打开“clean.xlsx”').waitFor();
  await other.button('关闭').click();
  await other.button('打开“clean.xlsx”').click();
  await other.ready();
  expect(await other.read('G4')).toBe('罗大成');
});

test('what another tab has saved is not overwritten, and what was changed here is kept beside it', async () => {
  const work = await browser.newPage();
  await work.open(example('clean'));
  const other = await browser.newPage();
  await saveBehindItsBack(other.page);
  await work.type('G4', '罗大成');
  await work.page.locator('[data-save="conflict"]').waitFor();
  await work.page.getByRole('alert').getByText('另一个标签页也改了这份工作').waitFor();
  await work.button('另存为一份').click();
  await work.ready();
  await other.page.reload();
  await other.button('打开“clean.xlsx”').waitFor();
  await other.button('打开“clean（副本）.xlsx”').click();
  await other.page.getByText(ELSEWHERE).waitFor();
  await other.button('关闭').click();
  await other.button('打开“clean.xlsx”').click();
  await other.ready();
  expect(await other.read('G4')).not.toBe('罗大成');
  expect(await work.read('G4')).toBe('罗大成');
});

test('after a crash of the tab the work is found again, and is no other tab’s', async () => {
  const work = await browser.newPage();
  await work.open(example('messy'));
  await work.kept(() => work.type('H5', '土家族'));
  const address = work.page.url();
  const crashed = work.page.waitForEvent('crash');
  const devtools = await browser.context.newCDPSession(work.page);
  // It has nobody left to answer.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const after = await browser.newPage();
  expect(await after.page.locator('.recent li').textContent()).toContain('messy.xlsx');
  await after.page.goto(address);
  await after.ready();
  expect(await after.read('H5')).toBe('土家族');
  await after.type('H5', '土家');
  await after.ready();
});

test('room that another tab makes is used without a click', async () => {
  const work = await browser.newPage();
  await work.open(example('messy'));
  await work.open(example('clean'));
  const other = await browser.newPage();
  await work.fillStore();
  await work.type('G4', '罗大成');
  await work.page.locator('[data-save="full"]').waitFor();
  await work.makeRoom();
  await other.page.bringToFront();
  await other.button('删除“messy.xlsx”').click();
  await other.button('确定').click();
  await work.page.locator('[data-save="saved"]').waitFor({ timeout: 5_000 });
});

test('a work that another tab discards is not said to be kept any longer, also where nothing is changed in it', async () => {
  const work = await browser.newPage();
  await work.open(example('clean'));
  const other = await browser.newPage();
  await other.button('删除“clean.xlsx”').click();
  await other.button('确定').click();
  await work.page.locator('[data-save="gone"]').waitFor({ timeout: 5_000 });
  await work.page.bringToFront();
  await work.button('另存为一份').click();
  await work.ready();
});
