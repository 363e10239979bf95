import { readdirSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import webpack from 'webpack';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What every bundle shares: TypeScript through swc, ES modules out, nothing fetched from elsewhere. */
const base = {
  mode: 'production',
  context: here('.'),
  devtool: false,
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        use: {
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
        },
      },
    ],
  },
  experiments: { outputModule: true },
  output: { module: true, chunkFormat: 'module', library: { type: 'module' } },
  performance: { hints: false },
};

const bundle = (name, entry, folder, extra = {}) => ({
  ...base,
  name,
  entry,
  output: { ...base.output, path: here(folder), filename: '[name].js' },
  ...extra,
});

/** Each program of tools/ is a bundle of its own. */
const tools = () =>
  Object.fromEntries(
    readdirSync(here('tools'), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map(({ name }) => [name.replace(/\.ts$/, ''), `./tools/${name}`]),
  );

export default (env = {}) =>
  env.tools
    ? bundle('tools', tools(), 'build', { target: 'node20', externalsPresets: { node: true } })
    : [
        bundle('library', { index: './src/index.ts' }, 'dist', { target: 'es2022' }),
        bundle('command', { kpy: './src/cli/kpy.ts' }, 'dist', {
          target: 'node20',
          plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
        }),
      ];
