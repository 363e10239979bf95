import type { Budget } from '../../file/limits';
import { scanXml, type Tag } from '../../file/xml-scan';
import { setAttribute, Splices } from '../../file/xml-splice';
import { isDateFormat } from '../../number-format';

/** Number formats that Excel knows by these numbers in every file. */
const GENERAL = 0;
const DAY = 14;
const MOMENT = 22;
const TEXT = 49;
/** Excel refuses a workbook with more cell formats. */
const MOST_FORMATS = 65_490;

/** What a cell is to show: a number as such, a day, a day with its time, or what a formula comes to. */
export type Shown = 'number' | 'day' | 'moment' | 'formula';

interface CellFormat {
  readonly format: number;
  readonly openTag: string;
  /** What follows the start tag, up to the end of the element. */
  readonly rest: string;
}

/** The style sheet of a file, with twins of its cell styles for values that these would show as something else. */
export class FormatTwins {
  readonly #xml: string;
  readonly #formats: CellFormat[] = [];
  readonly #codes = new Map<number, string>();
  readonly #added: string[] = [];
  #list = { tag: '', start: 0, end: 0, close: 0 };

  constructor(xml: string, budget: Budget) {
    this.#xml = xml;
    let inList = false;
    let current: { readonly tag: Tag; readonly end: number } | undefined;
    const open = (tag: Tag, start: number, end: number): void => {
      if (tag.name === 'numFmt') this.#codes.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '');
      if (tag.name === 'cellXfs') {
        inList = !tag.selfClosing;
        this.#list = { tag: tag.raw, start, end, close: end };
      } else if (tag.name === 'xf' && inList) current = { tag, end };
    };
    const close = (name: string, start: number, end: number): void => {
      if (name === 'cellXfs' && inList) {
        inList = false;
        this.#list.close = start;
      } else if (name === 'xf' && current !== undefined) {
        budget.keep(1);
        const { tag, end: from } = current;
        const rest = tag.selfClosing ? '' : xml.slice(from, end);
        this.#formats.push({ format: Number(tag.get('numFmtId') ?? GENERAL), openTag: tag.raw, rest });
        current = undefined;
      }
    };
    scanXml(xml, { open, close }, budget);
  }

  isText(style: number): boolean {
    const format = this.#formats[style]?.format ?? GENERAL;
    return format === TEXT || this.#codes.get(format) === '@';
  }

  /** The style itself where it shows this as it is, else one that looks like it and does. */
  for(style: number, shown: Shown): number {
    const { format } = this.#formats[style] ?? { format: GENERAL };
    const isDate = isDateFormat(format, this.#codes.get(format));
    if (shown === 'day' || shown === 'moment')
      return isDate ? style : this.#twin(style, shown === 'day' ? DAY : MOMENT);
    if (this.isText(style) || (shown === 'number' && isDate)) return this.#twin(style, GENERAL);
    return style;
  }

  #twin(style: number, format: number): number {
    const base = this.#formats[style];
    if (base === undefined) return style;
    const numbered = setAttribute(base.openTag, 'numFmtId', String(format));
    const openTag = setAttribute(numbered, 'applyNumberFormat', '1');
    const known = this.#formats.findIndex((one) => one.openTag === openTag && one.rest === base.rest);
    if (known >= 0) return known;
    if (this.#formats.length >= MOST_FORMATS) return style;
    this.#added.push(openTag + base.rest);
    return this.#formats.push({ format, openTag, rest: base.rest }) - 1;
  }

  /** The style sheet with its twins; null where none came. */
  apply(): string | null {
    if (this.#added.length === 0) return null;
    const { tag, start, end, close } = this.#list;
    const splices = new Splices(this.#xml);
    splices.replace(start, end, setAttribute(tag, 'count', String(this.#formats.length)));
    splices.replace(close, close, this.#added.join(''));
    return splices.apply();
  }
}
