import { example, useWorkbench, type WorkbenchPage } from './support/workbench-page';

/* What the grid is beside the pane: its functions, its steps, its names, its looks. */
const browser = useWorkbench();

async function newSheet(): Promise<WorkbenchPage> {
  const work = await browser.newPage();
  await work.button('新建汇总表').click();
  await work.ready();
  return work;
}

test('a function that fails in a cell says why, and one with several columns has room', async () => {
  const work = await newSheet();
  await work.type('AC4', '=KPY.SEX("500103198507121216")');
  await work.goTo('AC4');
  const popup = work.page.locator('[data-u-comp="rect-popup"]');
  await popup.getByText('校验码不对').waitFor();
  await work.type('AC6', '=KPY.FIND("rgzn",3)');
  // Where the sheet had no room for them, this would be #SPILL!.
  await work.reads('AC6', '2-02-38-01');
});

test('what was typed is taken back and done again by the buttons of the page', async () => {
  const work = await newSheet();
  await work.type('G3', '陈立新');
  await work.button('表格撤销').click();
  await work.reads('G3', '');
  await work.button('表格重做').click();
  await work.reads('G3', '陈立新');
});

test('who goes on by the name box has finished typing in the cell before', async () => {
  const work = await newSheet();
  await work.goTo('G12');
  await work.page.keyboard.type('乙');
  await work.page.waitForTimeout(200);
  const box = work.page.locator('[data-u-comp="defined-name"] input').first();
  await box.click();
  await work.page.waitForTimeout(200);
  await box.fill('G20');
  await box.press('Enter');
  await work.page.waitForTimeout(200);
  expect(await box.inputValue()).toBe('G20');
  await work.reads('G12', '乙');
});

test('the grid speaks the language that is chosen, and offers no protection that would be none', async () => {
  const work = await newSheet();
  await work.page.getByRole('combobox', { name: '语言' }).selectOption('en-US');
  await work.page.getByRole('region', { name: 'Grid of the sheet' }).waitFor();
  await work.button('Zoom in').waitFor();
  await work.page.locator('[data-u-comp="slide-tab-item"]').first().click({ button: 'right' });
  await work.page.getByText('Rename', { exact: true }).waitFor();
  expect(await work.page.getByText(/protect|permission/i).count()).toBe(0);
});

test('the words of a list can be read in the dark', async () => {
  const work = await newSheet();
  await work.page.getByRole('combobox', { name: '外观' }).selectOption('dark');
  await work.goTo('F4');
  await work.page.keyboard.press('Alt+ArrowDown');
  const option = work.page.locator('.univer-rounded-full', { hasText: '女' }).first();
  await option.waitFor();
  const brightness = await option.evaluate((element) =>
    (getComputedStyle(element).color.match(/\d+/g) ?? [])
      .slice(0, 3)
      .reduce((sum, part) => sum + Number(part), 0),
  );
  expect(brightness).toBeGreaterThan(3 * 160);
});

test('where there is room for one of the two, nothing of the grid lies over the pane', async () => {
  const work = await browser.newPage();
  await work.page.setViewportSize({ width: 683, height: 700 });
  await work.open(example('messy'));
  await work.button('面板').click();
  await work.tab('检查');
  await work.page.keyboard.press('F8');
  await work.page.waitForTimeout(500);
  expect(await work.page.locator('[data-u-comp="rect-popup"]:visible').count()).toBe(0);
  await work.page.getByRole('combobox', { name: '语言' }).waitFor();
});

test('what is said of a cell at the right edge stands within the grid, beside its cell', async () => {
  const work = await browser.newPage();
  await work.page.setViewportSize({ width: 1366, height: 768 });
  await work.open(example('messy'));
  const message = work.page.locator('[data-u-comp="rect-popup"]:visible');
  const grid = await work.page.locator('.strip').boundingBox();
  for (const [cell, words] of [
    ['E9', '校验码不对'],
    ['Z12', '不一致'],
  ] as const) {
    await work.goTo(cell);
    await message.getByText(words).waitFor();
    const place = await message.boundingBox();
    expect((place?.x ?? Infinity) + (place?.width ?? 0)).toBeLessThanOrEqual(grid?.x ?? 0);
  }
});
