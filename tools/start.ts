import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staticSite } from './site/static-site';

/**
 * `npm start`: what `npm run build` made, on this machine alone, and the workbench in the browser. Needs no internet. The
 * port stays the same, since a browser keeps works by address.
 */
const DIST = join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
const PORT = Number(process.env.PORT ?? 8025);
const ADDRESS = `http://localhost:${PORT}/`;

/** How each system opens an address in the user's browser. */
const OPENERS: Partial<Readonly<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

function openBrowser(): void {
  const [command, ...given] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...given, ADDRESS], { stdio: 'ignore', detached: true });
  // A machine without a browser, or without a screen: the address is printed.
  opener.on('error', () => undefined);
  opener.unref();
}

const server = createServer(staticSite(DIST));
server.on('error', (error: NodeJS.ErrnoException) => {
  process.exitCode = 1;
  process.stderr.write(
    error.code === 'EADDRINUSE'
      ? `端口 ${PORT} 已被占用。如果考评助手已经在运行，请打开 ${ADDRESS}；否则设 PORT 为另一个端口。\n` +
          `Port ${PORT} is taken. If KPY runs already, open ${ADDRESS}; else set PORT to another.\n`
      : `${error.message}\n`,
  );
});
server.listen(PORT, 'localhost', () => {
  process.stdout.write(`考评助手 / KPY: ${ADDRESS}\n按 Ctrl+C 结束 / Ctrl+C ends it\n`);
  openBrowser();
});
