import fc from 'fast-check';
import { readWrittenSkills } from '../../src/rules/certificates';
import { occupationRows } from '../../src/rules/reference/occupations';
import { readSkillLevel, type SkillLevel } from '../../src/rules/skill-level';
import { readTitle } from '../../src/rules/title-level';
import { RULEBOOK } from '../support/rulebook';

const { catalogue } = RULEBOOK;
const read = (text: string): ReturnType<typeof readSkillLevel> =>
  readSkillLevel(text, (each) => catalogue.resolveName(each).kind !== 'unknown');

describe('one certificate', () => {
  test.each<[string, string, SkillLevel | null]>([
    ['电工/三级', '电工', 3],
    ['电工（三级/高级工）', '电工', 3],
    ['电工/三级（2015年）', '电工（2015年）', 3],
    ['电工—高级工(重庆)', '电工(重庆)', 3],
    ['三级电工', '电工', 3],
    ['高级电工', '电工', 3],
    ['电工高级工', '电工', 3],
    ['高级茶艺师', '茶艺师', 3],
    ['高级工程测量员', '工程测量员', 3],
    ['中级工具钳工', '工具钳工', 4],
    ['初级工业机器人系统操作员', '工业机器人系统操作员', 5],
    ['工程测量员高级工', '工程测量员', 3],
    ['工程测量员（高级）', '工程测量员', 3],
    ['电工技师', '电工', 2],
    ['电工高级技师', '电工', 1],
    ['电工特级技师', '电工', 0],
    ['电工首席技师', '电工', -1],
    ['中级电工', '电工', 4],
    ['电工初级', '电工', 5],
    ['电工学徒工', '电工', 6],
    ['国家职业资格二级（电工）', '电工', 2],
    ['电工职业技能等级证书（2级）', '电工', 2],
    ['电工Ⅲ级', '电工', 3],
    ['电工IV级', '电工', 4],
    ['电工技师证', '电工', 2],
    ['电工国家职业资格证（二级）', '电工', 2],
    ['茶艺师三级证', '茶艺师', 3],
    ['茶艺师证三级', '茶艺师', 3],
    ['茶艺师三级职业资格证', '茶艺师', 3],
    ['茶艺师职业技能等级三级', '茶艺师', 3],
    ['电工', '电工', null],
    ['心理治疗技师', '心理治疗技师', null],
    ['电工（三级/技师）', '电工', null],
    ['电工三级（重庆五一技师学院）', '电工（重庆五一学院）', 3],
    ['电工技师（首席技师工作室）', '电工（工作室）', 2],
    ['消毒技师（二级/技师）', '消毒技师', 2],
    ['', '', null],
  ])('%s is %s, level %j', (text, name, level) => {
    expect(read(text)).toMatchObject({ name, level });
  });

  const LEVELS = ['五级', '四级', '三级', '二级', '一级'] as const;
  const WORDS = ['初级工', '中级工', '高级工', '技师', '高级技师'] as const;

  test('every occupation keeps its name at every level, however the two are put together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...occupationRows.map(([, name]) => name)),
        fc.nat(4),
        fc.constantFrom('N/L', 'N（L）', 'N(L)', 'N-L', 'N L', 'N（L/W）', 'N/L/W', 'N（L）证书'),
        (name, at, form) => {
          const text = form
            .replace('N', name)
            .replace('L', LEVELS[at] ?? '')
            .replace('W', WORDS[at] ?? '');
          expect(read(text)).toEqual({ name, level: 5 - at, contradictory: false, loose: false });
        },
      ),
    );
  });
});

describe('a cell with several certificates', () => {
  test.each<[string, readonly (readonly [string, SkillLevel | null])[]]>([
    [
      '电工/三级、焊工/二级',
      [
        ['电工', 3],
        ['焊工', 2],
      ],
    ],
    ['电工、三级', [['电工', 3]]],
    [
      '电工、三级、二级',
      [
        ['电工', 3],
        ['电工', 2],
      ],
    ],
    ['1.茶艺师三级', [['茶艺师', 3]]],
    [
      '1、茶艺师三级\n2、评茶师二级',
      [
        ['茶艺师', 3],
        ['评茶师', 2],
      ],
    ],
    [
      '（1）电工/三级；（2）焊工/二级',
      [
        ['电工', 3],
        ['焊工', 2],
      ],
    ],
    [
      '①电工三级；②焊工二级',
      [
        ['电工', 3],
        ['焊工', 2],
      ],
    ],
    [
      '电工，高级工；焊工，技师',
      [
        ['电工', 3],
        ['焊工', 2],
      ],
    ],
    // Grades of professionals are no skill levels.
    ['人工智能工程技术人员中级', [['人工智能工程技术人员', null]]],
    ['人工智能工程技术人员（高级）', [['人工智能工程技术人员', null]]],
    ['工程技术人员高级', [['工程技术人员', null]]],
    ['电力工程技术人员/高级', [['电力工程技术人员', null]]],
    ['某某新业态工程技术人员中级', [['某某新业态工程技术人员', null]]],
    ['人工智能训练师（高级）', [['人工智能训练师', 3]]],
    [
      '电工三级\n焊工',
      [
        ['电工', 3],
        ['焊工', null],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(readWrittenSkills(catalogue, text).map(({ name, level }) => [name, level])).toEqual(expected);
  });
});

describe('titles of columns 12 and 19', () => {
  test.each([
    ['工程师', '中级', true],
    ['工程师（电气自动化）', '中级', true],
    ['工程师资格证书', '中级', true],
    ['助理工程师', '初级', true],
    ['高级工程师', '副高级', true],
    ['正高级工程师', '正高级', true],
    ['副教授', '副高级', true],
    ['讲师', '中级', true],
    ['主管护师', '中级', true],
    ['人力资源管理师（经济系列）', '中级', true],
    ['技师', '初级', true],
    ['高级技师', null, false],
    ['高级工', null, false],
    ['中级', '中级', true],
    ['初级职称', '初级', true],
    ['副高', '副高级', true],
    ['正高级专业技术职务', '正高级', true],
    ['说不清的职称', null, true],
  ])('%s is %j', (text, level, isTitle) => {
    expect(readTitle(text)).toMatchObject({ level, isTitle });
  });
});
