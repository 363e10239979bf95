import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { browserScript } from './src/browser-script';
import { OFFICE_JS } from './src/excel';

// An ordinary add-in page: it does not know that Excel is simulated.
const PAGE = `<!doctype html><meta charset="utf-8"><p id="host"></p><ul id="log"></ul>
<script src="/office/office.js"></script>
<script>
  CustomFunctions.associate('GREET', (name) => '您好，' + name);
  Office.onReady(async (info) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        if (event.triggerSource === 'ThisLocalAddin') return;
        const line = document.createElement('li');
        line.textContent = event.address;
        document.getElementById('log').append(line);
        await Excel.run(async (inner) => {
          const sheet = inner.workbook.worksheets.getItem(event.worksheetId);
          sheet.getRange(event.address).untrack().format.font.bold = true;
          await inner.sync();
        });
      });
      await context.sync();
    });
    document.getElementById('host').textContent = info.host + ' ' + info.platform + ' ' + Office.context.displayLanguage;
  });
</script>`;

let server: Server;
let browser: Browser;
let page: Page;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else if (pathname.startsWith('/office/'))
      response
        .setHeader('content-type', 'text/javascript')
        .end(readFileSync(join(OFFICE_JS, pathname.slice(8))));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(browserScript({ profile: 2021 }));
  await page.goto(origin);
  await page.waitForFunction('document.getElementById("host").textContent !== ""');
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('office.js starts in the page and believes it is in Excel', async () => {
  expect(await page.textContent('#host')).toBe('Excel PC zh-cn');
  expect(await page.evaluate('Office.context.requirements.isSetSupported("ExcelApi", "1.15")')).toBe(false);
});

test("what the user types reaches the add-in's handler, which formats the cell", async () => {
  await page.evaluate('excelHost.type("B2", "张三")');
  await page.waitForFunction('excelHost.formatOf("B2")["font.bold"]');
  expect(await page.textContent('#log li')).toBe('B2');
});

test('a cell calls a custom function of the page', async () => {
  await page.evaluate(`excelHost.registerFunctions('KPY', { functions: [{ id: 'GREET', name: 'GREET' }] });
    excelHost.type('C2', '=KPY.GREET(B2)')`);
  await page.waitForFunction('excelHost.value("C2") === "您好，张三"');
});

test('nothing unknown was used, and nothing came from elsewhere', async () => {
  expect(await page.evaluate('excelHost.unmodelled')).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
});
