import { readFileSync, writeFileSync } from 'node:fs';
import { link, writeFile } from 'node:fs/promises';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';

/** What file systems refuse that a test has none of: here with the system's own words for it. */

jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<Files>('node:fs/promises');
  return { ...actual, link: jest.fn(actual.link), writeFile: jest.fn(actual.writeFile) };
});
interface Files {
  readonly link: typeof link;
  readonly writeFile: typeof writeFile;
}

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

let folder: Folder;
let out: string;
beforeEach(() => {
  folder = new Folder();
  out = folder.file('空表.xlsx');
});
afterEach(() => {
  folder.remove();
});

describe('one without hard links, as a USB stick (FAT, exFAT) and some network drives are', () => {
  beforeEach(() => {
    jest.mocked(link).mockRejectedValueOnce(refusal('EPERM'));
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
});

test.each([
  ['a full disk', 'ENOSPC', '：磁盘已满，请清理后再试'],
  ['a quota that is used up', 'EDQUOT', '：磁盘已满，请清理后再试'],
  ['a disk that may only be read', 'EROFS', '，请核对文件夹和权限'],
])('%s is told, and nothing is left half-written', async (_, code, words) => {
  jest.mocked(writeFile).mockRejectedValueOnce(refusal(code));
  expect(await kpy(['template', '-o', out])).toEqual({
    status: 2,
    out: '',
    err: `无法写入 ${out}${words}\n`,
  });
  expect(folder.names()).toEqual([]);
});
