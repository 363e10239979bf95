import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { bareWorkbook, MAIN } from './support/bare-workbook';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';

const folder = new Folder();
afterAll(() => {
  folder.remove();
});

const externalEntity = (): Uint8Array =>
  bareWorkbook(
    strToU8(
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
    ),
  );

/** Files that are no 汇总表 at all: one clear sentence and status 3, from every command that reads. */
test.each([
  ['an empty file', 'a.xlsx', (): Uint8Array => new Uint8Array(), '文件是空的，请核对是否复制完整'],
  ['a web page named .xls', 'a.xls', (): Uint8Array => strToU8('<html><table></table></html>'), '这是网页'],
  ['text', 'a.xlsx', (): Uint8Array => strToU8('姓名,身份证号码\n'), '这是文本文件，不是工作簿'],
  ['a PDF', 'a.xlsx', (): Uint8Array => strToU8('%PDF-1.7\n'), '这是 PDF'],
  [
    'a zip of something else',
    'a.xlsx',
    (): Uint8Array => zipSync({ 'word/document.xml': strToU8('<w/>') }),
    '这不是 Excel 工作簿',
  ],
  [
    'a zip bomb',
    'a.xlsx',
    (): Uint8Array => readFileSync('tests/cases/zip-bomb/input.xlsx'),
    '文件过大或展开后过大',
  ],
  ['an external entity', 'a.xlsx', externalEntity, '文件中有外部声明'],
])('%s', async (_, name, content, sentence) => {
  const file = folder.file(name);
  writeFileSync(file, content());
  for (const command of ['check', 'fix', 'export']) {
    const { status, out, err } = await kpy([command, file]);
    expect(err).toContain(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/Error|\bat /);
    expect(out).toBe('');
    expect(status).toBe(3);
  }
  for (const command of ['fix', 'export']) {
    const { status, out, err } = await kpy([command, file, '--json']);
    expect(JSON.parse(out)).toEqual({ error: err.trimEnd() });
    expect(err).toContain(sentence);
    expect(status).toBe(3);
  }
  expect(folder.names()).toEqual([name]);
  folder.clear();
});

test('a folder where a file is meant', async () => {
  const path = folder.file('inbox');
  mkdirSync(path);
  const { status, err } = await kpy(['fix', path]);
  expect(err).toBe(`${path} 是文件夹，请指定其中的一个文件\n`);
  expect(status).toBe(2);
});

test('a file of more than 128 MB is refused unread', async () => {
  const file = folder.file('录像.xlsx');
  writeFileSync(file, '');
  truncateSync(file, 128 * 1024 * 1024 + 1);
  const { status, err } = await kpy(['check', file]);
  expect([status, err]).toEqual([3, expect.stringContaining('文件过大或展开后过大')]);
});
