import { ownFileProblem, ownFileResults } from '../../src/workbench/work/own-file-text';

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

test('cells that hold a result in place of a formula are named, the first of many', () => {
  expect(ownFileResults([], 'zh-CN')).toBeNull();
  expect(ownFileResults(['名单!A2'], 'zh-CN')).toMatch(/计算结果：名单!A2$/);
  const many = Array.from({ length: 12 }, (_, i) => `名单!A${i + 1}`);
  expect(ownFileResults(many, 'zh-CN')).toMatch(/名单!A10…$/);
});
