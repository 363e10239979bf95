import { COLUMN_KEYS, type Application, type ColumnKey } from '../../src/rules/application';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../src/rules/cell';

/** What a test writes into a cell: text, a number, a whole cell, or undefined for a column that the sheet lacks. */
export type Given = Readonly<Partial<Record<ColumnKey, string | number | Cell | undefined>>>;

/** An invented person who meets every condition for 考评员 of 人工智能训练师, and whose row has nothing to mend. */
export const SOUND: Readonly<Record<ColumnKey, string | number>> = {
  submittedOn: '2025-03-26',
  institution: '重庆天和职业技能培训学校',
  institutionTier: '市级',
  idType: '居民身份证',
  idNumber: '500103198507121215',
  sex: '男',
  name: '陈立新',
  ethnicity: '汉族',
  education: '大学本科',
  politicalStatus: '群众',
  position: '教师',
  title: '无',
  employer: '重庆天和职业技能培训学校',
  workYears: 15,
  phone: '13812345678',
  occupationYears: 8,
  skillCertificate: '人工智能训练师/三级',
  skillCertificateNo: 'S000050000001223000017',
  titleCertificate: '无',
  titleCertificateNo: '无',
  assessorCard: '无',
  assessorCardNo: '无',
  trained: '是',
  level: '考评员',
  occupationName: '人工智能训练师',
  occupationCode: '4-04-05-05',
  category: '第四大类',
};

const cellOf = (given: string | number | Cell | undefined): Cell | undefined => {
  if (given === undefined) return undefined;
  if (typeof given === 'number') return numberCell(given);
  if (typeof given === 'string') return given === '' ? EMPTY_CELL : textCell(given);
  return given;
};

/** A sound row with some cells changed. */
export function applicant(given: Given = {}): Application {
  const cells = {} as Record<ColumnKey, Cell | undefined>;
  for (const key of COLUMN_KEYS) cells[key] = cellOf(key in given ? given[key] : SOUND[key]);
  return cells;
}
