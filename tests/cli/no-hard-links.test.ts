import { readFileSync, writeFileSync } from 'node:fs';
import type * as Files from 'node:fs/promises';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';

/** A file system without hard links, as a USB stick (FAT, exFAT) and some network drives are: here the system's own refusal. */

jest.mock('node:fs/promises', () => ({
  ...jest.requireActual<typeof Files>('node:fs/promises'),
  link: () => Promise.reject(Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' })),
}));

let folder: Folder;
let out: string;
beforeEach(() => {
  folder = new Folder();
  out = folder.file('空表.xlsx');
});
afterEach(() => {
  folder.remove();
});

test('gets the whole file, and nothing beside it', async () => {
  expect(await kpy(['template', '-o', out])).toEqual({ status: 0, out: `已写入 ${out}\n`, err: '' });
  expect((await kpy(['check', out])).out).toContain('表头在第2行');
  expect(folder.names()).toEqual(['空表.xlsx']);
});

test('keeps what is there already', async () => {
  writeFileSync(out, 'mine');
  const { status, err } = await kpy(['template', '-o', out]);
  expect([status, err]).toEqual([2, `${out} 已经存在；请用 -o 指定另一个文件，或加 --force 覆盖\n`]);
  expect(readFileSync(out, 'utf8')).toBe('mine');
  expect(folder.names()).toEqual(['空表.xlsx']);
});
