import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { COLUMNS } from '../../src/sheet/columns';
import { pastedRows, type PastedRows } from '../../src/sheet/pasted-rows';
import { SOUND } from '../support/applicant';
import { copiedText } from './support/copied-text';

const HEADER = COLUMNS.map(({ header }) => header);
const PERSON = COLUMN_KEYS.map((key) => String(SOUND[key]));

function read(rows: readonly (readonly string[])[]): PastedRows {
  const paste = pastedRows(copiedText(rows));
  if (paste.kind !== 'rows') throw new Error(paste.kind);
  return paste;
}

/** A few columns of another year's sheet, under names and in an order of its own. */
const OTHER_HEADER = ['序号', '申报人', '身份证号', '手机', '申报工种', '职业代码', '申报级别', '备注'];
const OTHER = [
  '1',
  '陈立新',
  '500103198507121215',
  '13812345678',
  '电工',
  '6-31-01-03',
  '考评员',
  '老考评员',
];
const OTHER_KEYS: readonly ColumnKey[] = [
  'idNumber',
  'name',
  'phone',
  'level',
  'occupationName',
  'occupationCode',
];

test('columns in another order, under other names: each by its header', () => {
  const paste = read([OTHER_HEADER, OTHER]);
  expect(paste.columns.map(({ key }) => key)).toEqual(OTHER_KEYS);
  expect(paste.columns[1]).toEqual({ key: 'name', header: '申报人', example: '陈立新' });
  expect(Object.fromEntries(paste.rows[0] ?? [])).toEqual({
    idNumber: '500103198507121215',
    name: '陈立新',
    phone: '13812345678',
    level: '考评员',
    occupationName: '电工',
    occupationCode: '6-31-01-03',
  });
  expect(paste.unknown).toEqual(['序号', '备注']);
  expect(paste.missing).toEqual(COLUMN_KEYS.filter((key) => !OTHER_KEYS.includes(key)));
  expect([paste.leftOut, paste.hasHeader]).toEqual([0, true]);
});

test('a column without a header is told by its number where anybody has something in it', () => {
  const second = ['2', '李晓', '511202199505050448', ...OTHER.slice(3)];
  const paste = read([
    [...OTHER_HEADER, ''],
    [...OTHER, ''],
    [...second, '已缴费'],
  ]);
  expect(paste.unknown).toEqual(['序号', '备注', 9]);
});

test('a line of spaces is no line that was left out', () => {
  const spaces = OTHER.map((_, i) => (i === 1 ? '  ' : ''));
  expect(read([OTHER_HEADER, OTHER, spaces]).leftOut).toBe(0);
});

test('the official sheet as a whole: title, foot and remarks are no people', () => {
  const paste = read([
    ['考评人员申报汇总表', ...PERSON.slice(1).map(() => '')],
    HEADER,
    PERSON,
    PERSON.map(() => ''),
    HEADER,
    PERSON,
    ['填报单位（加盖公章）：某校　联系人：李　联系电话：023-68000000'],
    ['备注：1.提交时间为申报单位提交时间'],
  ]);
  expect(paste.rows).toHaveLength(2);
  expect(paste.rows[0]?.get('skillCertificateNo')).toBe(SOUND.skillCertificateNo);
  expect([paste.unknown, paste.missing, paste.leftOut]).toEqual([[], [], 3]);
});

test('a header of upright text, one character a line, and of two rows', () => {
  const upright = OTHER_HEADER.map((header) => header.split('').join('\n'));
  expect(read([upright, OTHER]).columns.map(({ key }) => key)).toEqual(OTHER_KEYS);
  const paste = read([
    ['个人信息', '', '', '', '申报', '', '', ''],
    ['序号', '姓名', '身份证号码', '联系电话', '申报职业', '申报职业编码', '申报等级', ''],
    OTHER,
  ]);
  expect(paste.columns.map(({ key }) => key)).toEqual(OTHER_KEYS);
  // A column without a name is told by its number.
  expect(paste.unknown).toEqual(['序号', 8]);
});

test('the three 证书编码 go by what stands before them; one alone is not guessed', () => {
  const paste = read([
    [
      '姓名',
      '身份证号码',
      '申报考评员等级',
      '申报职业',
      '性别',
      '民族',
      '已取得职称证书',
      '证书编码',
      '联系电话',
      '证书编码',
    ],
    [
      '陈立新',
      '500103198507121215',
      '考评员',
      '电工',
      '男',
      '汉族',
      '工程师',
      '渝职20190001',
      '13812345678',
      'X',
    ],
  ]);
  expect(paste.rows[0]?.get('titleCertificateNo')).toBe('渝职20190001');
  expect(paste.unknown).toEqual(['证书编码']);
});

