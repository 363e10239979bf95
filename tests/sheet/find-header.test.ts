import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { findHeader } from '../../src/sheet/find-header';
import type { Grid, GridRange } from '../../src/sheet/grid';
import { noisyHeader } from './support/noise';
import {
  CHEN,
  FOOTER,
  LI,
  PRINTED_HEADERS,
  TITLE,
  at,
  gridOf,
  officialGrid,
  personRow,
  type Value,
} from './support/grids';

const PRINTED = new Map(COLUMN_KEYS.map((key, column) => [key, column]));

/** Where each column was found, as an object that a failed test shows well. */
const columnsOf = (grid: Grid): Record<string, number> => Object.fromEntries(findHeader(grid)?.columns ?? []);

/** The printed headers with some changed; a header of null is a blank cell. */
const headersWith = (changes: Readonly<Partial<Record<ColumnKey, string | null>>>): Value[] =>
  COLUMN_KEYS.map((key, column) => (key in changes ? changes[key] : PRINTED_HEADERS[column]));

const merge = (top: number, left: number, bottom: number, right: number): GridRange => ({
  top,
  left,
  bottom,
  right,
});

describe('where the header is', () => {
  test('below the title, as printed', () => {
    const wide = merge(0, 0, 0, 26);
    expect(findHeader(officialGrid([personRow()], { merges: [wide] }))).toEqual({
      top: 1,
      bottom: 1,
      columns: PRINTED,
      ambiguous: [],
    });
  });

  test('an empty row below it is not part of it', () => {
    expect(findHeader(gridOf([[TITLE], PRINTED_HEADERS, [], personRow()]))).toMatchObject({
      top: 1,
      bottom: 1,
    });
    expect(findHeader(gridOf([PRINTED_HEADERS, []]))).toMatchObject({ top: 0, bottom: 0 });
  });

  test('the title may be missing', () => {
    expect(findHeader(gridOf([PRINTED_HEADERS, personRow()]))).toMatchObject({ top: 0, bottom: 0 });
  });

  test.each(Array.from({ length: 20 }, (_, row) => row + 1))('on row %i', (row) => {
    const above = Array.from({ length: row - 1 }, (_, i) => (i % 2 === 0 ? [TITLE] : []));
    const found = findHeader(gridOf([...above, PRINTED_HEADERS, personRow(CHEN), personRow(LI)]));
    expect(found).toMatchObject({ top: row - 1, bottom: row - 1, columns: PRINTED });
  });

  test('not below row 20', () => {
    const above = Array.from({ length: 20 }, () => [TITLE]);
    expect(findHeader(gridOf([...above, PRINTED_HEADERS, personRow()]))).toBeNull();
  });

  test('the first of two: the second is a repetition', () => {
    const grid = gridOf([[TITLE], PRINTED_HEADERS, personRow(CHEN), PRINTED_HEADERS, personRow(LI)]);
    expect(findHeader(grid)).toMatchObject({ top: 1, bottom: 1 });
  });

  test.each<[string, Grid]>([
    ['an empty sheet', gridOf([])],
    ['rows of people without a header', gridOf([personRow(CHEN), personRow(LI)])],
    [
      'a list of phones',
      gridOf([
        ['姓名', '性别', '联系电话', '工作单位'],
        ['李晓梅', '女', '13900001111', '某校'],
      ]),
    ],
    [
      'a roster of another kind',
      gridOf([['序号', '姓名', '性别', '民族', '学历', '政治面貌', '职务', '联系电话', '入职日期']]),
    ],
    [
      'a note that names the columns',
      gridOf([['请填写姓名、身份证号码、申报考评员等级和申报职业（工种）名称']]),
    ],
  ])('%s has none', (_, grid) => {
    expect(findHeader(grid)).toBeNull();
  });
});

