import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { HEAD_HEIGHT, MARGIN_WIDTH } from '../../../../src/hosts/browser/head-sizes';
import type { HostEvent, SheetId } from '../../../../src/hosts/host';
import type { Cell } from '../../../../src/rules/cell';
import { launchBrowser } from '../../../support/browser';
import { builtPage } from './build-page';
import { servePage } from './serve-page';
import './page/page-types';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** A Chromium with the grid in a page, as long as a test file needs it. */
export class GridPage {
  /** What went wrong in the page and nobody caught. */
  readonly errors: string[] = [];
  #started: { readonly page: Page; readonly browser: Browser; readonly server: Server } | null = null;

  /** @throws Error before it was started */
  get page(): Page {
    if (this.#started === null) throw new Error('The grid is not started.');
    return this.#started.page;
  }

  async start(): Promise<void> {
    const { url, server } = await servePage(await builtPage());
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1400, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    const page = await context.newPage();
    this.#started = { page, browser, server };
    try {
      page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
      await page.goto(url);
      await page.waitForFunction(() => 'page' in window);
    } catch (error) {
      throw new Error(this.errors.join('\n'), { cause: error });
    }
  }

  async stop(): Promise<void> {
    await this.#started?.browser.close();
    this.#started?.server.close();
  }

  /** Runs in the page with what it is given. */
  readonly evaluate = <A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T> =>
    this.page.evaluate(work as never, argument as never);

  /** Opens a workbook of the repository, or these bytes. @returns what of it stays in the file */
  async open(file: string | Uint8Array): Promise<readonly string[]> {
    const bytes = typeof file === 'string' ? readFileSync(join(ROOT, file)) : file;
    const kept = await this.page.evaluate(
      (values) => window.page.open(new Uint8Array(values), '名单.xlsx'),
      Array.from(bytes),
    );
    await this.page.waitForTimeout(300);
    await this.page.evaluate(() => (window.page.events.length = 0));
    return kept;
  }

  /** The texts of a range of the first sheet, row by row. */
  texts(top: number, left: number, bottom: number, right: number): Promise<readonly (readonly string[])[]> {
    return this.page.evaluate(
      async (range) => {
        const all = await window.page.host.readAll();
        const id = all.ok ? all.value[0]?.id : undefined;
        if (id === undefined) throw new Error('no sheet');
        const read = await window.page.host.readRange(id, range);
        if (!read.ok) throw new Error(read.problem);
        return read.value.map((row) => row.map(({ text }) => text));
      },
      { top, left, bottom, right },
    );
  }

  /** The cells of a range of the first sheet in one line. */
  async cell(row: number, column: number): Promise<Cell> {
    return this.page.evaluate(
      async ({ row, column }) => {
        const all = await window.page.host.readAll();
        const id = all.ok ? all.value[0]?.id : undefined;
        if (id === undefined) throw new Error('no sheet');
        const read = await window.page.host.readRange(id, {
          top: row,
          left: column,
          bottom: row,
          right: column,
        });
        const cell = read.ok ? read.value[0]?.[0] : undefined;
        if (cell === undefined) throw new Error('no cell');
        return cell;
      },
      { row, column },
    );
  }

  /** Waits until a cell of the first sheet reads so; a formula needs a moment. */
  async reads(row: number, column: number, text: string): Promise<void> {
    for (let tries = 0; tries < 50; tries++) {
      if ((await this.cell(row, column)).text === text) return;
      await this.page.waitForTimeout(100);
    }
    expect((await this.cell(row, column)).text).toBe(text);
  }

  /** Selects a cell of a sheet, with the keyboard in the grid. */
  async goTo(row: number, column: number, sheet = 'sheet-1'): Promise<void> {
    const selected = await this.page.evaluate(
      ({ sheet, row, column }) => window.page.host.select(sheet as SheetId, row, column),
      { sheet, row, column },
    );
    expect(selected).toMatchObject({ ok: true });
    await this.page.waitForTimeout(100);
  }

  /** Presses keys, each with the moment that the grid needs. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.page.waitForTimeout(200);
    }
  }

  /** Puts something on the clipboard as another program does, and pastes it. */
  async paste(html: string, text: string): Promise<void> {
    await this.page.evaluate(
      async (content) => {
        const blob = (type: string, part: string): Blob => new Blob([part], { type });
        await navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': blob('text/plain', content.text),
            'text/html': blob('text/html', content.html),
          }),
        ]);
      },
      { html, text },
    );
    await this.press('Control+V');
  }

  /** A point of the page, so many pixels right of and below the first cell's corner; negative ones are in the heads. */
  async point(right: number, down: number): Promise<{ readonly x: number; readonly y: number }> {
    const canvas = await this.page.locator('canvas').last().boundingBox();
    if (canvas === null) throw new Error('no grid');
    return { x: canvas.x + MARGIN_WIDTH + right, y: canvas.y + HEAD_HEIGHT + down };
  }

  /** Drags the handle at the corner of the selected cell so many pixels down, which fills the cells below. */
  async dragFill(corner: { readonly x: number; readonly y: number }, down: number): Promise<void> {
    // The grid takes it only some seconds after it has begun.
    await this.page.waitForFunction(() => performance.now() > 6_000);
    await this.page.mouse.move(corner.x, corner.y);
    await this.page.mouse.down();
    await this.page.mouse.move(corner.x - 8, corner.y + down, { steps: 8 });
    await this.page.mouse.up();
  }

  /** The colours of the pixels of a part of the page that are not as light as most of it. */
  async colours(x: number, y: number, width: number, height: number): Promise<readonly string[]> {
    const shot = await this.page.screenshot({ clip: { x, y, width, height } });
    return this.page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const found = new Set<string>();
      for (let at = 0; at < pixels.length; at += 4)
        found.add([pixels[at], pixels[at + 1], pixels[at + 2]].map((value) => String(value)).join(','));
      return [...found];
    }, shot.toString('base64'));
  }

  /** What happened since the last time it was asked. */
  async events(): Promise<readonly HostEvent[]> {
    await this.page.waitForTimeout(200);
    return this.page.evaluate(() => window.page.events.splice(0));
  }
}
