import type { ColumnKey } from './application';
import { ENTRY_NUMBER } from './list-cell';
import { LEVEL_WORDS } from './skill-level';
import { isListedTitle } from './title-level';

/** An entry of a cell, between what parts them. */
export const ENTRY = /[^、，,;；\n]+/g;
/** A certificate's level, as a text ends or begins with it. */
const LEVEL = '(?:[一二三四五1-5ⅠⅡⅢⅣⅤ]级|(?:高级)?技师|[初中高]级工?)';
/** How a name begins: two characters, or else a long text would be tried in every way. */
const NAME = '[\\u3400-\\u9FFF]{2}';
const WORD = '[^ \\n、，,;；]*';
/** What a certificate is called, behind its level. */
const KIND = '(?:职业)?(?:技能)?(?:资格|等级)?(?:认定)?(?:证书?)?';
/**
 * The space between two entries of a list, each of which says of itself what it is. In column 17 that is an occupation
 * with its level, the one behind the other in both entries or before it: 电工三级 钳工二级, 高级茶艺师 中级钳工.
 */
const BETWEEN: Readonly<Partial<Record<ColumnKey, RegExp>>> = {
  skillCertificate: new RegExp(
    `(?<=${NAME}[^ ]*${LEVEL}[)）]?${KIND}) (?=(?:${ENTRY_NUMBER})?${NAME}${WORD}${LEVEL})|(?<=(?:^|[ \\n、，,;；])${LEVEL}[\\u3400-\\u9FFF]{2,}) (?=${LEVEL}${NAME})`,
    'g',
  ),
  assessorCard: /(?<=考评(?:人员|员)(?:证卡?)?[)）]?) (?=[^ \n、，,;；]*考评(?:人员|员))/g,
};

/** A level's words with a space or a line break between their characters, which parts no entries: 特级⏎技师. */
const LEVEL_APART = new RegExp(
  [
    // 高级 before 工业机器人 is no 高级工.
    ...LEVEL_WORDS.map((word) =>
      word.endsWith('工') ? `${apart(word)}(?=$|[\\])）】、，,;；\\n/／]|证)` : apart(word),
    ),
    '[一二三四五1-5ⅠⅡⅢⅣⅤ][ \\n]级',
  ].join('|'),
  'g',
);
const GAP = /[ \n]/g;

const ANY_LEVEL = new RegExp(LEVEL);
const LEVEL_ALONE = new RegExp(`^[(（]?${LEVEL}[)）]?$`);
const NAME_ALONE = /^[\u3400-\u9FFF]{2,}$/;

function apart(word: string): string {
  return Array.from(word).join('[ \\n]?');
}

/** A separator in place of each space that parts two entries of a list, which would be one without it. */
export function withSeparators(key: ColumnKey, text: string): string {
  if (key === 'title' || key === 'titleCertificate') {
    const words = text.split(' ');
    return words.reduce((sofar, word, i) =>
      isListedTitle(word) && isListedTitle(words[i - 1] ?? '') ? `${sofar}、${word}` : `${sofar} ${word}`,
    );
  }
  const between = BETWEEN[key];
  if (between === undefined) return text;
  const whole = text.replace(LEVEL_APART, (level) => level.replace(GAP, ''));
  const entries = key === 'skillCertificate' ? whole.replace(ENTRY, withLevels) : whole;
  return entries.replace(between, '、');
}

/** 养老护理员 三级 电工 二级: a level that stands alone goes with the name before it, unless the levels come first. */
function withLevels(entry: string): string {
  const words = entry.split(' ');
  if (LEVEL_ALONE.test(words[0] ?? '')) return entry;
  const whole: string[] = [];
  for (const word of words) {
    const last = whole.at(-1) ?? '';
    if (LEVEL_ALONE.test(word) && NAME_ALONE.test(last) && !ANY_LEVEL.test(last))
      whole[whole.length - 1] = last + word;
    else whole.push(word);
  }
  return whole.join(' ');
}
