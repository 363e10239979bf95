import { appendFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { example, useWorkbench, type WorkbenchPage } from './support/workbench-page';

/* A work is kept in the browser until it is discarded. */
const browser = useWorkbench();
const { folder } = browser;
const newPage = browser.newPage.bind(browser);
let work: WorkbenchPage;

beforeEach(async () => {
  work = await newPage();
});

/** Whether the page asks before it is closed, in the way of now and in that of the last Chrome for Windows 7. */
const asks = async (): Promise<boolean> => {
  // Such an event has no constructor; its older ways are written as the page would have to.
  const [now, before] = await work.page.evaluate<[boolean, boolean]>(`(() => {
    const closing = document.createEvent('BeforeUnloadEvent');
    closing.initEvent('beforeunload', false, true);
    window.dispatchEvent(closing);
    return [closing.defaultPrevented, closing.returnValue !== ''];
  })()`);
  expect(before).toBe(now);
  return now;
};

test('is there after a reload, as it was left, and in the list of the start page', async () => {
  await work.open(example('messy'));
  await work.kept(() => work.type('H5', '土家族'));
  await work.page.reload();
  await work.ready();
  expect(await work.read('H5')).toBe('土家族');
  await work.button('返回开始页').click();
  await work.button('打开“messy.xlsx”').waitFor();
  expect(await work.page.locator('.recent li').textContent()).toContain('22 人');
  await work.button('打开“messy.xlsx”').click();
  await work.ready();
  expect(await work.read('H5')).toBe('土家族');
});

test('is there from the first moment, also where nothing has been typed yet', async () => {
  await work.button('新建汇总表').click();
  await work.ready();
  await work.page.reload();
  await work.ready();
  await work.page.getByRole('heading', { name: /第3行/ }).waitFor();
});

test('one that another tab has open is not opened twice, but as a copy', async () => {
  await work.open(example('clean'));
  const address = work.page.url();
  const other = await newPage();
  await other.page.goto(address);
  await other.page.getByText('已在另一个标签页打开').waitFor();
  await other.button('打开副本').click();
  await other.ready();
  expect(await other.page.locator('.bar h1').textContent()).toBe('clean（副本）.xlsx');
  // What is written elsewhere behind its back is not overwritten, but kept beside it.
  await work.button('返回开始页').click();
  await work.button('打开“clean（副本）.xlsx”').waitFor();
  await work.button('删除“clean（副本）.xlsx”').click();
  await work.button('确定').click();
  await other.type('G4', '罗大成');
  await other.page.locator('[data-save="gone"]').waitFor();
  await other.button('另存为一份').click();
  await other.ready();
  await other.page.reload();
  await other.ready();
  expect(await other.read('G4')).toBe('罗大成');
});

test('a browser without room says so, keeps the work on the page, and asks before it is closed', async () => {
  await work.open(example('clean'));
  await work.fillStore();
  await work.type('G4', '罗大成');
  await work.page.locator('[data-save="full"]').waitFor();
  expect(await work.read('G4')).toBe('罗大成');
  expect(await asks()).toBe(true);
  await work.button('返回开始页').click();
  await work.page.getByRole('dialog').getByText('没有保存的修改会丢失').waitFor();
  await work.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  expect(await work.read('G4')).toBe('罗大成');
  await work.makeRoom();
  await work.type('G4', '罗成');
  await work.button('再保存一次').click();
  await work.ready();
  expect(await asks()).toBe(false);
});

test('Ctrl+S keeps it with what is being typed, and the browser does not save the page', async () => {
  await work.open(example('clean'));
  await work.goTo('G4');
  await work.page.keyboard.type('罗大成', { delay: 80 });
  await work.page.evaluate(() => {
    window.addEventListener(
      'keydown',
      ({ defaultPrevented }) => {
        document.documentElement.dataset.taken = String(defaultPrevented);
      },
      { capture: true },
    );
  });
  await work.stored(() => work.page.keyboard.press('Control+s'));
  expect(await work.page.evaluate(() => document.documentElement.dataset.taken)).toBe('true');
  await work.page.reload();
  await work.ready();
  await work.reads('G4', '罗大成');
});

test('Ctrl+S in a field of the pane takes over what is typed, and the keyboard stays in the field', async () => {
  await work.open(example('clean'));
  await work.tab('填写');
  await work.goTo('G4');
  const field = work.page.getByRole('textbox', { name: '姓名' });
  await field.fill('罗大成');
  await work.stored(() => work.page.keyboard.press('Control+s'));
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await work.reads('G4', '罗大成');
});

test('what is still being typed is asked about too, where there is no room for it', async () => {
  await work.open(example('clean'));
  await work.fillStore();
  await work.goTo('G4');
  await work.page.keyboard.type('罗大成', { delay: 80 });
  await work.button('返回开始页').click();
  await work.page.getByRole('dialog').getByText('没有保存的修改会丢失').waitFor();
  await work.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await work.reads('G4', '罗大成');
});

test('what is still being typed, in a cell or in a field of the pane, is asked about before the page is closed', async () => {
  await work.open(example('clean'));
  await work.goTo('G4');
  expect(await asks()).toBe(false);
  await work.page.keyboard.type('罗大成', { delay: 80 });
  expect(await asks()).toBe(true);
  await work.kept(() => work.page.keyboard.press('Enter'));
  expect(await asks()).toBe(false);
  await work.tab('填写');
  const name = work.page.getByRole('textbox', { name: '姓名' });
  await name.click();
  expect(await asks()).toBe(false);
  await name.fill('罗成');
  expect(await asks()).toBe(true);
  await name.press('Escape');
  expect(await asks()).toBe(false);
  await name.fill('罗成');
  await work.kept(() => name.press('Tab'));
  expect(await asks()).toBe(false);
});

test('a file that changes on disk is told, and can be chosen again', async () => {
  const file = join(folder, '名单.xlsx');
  copyFileSync(example('clean'), file);
  await work.open(file);
  appendFileSync(file, 'x');
  await work.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await work.page.getByText('已被别的程序修改或移走').waitFor();
  await work.page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
  expect(await work.page.getByText('已被别的程序修改或移走').count()).toBe(0);
});

test('one button wipes it all, says what, and leaves nothing', async () => {
  await work.open(example('clean'));
  await work.button('返回开始页').click();
  await work.button('清除本机数据').click();
  await work.page.getByRole('dialog').getByText('clean.xlsx').waitFor();
  await work.button('确定').click();
  await work.page.getByText('已清除').waitFor();
  expect(await work.page.locator('.recent li').count()).toBe(0);
  await work.page.reload();
  await work.page.getByText('还没有').waitFor();
});
