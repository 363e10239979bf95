import fc from 'fast-check';
import { footerKind, labelledFoot, readFooter } from '../../src/sheet/footer';
import { officialLayout } from '../../src/sheet/layout';
import { FOOTER, REMARK } from './support/grids';

describe('what is a footer', () => {
  test.each<[string, readonly string[]]>([
    ['as printed', [FOOTER]],
    ['empty, as in the form', ['填报单位（加盖公章）：          联系人：          联系电话：']],
    ['half-width', ['填报单位(加盖公章): 某校 联系人: 赵丁 联系电话: 023-67890000']],
    ['spaced out', ['填 报 单 位（盖章）：某校']],
    ['in several cells', ['填报单位（加盖公章）：', '某校', '联系人：', '赵丁', '联系电话：', '13900001111']],
    ['another word for it', ['申报单位（盖章）：某校']],
    ['one more', ['制表单位（公章）']],
    ['an institution of another word', ['申报机构（盖章）：某校']],
    ['by the name', ['单位名称（公章）：某校']],
    ['contact and phone alone', ['联系人：赵丁', '联系电话：13900001111']],
    ['the same in one cell, spaced out', ['联 系 人 ：赵丁  联系 电话 ：13900001111']],
    ['the same, half-width', ['联系人:赵丁 联系电话:13900001111']],
  ])('%s', (_, texts) => {
    expect(footerKind(texts)).toBe('footer');
  });

  test.each([
    REMARK,
    '备注:',
    '注：本表一式两份',
    '说明：请用文本格式',
    '审核人：李四',
    '单位负责人（签字）：',
    '制表人:王五',
    '联系人：赵丁',
    '2025年3月26日',
    '年  月  日',
    '日期：2025年12月6日',
    '2025年 月 日',
  ])('%s are remarks', (text) => {
    expect(footerKind([text])).toBe('remarks');
  });

  test.each<[string, readonly string[]]>([
    ['an empty row', []],
    ['a person', ['2025-03-26', '重庆天和职业技能培训学校', '市级', '李晓梅']],
    ['the header, whose 联系电话 has no colon', ['姓名', '所在单位', '联系人', '联系电话']],
    ['a person of whom only name and day are filled in', ['2025年3月26日', '李晓梅']],
    ['a company called so', ['注册会计师协会']],
    ['a person with a labelled phone', ['李晓梅', '联系电话：13900001111']],
    [
      'a person whose last cell says whom to ask',
      ['2025-03-26', '某校', '市级', '居民身份证', '女', '李晓梅', '联系人：赵丁，联系电话：13900001111'],
    ],
    ['the header of another list', ['单位名称', '姓名']],
  ])('%s is neither', (_, texts) => {
    expect(footerKind(texts)).toBeNull();
  });
});

describe('cells that are labels, under whatever columns they lie', () => {
  const others = (count: number): string[] => Array.from({ length: count }, (_, i) => `某${i}`);

  test('three make a foot, whatever stands between them', () => {
    expect(labelledFoot(['制表人：', '审核人：', '日期：', ...others(4)])).toBe('remarks');
    expect(labelledFoot(['制表人：', '审核人：', '日期：', ...others(9)])).toBe('remarks');
    expect(labelledFoot(['填报单位：', '联系人：', '联系电话：', ...others(4)])).toBe('footer');
  });

  test('it is the footer where it names the institution, or contact and phone', () => {
    expect(labelledFoot(['填报单位：', '某校', '日期：'])).toBe('footer');
    expect(labelledFoot(['联系人：', '赵丁', '电话：', '13900001111'])).toBe('footer');
    expect(labelledFoot(['联系人：', '赵丁', '日期：', '2025年3月26日'])).toBe('remarks');
    expect(labelledFoot(['经办人：', '赵丁', '电话：', '13900001111'])).toBe('remarks');
  });

  test('two make one only where every other cell is a label', () => {
    expect(labelledFoot(['制表人：', '审核人：', ...others(2)])).toBe('remarks');
    expect(labelledFoot(['制表人：', '审核人：', ...others(3)])).toBeNull();
  });

  test('three among the many cells of a person make none', () => {
    expect(labelledFoot(['部门负责人', '手机：13812345678', '备注：香港居民', ...others(10)])).toBeNull();
  });
});