describe('headers as people write them', () => {
  test('upright, one character a line', () => {
    const upright = PRINTED_HEADERS.map((header) => Array.from(header).join('\n'));
    expect(findHeader(gridOf([[TITLE], upright, personRow()]))?.columns).toEqual(PRINTED);
  });

  test('broken into lines as in the notice, with spaces', () => {
    const headers = headersWith({
      institutionTier: '机构类\n别（央\n企在渝\n分支、市\n级、区\n级）',
      occupationName: '申报\n职业\n（工种）\n名称',
      name: '姓　　名',
      sex: ' 性 别 ',
    });
    expect(findHeader(gridOf([headers, personRow()]))?.columns).toEqual(PRINTED);
  });

  test.each<[string, (header: string, number: number) => string]>([
    ['1.', (header, number) => `${number}.${header}`],
    ['1、', (header, number) => `${number}、${header}`],
    ['（1）', (header, number) => `（${number}）${header}`],
    ['① to ㉗', (header, number) => `${'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗'[number - 1] ?? ''}${header}`],
    ['a number in a line of its own', (header, number) => `${number}\n${header}`],
  ])('with numbers in front: %s', (_, numbered) => {
    const headers = PRINTED_HEADERS.map((header, column) => numbered(header, column + 1));
    expect(findHeader(gridOf([[TITLE], headers, personRow()]))).toEqual({
      top: 1,
      bottom: 1,
      columns: PRINTED,
      ambiguous: [],
    });
  });

  test('any order of the columns with any noise in the headers is found exactly', () => {
    // Each 证书编码 moves with the column that it belongs to.
    const blocks: ColumnKey[][] = [];
    for (const key of COLUMN_KEYS)
      if (key.endsWith('No')) blocks.at(-1)?.push(key);
      else blocks.push([key]);
    const shuffled = fc.shuffledSubarray(blocks, { minLength: blocks.length }).map((all) => all.flat());
    const sheet = shuffled.chain((keys) =>
      fc.record({
        keys: fc.constant(keys),
        headers: fc.tuple(...keys.map((key) => noisyHeader(PRINTED_HEADERS[at(key)] ?? ''))),
        above: fc.nat(18),
        left: fc.nat(2),
      }),
    );
    fc.assert(
      fc.property(sheet, ({ keys, headers, above, left }) => {
        const blank = Array.from({ length: left }, () => '');
        const person = personRow();
        const rows = [
          ...Array.from({ length: above }, () => [TITLE]),
          [...blank, ...headers],
          [...blank, ...keys.map((key) => person[at(key)])],
        ];
        const found = findHeader(gridOf(rows));
        expect(found).toMatchObject({ top: above, bottom: above, ambiguous: [] });
        expect(found?.columns).toEqual(new Map(COLUMN_KEYS.map((key) => [key, left + keys.indexOf(key)])));
      }),
      { numRuns: 60 },
    );
  });
});

describe('columns missing and added', () => {
  test('序号 in front moves all others', () => {
    const columns = columnsOf(
      gridOf([
        ['序号', ...PRINTED_HEADERS],
        [1, ...personRow()],
      ]),
    );
    expect(columns).toEqual(Object.fromEntries(COLUMN_KEYS.map((key, i) => [key, i + 1])));
  });

  test.each(['编号', '证书编码'])(
    'a leading %s beside the three that have an owner is an added column',
    (header) => {
      const found = findHeader(
        gridOf([
          [header, ...PRINTED_HEADERS],
          [1, ...personRow()],
        ]),
      );
      expect(found?.columns.get('skillCertificateNo')).toBe(1 + at('skillCertificateNo'));
      expect(found?.ambiguous).toEqual([]);
    },
  );

  test('备注 at the end and 出生日期 in the middle are nobody’s', () => {
    const headers = [...PRINTED_HEADERS.slice(0, 7), '出生日期', ...PRINTED_HEADERS.slice(7), '备注'];
    const found = findHeader(gridOf([headers]));
    expect(found?.columns.size).toBe(27);
    expect(found?.columns.get('ethnicity')).toBe(8);
    expect(found?.ambiguous).toEqual([]);
  });

  test.each(
    COLUMN_KEYS.filter((key) => !['skillCertificate', 'titleCertificate', 'assessorCard'].includes(key)),
  )('without %s the others are found', (missing) => {
    const kept = COLUMN_KEYS.filter((key) => key !== missing);
    const found = findHeader(gridOf([kept.map((key) => PRINTED_HEADERS[at(key)])]));
    expect(found?.columns).toEqual(new Map(kept.map((key, column) => [key, column])));
    expect(found?.ambiguous).toEqual([]);
  });

  test('the printed header wins over an added column that is one of its aliases', () => {
    const headers = [...PRINTED_HEADERS, '学历', '单位名称', '手机号码'];
    const found = findHeader(gridOf([headers]));
    expect(found?.columns).toEqual(PRINTED);
    expect(found?.ambiguous).toEqual([]);
  });

  test('a header one character off gives way to the right one', () => {
    const found = findHeader(gridOf([['提交日其', ...PRINTED_HEADERS]]));
    expect(found?.columns.get('submittedOn')).toBe(1);
    expect(found?.ambiguous).toEqual([]);
  });
});