test('texts stay as they were copied: spaces, full width, another year’s code', () => {
  const row = PERSON.map((text, i) =>
    COLUMN_KEYS[i] === 'occupationCode' ? ' ４－０４－０５－０３ ' : text,
  );
  expect(read([HEADER, row]).rows[0]?.get('occupationCode')).toBe(' ４－０４－０５－０３ ');
});

test('without a header, rows of the 27 columns in the official order are taken so', () => {
  const paste = read([PERSON, PERSON.map((text, i) => (COLUMN_KEYS[i] === 'sex' ? '' : text))]);
  expect(paste.hasHeader).toBe(false);
  expect(paste.rows).toHaveLength(2);
  expect(Object.fromEntries(paste.rows[0] ?? [])).toEqual(
    Object.fromEntries(COLUMN_KEYS.map((key) => [key, String(SOUND[key])])),
  );
});

const headless: readonly (readonly [why: string, rows: readonly (readonly string[])[]])[] = [
  ['26 columns', [PERSON.slice(0, 26)]],
  ['28 columns', [[...PERSON, 'x']]],
  ['27 columns with 序号 before them and one left out', [['1', ...PERSON.slice(0, 26)]]],
  ['27 columns without any 性别', [PERSON.map((text, i) => (COLUMN_KEYS[i] === 'sex' ? '' : text))]],
  ['a few columns', [OTHER]],
];
test.each(headless)('%s: the header has to be copied too', (_, rows) => {
  expect(pastedRows(copiedText(rows))).toEqual({ kind: 'no-header' });
});

test('too few headers: how many of them are ours, and which are not', () => {
  const rows = [['名单'], ['姓名', '联系电话', '微信号'], ['陈立新', '13812345678', 'clx']];
  expect(pastedRows(copiedText(rows))).toEqual({
    kind: 'poor-header',
    known: 2,
    telling: 1,
    unknown: ['微信号'],
  });
});

test('headers enough, but not of our sheet: only what is a column for certain counts, and once', () => {
  const header = [
    '姓名',
    '性别',
    '民族',
    '文化程度',
    '政治面貌',
    '工龄',
    '姓名',
    '职业',
    '证书编码',
    '微信号',
  ];
  expect(pastedRows(copiedText([header, header.map(() => 'x')]))).toEqual({
    kind: 'poor-header',
    known: 6,
    telling: 1,
    unknown: ['职业', '微信号'],
  });
});

test.each(['', ' \n\t\r\n', '\t\t\t'])('nothing is nothing: %j', (text) => {
  expect(pastedRows(text)).toEqual({ kind: 'empty' });
});

test('a header with nobody below it', () => {
  expect(pastedRows(copiedText([HEADER]))).toEqual({ kind: 'no-rows' });
});

test('whatever order the columns have, every cell comes to its own column', () => {
  // Columns that are told apart by the one before them stay with it.
  const parts = COLUMNS.filter(({ follows }) => follows === undefined).map(({ key }) => [
    key,
    ...COLUMNS.filter(({ follows }) => follows === key).map((each) => each.key),
  ]);
  const order = fc
    .shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length })
    .map((each) => each.flat());
  const text = fc.string({
    unit: fc.constantFrom('乙', '7', ' ', '"', '\n', '／'),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(order, fc.array(text, { minLength: 27, maxLength: 27 }), (keys, texts) => {
      const values = new Map(keys.map((key, i) => [key, `甲${texts[i] ?? ''}`]));
      values.set('name', '陈立新').set('idNumber', '500103198507121215').set('occupationName', '电工');
      const headers = keys.map((key) => HEADER[COLUMN_KEYS.indexOf(key)] ?? '');
      const paste = read([headers, keys.map((key) => values.get(key) ?? '')]);
      expect(paste.rows.map((row) => Object.fromEntries(row))).toEqual([Object.fromEntries(values)]);
    }),
    { numRuns: 100 },
  );
});

test('a paste of very many lines is read', () => {
  const text = [HEADER.join('\t'), ...Array.from({ length: 200_000 }, () => '重庆天和职业技能培训学校')].join(
    '\n',
  );
  expect(pastedRows(text)).toEqual({ kind: 'no-rows' });
});
