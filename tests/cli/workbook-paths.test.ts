import { chmodSync, copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, writeWorkbook } from './support/workbook';

/** Which files `kpy check` finds where folders, links and several names are given. */

const DATE = ['--date', '2025-03-26'];

let folder: Folder;
let good: string;
let inbox: string;
beforeEach(async () => {
  folder = new Folder();
  good = await writeWorkbook(folder.file('good.xlsx'), { 名单: sheetOf(rowOf()) });
  inbox = folder.file('inbox');
  mkdirSync(inbox);
});
afterEach(() => {
  folder.remove();
});

interface Entry {
  readonly file: string;
  readonly error?: string;
}

const checked = async (
  ...paths: readonly string[]
): Promise<{ readonly status: number; readonly files: readonly Entry[] }> => {
  const { status, out, err } = await kpy(['check', ...paths, '--json', ...DATE]);
  expect(err).toBe('');
  const { files } = JSON.parse(out) as { files: readonly Entry[] };
  return { status, files };
};

const names = (files: readonly Entry[]): readonly string[] =>
  files.map(({ file, error }) => relative(folder.path, file) + (error === undefined ? '' : ' !'));

describe('links within a folder', () => {
  test('to files and folders are followed', async () => {
    mkdirSync(folder.file('elsewhere'));
    copyFileSync(good, folder.file('elsewhere/b.xlsx'));
    symlinkSync('../good.xlsx', folder.file('inbox/a.xlsx'));
    symlinkSync('../elsewhere', folder.file('inbox/区'));
    const { status, files } = await checked(inbox);
    expect(names(files)).toEqual(['inbox/a.xlsx', 'inbox/区/b.xlsx']);
    expect(status).toBe(0);
  });

  test('back to a folder above, or in a circle, are no way round', async () => {
    mkdirSync(folder.file('inbox/区'));
    copyFileSync(good, folder.file('inbox/区/a.xlsx'));
    symlinkSync('..', folder.file('inbox/区/up'));
    symlinkSync('around', folder.file('inbox/around'));
    symlinkSync('区', folder.file('inbox/same'));
    const { status, files } = await checked(inbox);
    expect(names(files)).toEqual(['inbox/区/a.xlsx']);
    expect(status).toBe(0);
  });

  test('that lead nowhere are said not to be there, where they have the name of a workbook or a folder', async () => {
    copyFileSync(good, folder.file('inbox/a.xlsx'));
    symlinkSync('gone.xlsx', folder.file('inbox/b.xlsx'));
    symlinkSync('gone.txt', folder.file('inbox/b.txt'));
    symlinkSync('/mnt/gone', folder.file('inbox/共享'));
    const { status, files } = await checked(inbox);
    expect(names(files)).toEqual(['inbox/a.xlsx', 'inbox/b.xlsx !', 'inbox/共享 !']);
    expect(files[1]?.error).toContain('找不到');
    expect(status).toBe(3);
  });
});

test('sheets of other programs in a folder are read where they can be, and else told', async () => {
  copyFileSync('tests/cases/libreoffice-xls/input.xls', folder.file('inbox/a.et'));
  writeFileSync(folder.file('inbox/b.ods'), 'PK');
  writeFileSync(folder.file('inbox/c.xlsb'), 'PK');
  writeFileSync(folder.file('inbox/d.csv'), '姓名');
  const { status, files } = await checked(inbox);
  expect(names(files)).toEqual(['inbox/a.et', 'inbox/b.ods !', 'inbox/c.xlsb !']);
  expect(status).toBe(3);
});

test('one file by several names is checked once, under the first', async () => {
  symlinkSync('good.xlsx', folder.file('link.xlsx'));
  symlinkSync('../good.xlsx', folder.file('inbox/again.xlsx'));
  const { files } = await checked(good, `${folder.path}/./good.xlsx`, folder.file('link.xlsx'), inbox);
  expect(files.map(({ file }) => file)).toEqual([good]);
});

test('one file by several links is told under the first, one that is not there once too', async () => {
  symlinkSync('../good.xlsx', folder.file('inbox/a.xlsx'));
  symlinkSync('../good.xlsx', folder.file('inbox/b.xlsx'));
  const gone = folder.file('gone.xlsx');
  const { files } = await checked(inbox, gone, `${folder.path}/./gone.xlsx`);
  expect(names(files)).toEqual(['inbox/a.xlsx', 'gone.xlsx !']);
});

test('a file in a folder that a link leads to is told by its own name where that is given too', async () => {
  mkdirSync(folder.file('区'));
  copyFileSync(good, folder.file('区/b.xlsx'));
  symlinkSync('../区', folder.file('inbox/共享'));
  expect(names((await checked(inbox, folder.file('区'))).files)).toEqual(['区/b.xlsx']);
});

