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

test('the bar above the grid has no button that would put = before an ID number', async () => {
  const work = await browser.newPage();
  await work.open(example('clean'));
  const bar = work.page.locator('[data-u-comp="formula-bar"]');
  await bar.locator('.univerjs-icon-check-mark-icon').waitFor();
  expect(await bar.locator('.univerjs-icon-fx-icon').isVisible()).toBe(false);
});

test('Ctrl+F goes from cell to cell that holds a text, which the browser would not find in the grid', async () => {
  const work = await browser.newPage();
  await work.open(example('messy'));
  const { page } = work;
  const box = page.locator('[data-u-comp="defined-name"] input').first();
  const search = page.getByRole('search');
  const shows = async (said: string, cell: string): Promise<void> => {
    await search.getByText(said, { exact: true }).waitFor();
    expect(await box.inputValue()).toBe(cell);
  };
  await page.keyboard.press('Control+f');
  await page.keyboard.type('电工');
  for (const [at, cell] of ['Q4', 'Y4', 'Q25', 'Y25', 'Q4'].entries()) {
    await page.keyboard.press('Enter');
    await shows(`第 ${String((at % 4) + 1)} 个，共 4 个`, cell);
  }
  await page.keyboard.press('Shift+Enter');
  await shows('第 4 个，共 4 个', 'Y25');
  // Again from where the sheet was left, with the last text to be written over.
  await work.goTo('A20');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('电工');
  await work.button('上一个').click();
  await shows('第 2 个，共 4 个', 'Y4');
  await search.getByRole('searchbox').fill('没有这个人');
  await page.keyboard.press('Enter');
  await search.getByText('没有找到', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  expect(await search.count()).toBe(0);
  // The keyboard is in the grid again.
  await page.keyboard.press('ArrowUp');
  await work.until(async () => (await box.inputValue()) === 'Y3', 'one cell up');
});

test('what the search finds in rows that the pane hides is said, and not gone to', async () => {
  const work = await browser.newPage();
  await work.open(example('rearranged'));
  const { page } = work;
  await work.tab('检查');
  await page.getByRole('switch', { name: '只看有问题的行' }).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('冉启明');
  await page.keyboard.press('Enter');
  await page.getByRole('search').getByText('没有找到；隐藏的行列中有 1 个', { exact: true }).waitFor();
});

test('a row that is inserted within merged cells leaves the people below it what the merge gives them', async () => {
  const work = await browser.newPage();
  // The institution stands once for all people of the file, in J7:J15.
  await work.open(example('rearranged'));
  const before = await work.counts();
  await work.goTo('G10');
  await work.page.keyboard.press('Shift+Space');
  await work.page.keyboard.press('Control+Shift+=');
  await work.reads('G10', '');
  expect(await work.counts()).toEqual(before);
  await work.page.keyboard.press('F6');
  await work.goTo('A1');
  await work.page.keyboard.press('Control+z');
  await work.until(async () => (await work.read('G10')) !== '', 'the row is gone again');
  expect(await work.counts()).toEqual(before);
});

test('where the first row of merged cells is deleted, the others keep what the merge gives them, and one undo brings it back', async () => {
  const work = await browser.newPage();
  await work.open(example('rearranged'));
  const { page } = work;
  const [institution, first, second] = [await work.read('J7'), await work.read('G7'), await work.read('G8')];
  expect(institution).not.toBe('');
  await work.goTo('G7');
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Control+-');
  await work.reads('G7', second);
  expect(await work.read('J7')).toBe(institution);
  await page.keyboard.press('Control+z');
  await work.reads('G7', first);
  expect(await work.read('J7')).toBe(institution);
  await page.keyboard.press('Control+y');
  await work.reads('G7', second);
  expect(await work.read('J7')).toBe(institution);
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

test('what stands beside the selected cell changes its language with the page', async () => {
  const work = await browser.newPage();
  await work.open(example('messy'));
  await work.goTo('H5');
  const popup = work.page.locator('[data-u-comp="rect-popup"]');
  await popup.getByText('“土家”应写作“土家族”').waitFor();
  await work.page.getByRole('combobox', { name: '语言' }).selectOption('en-US');
  await popup.getByText('Warning').waitFor();
  expect(await popup.getByText('应写作').count()).toBe(0);
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

test('where there is room for one of the two, F6 goes from each to the other', async () => {
  const work = await browser.newPage();
  const { page } = work;
  await page.setViewportSize({ width: 640, height: 360 });
  await work.open(example('messy'));
  await work.goTo('G5');
  const tab = page.getByRole('tab', { selected: true });
  await page.keyboard.press('F6');
  await work.until(
    () => tab.evaluate((element) => element === document.activeElement),
    'the keyboard in the pane',
  );
  await page.keyboard.press('F6');
  await work.until(
    () => page.evaluate(() => document.activeElement?.id.includes('DOCS_NORMAL') === true),
    'the keyboard in the grid',
  );
});

test('where there is room for one of the two, a finding shows its cell', async () => {
  const work = await browser.newPage();
  const { page } = work;
  await page.setViewportSize({ width: 320, height: 640 });
  await work.open(example('messy'));
  await work.button('面板').click();
  await work.tab('检查');
  await page.getByRole('button', { name: /^H5/ }).click();
  const box = page.locator('[data-u-comp="defined-name"] input').first();
  await work.until(
    async () => (await box.isVisible()) && (await box.inputValue()) === 'H5',
    'the cell in sight',
  );
  await page.locator('[data-u-comp="rect-popup"]').getByText('“土家”应写作“土家族”').waitFor();
  // The keyboard is there too.
  await page.keyboard.press('ArrowDown');
  await work.until(async () => (await box.inputValue()) === 'H6', 'one cell down');
});

test('the menu of a cell opens by the keyboard beside it, is gone through, and gives the keyboard back', async () => {
  const work = await browser.newPage();
  const { page } = work;
  await work.open(example('messy'));
  const box = page.locator('[data-u-comp="defined-name"] input').first();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (): Promise<string> =>
    page.evaluate(
      () => (document.activeElement instanceof HTMLButtonElement && document.activeElement.textContent) || '',
    );
  const isOn = (item: string): Promise<void> =>
    work.until(
      async () => (await focused()).includes(item),
      () => `the keyboard on ${item}`,
    );
  for (const key of ['ContextMenu', 'Shift+F10']) {
    await work.goTo('E9');
    await press(key);
    await isOn('复制');
    await press('ArrowRight', 'ArrowDown');
    await isOn('粘贴');
    await press('End', 'ArrowUp', 'ArrowUp');
    await isOn('插入');
    await press('ArrowRight');
    await isOn('在上方插入');
    await press('ArrowLeft');
    await isOn('插入');
    await press('Escape');
    await work.until(async () => (await focused()) === '', 'the menu left');
    expect(await box.inputValue()).toBe('E9');
    await press('ArrowDown');
    await work.until(async () => (await box.inputValue()) === 'E10', 'one cell down');
  }
  // Safari asks for no menu at such a key; neither does Chromium at one that a script presses.
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F10', shiftKey: true, bubbles: true, cancelable: true }),
    ),
  );
  await isOn('复制');
  await press('Escape');
  await work.until(async () => (await focused()) === '', 'the menu left');
  // What is chosen is done to the cell, and by Enter nothing else.
  await work.goTo('G5');
  const name = await work.read('G5');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await press('Shift+F10');
  await isOn('复制');
  await press('Enter');
  await work.until(
    async () => (await page.evaluate(() => navigator.clipboard.readText())).trim() === name,
    'the cell is copied',
  );
  expect(await box.inputValue()).toBe('G5');
});

test('a paste from the menu that the browser does not allow is told, with the key that pastes', async () => {
  const work = await browser.newPage();
  const { page } = work;
  await work.open(example('messy'));
  await page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await work.goTo('G5');
  await page.keyboard.press('Shift+F10');
  await page.locator('.univer-popup button:visible', { hasText: '粘贴' }).first().click();
  await page.getByRole('alert').getByText('按 Ctrl+V').waitFor();
});

test('at 400 % the page scrolls to the grid, which has rows to type into', async () => {
  const work = await browser.newPage();
  await work.open(example('clean'));
  const { page } = work;
  await page.setViewportSize({ width: 320, height: 256 });
  await work.goTo('G8');
  await page.keyboard.press('F2');
  await page.waitForTimeout(300);
  await page.keyboard.type('改');
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  expect(await work.read('G8')).toMatch(/改$/);
  await page.locator('.work-page').evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  // The grid’s own last line.
  const { y = 0, height = 0 } = (await page.getByText('100%', { exact: true }).boundingBox()) ?? {};
  expect(y + height).toBeLessThanOrEqual(256);
});

test('in a narrow window what is said of a cell stands within it', async () => {
  const work = await browser.newPage();
  const { page } = work;
  await page.setViewportSize({ width: 320, height: 640 });
  await work.open(example('messy'));
  const message = page.locator('[data-u-comp="rect-popup"]:visible');
  for (const [cell, words] of [
    ['H5', '“土家”应写作“土家族”'],
    ['E9', '校验码不对'],
    ['Z12', '不一致'],
  ] as const) {
    await work.goTo(cell);
    await message.getByText(words).waitFor();
    const place = await message.boundingBox();
    if (place === null) throw new Error('no message');
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(320);
    expect(place.y + place.height).toBeLessThanOrEqual(640);
  }
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
