import { CERTIFICATE_WORDS } from './certificate-words';
import { trimmed } from './trimmed';

/**
 * Skill levels as certificates count them: 5 五级 … 1 一级, 0 特级技师, -1 首席技师. Smaller is higher. 6 is 学徒工.
 */
export type SkillLevel = -1 | 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Longer wordings before the shorter ones that they contain. */
const WORDINGS: readonly (readonly [string, SkillLevel])[] = [
  ['首席技师', -1],
  ['特级技师', 0],
  ['高级技师', 1],
  ['高级技能', 3],
  ['中级技能', 4],
  ['初级技能', 5],
  ['高级工', 3],
  ['中级工', 4],
  ['初级工', 5],
  ['学徒工', 6],
  ['技师', 2],
];

/** The words of the levels, longer ones first. */
export const LEVEL_WORDS: readonly string[] = WORDINGS.map(([wording]) => wording);

const GRADE = /(?:国家(?:职业资格)?)?([一二三四五1-5ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)级/;
const GRADE_DIGITS: Readonly<Record<string, SkillLevel>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  Ⅰ: 1,
  Ⅱ: 2,
  Ⅲ: 3,
  Ⅳ: 4,
  Ⅴ: 5,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
};
/** A level's word in the name of who trains or gathers people of that level: 重庆五一技师学院, 首席技师工作室. It is nobody's level. */
const OF_A_BODY = /(?:首席|特级|高级)?技师(?=学院|协会|学会|联合会|工作室|培训|研修)/g;
const LAST_OF_WORKER = '工';
const MORE_LOOSE = /[初中高]级/g;
const LOOSE_LEVELS: Readonly<Record<string, SkillLevel>> = { 高级: 3, 中级: 4, 初级: 5 };
const LOOSE: readonly (readonly [RegExp, SkillLevel])[] = [
  [/^高级|高级(?=$|[)）])/, 3],
  [/^中级|中级(?=$|[)）])/, 4],
  [/^初级|初级(?=$|[)）])/, 5],
];
/** Levels of which only the last says that it is one: 二、三级. A number that begins an entry is no level. */
const LEVEL_LISTS = ['一二三四五', '1-5', 'ⅠⅡⅢⅣⅤ'].map(
  (digits) =>
    new RegExp(
      `(?<=(?![和及与])[\\u3400-\\u9FFF(（【[:：])(?:[${digits}][、，,/／和及与]){1,4}(?=[${digits}]级)`,
      'g',
    ),
);
const LEVEL_DIGIT = /[一二三四五1-5ⅠⅡⅢⅣⅤ]/g;
const KIND_WORDS = new RegExp(CERTIFICATE_WORDS, 'g');
const EMPTY_BRACKETS = /[(（【[][/／、\-—\s]*[)）】\]]/g;
/** What parted a level from its occupation, where a note stands behind it: 电工/三级（2015年） is 电工（2015年）. */
const BEFORE_NOTE = /(?<![/／\-—–:：·])[/／\-—–:：·]+(?=[(（])/g;
const EDGE = ' \n\t\u3000/／-—–:：·';

const PRINTED: Readonly<Record<number, string | undefined>> = {
  [-1]: '首席技师',
  0: '特级技师',
  1: '一级／高级技师',
  2: '二级／技师',
  3: '三级／高级工',
  4: '四级／中级工',
  5: '五级／初级工',
  6: '学徒工',
};

/** The level as the notice words it. */
export const skillLevelName = (level: number): string => PRINTED[level] ?? String(level);

export interface LeveledText {
  /** The text without its level words: the occupation's name. */
  readonly name: string;
  /** Null where the text names no level, or two different ones. */
  readonly level: SkillLevel | null;
  readonly contradictory: boolean;
  /** Only 初级, 中级 or 高级 says the level: of a professional (工程技术人员) it is a grade of another scale. */
  readonly loose: boolean;
}

/**
 * Parts a text such as 电工（三级/高级工） or 高级茶艺师 into a name and a level. `isName` says whether a text is an
 * occupation as it stands, so that 心理治疗技师 is not read as a level 2.
 */
export function readSkillLevel(text: string, isName: (text: string) => boolean): LeveledText {
  if (isName(text)) return { name: text, level: null, contradictory: false, loose: false };
  const levels = new Set<SkillLevel>();
  let rest = text.replace(KIND_WORDS, '').replace(OF_A_BODY, '');
  for (;;) {
    const match = GRADE.exec(rest);
    if (match === null) break;
    const level = GRADE_DIGITS[match[1] ?? ''];
    if (level !== undefined) levels.add(level);
    rest = rest.replace(match[0], '');
  }
  for (const [wording, level] of WORDINGS) {
    if (!rest.includes(wording) || isName(clean(rest))) continue;
    // 高级 before 工程测量员 is no 高级工.
    if (wording.endsWith(LAST_OF_WORKER) && isName(clean(rest.replace(wording, LAST_OF_WORKER)))) continue;
    levels.add(level);
    // The last one is the level: 消毒技师（二级/技师）.
    const at = rest.lastIndexOf(wording);
    rest = rest.slice(0, at) + rest.slice(at + wording.length);
  }
  const named = levels.size;
  if (!isName(clean(rest))) {
    for (const [pattern, level] of LOOSE) {
      if (!pattern.test(rest)) continue;
      levels.add(level);
      rest = rest.replace(pattern, '');
      break;
    }
  }
  if (levels.size > 0 && !isName(clean(rest)))
    // The same level again (高级/三级), or two certificates in one: 中级养老护理员高级保育师.
    rest = rest.replace(MORE_LOOSE, (word) => {
      const level = LOOSE_LEVELS[word];
      if (level !== undefined) levels.add(level);
      return '';
    });
  const [first] = levels;
  const contradictory = levels.size > 1;
  const loose = named === 0 && levels.size > 0;
  return { name: clean(rest), level: contradictory ? null : (first ?? null), contradictory, loose };
}

/** A text in which each of several levels says that it is one: 二级、三级 for 二、三级. */
export const withWholeLevels = (text: string): string =>
  LEVEL_LISTS.reduce(
    (sofar, list) => sofar.replace(list, (levels) => levels.replace(LEVEL_DIGIT, '$&级')),
    text,
  );

/** Brackets that stand in brackets are emptied from within. Nobody writes more of them, and a cell full of them is no name. */
const MOST_ROUNDS = 8;

function clean(text: string): string {
  let name = text;
  for (let before = '', round = 0; name !== before && round < MOST_ROUNDS; round++) {
    before = name;
    name = trimmed(name.replace(EMPTY_BRACKETS, '').replace(BEFORE_NOTE, ''), EDGE)
      .replace(/^[(（]([^()（）]*)[)）]$/, '$1')
      .trim();
  }
  return name;
}
