import { trimmed } from '../rules/trimmed';
import { cellsOf, type Grid } from './grid';

/** The line at the foot of annex 2, read. */
export interface SheetFooter {
  /** The workbook's row, from 1. */
  readonly row: number;
  readonly institution: string;
  readonly contact: string;
  readonly phone: string;
}

/** Before 单位: what the institution does with the list. */
const UNITS = ['填报', '填表', '制表', '申报', '报送'];
/** Before 人 or 领导: who makes or checks the list, and signs. */
const SIGNERS = [
  ...['制表', '填表', '填报', '审核', '审批', '复核', '经办'],
  ...['', '单位', '部门'].flatMap((of) => ['负责', '主管', '分管'].map((role) => of + role)),
];
/** What the institution is called there. */
const BODIES = ['单位', '机构'];
const either = (words: readonly string[]): string => `(?:${words.join('|')})`;
/** The same words, their characters spread over the line. */
const spread = (words: readonly string[]): string =>
  either(words.map((word) => Array.from(word).join('\\s*')));

const STARTS = new RegExp(`^(?:${either(UNITS)}${either(BODIES)}|${either(BODIES)}名称(?:\\([^()]*\\))?:)`);
const REMARKS = /^(?:备注|注|说明)[:：]/;
/** Who made or checked the list signs below it: 审核人：, 单位负责人（签字）：. */
const SIGNATURE = new RegExp(
  `^${either([...SIGNERS, '联系'])}(?:人|领导|员)?(?:[(（]?(?:签字|签名|签章|盖章)[)）]?)?[:：]`,
);
const SIGNED_ON = /^(?:日期[:：])?(?:\d{4})?年(?:\d{1,2})?月(?:\d{1,2})?日$/;
const UNIT = String.raw`(?:${either(UNITS)}${either(BODIES)}|${either(BODIES)}名称)(?:\([^()]*\))?`;
const SIGNED_DAY = '(?:填报|填表|填写|制表|审核)?日期';
const INSTITUTION = new RegExp(`^${UNIT}(?::|$)`);
const CONTACT = /^联系人(?::|$)/;
const PHONE = /^(?:联系)?电话(?::|$)/;
/** Cells that name what stands in them or beside them: 填报单位：某校, 日期：, 市职鉴中心意见：; and what waits for ink. */
const LABELS: readonly RegExp[] = [
  SIGNATURE,
  REMARKS,
  new RegExp(`^(?:${UNIT}|(?:联系)?电话|手机|传真|${SIGNED_DAY}|[^:]{0,14}意见):`),
  /^\((?:公章|盖章|签字|签名|签章)\)$/,
  /^(?:日期:)?(?:年月日|\d{4}年月日|\d{4}年\d{1,2}月日)$/,
];
/** The same without its colon; alone it may be anybody's word, such as a position. */
const BARE_LABEL = new RegExp(
  `^(?:${UNIT}|(?:联系)?电话|(?:制表|填表|填报|审核|审批|复核|经办|联系|(?:单位|部门)?负责)人|${SIGNED_DAY})$`,
);
/** So many labels are a foot, whatever stands between them, unless they are lost in a person's cells; fewer where every other cell is one. */
const ENOUGH_LABELS = 3;
const CELLS_PER_LABEL = 4;

/** A text in one width and without spaces: 填报单位（盖章） ： reads as it would be typed. */
export const unspaced = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The texts of a row, empty cells left out. */
export const rowTexts = (grid: Grid, row: number): readonly string[] =>
  cellsOf(grid.rows[row])
    .map((cell) => cell.text.trim())
    .filter((text) => text !== '');

/** Whether a row is the footer's line, or what stands around it: remarks, signatures and their day. */
export function footerKind(texts: readonly string[]): 'footer' | 'remarks' | null {
  const [first] = texts;
  if (first === undefined) return null;
  const folded = unspaced(first);
  if (STARTS.test(folded)) return 'footer';
  if (REMARKS.test(folded) || (texts.length === 1 && SIGNED_ON.test(folded))) return 'remarks';
  const all = texts.join('').replace(/\s+/g, '');
  if (texts.length <= 6 && /联系人[:：]/.test(all) && /联系电话[:：]/.test(all)) return 'footer';
  return SIGNATURE.test(folded) ? 'remarks' : null;
}

