const SEPARATOR = /[、，,;；\n]/;
/** What parts entries only where each is whole by itself: 电工/三级 is one. */
export const WEAK_SEPARATOR = /[/／和及]/;
/** What stands before an entry of a numbered list: 1. 1、 1） （1） ①. A number of a certificate may follow at once. */
export const ENTRY_NUMBER = '(?:[(（]\\d{1,2}[)）](?=\\D|\\d{16})|\\d{1,2}[.．、)）](?=\\D|\\d{16})|[①-⑳])';
const NUMBER_OF_EACH = new RegExp(`(^|[\\n、，,;；]) *(${ENTRY_NUMBER}) *`, 'g');
/** Most cells hold one entry, which begins with none. */
const MAY_BE_NUMBERED = /^ *[(（\d①-⑳]|[\n、，,;；]/;
/** Circled numbers part entries by themselves, with a weak separator or a full stop before them or none: ①电工三级②钳工三级. */
const BEFORE_CIRCLED = /(?<=[^\n、，,;；])[/／和及。]?(?=[②-⑳])/g;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A cell without the numbers of its entries, if they count from 1: （98）0012 is how a certificate's number begins. */
function withoutNumbers(cell: string): string {
  if (!MAY_BE_NUMBERED.test(cell)) return cell;
  const list = cell.trimStart().startsWith('①') ? cell.replace(BEFORE_CIRCLED, '；') : cell;
  const numbers = [...list.matchAll(NUMBER_OF_EACH)].map(
    ([, , number = '']) => CIRCLED.indexOf(number) + 1 || parseInt(number.replace(/\D/g, ''), 10),
  );
  return numbers.every((number, i) => number === i + 1) ? list.replace(NUMBER_OF_EACH, '$1') : cell;
}

/**
 * A cell that may hold several certificates or numbers, separated by 、 ； , or a line break. A separator inside
 * brackets belongs to the name, and the numbers of a numbered list to none.
 */
export function splitList(cell: string): readonly string[] {
  const text = withoutNumbers(cell);
  if (!SEPARATOR.test(text)) return text === '' ? [] : [text];
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const character of text) {
    if (/[(（【[]/.test(character)) depth++;
    else if (/[)）】\]]/.test(character)) depth = Math.max(0, depth - 1);
    if (character === '\n' || (depth === 0 && /[、，,;；]/.test(character))) {
      parts.push(part);
      part = '';
      // A bracket left open on one line does not bind the next.
      depth = 0;
    } else part += character;
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

/**
 * The same for a cell of names, where a separator that belongs to a name of its own parts nothing: 头、面部保健.
 *
 * @param mostParts how many parts a known name has at most, so that a long cell is not tried as a whole
 * @param isName whether a text, with the words of its level and kind, is one known name
 */
export function splitNames(
  text: string,
  mostParts: number,
  isName: (text: string) => boolean,
): readonly string[] {
  const parts = splitList(text);
  const names: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = Math.min(parts.length, at + mostParts);
    while (end > at + 1 && !isName(parts.slice(at, end).join('、'))) end--;
    names.push(parts.slice(at, end).join('、'));
    at = end;
  }
  return names;
}
