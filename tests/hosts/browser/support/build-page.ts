import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import TerserPlugin from 'terser-webpack-plugin';
import webpack, { type Configuration } from 'webpack';

const ROOT = join(__dirname, '..', '..', '..', '..');
/** In a place that stays: what is bundled is kept for the next run. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'grid-page');
/** Two that build at once, each with a test file of its own, must not write the same files. */
const WORKER = process.env.JEST_WORKER_ID ?? '1';
const PAGE = join(__dirname, 'page', 'page.ts');

const HTML =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="page.css">' +
  '<style>html,body,#grid{margin:0;height:100%}</style><div id="grid"></div><script src="page.js" defer></script></html>';

async function configuration(folder: string, minify: boolean): Promise<Configuration> {
  mkdirSync(CACHE, { recursive: true });
  const metadata = join(CACHE, `metadata-${WORKER}.json`);
  const { metadataJson } = await generateCustomFunctionsMetadata(join(ROOT, 'src/functions/functions.ts'));
  writeFileSync(metadata, metadataJson);
  return {
    mode: 'production',
    target: ['web', 'es2020'],
    context: ROOT,
    devtool: false,
    entry: { page: PAGE },
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].js', publicPath: '' },
    cache: {
      type: 'filesystem',
      cacheDirectory: CACHE,
      name: `${minify ? 'minified' : 'plain'}-${WORKER}`,
    },
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
    optimization: {
      minimize: minify,
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: { hints: false },
  };
}

/** Bundles the test page, with the grid and the custom functions, into a folder. */
export async function buildPage(folder: string, { minify = false } = {}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const compiler = webpack(await configuration(folder, minify));
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
