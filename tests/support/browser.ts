import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// Without the last ones Chromium asks for hosts of its own on a closed network.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Found {
  readonly path: string;
  /** What the browser needs in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The package's own list of fonts looks for them in /tmp itself; without any font Chromium crashes. */
const fontsWithin = (folder: string): string =>
  `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`;

/**
 * The browser of the npm package @sparticuz/chromium (linux x64), unpacked once into a temporary folder named by version.
 * Several workers of Jest may ask for it at once: each unpacks for itself, and the first to be done has it for all.
 */
function packagedChromium(): Found {
  const entry = createRequire(__filename).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(tmpdir(), `kpy-chromium-${version}-${String(userInfo().uid)}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    const unpacked = mkdtempSync(`${folder}-`);
    try {
      unpack(entry, unpacked);
      writeFileSync(join(unpacked, 'fonts.conf'), fontsWithin(folder));
      moveTo(folder, path, unpacked);
    } finally {
      rmSync(unpacked, { recursive: true, force: true });
    }
  }
  return {
    path,
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Puts a complete folder in place, unless another worker has; what a cleaner of temporary files left of an old one goes. */
function moveTo(folder: string, path: string, unpacked: string): void {
  try {
    renameSync(unpacked, folder);
  } catch {
    if (existsSync(path)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  }
}

/**
 * The package unpacks to the temporary folder, and takes whatever `chromium` stands there: so a process of its own does it. As
 * on AWS it also unpacks NSS, NSPR and expat, for systems without them.
 */
function unpack(entry: string, folder: string): void {
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((it) => it.default.executablePath())`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  execFileSync(process.execPath, ['-e', script], { env });
}

/** A Chromium: `CHROME_PATH`, else an installed one, else the npm package's on linux x64. */
function findBrowser(): Found {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== '') return { path: given };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error('No Chrome, Edge or Chromium found: install one, or give its path in CHROME_PATH');
}

/** How each Chromium is started. */
function launching(more: readonly string[]): LaunchOptions {
  const { path, env } = findBrowser();
  return {
    executablePath: path,
    headless: true,
    args: [...ARGUMENTS, ...more],
    ...(env !== undefined && { env: { ...process.env, ...env } }),
  };
}

/** Starts a headless Chromium; the caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launching([]));

/** V8 improves no code: in a page that lives for seconds it costs more than it saves. */
const UNOPTIMISED = '--js-flags=--no-opt --no-maglev';

/**
 * Starts a headless Chromium with a user's profile, for tests that each open the same page anew: the profile keeps what was
 * compiled of it. The caller closes it, and has the folder for the profile.
 */
export const launchProfile = (
  folder: string,
  options: BrowserContextOptions,
  more: readonly string[],
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...launching([UNOPTIMISED, ...more]), ...options });
