import { COLUMN_KEYS } from '../../src/rules/application';
import { COLUMNS, headerOf } from '../../src/sheet/columns';
import { PRINTED_HEADERS } from './support/grids';

test('the 27 columns stand in the printed order with the printed headers', () => {
  expect(COLUMNS.map(({ key }) => key)).toEqual(COLUMN_KEYS);
  expect(COLUMNS.map(({ header }) => header)).toEqual(PRINTED_HEADERS);
});

test('a message says which of the three 证书编码 it means', () => {
  expect([
    headerOf('skillCertificateNo'),
    headerOf('titleCertificateNo'),
    headerOf('assessorCardNo'),
  ]).toEqual([
    '证书编码（已取得职业资格或等级认定证书工种）',
    '证书编码（已取得职称证书）',
    '证书编码（已取得考评人员证卡职业（工种））',
  ]);
  expect(headerOf('idNumber')).toBe('身份证号码');
});
