import CopyPlugin from 'copy-webpack-plugin';
import CssMinimizerPlugin from 'css-minimizer-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';
import { FunctionsMetadata } from './tools/build/functions-metadata.js';
import { GzipBudget } from './tools/build/gzip-budget.js';
import { officeSourceOf } from './tools/build/office-source.js';
import { inNoticeWords } from './tools/build/notice-words.js';
import { OfflineFiles } from './tools/build/offline-files.js';
import { DEVELOPMENT_URL, manifestFor, siteUrlOf } from './tools/build/manifest-for.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where the add-in will be served, for the manifest; the developer's own server unless the administrator gives it. */
const siteUrl = siteUrlOf(process.env.KPY_URL || DEVELOPMENT_URL);

const office = officeSourceOf(process.env.KPY_OFFICE_JS || 'self');

const swc = (target) => ({
  test: /\.tsx?$/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  },
});

/** What every bundle shares: TypeScript through swc, nothing fetched from elsewhere. */
const base = (name, target) => ({
  name,
  mode: 'production',
  context: here('.'),
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  // A createRequire is left to Node: webpack would put its own numbers in place of paths.
  module: { parser: { javascript: { createRequire: false } }, rules: [swc(target)] },
  optimization: {
    minimizer: [
      new TerserPlugin({
        minify: TerserPlugin.swcMinify,
        extractComments: false,
        terserOptions: { compress: { passes: 2 }, mangle: true },
      }),
    ],
  },
  performance: { hints: false },
});

/** A program or library of ES modules. */
const modules = (name, entry, folder, extra = {}) => ({
  ...base(name, 'es2022'),
  entry,
  experiments: { outputModule: true },
  output: {
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    path: here(folder),
    filename: '[name].js',
  },
  ...extra,
});

/** Each program of tools/ is a bundle of its own; `--env tools=NAME` builds one of them alone. */
const tools = (only) =>
  Object.fromEntries(
    readdirSync(here('tools'), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map(({ name }) => [name.replace(/\.ts$/, ''), `./tools/${name}`])
      .filter(([name]) => only === true || only === name),
  );

const NODE = { target: 'node20', externalsPresets: { node: true }, node: { __filename: 'node-module' } };

/** What a tool uses and no bundle can hold. */
const UNBUNDLED = ['webpack', 'playwright-core'];

/** A copied text with the notice's own words in it. */
const ofTheNotice = (content) => inNoticeWords(content.toString());

/** Keeps the minimizer away from a script that is copied. */
const AS_IT_IS = { minimized: true };

const officeJs = () => {
  const from = `${dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'))}/dist`;
  const files = [
    'office.js',
    'o15apptofilemappingtable.js',
    'excel-win32-16.01.js',
    'excel-mac-16.00.js',
    'excel-web-16.00.js',
    'zh-cn/office_strings.js',
    'zh-tw/office_strings.js',
    'en-us/office_strings.js',
  ];
  return office.name === 'self'
    ? files.map((file) => ({ from: `${from}/${file}`, to: `office/${file}`, info: AS_IT_IS }))
    : [];
};

/**
 * The add-in: pane and functions in one shared runtime, and what a static web server needs beside them. functions.js
 * stands on its own; the pane's page loads it too, and shares the rules that are in it.
 */
const site = () => {
  const shared = base('site', 'es2022');
  return {
    ...shared,
    target: ['web', 'es2022'],
    entry: {
      functions: './src/functions/functions.ts',
      taskpane: { import: './src/taskpane/excel.tsx', dependOn: 'functions' },
    },
    output: {
      path: here('dist'),
      filename: ({ chunk }) => (chunk?.name === 'functions' ? 'functions.js' : '[name].[contenthash:8].js'),
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: '',
      clean: { keep: (file) => !/^(?:taskpane|\d+)\.[\da-f]{8}\.js$/.test(file) },
    },
    module: {
      rules: [...shared.module.rules, { test: /\.css$/, type: 'asset/resource' }],
    },
    optimization: {
      minimizer: [...shared.optimization.minimizer, new CssMinimizerPlugin()],
      // What several tabs have in common is loaded once, however small.
      splitChunks: { minSize: 2000 },
    },
    plugins: [
      new FunctionsMetadata({ source: here('src/functions/functions.ts'), file: 'functions.json' }),
      new HtmlWebpackPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
        templateParameters: { officeJs: office.script, officePolicy: office.policy },
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'src/taskpane/pages/*', to: '[name][ext]', info: AS_IT_IS, transform: ofTheNotice },
          {
            from: 'manifest.xml',
            transform: (content) => manifestFor(ofTheNotice(content), siteUrl),
          },
          ...officeJs(),
        ],
      }),
      new GzipBudget([{ name: 'pane', entries: ['functions', 'taskpane'], first: 260, all: 360 }]),
    ],
  };
};

