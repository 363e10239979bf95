import { officialLayout } from '../../../src/sheet/layout';
import type { OfficialValue } from '../../../src/sheet/official-rows';
import type { TemplateLists } from '../../../src/sheet/template-lists';

export const LAYOUT = officialLayout({
  row: 9,
  institution: '某某培训学校',
  contact: '赵丁',
  phone: '023-12345678',
});

/** An invented person; the ID number's check digit is not right, which this layer does not mind. */
export const person = (index: number): OfficialValue[] => [
  { serial: 45742 },
  '重庆某某职业培训学校有限公司',
  '市级',
  '居民身份证',
  `50010319850712${String(1000 + (index % 9000))}`,
  index % 2 === 0 ? '男' : '女',
  `张甲${index}`,
  '汉族',
  '大学本科',
  '群众',
  '教师',
  '工程师',
  '重庆某某职业培训学校有限公司',
  12.5,
  `1380000${String(index % 10_000).padStart(4, '0')}`,
  8,
  '电工/二级',
  '0050000000000000000002',
  '工程师（机械）',
  '无',
  '无',
  '无',
  '是',
  '考评员',
  '电工',
  '6-31-01-03',
  '第六大类',
];

export const LISTS: TemplateLists = {
  choices: [
    { column: 'institutionTier', values: ['央企在渝分支', '市级', '区级'] },
    { column: 'idType', values: ['居民身份证', '港澳居民居住证'] },
    { column: 'sex', values: ['男', '女'] },
    { column: 'ethnicity', values: ['汉族', '土家族'] },
    { column: 'education', values: ['大学本科', '大学专科'] },
    { column: 'politicalStatus', values: ['群众', '中共党员'] },
    { column: 'trained', values: ['是', '否'] },
    { column: 'level', values: ['考评员', '高级考评员', '专项职业能力考核考评员'] },
  ],
  occupations: [
    ['电工', '6-31-01-03'],
    ['车工', '6-18-01-01'],
    ['电工', '6-31-01-99'],
  ],
  abilities: [
    ['火锅制作', '中式烹调师'],
    ['小面制作', '中式面点师'],
  ],
  specialLevel: '专项职业能力考核考评员',
};
