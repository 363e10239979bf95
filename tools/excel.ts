import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_URL } from './build/manifest-for.js';
import { developmentCertificates } from './excel/certificates';
import { sideloading, untrustedCertificates } from './excel/sideloading';
import { staticSite } from './site/static-site';

/**
 * `npm run excel`: what `npm run build` made, over HTTPS on this machine alone, with development certificates. Needs no
 * internet.
 */
const DIST = join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
const MANIFEST = join(DIST, 'manifest.xml');

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** Whether dist/ was built for this server. */
function isBuilt(): boolean {
  try {
    return readFileSync(MANIFEST, 'utf8').includes(DEVELOPMENT_URL);
  } catch {
    return false;
  }
}

async function serve(): Promise<void> {
  const { untrusted, ...certificates } = await developmentCertificates();
  const server = createServer(certificates, staticSite(DIST));
  server.on('error', (error) => {
    fail(error.message);
  });
  server.listen(Number(new URL(DEVELOPMENT_URL).port), 'localhost', () => {
    process.stdout.write(sideloading(DEVELOPMENT_URL, MANIFEST));
    if (untrusted !== null) process.stderr.write(untrustedCertificates(untrusted.reason, untrusted.ca));
  });
}

if (isBuilt())
  await serve().catch((error: unknown) => {
    fail(`没有可用的开发证书 / There are no development certificates: ${String(error)}`);
  });
else fail('请先运行 npm run build，不设 KPY_URL。/ First: npm run build, without KPY_URL.');