/**
 * Whether the cells of a row are the labels of a foot, each with its content in it or beside it, under whatever columns
 * they lie.
 */
export function labelledFoot(texts: readonly string[]): 'footer' | 'remarks' | null {
  const folded = texts.map(unspaced);
  const labels = folded.filter((text) => isLabel(text) || BARE_LABEL.test(text));
  const isCertain = labels.length > 1 || labels.some(isLabel);
  const isEnough = labels.length >= ENOUGH_LABELS && labels.length * CELLS_PER_LABEL >= texts.length;
  if (!isEnough && (!isCertain || labels.length * 2 < texts.length)) return null;
  const names = (label: RegExp): boolean => labels.some((text) => label.test(text));
  return names(INSTITUTION) || (names(CONTACT) && names(PHONE)) ? 'footer' : 'remarks';
}

const isLabel = (folded: string): boolean => LABELS.some((label) => label.test(folded));

/** What a field may begin or end with that is not its content: the colon, and the line that is to be written on. */
const FIELD_EDGE = ' \n\r\t\u3000:：_＿';
const BRACKETS = '(?:[(（][^()（）]*[)）])?';

const UNIT_LABEL = String.raw`(?:${spread(UNITS)}\s*${spread(BODIES)}|${spread(BODIES)}\s*名\s*称(?=\s*${BRACKETS}\s*[:：]))\s*${BRACKETS}`;
const CONTACT_LABEL = String.raw`联\s*系\s*人`;
// An institution may have the word in its name: 重庆电话设备厂.
const PHONE_LABEL = String.raw`(?:联\s*系\s*(?:电\s*话|方\s*式)|电\s*话(?=[\s:：_＿(（+\d]|$))`;
/** What else may stand in the line, of which the form has no field: 负责人（签字）：, 填表人：, 日期：. */
const OTHER_LABEL = String.raw`(?:${spread(SIGNERS)}\s*(?:人|员|领\s*导)?\s*${BRACKETS}|(?:填\s*[报表写]\s*)?日\s*期)\s*[:：]`;
/** Both in one field: 联系人及电话：赵丁 023-67890000, 联系人（电话）：…. */
const BOTH = new RegExp(
  String.raw`${CONTACT_LABEL}\s*(?:[及和与、/／]\s*(?:联\s*系\s*)?(?:电\s*话|方\s*式)|[(（]\s*(?:联\s*系\s*)?电\s*话\s*[)）])(.*?)(?=${UNIT_LABEL}|${OTHER_LABEL}|$)`,
  's',
);
const NUMBER_BEGINS = /[+(（]?\d/;
const BETWEEN = `${FIELD_EDGE}、，,;；/／`;

/** Reads 填报单位、联系人、联系电话, in whatever order, from one cell or several. */
export function readFooter(row: number, texts: readonly string[]): SheetFooter {
  const line = texts.join(' ');
  const content = (label: RegExp): string => trimmed(label.exec(line)?.[1] ?? '', FIELD_EDGE);
  const field = (label: string, ...others: readonly string[]): string =>
    content(new RegExp(`${label}(.*?)(?=${[...others, OTHER_LABEL].join('|')}|$)`, 's'));
  const institution = field(UNIT_LABEL, CONTACT_LABEL, PHONE_LABEL);
  if (BOTH.test(line)) {
    const both = content(BOTH);
    const at = both.search(NUMBER_BEGINS);
    const [contact, phone] = at === -1 ? [both, ''] : [both.slice(0, at), both.slice(at)];
    return { row: row + 1, institution, contact: trimmed(contact, BETWEEN), phone };
  }
  return {
    row: row + 1,
    institution,
    contact: field(CONTACT_LABEL, PHONE_LABEL, UNIT_LABEL),
    phone: field(PHONE_LABEL, CONTACT_LABEL, UNIT_LABEL),
  };
}