describe('the three 证书编码', () => {
  test('are told apart by the column before them, wherever that is', () => {
    const order: ColumnKey[] = [
      'name',
      'idNumber',
      'assessorCard',
      'assessorCardNo',
      'skillCertificate',
      'skillCertificateNo',
      'titleCertificate',
      'titleCertificateNo',
      'level',
      'occupationName',
      'occupationCode',
    ];
    const found = findHeader(gridOf([order.map((key) => PRINTED_HEADERS[at(key)])]));
    expect(found?.columns).toEqual(new Map(order.map((key, column) => [key, column])));
  });

  test('one without such a column may be any that is not found', () => {
    const headers = headersWith({ titleCertificate: '发证机关' });
    const found = findHeader(gridOf([headers, personRow()]));
    const cell = 'T1';
    expect(found?.columns.has('titleCertificateNo')).toBe(false);
    expect(found?.ambiguous).toEqual([
      { keys: ['titleCertificateNo'], cell, text: '证书编码', cells: [cell] },
    ]);
  });

  test('are told by the certificate before them with columns of the user’s own between the two', () => {
    const headers = COLUMN_KEYS.flatMap((key, column) =>
      key.endsWith('No') ? ['发证日期', '发证机关', '证书编码'] : [PRINTED_HEADERS[column]],
    );
    const found = findHeader(gridOf([headers]));
    expect(found?.ambiguous).toEqual([]);
    expect(found?.columns.size).toBe(27);
    for (const key of ['skillCertificate', 'titleCertificate', 'assessorCard'] as const)
      expect(found?.columns.get(`${key}No`)).toBe((found?.columns.get(key) ?? 0) + 3);
  });

  test.each(['专技资格名称', '特种作业操作证', '技术职称情况', '专业技术资格'])(
    'one behind an unknown %s is any of those that are not found: it may be that one’s number',
    (other) => {
      const headers = COLUMN_KEYS.flatMap((key) => {
        if (key === 'skillCertificateNo') return ['发证日期'];
        return key === 'titleCertificate' ? [other] : [PRINTED_HEADERS[at(key)]];
      });
      const found = findHeader(gridOf([headers]));
      expect(found?.columns.has('skillCertificateNo')).toBe(false);
      expect(found?.ambiguous.map(({ keys }) => keys)).toEqual([
        ['skillCertificateNo', 'titleCertificateNo'],
      ]);
    },
  );

  test.each(['发证时间', '发证日期', '发证机关', '等级', '备注一'])(
    'one is told by the certificate before it with an unknown %s between',
    (own) => {
      const headers = headersWith({ skillCertificate: '已取得职业资格或等级认定证书工种' }).flatMap(
        (header, column) => (column === at('skillCertificateNo') ? [own, header] : [header]),
      );
      expect(findHeader(gridOf([headers]))?.columns.get('skillCertificateNo')).toBe(17 + 1);
    },
  );

  test('one in a group of certificates is passed by for what is said of the certificate, and not for another', () => {
    const column = at('skillCertificateNo');
    const below = (own: string): Grid => {
      const upper = PRINTED_HEADERS.flatMap((header, i) =>
        i === column ? [null, null] : [i === column - 1 ? '各类证书情况' : header],
      );
      const lower = upper.map((): Value => null);
      lower.splice(column - 1, 3, PRINTED_HEADERS[column - 1], own, '证书编码');
      return gridOf([upper, lower], { merges: [merge(0, column - 1, 0, column + 1)] });
    };
    expect(findHeader(below('发证日期'))?.columns.get('skillCertificateNo')).toBe(column + 1);
    expect(findHeader(below('另一种'))?.columns.has('skillCertificateNo')).toBe(false);
  });

  test('a second number, with what is said of the certificate between, is an added column', () => {
    const headers = [...PRINTED_HEADERS.slice(0, 18), '发证日期', '证书编码', ...PRINTED_HEADERS.slice(18)];
    const found = findHeader(gridOf([headers]));
    expect(found?.ambiguous).toEqual([]);
    expect(found?.columns.get('skillCertificateNo')).toBe(17);
  });

  test('a second number, of another paper behind the certificate’s own, is an added column', () => {
    const headers = [
      ...PRINTED_HEADERS.slice(0, 18),
      '特种作业操作证',
      '证书编码',
      ...PRINTED_HEADERS.slice(18),
    ];
    const found = findHeader(gridOf([headers]));
    expect(found?.ambiguous).toEqual([]);
    expect(found?.columns.get('skillCertificateNo')).toBe(17);
  });

  test('three in a row at the end are any of the three', () => {
    const headers = PRINTED_HEADERS.filter((header) => header !== '证书编码');
    const found = findHeader(gridOf([[...headers, '证书编码', '证书编码', '证书编码']]));
    expect(found?.ambiguous.map(({ keys, cell }) => [cell, ...keys])).toEqual(
      ['Y1', 'Z1', 'AA1'].map((cell) => [cell, 'skillCertificateNo', 'titleCertificateNo', 'assessorCardNo']),
    );
  });

  test('a name of its own needs no column before it', () => {
    const headers = headersWith({ skillCertificateNo: null });
    const found = findHeader(gridOf([[...headers, '技能等级证书编号']]));
    expect(found?.columns.get('skillCertificateNo')).toBe(27);
  });
});

