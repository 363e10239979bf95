import type { ColumnKey } from '../../src/rules/application';
import { withImplied } from '../../src/taskpane/fill/implied-values';
import { day, RULEBOOK } from '../support/rulebook';

type Row = Readonly<Partial<Record<ColumnKey, string>>>;

const ID = '500103198507121215';

/** What is written where a value is typed into a row with these texts. */
const written = (row: Row, key: ColumnKey, typed: string): object =>
  Object.fromEntries(withImplied(RULEBOOK, day('2025-03-26'), (each) => row[each] ?? '', key, typed));

test.each<[string, Row, ColumnKey, string, object]>([
  ['居民身份证带出性别', { idType: '居民身份证' }, 'idNumber', ID, { sex: '男' }],
  ['证件类型没填，按身份证', {}, 'idNumber', ID, { sex: '男' }],
  ['护照不带出性别', { idType: '护照' }, 'idNumber', ID, {}],
  ['校验码错，不带出', { idType: '居民身份证' }, 'idNumber', `${ID.slice(0, 17)}0`, {}],
  ['已填的性别不改', { sex: '女' }, 'idNumber', ID, {}],
  [
    '名称带出编码和类别',
    { level: '考评员' },
    'occupationName',
    '茶艺师',
    { occupationCode: '4-03-02-07', category: '第四大类' },
  ],
  [
    '编码带出名称和类别',
    { level: '考评员' },
    'occupationCode',
    '4-03-02-07',
    { occupationName: '茶艺师', category: '第四大类' },
  ],
  [
    '专项带出领域',
    { level: '专项职业能力考核考评员' },
    'occupationName',
    '收银结算',
    { occupationCode: '收银员', category: '第四大类' },
  ],
  ['三种钳工，不定', { level: '考评员' }, 'occupationName', '钳工', {}],
])('%s', (_, row, key, typed, implied) => {
  expect(written(row, key, typed)).toEqual({ [key]: typed, ...implied });
});
