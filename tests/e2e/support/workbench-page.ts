import type { Page } from 'playwright-core';

const PATIENCE = 30_000;

/** The workbench as its user meets it: by names, keys and what stands on the page. */
export class WorkbenchPage {
  constructor(readonly page: Page) {}

  /** Opens a file of the user's and waits until it can be worked on. */
  async open(file: string): Promise<void> {
    await this.choose(file);
    const name = file.replace(/^.*\//, '');
    await this.until(async () => (await this.page.locator('.bar h1').textContent()) === name, name);
    await this.ready();
  }

  /** Gives a file to the page. */
  async choose(file: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Waits until the work on the page is there, and kept. */
  async ready(): Promise<void> {
    await this.page.locator('[data-save="saved"]').waitFor({ timeout: PATIENCE });
    await this.until(async () => (await this.page.locator('.beside > .opening').count()) === 0, 'opened');
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  button(name: string | RegExp): ReturnType<Page['getByRole']> {
    return this.page.getByRole('button', { name });
  }

  /** What 检查 counts: errors, warnings, hints, and the verdicts. */
  async counts(): Promise<{ readonly errors: number; readonly warnings: number; readonly verdicts: string }> {
    await this.tab('检查');
    const counts = this.page.getByRole('group', { name: '按严重程度筛选' });
    const number = async (what: string): Promise<number> =>
      Number((await counts.getByRole('button', { name: what }).textContent())?.replace(/\D/g, ''));
    const verdicts = await this.page
      .getByText(/^符合\d+人/)
      .first()
      .textContent();
    return { errors: await number('错误'), warnings: await number('提醒'), verdicts: verdicts ?? '' };
  }

  /** Goes to a cell by the name box of the grid, with the keyboard in the grid. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('[data-u-comp="defined-name"] input').first();
    await box.fill(cell);
    await box.press('Enter');
    await this.until(
      () => this.page.evaluate(() => document.activeElement?.id.includes('DOCS_NORMAL') === true),
      `the keyboard in ${cell}`,
    );
    await this.page.waitForTimeout(100);
  }

  /** Types into a cell as into Excel. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    // At a person's pace: the grid opens its editor on the first character.
    await this.page.keyboard.type(text, { delay: 20 });
    await this.page.waitForTimeout(200);
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(150);
  }

  /** What a cell reads, as it is copied. */
  async read(cell: string): Promise<string> {
    await this.goTo(cell);
    await this.page.keyboard.press('Control+c');
    await this.page.waitForTimeout(200);
    return (await this.page.evaluate(() => navigator.clipboard.readText())).trim();
  }

  /** Waits until something is so. */
  async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`It did not come to this: ${what}`);
      await this.page.waitForTimeout(50);
    }
  }
}
