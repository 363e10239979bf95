import type { ColumnKey } from './application';
import { CARD_WORDS } from './certificate-words';
import { fold } from './fold';
import { theBook } from './occupation-book';
import { readSkillLevel } from './skill-level';
import { isListedTitle } from './title-level';

/** Words of a certificate or card beside its occupation and level. */
const OTHER_WORDS = new RegExp(`${CARD_WORDS}|考评员`, 'g');
/** What comes before a title, and makes one with it. */
const BEFORE_TITLE = /^(?:正|副|[正副]?高级?|中级|初级|助理|主任|主管|副主任|[一二三]级)$/;
/** What the name of a unit ends with, and what a second one may begin with. */
const UNIT = /(?:公司|集团|学校|学院|大学|中心|医院|银行|协会|[局厂店所])$/;
const PLACE = /^(?:中国|重庆|.{1,4}[省市区县])/;
const SHORTEST_UNIT = 3;
const SHORTEST_NAME = 3;
const OCCUPATION = /.[工师员]$/;
const ONLY_HAN = /^[\u3400-\u9FFF]+$/;

/** A character of a word whose characters stand apart, or the dot within a name. */
const isSingle = (word: string): boolean => /^[\u3400-\u9FFF·•・‧]$/.test(word);
const isOccupation = (text: string): boolean => theBook().names.has(fold(text));

/** The occupation that a word of a certificate or card names; '' where it names none. */
const occupationIn = (word: string): string =>
  readSkillLevel(word.replace(OTHER_WORDS, ''), isOccupation).name.replace(/[()（）]/g, '');

/** How many levels the words of an entry name; 高级 and 技师 may be one. */
const levelsIn = (words: readonly string[]): number =>
  new Set(
    words
      .join(' ')
      .replace('高级 技师', '高级技师')
      .split(' ')
      .map((word) => readSkillLevel(word, isOccupation).level)
      .filter((level) => level !== null),
  ).size;

/** Whether words come to one occupation's name together that none of them is by itself. */
const areOneName = (words: readonly string[]): boolean =>
  isOccupation(words.join('')) && !words.some(isOccupation);

/** Only single characters are parts of a word for certain. */
const unlessSingle = (words: readonly string[]): boolean => !words.some(isSingle);

/** Behind an occupation, two characters that end as none does are a note: 重庆. Before it, they may say that there is none. */
const isName = (text: string, isFirst: boolean): boolean =>
  isOccupation(text) ||
  (ONLY_HAN.test(text) && (isFirst || text.length >= SHORTEST_NAME || OCCUPATION.test(text)));

/** The occupations that certificates or cards are for: several, unless they are one name in parts. */
function namesSeveral(words: readonly string[]): boolean {
  const names = words.map(occupationIn).filter((name, i) => isName(name, i === 0));
  return (names.length > 1 && !areOneName(names)) || levelsIn(words) > 1;
}

const POLICY: Readonly<Partial<Record<ColumnKey, (words: readonly string[]) => boolean>>> = {
  skillCertificate: namesSeveral,
  assessorCard: namesSeveral,
  occupationName: namesSeveral,
  title: titlesSeveral,
  titleCertificate: titlesSeveral,
  institution: unitsSeveral,
  employer: unitsSeveral,
  occupationCode: () => false,
};

function titlesSeveral(words: readonly string[]): boolean {
  const [first = ''] = words;
  const isOne = isListedTitle(words.join('')) && !words.every(isListedTitle);
  return unlessSingle(words) && !isOne && !BEFORE_TITLE.test(first);
}

function unitsSeveral(words: readonly string[]): boolean {
  const units = words.filter((word) => word.length >= SHORTEST_UNIT && UNIT.test(word));
  return units.length > 1 || words.slice(1).some((word) => PLACE.test(word) && UNIT.test(word));
}

/**
 * Whether the words of an entry may be several entries: joined, they would lose where they part. A line that was broken within
 * a unit's name, and single characters that stand apart, are one.
 */
export const mayBeSeveral = (key: ColumnKey, words: readonly string[]): boolean =>
  words.length > 1 && (POLICY[key] ?? unlessSingle)(words);
