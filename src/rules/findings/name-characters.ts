import { NO_DOT, withDots } from '../name-dots';
import { found, suggestion, type RowRule } from './row-rule';

const WRONG_DOT = new RegExp(`[${NO_DOT}]|·{2}`);
/** A dot before or after the whole name parts nothing. Looked for from its first one: a row of them would be gone over from each. */
const EDGE_DOT = new RegExp(`^[·${NO_DOT}]+|(?<![·${NO_DOT}])[·${NO_DOT}]+$`, 'g');
/** What stands for a character that could not be typed, marks a note, or parts two names. */
const STRAY = /[?？□*＊、，,;；/／()（）]/;
/** What else no name in Han characters has: +张三, 张三!; a rare character may be a private one, and 〇 is a number. */
const NO_HAN_NAME = new RegExp(`[^\\p{L}\\p{M}\\p{Nl}\\p{Co}\\s·${NO_DOT}]`, 'u');
/** What stands in place of a name. */
const NO_NAME = /^(?:同上|〃|待定|示例|姓名|某+|[^\p{L}\d]+)$/u;
/** Han characters alone: most names. */
const ORDINARY = /^[\u3400-\u9FFF]+$/;
/** Names of people have three characters or more on a side of the dot far more often than where two names stand. */
const PART = /[\u3400-\u9FFF]{3}/;

/** A name is Han characters, with the middle dot U+00B7 where one is due, or Latin letters throughout (附件2第7栏). */
export const nameCharacters: RowRule = {
  name: 'name.characters',
  severity: 'warning',
  check({ isNone }, facts, report) {
    const value = facts.text.name;
    if (value === '') return;
    const tell = (variant: string, fix?: string): void => {
      const more = fix === undefined ? { variant } : { variant, fix: suggestion(fix) };
      report(found(nameCharacters, 'name', { value }, more));
    };
    if (ORDINARY.test(value) && !NO_NAME.test(value) && !isNone(value)) return;
    const han = /[\u3400-\u9FFF]/.test(value);
    if (NO_NAME.test(value) || isNone(value)) tell('no-name');
    else if (/\d/.test(value)) tell('digits');
    else if (STRAY.test(value) || (han && NO_HAN_NAME.test(value))) tell('stray');
    else if (han && /[A-Za-z]/.test(value)) tell('mixed');
    else if (han && value.search(EDGE_DOT) >= 0) tell('edge-dot', withDots(value.replace(EDGE_DOT, '')));
    else if (han && WRONG_DOT.test(value)) tell('dot', withDots(value));
    else if (han && value.includes(' '))
      tell('space', withDots(value.replace(/ /g, PART.test(value) ? '·' : '')));
  },
};