test('what links lead to is told in the order of its path, not after all else', async () => {
  mkdirSync(folder.file('区'));
  copyFileSync(good, folder.file('区/x.xlsx'));
  symlinkSync('../区', folder.file('inbox/1月'));
  mkdirSync(folder.file('inbox/2月'));
  for (const name of ['2月/b.xlsx', '2月/a.xlsx', '2月.xlsx']) copyFileSync(good, join(inbox, name));
  expect(names((await checked(inbox)).files)).toEqual([
    'inbox/1月/x.xlsx',
    'inbox/2月.xlsx',
    'inbox/2月/a.xlsx',
    'inbox/2月/b.xlsx',
  ]);
});

test('a pipe, and a link in a circle, are passed over in a folder, whatever their names', async () => {
  copyFileSync(good, folder.file('inbox/a.xlsx'));
  spawnSync('mkfifo', [folder.file('inbox/b.xlsx')]);
  symlinkSync('c.xlsx', folder.file('inbox/c.xlsx'));
  const { status, files } = await checked(inbox);
  expect(names(files)).toEqual(['inbox/a.xlsx']);
  expect(status).toBe(0);
});

test('of several names within a folder the file’s own is told, not that of a link to it', async () => {
  copyFileSync(good, folder.file('inbox/甲.xlsx'));
  mkdirSync(folder.file('inbox/区'));
  symlinkSync('../甲.xlsx', folder.file('inbox/区/链.xlsx'));
  expect(names((await checked(inbox)).files)).toEqual(['inbox/甲.xlsx']);
});

describe('a folder without workbooks', () => {
  test('alone is wrong usage, which --json says too', async () => {
    const { status, files } = await checked(inbox);
    expect(files).toEqual([
      { file: inbox, error: `${inbox} 里没有表格文件（.xlsx、.xlsm、.xls、.et、.ods、.xlsb）` },
    ]);
    expect(status).toBe(2);
  });

  test('is named beside another that has some, which are checked', async () => {
    const { status, out, err } = await kpy(['check', inbox, good, ...DATE]);
    expect(err).toBe(`${inbox} 里没有表格文件（.xlsx、.xlsm、.xls、.et、.ods、.xlsb）\n`);
    expect(out).toContain('共 1 张表，1 人；0 个文件未能检查');
    expect(status).toBe(2);
  });
});

/** Root reads every folder: another user checks this one, with the built command where that user can reach it. */
const asNobody = (...args: readonly string[]): ReturnType<typeof spawnSync> => {
  chmodSync(folder.path, 0o755);
  cpSync('dist/kpy.js', folder.file('kpy.mjs'));
  const command = [process.execPath, folder.file('kpy.mjs'), ...args];
  return process.getuid?.() === 0
    ? spawnSync('setpriv', ['--reuid=65534', '--clear-groups', ...command], { encoding: 'utf8' })
    : spawnSync(command[0] ?? '', command.slice(1), { encoding: 'utf8' });
};

test('a folder that cannot be listed is said to be so, and all else is checked', () => {
  mkdirSync(folder.file('inbox/锁'));
  copyFileSync(good, folder.file('inbox/a.xlsx'));
  copyFileSync(good, folder.file('inbox/锁/b.xlsx'));
  const locked = folder.file('inbox/锁');
  chmodSync(locked, 0o000);
  try {
    const json = asNobody('check', inbox, '--json', ...DATE);
    const { files } = JSON.parse(json.stdout.toString()) as { files: readonly Entry[] };
    expect(names(files)).toEqual(['inbox/a.xlsx', 'inbox/锁 !']);
    expect(files[1]).toEqual({ file: locked, error: expect.stringContaining('没有权限读取') as string });
    expect(json).toMatchObject({ status: 3, stderr: '' });
    const text = asNobody('check', inbox, ...DATE);
    expect(text.stderr).toBe(`没有权限读取 ${locked}，请关闭正在使用它的程序或核对权限\n`);
    expect(text.stdout).toContain('符合 1 人');
    expect(text.stdout).toContain('共 1 张表，1 人；0 个文件未能检查；1 个文件夹打不开\n');
    expect(text.status).toBe(3);
  } finally {
    chmodSync(locked, 0o755);
  }
});

test('a pipe or device in place of a file is refused, not waited for', async () => {
  const pipe = folder.file('pipe.xlsx');
  spawnSync('mkfifo', [pipe]);
  const { status, files } = await checked(pipe, '/dev/zero', good);
  expect(files.map(({ error }) => error)).toEqual([
    `${pipe} 不是普通文件（是设备或管道），请指定一个文件`,
    '/dev/zero 不是普通文件（是设备或管道），请指定一个文件',
    undefined,
  ]);
  expect(status).toBe(3);
});
