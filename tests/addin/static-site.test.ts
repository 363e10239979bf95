import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { staticSite } from '../../tools/site/static-site';
import { Folder } from '../cli/support/folder';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const folder = new Folder();
let server: Server;

beforeAll(async () => {
  mkdirSync(folder.file('site/office'), { recursive: true });
  mkdirSync(folder.file('site-of-others'));
  const files = {
    'site/index.html': '<p>工作台</p>',
    'site/taskpane.html': '<p>考评助手</p>',
    'site/workbench.webmanifest': '{"name":"考评助手"}',
    'site/functions.json': '{}',
    'site/office/office.js': 'office',
    'site/page.css': 'p {}',
    'site/icon.png': 'png',
    'site/manifest.xml': '<OfficeApp/>',
    'site/汇总表.xlsx': 'sheet',
    'site/unknown.bin': '?',
    'secret.txt': 'secret',
    'site-of-others/secret.txt': 'secret',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(folder.file(name), text);
  server = createServer(staticSite(folder.file('site')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  folder.remove();
});

/** Asks for a path as it stands: fetch would tidy it first. */
const ask = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, path, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts).toString() });
      });
    });
    asked.on('error', reject);
    asked.end();
  });

test.each([
  ['/taskpane.html', 'text/html; charset=utf-8', '<p>考评助手</p>'],
  ['/taskpane.html?_host_Info=Excel$Win32$16.01', 'text/html; charset=utf-8', '<p>考评助手</p>'],
  ['/', 'text/html; charset=utf-8', '<p>工作台</p>'],
  ['/?from=icon', 'text/html; charset=utf-8', '<p>工作台</p>'],
  ['/workbench.webmanifest', 'application/manifest+json; charset=utf-8', '{"name":"考评助手"}'],
  ['/functions.json', 'application/json; charset=utf-8', '{}'],
  ['/office/office.js', 'text/javascript; charset=utf-8', 'office'],
  ['/office/../page.css', 'text/css; charset=utf-8', 'p {}'],
  ['/icon.png', 'image/png', 'png'],
  ['/manifest.xml', 'application/xml; charset=utf-8', '<OfficeApp/>'],
  [
    `/${encodeURIComponent('汇总表')}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'sheet',
  ],
  ['/unknown.bin', 'application/octet-stream', '?'],
])('%s comes as %s', async (path, type, body) => {
  const answer = await ask(path);
  expect([answer.status, answer.body]).toEqual([200, body]);
  expect(answer.headers).toMatchObject({
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  });
});

test.each([
  '/office',
  '/office/',
  '/nothing.js',
  '/taskpane.html/x',
  '/../secret.txt',
  '/office/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/../site-of-others/secret.txt',
  '//etc/passwd',
  '/%00',
  '/%E0%A4%A',
  `/${'x'.repeat(5_000)}`,
])('there is nothing at %s', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body]).toEqual([404, '']);
});

test('HEAD gives the headers alone', async () => {
  const { status, headers, body } = await ask('/taskpane.html', 'HEAD');
  expect([status, headers['content-length'], body]).toEqual([200, '19', '']);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/taskpane.html', method);
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});