/** The workbench: a page of its own, and a service worker that keeps it for a time without a server. */
const workbench = () => {
  const shared = base('workbench', 'es2022');
  return {
    ...shared,
    target: ['web', 'es2022'],
    entry: {
      workbench: './src/workbench/page.tsx',
      'service-worker': {
        import: './src/workbench/offline/service-worker.ts',
        filename: 'service-worker.js',
      },
    },
    output: {
      path: here('dist'),
      filename: 'workbench/[name].[contenthash:8].js',
      chunkFilename: 'workbench/[name].[contenthash:8].js',
      publicPath: '',
      clean: { keep: (file) => !/^workbench[\\/]?/.test(file) },
    },
    module: {
      ...shared.module,
      rules: [
        ...shared.module.rules,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
        { test: /@univerjs[\\/](?:sheets|docs)-ui[\\/].*\.js$/, use: here('tools/build/no-pictures.js') },
        {
          test: /@univerjs[\\/]sheets-ui[\\/]lib[\\/]es[\\/]index\.js$/,
          use: here('tools/build/no-text-mark.js'),
        },
      ],
    },
    optimization: {
      minimizer: [...shared.optimization.minimizer, new CssMinimizerPlugin()],
    },
    plugins: [
      new MiniCssExtractPlugin({
        filename: 'workbench/[name].[contenthash:8].css',
        chunkFilename: 'workbench/[name].[contenthash:8].css',
      }),
      new FunctionsMetadata({ source: here('src/functions/functions.ts'), file: 'functions.json' }),
      new HtmlWebpackPlugin({
        template: './src/workbench/index.html',
        filename: 'index.html',
        chunks: ['workbench'],
        scriptLoading: 'defer',
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icon-{32,64,192,512}.png' },
          { from: 'src/workbench/workbench.webmanifest', to: '[name][ext]' },
          { from: 'src/workbench/pages/*', to: '[name][ext]', info: AS_IT_IS },
          {
            from: 'src/taskpane/pages/{help.html,page.css}',
            to: '[name][ext]',
            info: AS_IT_IS,
            transform: ofTheNotice,
          },
          { from: 'examples/messy.xlsx', to: 'examples/[name][ext]' },
        ],
      }),
      new webpack.NormalModuleReplacementPlugin(/^\.\/[\w-]+-[\w-]{8}\.js$/, (module) => {
        if (/@univerjs[\\/]engine-render[\\/]/.test(module.context))
          module.request = here('tools/build/no-hyphenation.js');
      }),
      new OfflineFiles({ worker: 'service-worker.js' }),
      new GzipBudget([{ name: 'start page', entries: ['workbench'], first: 100, all: 2150 }]),
    ],
  };
};

export default (env = {}) =>
  env.tools
    ? modules('tools', tools(env.tools), 'build', { ...NODE, externals: UNBUNDLED, externalsType: 'module' })
    : [
        modules('library', { index: './src/index.ts' }, 'dist', { target: 'es2022' }),
        modules('command', { kpy: './src/cli/kpy.ts' }, 'dist', {
          ...NODE,
          plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
        }),
        site(),
        workbench(),
      ];
