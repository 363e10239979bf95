import { unspaced } from './footer';

/** A line that shows how the sheet is filled in: 示例, 填写样例：, （范例）, 例：张三. */
const EXAMPLE = /^[([【《]?(?:填[写报表])?(?:示例|样例|范例|例(?=$|[:)\]】》]))/;

/** Whether a cell says that its row is an example and nobody's application. Most hold no such word at all. */
export const saysExample = (text: string): boolean =>
  /[例范]/.test(text) && EXAMPLE.test(text.normalize('NFKC').trim());

/**
 * The same in the cell of the name, where the word is marked as none: 示例：张三, 示例1, 填写示例, （样例）张三. 范 is a surname, so
 * that 范例明 may be a person.
 */
const EXAMPLE_NAME =
  /^(?:[([【《](?:填[写报表])?|填[写报表])(?:示例|样例|范例|例(?=$|[:)\]】》]))|^(?:(?:示例|样例|范例)(?=$|[:()[\]【】《》\d])|例(?=$|[:)\]】》]))/;
/** The word that is a name too, where nothing else says that it is none. */
const FULL_NAME = '范例';

/**
 * Whether the cell of the name says that its row is an example.
 *
 * @param isIdentified whether an ID number stands beside it
 */
export function namesExample(name: string, isIdentified: boolean): boolean {
  if (!/[例范]/.test(name)) return false;
  const folded = name.normalize('NFKC').trim();
  return EXAMPLE_NAME.test(folded) && !(isIdentified && folded === FULL_NAME);
}

/** What a cell says of how it is to be filled in: 必填, 下拉选择, 18位, （年月日）, 没有填无. */
const HINT =
  /^\(.*\)$|下拉|必填|选填|填写|填[“"]?无|格式|全称|手机号|^从.+选|^按.+填|^[与同].+一致|^如[:“"]?\p{Script=Han}|例如|^\d{1,2}位|^年(?:数|月日)?$|^是\/否$/u;
const isHint = (text: string): boolean => HINT.test(text);

/** A column's name for programs: tjsj, id_number. */
const FIELD = /^[a-z][a-z0-9_.]*$/i;

/** With fewer texts a row may be a person's of whom little is known. */
const FEWEST_ALIKE = 4;
const FEWEST_FIELDS = 6;
const FEWEST_HINTS = 2;

/**
 * Whether a row says how the columns are filled in, and nothing of anybody.
 *
 * @param texts what stands in the known columns, blank ones left out
 * @param own the name and the ID number among them, '' where there is none
 */
export function isHintRow(texts: readonly string[], own: readonly string[]): boolean {
  const folded = texts.map(unspaced);
  const [first = ''] = folded;
  if (folded.length >= FEWEST_ALIKE && folded.every((text) => text === first)) return true;
  if (folded.length >= FEWEST_FIELDS && folded.every((text) => FIELD.test(text))) return true;
  const hints = folded.filter(isHint).length;
  return (
    hints >= FEWEST_HINTS &&
    hints * 2 >= folded.length &&
    own.every((text) => text === '' || isHint(unspaced(text)))
  );
}
