import { noOwnFile, ownFileNotes, ownFileProblem } from '../../src/workbench/work/own-file-text';

test.each([
  [{ problem: 'no-file' }, /没有原文件/],
  [{ problem: 'values-alone' }, /\.xls/],
  [{ problem: 'restructured' }, /增减过行、列或工作表/],
  [{ problem: 'array-formula', params: { cell: 'C5' } }, /C5.*数组公式/],
  [{ problem: 'not-patchable', params: { reason: 'zip64' } }, /zip64/],
  [{ problem: 'unreadable', code: 'file.too-large', params: { limit: 'part' } }, /没有写出：.*大/],
  [{ problem: 'failed', detail: 'out of memory' }, /意外.*out of memory/],
] as const)('%o is told by its own reason', (failure, wanted) => {
  const text = ownFileProblem(failure, 'zh-CN');
  expect(text).toMatch(wanted);
  expect(text).not.toMatch(/[{}]/);
});

test('a work that is an .xls is not told as one that was begun here', () => {
  const file = new Uint8Array([1]);
  expect(noOwnFile({ file: null, keptInFile: [] })).toBe('no-file');
  expect(noOwnFile({ file, keptInFile: ['formats'] })).toBe('values-alone');
  expect(noOwnFile({ file, keptInFile: ['pictures'] })).toBeNull();
});

test('cells that hold a result in place of a formula are named, the first of many', () => {
  const notes = (results: readonly string[]): string | null =>
    ownFileNotes({ results, renamed: [] }, 'zh-CN');
  expect(notes([])).toBeNull();
  expect(notes(['名单!A2'])).toMatch(/计算结果：名单!A2$/);
  const many = Array.from({ length: 12 }, (_, i) => `名单!A${i + 1}`);
  expect(notes(many)).toMatch(/名单!A10…$/);
});

test('sheets that the file calls otherwise are named, after the cells', () => {
  expect(ownFileNotes({ results: [], renamed: ['Sheet1'] }, 'zh-CN')).toBe(
    '原文件已下载。工作表改过的名称没有写进文件，文件里仍叫：Sheet1',
  );
  expect(ownFileNotes({ results: ['Sheet1!A2'], renamed: ['Sheet1', 'Sheet2'] }, 'zh-CN')).toMatch(
    /计算结果：Sheet1!A2；工作表.*仍叫：Sheet1、Sheet2$/,
  );
});
