import fc from 'fast-check';
import { COLUMNS, headerOf } from '../../src/sheet/columns';
import { CERTIFICATE_NUMBER_KEYS, foldHeader, matchHeader } from '../../src/sheet/header-text';
import { noisyHeader } from './support/noise';

const keyOf = (text: string): string => {
  const match = matchHeader(text);
  if (match.kind === 'column') return match.key;
  return match.kind === 'ambiguous' ? match.keys.join(' or ') : match.kind;
};

describe('folding', () => {
  test.each([
    ['姓 名', '姓名'],
    ['姓\n名', '姓名'],
    ['姓\r\n名', '姓名'],
    ['　姓　名　', '姓名'],
    ['*姓名', '姓名'],
    ['★姓名：', '姓名'],
    ['职务／岗位', '职务岗位'],
    ['工龄（年）', '工龄(年)'],
    ['ＩＤ', 'id'],
    ['姓\u200B名', '姓名'],
  ])('%j is %s', (text, folded) => {
    expect(foldHeader(text)).toBe(folded);
  });
});

describe('known headers', () => {
  test.each(COLUMNS.filter(({ follows }) => follows === undefined).map(({ key, header }) => [header, key]))(
    '%s',
    (header, key) => {
      expect(matchHeader(header)).toEqual({ kind: 'column', key, distance: 0 });
    },
  );

  test.each([
    ['身份证号', 'idNumber'],
    ['证件号码', 'idNumber'],
    ['证件编号', 'idNumber'],
    ['手机号码', 'phone'],
    ['工作单位', 'employer'],
    ['学历', 'education'],
    ['申报级别', 'level'],
    ['职业编码', 'occupationCode'],
    ['职称证书编号', 'titleCertificateNo'],
    ['考评员证编号', 'assessorCardNo'],
    ['考评员证书编码', 'assessorCardNo'],
    ['考评人员证书编号', 'assessorCardNo'],
    ['所在单位名称', 'employer'],
    ['工作单位名称', 'employer'],
    ['填报单位', 'institution'],
    ['从事本职业或相关职业工作年限', 'occupationYears'],
    ['从事本职业年限', 'occupationYears'],
    ['职业资格证书或技能等级证书', 'skillCertificate'],
    ['技能等级证书名称', 'skillCertificate'],
  ])('the alias %s', (header, key) => {
    expect(matchHeader(header)).toEqual({ kind: 'column', key, distance: 1 });
  });

  test('no alias stands for two columns', () => {
    const unclear = COLUMNS.flatMap(({ aliases }) =>
      aliases.filter((alias) => matchHeader(alias).kind === 'ambiguous'),
    );
    expect(unclear).toEqual([]);
  });

  test.each(CERTIFICATE_NUMBER_KEYS)('%s is known by the name that we give it', (key) => {
    expect(matchHeader(headerOf(key))).toMatchObject({ kind: 'column', key });
  });

  test.each(['证书编码', '证书编号', '证 书\n编 码', '证书编码（必填）', '证书号'])(
    '%j is one of three',
    (header) => {
      expect(matchHeader(header)).toEqual({ kind: 'certificate-number' });
    },
  );
});

describe('brackets are optional', () => {
  test.each([
    ['机构类别', 'institutionTier'],
    ['机构类别(央企在渝分支、市级、区级)', 'institutionTier'],
    ['申报职业名称', 'occupationName'],
    ['申报职业工种名称', 'occupationName'],
    ['申报职业编码', 'occupationCode'],
    ['申报职业编码考评员和高级考评员专项考评员填写所属职业领域', 'occupationCode'],
    ['身份证号码（18位）', 'idNumber'],
    ['姓名（与身份证一致）', 'name'],
    ['已取得考评人员证卡职业', 'assessorCard'],
    ['身分证号码（18位）', 'idNumber'],
  ])('%s', (header, key) => {
    expect(keyOf(header)).toBe(key);
  });
});

describe('an edit distance of 1 per 5 characters, none under 4 characters', () => {
  test.each([
    ['four characters, one wrong', '文化呈度', 'education'],
    ['four characters, two wrong', '文华呈度', 'none'],
    ['three characters, one missing', '化程度', 'none'],
    ['two characters, one wrong', '姓各', 'none'],
    ['five characters, one wrong', '身分证号码', 'idNumber'],
    ['five characters, two wrong', '身分正号码', 'none'],
    ['one character missing', '本职业或相关职业任年限', 'occupationYears'],
    ['one character too many', '申报考评员的等级', 'level'],
    ['twelve characters, two wrong', '本职业或相关职业任只年现', 'occupationYears'],
    ['twelve characters, three wrong', '本职业或相关职业认只年现', 'none'],
    ['证书编码, one wrong', '证书遍码', 'certificate-number'],
    ['证书编号, one wrong', '证书遍号', 'certificate-number'],
    ['证书 is no slip for 证件', '证书名称', 'none'],
  ])('%s: %s', (_, header, key) => {
    expect(keyOf(header)).toBe(key);
  });

  test('a header that is as near to two columns is either', () => {
    expect(matchHeader('申报类列')).toEqual({ kind: 'ambiguous', keys: ['level', 'category'] });
  });
});

test.each([
  '序号',
  '备注',
  '年龄',
  '出生日期',
  '所学专业',
  '毕业院校',
  '家庭住址',
  '照片',
  '1',
  '',
  '　',
  '**',
])('"%s" is none of the columns', (header) => {
  expect(matchHeader(header)).toEqual({ kind: 'none' });
});

test('a text as long as a paragraph is no header, however it begins', () => {
  expect(matchHeader('姓名'.repeat(60))).toEqual({ kind: 'none' });
  expect(matchHeader(`填表说明${'请按要求填写'.repeat(40)}`)).toEqual({ kind: 'none' });
});

test('noise in spaces, line breaks, width and stars changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COLUMNS).chain(({ header }) => fc.tuple(fc.constant(header), noisyHeader(header))),
      ([header, noisy]) => {
        expect(matchHeader(noisy)).toEqual(matchHeader(header));
      },
    ),
  );
});

test('a cell of nothing but brackets in brackets is no header', () => {
  expect(matchHeader('('.repeat(16_000) + ')'.repeat(16_000))).toEqual({ kind: 'none' });
  expect(matchHeader(`${'('.repeat(100)}姓名${')'.repeat(100)}`)).toMatchObject({
    kind: 'column',
    key: 'name',
  });
});
