import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../../src/rules/application';
import type { Cell } from '../../../src/rules/cell';
import { numberCell } from '../../../src/rules/cell';
import { SOUND } from '../../support/applicant';
import type { Value } from './grids';

/** What people write in a column beside the right thing: other wordings, other forms, wrong things, nothing. */
const WRITTEN: Readonly<Partial<Record<ColumnKey, readonly Value[]>>> = {
  submittedOn: ['2025/3/26', '2025.3.26', '2025年3月26日', 45742, '三月底', '2025-02-30', ''],
  institutionTier: ['国家级', ''],
  idType: ['身份证', '护照', ''],
  idNumber: ['50010319850712001x', '511202199505050448', 500103198507121200, '12345', ''],
  sex: ['女', '男性', '0', ''],
  name: ['李 晓梅', 'Anna  Maria', '王2', ''],
  ethnicity: ['汉', '土家', '满洲', ''],
  education: ['本科', '大学', '硕士研究生', ''],
  politicalStatus: ['党员', '中国共产党党员', '团员', '无党派', ''],
  title: ['工程师', '没有', ''],
  workYears: ['12年', '十二年', '5年以上', 12, 12.5, '很久', ''],
  phone: ['+86 138 1234 5678', '88152283', '023-67890000', '123', ''],
  occupationYears: ['8 年', '八年', '10+', 3, ''],
  skillCertificate: ['人工智能训练师三级', '电工/二级、人工智能训练师/三级', '无', '/'],
  skillCertificateNo: [
    'Ｓ000050000001223000017',
    '12345',
    'S000050000001223000017\nS000050000001223000025',
    '',
  ],
  trained: ['是的', '没参加', '√', ''],
  level: ['考评', '专项考评员', '高级考评员', '高级', ''],
  occupationName: ['人工智能训练', '电工', '重庆小面制作', '钳工', ''],
  occupationCode: ['4—04—05—05', '4-4-5-5', '４－０４－０５－０５', '6-31-1-3', '中式烹调师', '第四大类', ''],
  category: ['4', ''],
};

const NOISE = ['', '', '', ' ', '　', '\n', '\u200B', '\u00A0', '\t', '\u0007'];
const asFullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const noisy = (value: Value): fc.Arbitrary<Value> =>
  typeof value !== 'string' || value === ''
    ? fc.constant(value)
    : fc
        .tuple(
          fc.constantFrom(...NOISE),
          fc.constantFrom(...NOISE),
          fc.constantFrom(...NOISE),
          fc.nat(),
          fc.nat(9),
        )
        .map(([before, within, after, place, width]) => {
          const characters = Array.from(width === 0 ? asFullWidth(value) : value);
          characters.splice(place % (characters.length + 1), 0, within);
          return before + characters.join('') + after;
        });

const cellIn = (key: ColumnKey): fc.Arbitrary<Value> => {
  const right = SOUND[key];
  const sound: Value = typeof right === 'number' ? numberCell(right) : right;
  const other = WRITTEN[key] ?? [];
  return fc
    .oneof(
      { weight: 2, arbitrary: fc.constant(sound) },
      { weight: 1, arbitrary: fc.constantFrom(sound, ...other) },
    )
    .chain((value) =>
      fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: noisy(value) }),
    );
};

/** A row as a hurried clerk fills it. */
export const messyRow: fc.Arbitrary<(Value | Cell)[]> = fc.tuple(...COLUMN_KEYS.map(cellIn));
