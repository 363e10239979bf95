import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import webpack from 'webpack';
import { launchBrowser } from '../../tests/support/browser';
import { staticSite } from '../site/static-site';

const PATIENCE = 60_000;
const OPENINGS = 4;

/** What the page marks on its way from a file to work that can be done, in milliseconds. */
interface Opening {
  readonly read: number;
  readonly verdict: number;
  readonly grid: number;
  readonly ready: number;
}

/** Waits in the page's own time: its policy forbids what Playwright would do. */
async function until(page: Page, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await page.evaluate(holds))) {
    if (Date.now() > deadline) throw new Error('The workbench did not open the file in time.');
    await page.waitForTimeout(20);
  }
}

async function open(page: Page, file: string): Promise<Opening> {
  await page.evaluate(() => {
    performance.clearMarks();
  });
  await page.locator('input[type=file]').setInputFiles(file);
  await until(page, () => performance.getEntriesByName('kpy.ready').length > 0);
  return page.evaluate(() => {
    const at = (name: string): number =>
      performance.getEntriesByName(`kpy.${name}`)[0]?.startTime ?? Number.NaN;
    return {
      read: at('read') - at('open'),
      verdict: at('first-verdict') - at('open'),
      // The grid's code is loaded once; what a file costs is counted.
      grid: at('grid') - at('grid-begins'),
      ready: at('ready') - at('open'),
    };
  });
}

/** The styled read of hucre, as a script for a page: it leaves `readStyled` there. */
async function hucreScript(root: string, folder: string): Promise<string> {
  const entry = join(folder, 'hucre.js');
  writeFileSync(
    entry,
    `import { readXlsx } from 'hucre/xlsx';
     globalThis.readStyled = (bytes) => readXlsx(bytes, { readStyles: true });`,
  );
  const compiler = webpack({
    mode: 'production',
    entry,
    target: ['web', 'es2022'],
    resolve: { modules: [join(root, 'node_modules')] },
    output: { path: folder, filename: 'hucre-page.js' },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error === null && stats?.hasErrors() === false) resolve();
      else reject(error ?? new Error(stats?.toString()));
    });
  });
  return readFileSync(join(folder, 'hucre-page.js'), 'utf8');
}

/** How long it takes to read a workbook with its styles, on the page that the workbench is on. */
async function styledRead(page: Page, script: string, bytes: Uint8Array): Promise<number> {
  await page.evaluate(script);
  return page.evaluate(async (text) => {
    const { readStyled } = globalThis as unknown as { readStyled: (bytes: Uint8Array) => Promise<unknown> };
    const file = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const times: number[] = [];
    for (let i = 0; i < 4; i++) {
      const start = performance.now();
      await readStyled(file);
      times.push(performance.now() - start);
    }
    return times.slice(1).sort((a, b) => a - b)[1] ?? Number.NaN;
  }, Buffer.from(bytes).toString('base64'));
}

/** The share of frames that came late (over 1.5 times the screen's own) while the sheet was scrolled for three seconds. */
async function lateFrames(page: Page): Promise<number> {
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const start = performance.now();
        const note = (now: number): void => {
          times.push(now);
          if (now - start < 3_000) requestAnimationFrame(note);
          else resolve(times);
        };
        requestAnimationFrame(note);
      }),
  );
  await page.mouse.move(400, 400);
  for (let i = 0; i < 45; i++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  const times = await frames;
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const own = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 16.7;
  return gaps.filter((gap) => gap > 1.5 * own).length / gaps.length;
}

/**
 * The workbench as `npm run build` made it, in a Chromium, with a workbook of 10,000 rows.
 *
 * @param root the repository
 * @param folder where it may write
 */
export async function workbenchTable(
  root: string,
  folder: string,
  workbook: Uint8Array,
): Promise<readonly string[]> {
  const file = join(folder, 'workbook.xlsx');
  writeFileSync(file, workbook);
  const server = createServer(staticSite(join(root, 'dist')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
    await page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
    // The first opening also loads the code: it stands on a line of its own.
    const first = await open(page, file);
    const openings: Opening[] = [];
    for (let i = 0; i < OPENINGS; i++) openings.push(await open(page, file));
    const median = (of: (opening: Opening) => number): number =>
      openings.map(of).sort((a, b) => a - b)[Math.floor(OPENINGS / 2)] ?? Number.NaN;
    const late = await lateFrames(page);
    const styled = await styledRead(page, await hucreScript(root, folder), workbook);
    const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
    return [
      `| first verdict, against reading the values alone | ${times(median(({ verdict, read }) => verdict / read))} | 1.5 |`,
      `| the grid, against the styled read of hucre in the same page | ${times(median(({ grid }) => grid) / styled)} | 2 |`,
      `| frames that came late while scrolling | ${(100 * late).toFixed(0)} % | |`,
      `| from the file to work, the first time, with the code loaded from this machine | ${(first.ready / 1_000).toFixed(1)} s | DataHarmonizer publishes 15 s |`,
      `| from the file to work, afterwards | ${(median(({ ready }) => ready) / 1_000).toFixed(1)} s | |`,
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
