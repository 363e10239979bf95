/** @jest-environment jsdom */
import { clipboardCells } from '../../../src/hosts/browser/clipboard-text';

test('a cell that claims more rows than its table has adds none below it', () => {
  const html = '<table><tr><td rowspan="65534">甲校</td><td>陈立新</td></tr><tr><td>李新</td></tr></table>';
  expect(clipboardCells(html, '')).toEqual([
    ['甲校', '陈立新'],
    ['', '李新'],
  ]);
});
