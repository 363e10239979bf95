import { COLUMN_KEYS, NO_CELLS, type Application, type ColumnKey } from '../../src/rules/application';
import { numberCell, textCell, type Cell } from '../../src/rules/cell';
import { checkCharacter } from '../../src/rules/id-number';

/** One invented row as plain values, in the printed order of the columns. */
export type PlainRow = Readonly<Record<ColumnKey, string | number>>;

const SURNAMES = '陈向罗冉谭张秦刘吴郑何邓彭蒋汪杜田龙余程苏魏范石姜陶韩江严贺';
const GIVEN = '立新晓燕大成启明小凤国栋岚洋志远雪梅建平丽涛文静海娟野飞芳鹏敏强冰磊珊然华兰';
const REGIONS = ['500103', '500105', '500112', '510212', '512301', '500231'];
const OCCUPATIONS = [
  ['人工智能训练师', '4-04-05-05'],
  ['养老护理员', '4-10-01-05'],
  ['电工', '6-31-01-03'],
  ['汽车维修工', '4-12-01-01'],
  ['茶艺师', '4-03-02-07'],
  ['电子商务师', '4-01-06-01'],
  ['保育师', '4-10-01-03'],
  ['物流服务师', '4-02-06-03'],
] as const;

const pick = <T>(list: ArrayLike<T>, n: number): T => {
  const value = list[n % list.length];
  if (value === undefined) throw new Error('an empty list to pick from');
  return value;
};
const digits = (n: number, width: number): string => String(n).padStart(width, '0');

/** Row n of a large sheet: about one person in seven does not meet the notice, and one row in six has a slip, as in real files. */
export function plainRow(n: number): PlainRow {
  const sex = n % 2 === 0 ? '男' : '女';
  const year = 1962 + ((n * 7) % 38);
  const first17 = `${pick(REGIONS, n)}${String(year)}${digits(1 + (n % 12), 2)}${digits(1 + (n % 28), 2)}${digits(((n * 2) % 998) + (n % 2 === 0 ? 1 : 0), 3)}`;
  const [name, code] = pick(OCCUPATIONS, n * 3);
  const skill = n % 9 === 5 ? '四级' : '二级';
  const workYears = Math.max(6, 2025 - year - 21);
  return {
    submittedOn: n % 41 === 0 ? '2025.3.29' : '2025-03-26',
    institution: '重庆嘉陵职业技能评价中心',
    institutionTier: '市级',
    idType: '居民身份证',
    idNumber: first17 + (n % 53 === 0 ? '?' : checkCharacter(first17)),
    sex,
    name: `${pick(SURNAMES, n)}${pick(GIVEN, n * 5)}${pick(GIVEN, n * 11)}`,
    ethnicity: n % 29 === 0 ? '土家' : '汉族',
    education: n % 31 === 0 ? '本科' : '大学本科',
    politicalStatus: '群众',
    position: '教师',
    title: '无',
    employer: n % 3 === 0 ? '重庆嘉陵职业培训学校' : '重庆渝江机电有限公司',
    workYears: n % 37 === 0 ? `${String(workYears)}年` : workYears,
    phone: n % 43 === 0 ? `138 ${digits(n, 8)}` : `138${digits(n, 8)}`,
    occupationYears: Math.max(5, Math.floor(workYears / 2)),
    skillCertificate: `${name}/${skill}`,
    skillCertificateNo: `S00005000000122${skill === '二级' ? '2' : '4'}${digits(n, 6)}`,
    titleCertificate: '无',
    titleCertificateNo: '无',
    assessorCard: '无',
    assessorCardNo: '无',
    trained: '是',
    level: '考评员',
    occupationName: name,
    occupationCode: n % 47 === 0 ? code.replaceAll('-', '—') : code,
    category: '第四大类',
  };
}

export const plainRows = (count: number): readonly PlainRow[] =>
  Array.from({ length: count }, (_, n) => plainRow(n));

/** A row in the shapes that the contenders take it in, so that none of them is timed while it makes its own. */
export interface BenchRow {
  readonly plain: PlainRow;
  /** As the product's readers give it. */
  readonly cells: Application;
}

export const benchRow = (plain: PlainRow): BenchRow => ({ plain, cells: applicationOf(plain) });

/** The same row as cells. */
export function applicationOf(row: PlainRow): Application {
  const cells = { ...NO_CELLS };
  for (const key of COLUMN_KEYS) {
    const value = row[key];
    cells[key] = typeof value === 'number' ? numberCell(value) : sharedCell(value);
  }
  return cells;
}

const SHARED = new Map<string, Cell>();

/** A workbook has each text once, and its readers give one cell for it wherever it stands (read-strings.ts). */
function sharedCell(text: string): Cell {
  let cell = SHARED.get(text);
  if (cell === undefined) SHARED.set(text, (cell = textCell(text)));
  return cell;
}