describe('never guessed', () => {
  test('two columns with one header', () => {
    const found = findHeader(gridOf([[...PRINTED_HEADERS, '姓名']]));
    expect(found?.columns.has('name')).toBe(false);
    const cells = ['G1', 'AB1'];
    expect(found?.ambiguous).toEqual(cells.map((cell) => ({ keys: ['name'], cell, text: '姓名', cells })));
  });

  test('of a list beside the sheet, behind a column without a header, only where the sheet is complete', () => {
    const lists = [null, '性别', '民族', '身份证号码'];
    expect(findHeader(gridOf([[...PRINTED_HEADERS, ...lists]]))).toMatchObject({
      columns: PRINTED,
      ambiguous: [],
    });
    const found = findHeader(gridOf([[...headersWith({ sex: '年龄' }), ...lists]]));
    expect(found?.columns.get('sex')).toBe(28);
    expect(found?.ambiguous.map(({ cell }) => cell)).toEqual(['E1', 'AE1', 'H1', 'AD1']);
    const twice = findHeader(gridOf([[...PRINTED_HEADERS, null, ...PRINTED_HEADERS.slice(1)]]));
    expect(twice?.columns.has('name')).toBe(false);
  });

  test('two aliases of one column', () => {
    const found = findHeader(gridOf([[...headersWith({ position: '职务' }), '岗位']]));
    expect(found?.columns.has('position')).toBe(false);
    expect(found?.ambiguous.map(({ cell }) => cell)).toEqual(['K1', 'AB1']);
  });

  test('a header between two columns, both of which are missing', () => {
    const found = findHeader(gridOf([headersWith({ level: '申报类列', category: null })]));
    expect(found?.ambiguous).toEqual([
      { keys: ['level', 'category'], cell: 'X1', text: '申报类列', cells: ['X1'] },
    ]);
  });
});

