import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import webpack, { type Configuration } from 'webpack';

const ROOT = join(__dirname, '..', '..', '..', '..');
/** In a place that stays: the page is kept for the next run. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'grid-page');
const PAGE = join(__dirname, 'page', 'page.ts');

const HTML =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="page.css">' +
  '<style>html,body,#grid{margin:0;height:100%}</style><div id="grid"></div><script src="page.js" defer></script></html>';

async function configuration(folder: string): Promise<Configuration> {
  mkdirSync(CACHE, { recursive: true });
  const metadata = join(CACHE, 'metadata.json');
  const { metadataJson } = await generateCustomFunctionsMetadata(join(ROOT, 'src/functions/functions.ts'));
  writeFileSync(metadata, metadataJson);
  return {
    mode: 'production',
    target: ['web', 'es2020'],
    context: ROOT,
    devtool: false,
    entry: { page: PAGE },
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].js', publicPath: '' },
    resolve: { extensions: ['.ts', '.js'], alias: { 'kpy-functions-metadata$': metadata } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { target: 'es2020', parser: { syntax: 'typescript' } } },
          },
        },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    plugins: [new MiniCssExtractPlugin({ filename: '[name].css' })],
    optimization: { minimize: false },
    performance: { hints: false },
  };
}

/** Bundles the test page, with the grid and the custom functions, into a folder. */
async function buildPage(folder: string): Promise<void> {
  const compiler = webpack(await configuration(folder));
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => {
      if (error === null) resolve(result);
      else reject(error);
    });
  });
  await new Promise((resolve) => {
    compiler.close(resolve);
  });
  if (stats?.hasErrors() !== false)
    throw new Error(stats?.toString({ colors: false }) ?? 'nothing was built');
  writeFileSync(join(folder, 'index.html'), HTML);
}

/** What the page is made of, by name, size and date: the same for all test files of a run. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['src', 'tests/hosts/browser/support'])
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = statSync(join(ROOT, folder, name));
      hash.update(`${name} ${String(size)} ${String(mtimeMs)}\n`);
    }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

const PATIENCE = 240_000;

/**
 * Takes the work for this process; false where another that still runs has it. One that was killed while it bundled has it no
 * longer.
 */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!runs(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function runs(lock: string): boolean {
  try {
    const holder = readFileSync(lock, 'utf8');
    // Another test file may have made it and not have written yet.
    return holder === '' || process.kill(Number(holder), 0);
  } catch {
    return false;
  }
}

/**
 * The folder of the test page. The first test file that asks bundles it, those that run beside it wait, and it stays until
 * something changes that it is made of.
 *
 * @throws Error where it cannot be bundled, here or by the test file that does
 */
export async function builtPage(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const name = `page-${fingerprint()}`;
  const folder = join(CACHE, name);
  const [underway, lock] = [`${folder}-underway`, `${folder}-lock`];
  const deadline = Date.now() + PATIENCE;
  while (!existsSync(folder)) {
    if (take(lock)) {
      try {
        // Another may have put it there since it was looked for.
        if (existsSync(folder)) break;
        rmSync(underway, { recursive: true, force: true });
        await buildPage(underway);
        for (const old of readdirSync(CACHE))
          if (old.startsWith('page-') && !old.startsWith(name)) rmSync(join(CACHE, old), { recursive: true });
        renameSync(underway, folder);
      } finally {
        rmSync(lock, { force: true });
      }
    } else if (Date.now() > deadline) throw new Error('The page was not bundled in time.');
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return folder;
}