describe('what it says', () => {
  const ALL = { row: 9, institution: '重庆（天和）学校', contact: '赵丁', phone: '023-67890000' };

  test.each<[string, readonly string[]]>([
    ['one line', ['填报单位（加盖公章）：重庆（天和）学校　　联系人：赵丁　　联系电话：023-67890000']],
    ['half-width', ['填报单位(加盖公章):重庆（天和）学校 联系人:赵丁 联系电话:023-67890000']],
    ['without the stamp', ['填报单位：重庆（天和）学校 联系人：赵丁 电话：023-67890000']],
    ['spaced-out labels', ['填 报 单 位（盖章）：重庆（天和）学校 联 系 人：赵丁 联系 电话：023-67890000']],
    [
      'a cell each',
      ['填报单位（加盖公章）：', '重庆（天和）学校', '联系人：', '赵丁', '联系电话：', '023-67890000'],
    ],
    [
      'a line to write on',
      ['填报单位（加盖公章）：__重庆（天和）学校__联系人：＿赵丁＿联系电话：_023-67890000_'],
    ],
    ['line breaks', ['填报单位（加盖公章）：\n重庆（天和）学校\n联系人：赵丁\n联系电话：023-67890000']],
    ['制表单位', ['制表单位：重庆（天和）学校', '联系人：赵丁', '电话：023-67890000']],
    ['单位名称', ['单位名称（盖章）：重庆（天和）学校 联系人：赵丁 电话：023-67890000']],
    ['申报机构 last', ['联系人：赵丁 电话：023-67890000 申报机构：重庆（天和）学校']],
    ['the phone first', ['填报单位：重庆（天和）学校 联系电话：023-67890000 联系人：赵丁']],
    [
      'the institution last',
      ['联系人：赵丁', '联系电话：023-67890000', '填报单位（盖章）：重庆（天和）学校'],
    ],
    ['联系方式', ['填报单位：重庆（天和）学校 联系人：赵丁 联系方式：023-67890000']],
    ['contact and phone in one', ['填报单位：重庆（天和）学校 联系人及电话：赵丁 023-67890000']],
    ['contact (phone)', ['填报单位：重庆（天和）学校', '联系人（电话）：赵丁，023-67890000']],
    [
      'others who sign, and the day',
      [
        '填报单位（盖章）：重庆（天和）学校 负责人（签字）：王五 联系人：赵丁 联系电话：023-67890000 日期：2025年3月26日',
      ],
    ],
    [
      'others who sign, a cell each',
      [
        '填报单位：重庆（天和）学校',
        '单位负责人：王五',
        '联系人：赵丁',
        '填表人:',
        '李四',
        '电话：023-67890000',
      ],
    ],
    ['no colons', ['填报单位（加盖公章） 重庆（天和）学校 联系人 赵丁 联系电话 023-67890000']],
  ])('%s', (_, texts) => {
    expect(readFooter(8, texts)).toEqual(ALL);
  });

  test.each<[string, string, Partial<typeof ALL>]>([
    [
      'nothing filled in',
      '填报单位（加盖公章）：____ 联系人：____ 联系电话：____',
      { institution: '', contact: '', phone: '' },
    ],
    [
      'an institution with the word in its name',
      '填报单位（加盖公章）：重庆电话设备厂 联系人：赵丁 电话13900001111',
      { institution: '重庆电话设备厂', contact: '赵丁', phone: '13900001111' },
    ],
    [
      'an institution that speaks of names',
      '填报单位：重庆机构名称事务所 联系人：赵丁 电话13900001111',
      { institution: '重庆机构名称事务所', contact: '赵丁', phone: '13900001111' },
    ],
    [
      'no contact',
      '填报单位（加盖公章）：某校 联系电话：13900001111',
      { institution: '某校', contact: '', phone: '13900001111' },
    ],
    [
      'contact and phone in one, of which the phone is missing',
      '填报单位（加盖公章）：某校 联系人及联系电话：赵丁',
      { institution: '某校', contact: '赵丁', phone: '' },
    ],
    [
      'who filled it in is not yet who is to be called',
      '填报单位：某校 填表人：赵丁 电话：13900001111',
      { institution: '某校', contact: '', phone: '13900001111' },
    ],
    [
      'no phone',
      '填报单位（加盖公章）：某校 联系人：赵丁',
      { institution: '某校', contact: '赵丁', phone: '' },
    ],
  ])('%s', (_, text, expected) => {
    expect(readFooter(8, [text])).toMatchObject(expected);
  });

  test('the footer that we write is read again', () => {
    const word = fc
      .array(fc.constantFrom(...Array.from('重庆天和职业技能培训学校（甲）A1·-')), {
        minLength: 1,
        maxLength: 12,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(word, word, word, (institution, contact, phone) => {
        const footer = { row: 9, institution, contact, phone };
        expect(readFooter(8, [officialLayout(footer).footer])).toEqual(footer);
      }),
    );
  });
});
