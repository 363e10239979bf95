import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';

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
