/** @jest-environment jsdom */
import { clipboardCells } from '../../../src/hosts/browser/clipboard-text';

test('a cell that claims more rows than its table has adds none below it', () => {
  const html = '<table><tr><td rowspan="65534">甲校</td><td>陈立新</td></tr><tr><td>李新</td></tr></table>';
  expect(clipboardCells(html, '')).toEqual([
    ['甲校', '陈立新'],
    ['', '李新'],
  ]);
});

test('each paragraph of a cell of Word is a line of its own', () => {
  const html =
    '<table><tr><td>\n  <p class=MsoNormal>电工/三级<o:p></o:p></p>\n  <p class=MsoNormal>焊工/三级<o:p></o:p></p>\n</td>' +
    '<td><p>无</p></td><td><div>甲</div><div>乙<br>丙</div></td></tr></table>';
  expect(clipboardCells(html, '')).toEqual([['电工/三级\n焊工/三级', '无', '甲\n乙\n丙']]);
});

test('a column of very many rows is taken', () => {
  expect(clipboardCells('', '重庆天和职业技能培训学校\r\n'.repeat(200_000))).toHaveLength(200_000);
});
