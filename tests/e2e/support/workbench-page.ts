import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchProfile } from '../../support/browser';
import { serveSite, type ServedSite } from './served-site';

const PATIENCE = 30_000;

const CONTEXT = { viewport: { width: 1280, height: 720 }, locale: 'zh-CN' } satisfies BrowserContextOptions;

/** One of the examples that come with the product. */
export const example = (name: 'clean' | 'messy' | 'rearranged'): string =>
  join(__dirname, '../../../examples', `${name}.xlsx`);

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

  /** Does what changes the work, and waits until it is kept. */
  async kept(change: () => Promise<void>): Promise<void> {
    // Looked for from the start: it stays for less than a second.
    const changed = this.page.locator('[data-save="changed"]').waitFor({ timeout: PATIENCE });
    await Promise.all([change(), changed]);
    await this.ready();
  }

  /** Does what keeps the work at once, too soon to be seen on the page, and waits until the store has it. */
  async stored(change: () => Promise<void>): Promise<void> {
    await this.page.evaluate(() => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
        Object.defineProperty(IDBObjectStore.prototype, 'put', put);
        this.transaction.addEventListener('complete', () => (document.documentElement.dataset.stored = ''));
        return this.put(...given);
      };
    });
    await change();
    await this.page.locator('[data-stored]').waitFor({ timeout: PATIENCE });
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
    await this.drawn(100);
  }

  /** Types into a cell as into Excel. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    // At a person's pace: the grid opens its editor on the first character, which takes a busy machine its time.
    const [first = '', ...others] = text;
    await this.page.keyboard.type(first);
    await this.drawn(150);
    await this.page.keyboard.type(others.join(''), { delay: 50 });
    await this.drawn(200);
    await this.page.keyboard.press('Enter');
    await this.drawn(150);
  }

  /** Waits as a person does who looks: a busy machine draws what was done later than an idle one. */
  private async drawn(milliseconds: number): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    await this.page.waitForTimeout(milliseconds);
  }

  /** What a cell reads, as it is copied. */
  async read(cell: string): Promise<string> {
    await this.goTo(cell);
    await this.page.keyboard.press('Control+c');
    await this.page.waitForTimeout(200);
    return (await this.page.evaluate(() => navigator.clipboard.readText())).trim();
  }

  /** Waits until a cell reads so. */
  async reads(cell: string, text: string): Promise<void> {
    let last = '';
    const isThere = async (): Promise<boolean> => (last = await this.read(cell)) === text;
    await this.until(isThere, () => `${cell} reads "${text}", not "${last}"`);
  }

  /** Lets the store refuse as one on a full disk does: Chromium gives a test no small one. */
  fillStore(): Promise<void> {
    return this.page.evaluate(() => {
      const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      window.addEventListener('room', () => {
        Object.defineProperty(IDBObjectStore.prototype, 'put', own);
      });
    });
  }

  /** Takes back `fillStore`. */
  async makeRoom(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('room')));
  }

  /** Waits until something is so. */
  async until(holds: () => Promise<boolean>, what: string | (() => string)): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > deadline)
        throw new Error(`It did not come to this: ${typeof what === 'string' ? what : what()}`);
      await this.page.waitForTimeout(50);
    }
  }
}

/**
 * The workbench as `npm run build` makes it, in a real Chromium, with every request beyond the page's own origin refused.
 */
export class WorkbenchBrowser {
  /** What the page asked of others, and what went wrong unseen. */
  readonly elsewhere: string[] = [];
  readonly broken: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'kpy-workbench-'));
  #started: {
    readonly site: ServedSite;
    readonly context: BrowserContext;
    /** Stands beside the tests' pages: with its last one a context would lose its window, and making one takes long. */
    readonly idle: Page;
  } | null = null;

  async start(): Promise<void> {
    const site = await serveSite();
    // A service worker answers before requests can be counted; the test of it has a context of its own.
    const options = { ...CONTEXT, serviceWorkers: 'block' as const };
    const context = await launchProfile(join(this.folder, 'profile'), options, [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ]);
    this.#started = { site, context, idle: context.pages()[0] ?? (await context.newPage()) };
    await this.#prepare(context);
  }

  async stop(): Promise<void> {
    await this.#started?.context.close();
    await this.#started?.site.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @throws Error before it was started */
  get #here(): { readonly site: ServedSite; readonly context: BrowserContext; readonly idle: Page } {
    if (this.#started === null) throw new Error('The browser is not started.');
    return this.#started;
  }

  get context(): BrowserContext {
    return this.#here.context;
  }

  get origin(): string {
    return this.#here.site.origin;
  }

  /**
   * Another browser for the page, that shares nothing with this one.
   *
   * @throws Error where the context has no browser, which Playwright leaves open
   */
  async newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const browser = this.context.browser();
    if (browser === null) throw new Error('The context has no browser.');
    const context = await browser.newContext({ ...CONTEXT, ...options });
    await this.#prepare(context);
    return context;
  }

  /** A new tab; `prepare` is done before the page begins. */
  async newPage(
    within = this.context,
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<WorkbenchPage> {
    const opened = await within.newPage();
    opened.on('pageerror', (error) => this.broken.push(error.stack ?? error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') this.broken.push(message.text());
    });
    await prepare(opened);
    await opened.goto(this.origin);
    return new WorkbenchPage(opened);
  }

  /** Closes every tab and clears what the browser keeps. @returns what went wrong in the meantime */
  async clear(): Promise<{ readonly elsewhere: readonly string[]; readonly broken: readonly string[] }> {
    const { context, idle } = this.#here;
    for (const page of context.pages()) if (page !== idle) await page.close();
    const devtools = await context.newCDPSession(idle);
    const storageTypes = 'indexeddb,local_storage';
    await devtools.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes });
    await devtools.detach();
    return { elsewhere: this.elsewhere.splice(0), broken: this.broken.splice(0) };
  }

  /** Downloads what an action on a page gives. */
  async downloaded({ page }: WorkbenchPage, action: () => Promise<void>): Promise<string> {
    const [file] = await Promise.all([page.waitForEvent('download'), action()]);
    const path = join(this.folder, `${String(Math.random()).slice(2)}-${file.suggestedFilename()}`);
    await file.saveAs(path);
    return path;
  }

  async #prepare(context: BrowserContext): Promise<void> {
    const { origin } = this;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== origin && !/^(?:blob|data):/.test(request.url()))
        this.elsewhere.push(request.url());
    });
  }
}

/** A browser for the tests of a file; each begins with one that keeps nothing, and ends where nothing went wrong unseen. */
export function useWorkbench(): WorkbenchBrowser {
  const browser = new WorkbenchBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  afterEach(async () => {
    expect(await browser.clear()).toEqual({ elsewhere: [], broken: [] });
  });
  return browser;
}
