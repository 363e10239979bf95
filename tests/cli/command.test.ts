import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs';
import { version } from '../../package.json';

/** The built command, as `npx kpy` starts it. */
const KPY = 'dist/kpy.js';

test('is built', () => {
  expect(existsSync(KPY)).toBe(true);
  expect(readFileSync(KPY, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(() => {
    accessSync(KPY, constants.X_OK);
  }).not.toThrow();
});

test('speaks on both streams, has the status, and no colour in a pipe', () => {
  const good = spawnSync(process.execPath, [KPY, 'check', 'examples/clean.xlsx', '--date', '2025-03-26'], {
    encoding: 'utf8',
  });
  expect(good.stdout).toContain('符合 11 人，不符合 0 人，待核实 1 人；费用 14500 元');
  expect(good.stdout).not.toContain('\u001b');
  expect(good).toMatchObject({ status: 0, stderr: '' });
  const none = spawnSync(process.execPath, [KPY, 'check', 'nobody.xlsx'], { encoding: 'utf8' });
  expect(none).toMatchObject({ status: 3, stdout: '', stderr: '找不到 nobody.xlsx，请核对路径\n' });
});

test('ends quietly and with its status where the reader goes away', async () => {
  const command = spawn(process.execPath, [KPY, 'check', 'examples/messy.xlsx', '--date', '2025-03-26']);
  command.stdout.destroy();
  let stderr = '';
  command.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(command, 'close')) as [number];
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

describe('a slow reader is waited for, and gets everything', () => {
  const args = ['check', 'examples', 'tests/cases', '--json', '--date', '2025-03-26'];
  const read = (...command: readonly string[]): string => {
    const [program = '', ...rest] = command;
    return spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 1 << 24 }).stdout;
  };
  // A pipe holds 64 KB.
  const slowly = (...command: readonly string[]): string =>
    read('sh', '-c', '"$@" | (sleep 1; cat)', 'sh', ...command);
  const all = read(process.execPath, KPY, ...args);

  test('of a pipe', () => {
    expect(Buffer.byteLength(all)).toBeGreaterThan(200_000);
    expect(slowly(process.execPath, KPY, ...args)).toBe(all);
  });

  test('of a pipe that refuses to wait', () => {
    // Node makes its own pipes so; another program that writes to the same one finds it so.
    const script = `{ "$1" -e 'process.stdout.write(""); setTimeout(() => {}, 3000)' & sleep 0.5; "$@"; } | (sleep 1; cat)`;
    expect(read('sh', '-c', script, 'sh', process.execPath, KPY, ...args)).toBe(all);
  });
});

describe('a full disk is said in one sentence, with status 2', () => {
  test.each([[[]], [['--json']], [['--lang', 'en-US']]])('%j', (options) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      [KPY, 'check', 'examples/clean.xlsx', 'examples/messy.xlsx', ...options],
      { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
    );
    closeSync(full);
    expect(stderr).toBe(
      options.includes('en-US')
        ? 'Not all of the result was written: the disk is full; make room and try again\n'
        : '结果没有全部写出：磁盘已满，请清理后再试\n',
    );
    expect(status).toBe(2);
  });

  test('and nothing where there is no room for that either', () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [KPY, 'find', '电工'], { stdio: ['ignore', full, full] });
    closeSync(full);
    expect(status).toBe(2);
  });
});

test('--version tells the version and the notice', () => {
  const { status, stdout } = spawnSync(process.execPath, [KPY, '--version'], { encoding: 'utf8' });
  expect(stdout).toBe(`kpy ${version}，依据渝职鉴发〔2025〕8号（通知包 2025-8）\n`);
  expect(status).toBe(0);
});
