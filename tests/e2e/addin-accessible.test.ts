import type { Browser, Page } from 'playwright-core';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import type { MessageParams } from '../../src/rules/finding';
import { messageText, type Locale, type MessageCode } from '../../src/rules/messages/message';
import { browserScript } from '../excel-host/src/browser-script';
import { SOUND } from '../support/applicant';
import { launchBrowser } from '../support/browser';
import { breachesOf } from './support/breaches';
import { serveSite, type ServedSite } from './support/served-site';

/*
 * The pane as `npm run build` makes it, in a real Chromium over a simulated Excel: its breaches of WCAG 2.1 and of good
 * practice, as axe finds them, its colours among them.
 */
const SHEET = '考评人员申报汇总表';
const PEOPLE = [
  { sex: '女', ethnicity: '汉' },
  { name: '买买提·吾买尔江·阿卜杜热合曼', employer: '' },
];

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const rowOf = (given: Partial<Record<ColumnKey, string>>): readonly string[] =>
  COLUMN_KEYS.map((key) => given[key] ?? String(SOUND[key]));

// In English too for the colours, which axe may not judge of Chinese words.
describe.each([
  ['zh-CN', 'light'],
  ['en-US', 'light'],
  ['en-US', 'dark'],
] as const)('in %s, %s', (locale: Locale, theme) => {
  let page: Page;
  const words = (code: MessageCode, params: MessageParams = {}): string => messageText(locale, code, params);
  const button = (code: MessageCode): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name: words(code) });
  /** Goes to a tab, and waits for what loads with it. */
  async function tab(name: string): Promise<void> {
    await page.locator(`#kpy-tab-${name}`).click();
    await page.locator('#kpy-tab-content [role=progressbar]').waitFor({ state: 'detached' });
  }

  /** By how many pixels something is wider than what holds it. */
  const overhang = (selector: string): Promise<number> =>
    page.locator(selector).evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth);

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 900 } });
    await page.addInitScript(browserScript({ profile: 2021, locale: locale.toLowerCase(), theme }));
    await page.goto(`${site.origin}/taskpane.html`);
    await button('pane.insert-form').waitFor();
  });

  afterAll(() => page.close());

  test('the pane of an empty workbook has nothing that axe objects to', async () => {
    expect(await breachesOf(page)).toEqual([]);
  });

  test('nor has any of its tabs', async () => {
    await button('pane.insert-form').click();
    await page.locator('#kpy-tab-fill').waitFor();
    const paste = `excelHost.paste("'${SHEET}'!A3", ${JSON.stringify(PEOPLE.map(rowOf))})`;
    await page.evaluate(`${paste}; excelHost.select("'${SHEET}'!F3")`);
    for (const name of ['fill', 'check', 'plan', 'export', 'notice']) {
      await tab(name);
      expect([name, await breachesOf(page)]).toEqual([name, []]);
    }
  });

  // The table of fees has its columns at 200 % as well, and is gone through sideways.
  test.each([
    ['320 px', 320, ['fill', 'plan', 'export', 'notice', 'check']],
    ['360 px at 200 %', 180, ['fill', 'export', 'notice', 'check']],
  ])('in %s nothing reaches over the edge, and no verdict out of its badge', async (_, width, tabs) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(`excelHost.select("'${SHEET}'!A3"); excelHost.select("'${SHEET}'!F3")`);
    await tab('check');
    await page.locator('#kpy-list-rows').click();
    for (const name of tabs) {
      await tab(name);
      expect([name, await overhang('#kpy-tab-content')]).toEqual([name, 0]);
      if (name === 'notice')
        for (const badge of await page.locator('#kpy-tab-content h3 .fui-Badge').all())
          expect(await badge.evaluate(({ clientHeight, scrollHeight }) => scrollHeight - clientHeight)).toBe(
            0,
          );
    }
    await page.locator('#kpy-list-persons').click();
    for (const badge of await page.locator('#kpy-list h3 .fui-Badge').all())
      expect(await badge.evaluate(({ clientHeight, scrollHeight }) => scrollHeight - clientHeight)).toBe(0);
    await page.setViewportSize({ width: 360, height: 900 });
  });

  test('nor the search list and the preview', async () => {
    await tab('fill');
    await page.locator('[data-column=occupationName]').fill('电工');
    await page.locator('[role=option]').first().waitFor();
    expect(await breachesOf(page)).toEqual([]);
    await tab('check');
    await page.locator('#kpy-preview-fixes').click();
    await page.getByRole('dialog').waitFor();
    expect(await breachesOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('nor the dialog for rows of another sheet', async () => {
    await tab('fill');
    await page.locator('#kpy-paste-rows').click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox')
      .fill('姓名\t身份证号码\t性别\t联系电话\t申报等级\t申报职业\t备注\n李新\t\t女\t\t\t\t老');
    await dialog.getByText(words('pane.paste-write', { rows: 1 })).waitFor();
    expect(await breachesOf(page)).toEqual([]);
  });
});
