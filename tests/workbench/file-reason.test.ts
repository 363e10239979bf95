import { fileReason } from '../../src/workbench/work/file-reason';
import { wordsIn } from '../../src/workbench/words';

const reason = (name: string, message = ''): string =>
  fileReason(new DOMException(message, name), wordsIn('zh-CN'));

test.each(['NotReadableError', 'NotFoundError'])('%s: the file changed or was moved', (name) => {
  expect(reason(name)).toBe('文件在读取时有变化，或已被移走，请重新选择');
});

test('anything else is told as what it is', () => {
  expect(reason('SecurityError')).toBe('浏览器没有让本页读取这个文件（SecurityError）');
  expect(reason('DataCloneError', 'out of memory')).toContain('DataCloneError: out of memory');
});
