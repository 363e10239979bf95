import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, textsOf, writeWorkbook } from './support/workbook';

/** Where a command writes, whatever stands there already. */

const DATE = ['--date', '2025-03-26'];

let folder: Folder;
let input: string;
beforeEach(async () => {
  folder = new Folder();
  input = await writeWorkbook(folder.file('名单.xlsx'), { 名单: sheetOf(rowOf({ ethnicity: '汉' })) });
});
afterEach(() => {
  folder.remove();
});

const isMended = async (path: string): Promise<boolean> => (await textsOf(path))[2]?.[7] === '汉族';

describe('--force', () => {
  test('keeps the mode of the file that it replaces', async () => {
    const copy = folder.file('out.xlsx');
    writeFileSync(copy, 'old');
    chmodSync(copy, 0o640);
    expect((await kpy(['fix', input, '-o', copy, '--force', ...DATE])).status).toBe(0);
    expect(await isMended(copy)).toBe(true);
    expect(statSync(copy).mode & 0o7777).toBe(0o640);
  });

  test.each([
    ['that is there', true],
    ['that is not there yet', false],
  ])('through a link writes the file %s, and the link stays', async (_, exists) => {
    mkdirSync(folder.file('共享'));
    const target = folder.file('共享/正本.xlsx');
    if (exists) writeFileSync(target, 'old');
    symlinkSync('共享/正本.xlsx', folder.file('first.xlsx'));
    symlinkSync('first.xlsx', folder.file('link.xlsx'));
    expect((await kpy(['fix', input, '-o', folder.file('link.xlsx'), '--force', ...DATE])).status).toBe(0);
    expect(readlinkSync(folder.file('link.xlsx'))).toBe('first.xlsx');
    expect(readlinkSync(folder.file('first.xlsx'))).toBe('共享/正本.xlsx');
    expect(await isMended(target)).toBe(true);
  });

  test('through a link in a folder that is one itself writes where the link leads from there', async () => {
    mkdirSync(folder.file('盘/名单'), { recursive: true });
    symlinkSync('盘/名单', folder.file('快捷'));
    symlinkSync('../上报.xlsx', folder.file('盘/名单/out.xlsx'));
    const out = folder.file('快捷/out.xlsx');
    expect((await kpy(['fix', input, '-o', out, '--force', ...DATE])).status).toBe(0);
    expect(await isMended(folder.file('盘/上报.xlsx'))).toBe(true);
    expect(folder.names()).toEqual(['名单.xlsx', '快捷', '盘'].sort());
  });

  test('through a link into a circle is refused', async () => {
    symlinkSync('b.xlsx', folder.file('a.xlsx'));
    symlinkSync('a.xlsx', folder.file('b.xlsx'));
    const out = folder.file('a.xlsx');
    const { status, err } = await kpy(['fix', input, '-o', out, '--force', ...DATE]);
    expect([status, err]).toEqual([2, `无法写入 ${out}，请核对文件夹和权限\n`]);
    expect(readlinkSync(out)).toBe('b.xlsx');
  });
});

test('without --force a link that leads nowhere yet counts as being there', async () => {
  const out = folder.file('link.xlsx');
  symlinkSync('nowhere.xlsx', out);
  const { status, err } = await kpy(['fix', input, '-o', out, ...DATE]);
  expect([status, err]).toEqual([2, expect.stringContaining('已经存在')]);
  expect(folder.names()).toEqual(['link.xlsx', '名单.xlsx']);
});

describe.each([['fix'], ['export']])('kpy %s to what is no file', (command) => {
  test.each([['a pipe'], ['a link to a device']])('%s: refused, also with --force', async (kind) => {
    const out = folder.file('out.xlsx');
    if (kind === 'a pipe') spawnSync('mkfifo', [out]);
    else symlinkSync('/dev/null', out);
    const before = lstatSync(out).ino;
    for (const force of [[], ['--force']]) {
      const { status, err } = await kpy([command, input, '-o', out, ...force, ...DATE]);
      expect([status, err]).toEqual([2, `${out} 不是普通文件（是设备或管道），请指定一个文件\n`]);
    }
    expect(lstatSync(out).ino).toBe(before);
    expect(folder.names()).toEqual(['out.xlsx', '名单.xlsx']);
  });
});

describe('a name that says something else than what is written is refused', () => {
  test.each([
    ['template', '空表.xls', '.xlsx'],
    ['template', '空表', '.xlsx'],
    ['export', '上报.xls', '.xlsx'],
    ['export', '上报.csv', '.xlsx'],
    ['export', '上报.xlsm', '.xlsx'],
    ['fix', '改.xls', '.xlsx'],
    ['fix', '改.xlsm', '.xlsx'],
  ])('kpy %s -o %s', async (command, name, extension) => {
    const out = folder.file(name);
    const args = command === 'template' ? [] : [input];
    const { status, err } = await kpy([command, ...args, '-o', out, '--force', ...DATE]);
    expect(err).toBe(`写出的是 ${extension} 文件，${out} 的名称须以 ${extension} 结尾\n`);
    expect(status).toBe(2);
    expect(folder.names()).toEqual(['名单.xlsx']);
  });

  test('a workbook with macros stays one', async () => {
    const macros = folder.file('宏.xlsm');
    writeFileSync(macros, readFileSync(input));
    const { status, err } = await kpy(['fix', macros, '-o', folder.file('改.xlsx'), ...DATE]);
    expect([status, err]).toEqual([2, expect.stringContaining('须以 .xlsm 结尾')]);
  });

  test('in capitals it is the same', async () => {
    expect((await kpy(['template', '-o', folder.file('A.XLSX')])).status).toBe(0);
  });
});

test('a name as long as a name can be', async () => {
  const name = `${'考'.repeat(83)}.xlsx`;
  expect((await kpy(['template', '-o', folder.file(name)])).status).toBe(0);
  expect(folder.names()).toContain(name);
  const longer = folder.file(`考${name}`);
  const { status, err } = await kpy(['template', '-o', longer]);
  expect([status, err]).toEqual([2, `无法写入 ${longer}：名称太长，请用 -o 指定短一些的文件名\n`]);
});