describe('a header of two rows', () => {
  /** Groups above, what they consist of below; all others merged over both rows. */
  const GROUPS: Readonly<Partial<Record<ColumnKey, readonly [group: string | null, part: string]>>> = {
    skillCertificate: ['已取得职业资格或等级认定证书', '工种'],
    skillCertificateNo: [null, '证书编码'],
    titleCertificate: ['职称证书', '已取得职称证书'],
    titleCertificateNo: [null, '证书编码'],
    occupationName: ['申报职业', '（工种）名称'],
    occupationCode: [null, '职业编码'],
  };
  const upper = COLUMN_KEYS.map((key, column) =>
    key in GROUPS ? GROUPS[key]?.[0] : PRINTED_HEADERS[column],
  );
  const lower = COLUMN_KEYS.map((key) => GROUPS[key]?.[1]);
  const merges = COLUMN_KEYS.flatMap((key, column) => {
    if (!(key in GROUPS)) return [merge(1, column, 2, column)];
    return GROUPS[key]?.[0] == null ? [] : [merge(1, column, 1, column + 1)];
  });

  test('merged cells and groups', () => {
    const grid = gridOf([[TITLE], upper, lower, personRow()], { merges: [merge(0, 0, 0, 26), ...merges] });
    expect(findHeader(grid)).toEqual({ top: 1, bottom: 2, columns: PRINTED, ambiguous: [] });
  });

  test('text that goes on in the row below, without a merge', () => {
    const first = headersWith({
      occupationYears: '本职业或相关职业',
      institutionTier: '机构类别',
      level: '申报考评员',
    });
    const second = COLUMN_KEYS.map((key) => {
      if (key === 'occupationYears') return '任职年限';
      if (key === 'institutionTier') return '（央企在渝分支、市级、区级）';
      return key === 'level' ? '等级' : null;
    });
    expect(findHeader(gridOf([first, second, personRow()]))).toEqual({
      top: 0,
      bottom: 1,
      columns: PRINTED,
      ambiguous: [],
    });
  });

  test('of three rows: groups, their parts, and what each consists of', () => {
    const parts: Readonly<Partial<Record<ColumnKey, readonly [part: string | null, last: string]>>> = {
      skillCertificate: ['已取得职业资格或等级认定证书', '工种'],
      skillCertificateNo: [null, '证书编码'],
      titleCertificate: ['已取得职称证书', '名称'],
      titleCertificateNo: [null, '证书编码'],
      assessorCard: ['已取得考评人员证卡', '职业（工种）'],
      assessorCardNo: [null, '证书编码'],
    };
    const left = at('skillCertificate');
    const rows = [
      COLUMN_KEYS.map((key, i) =>
        key in parts ? (i === left ? '已取得证书情况' : null) : PRINTED_HEADERS[i],
      ),
      COLUMN_KEYS.slice(0, left + 6).map((key) => parts[key]?.[0]),
      COLUMN_KEYS.slice(0, left + 6).map((key) => parts[key]?.[1]),
    ];
    const merged = COLUMN_KEYS.flatMap((key, column) => {
      if (!(key in parts)) return [merge(1, column, 3, column)];
      return parts[key]?.[0] == null ? [] : [merge(2, column, 2, column + 1)];
    });
    for (const merges of [[...merged, merge(1, left, 1, left + 5)], []])
      expect(findHeader(gridOf([[TITLE], ...rows, personRow()], { merges }))).toEqual({
        top: 1,
        bottom: 3,
        columns: PRINTED,
        ambiguous: [],
      });
  });

  test('one row of text merged downward ends where the merges end', () => {
    const tall = COLUMN_KEYS.map((_, column) => merge(1, column, 3, column));
    const grid = gridOf([[TITLE], PRINTED_HEADERS, [], [], personRow()], { merges: tall });
    expect(findHeader(grid)).toMatchObject({ top: 1, bottom: 3, columns: PRINTED });
  });

  test('an ambiguous header is the cell that shows its text', () => {
    const twice = upper.map((header, column) => (column === at('sex') ? '姓名' : header));
    const grid = gridOf([[TITLE], twice, lower, personRow()], { merges });
    expect(findHeader(grid)?.ambiguous.map(({ cell, text }) => [cell, text])).toEqual([
      ['F2', '姓名'],
      ['G2', '姓名'],
    ]);
  });

  test('the first person is no second row of it, even with words in the cells that are headers too', () => {
    const headers = headersWith({ position: '现职', category: '大类' });
    const person = personRow({ position: '职务', category: '申报职业类别' });
    expect(findHeader(gridOf([headers, person]))).toMatchObject({ top: 0, bottom: 0 });
  });

  test('nor a row of short texts, each within an edit of the header above it', () => {
    const short = PRINTED_HEADERS.map(() => '无');
    expect(findHeader(gridOf([PRINTED_HEADERS, short, personRow()]))).toMatchObject({ top: 0, bottom: 0 });
  });

  test('a header merged sideways over two columns is one column', () => {
    const headers = [...PRINTED_HEADERS.slice(0, 7), null, ...PRINTED_HEADERS.slice(7)];
    const grid = gridOf([headers], { merges: [merge(0, 6, 0, 7)] });
    const found = findHeader(grid);
    expect(found?.ambiguous).toEqual([]);
    expect(found?.columns.get('name')).toBe(6);
    expect(found?.columns.get('ethnicity')).toBe(8);
  });

  test('a 证书编码 beside a header merged sideways still belongs to it', () => {
    const column = at('titleCertificate');
    const headers = [...PRINTED_HEADERS.slice(0, column + 1), null, ...PRINTED_HEADERS.slice(column + 1)];
    const grid = gridOf([headers], { merges: [merge(0, column, 0, column + 1)] });
    expect(findHeader(grid)?.columns.get('titleCertificateNo')).toBe(column + 2);
  });
});

test('a footer-like line and notes above the header do not mislead', () => {
  const rows = [[TITLE], [FOOTER], ['说明：请用黑色字体，身份证号码须为文本'], PRINTED_HEADERS, personRow()];
  expect(findHeader(gridOf(rows))).toMatchObject({ top: 3, bottom: 3, columns: PRINTED });
});
