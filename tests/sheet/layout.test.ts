import { COLUMN_KEYS } from '../../src/rules/application';
import { officialLayout } from '../../src/sheet/layout';
import { PRINTED_HEADERS } from './support/grids';

const EMPTY = officialLayout(null);

test('the printed title, headers and remarks of annex 2', () => {
  expect(EMPTY.title).toBe('考评人员申报汇总表');
  expect(EMPTY.columns.map(({ key }) => key)).toEqual(COLUMN_KEYS);
  expect(EMPTY.columns.map(({ header }) => header)).toEqual(PRINTED_HEADERS);
  expect(EMPTY.remarks.map((remark) => remark.trim())).toEqual([
    '备注：1.市级企业/院校/社会培训评价组织在填报单位处盖本评价机构的公章。',
    '2.在各区、县（自治县）备案的企业/院校/社会培训评价组织在填报单位处由备案地人力社保部门盖公章。',
  ]);
});

test('the footer line, empty or with what the old sheet said', () => {
  expect(EMPTY.footer.split(/\u3000+/)).toEqual(['填报单位（加盖公章）：', '联系人：', '联系电话：']);
  const footer = { row: 9, institution: '某校', contact: '赵丁', phone: '023-67890000' };
  expect(officialLayout(footer).footer.split(/\u3000+/)).toEqual([
    '填报单位（加盖公章）：某校',
    '联系人：赵丁',
    '联系电话：023-67890000',
  ]);
});

test('every column has a prompt that fits into Excel’s 255 characters, and a width', () => {
  for (const { prompt, width } of EMPTY.columns) {
    expect(prompt).not.toBe('');
    expect(prompt.length).toBeLessThanOrEqual(255);
    expect(width).toBeGreaterThanOrEqual(4);
  }
});
