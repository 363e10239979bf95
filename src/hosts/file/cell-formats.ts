import { numberStyle, TEXT_FORMAT, type NumberStyle } from '../number-format';
import type { Budget } from './limits';
import { scanXml, type Tag } from './xml-scan';
import { Splices, setAttribute } from './xml-splice';

/** Number formats that Excel knows by these numbers in every file. */
export const FORMAT = { general: 0, day: 14, moment: 22, text: 49 } as const;
export type FormatNumber = (typeof FORMAT)[keyof typeof FORMAT];

/** Excel refuses a workbook with more cell formats. */
const MOST_FORMATS = 65_490;

interface CellFormat {
  readonly format: number;
  readonly openTag: string;
  /** What follows the start tag, up to the end of the element. */
  readonly rest: string;
}

/**
 * The cell formats in a workbook's style sheet, by the number that cells name them with (their style), and their twins:
 * formats that look like one of them and show numbers otherwise, appended where the file has none such yet.
 */
export class CellFormats {
  readonly #xml: string;
  readonly #formats: CellFormat[] = [];
  readonly #codes = new Map<number, string>();
  readonly #added: string[] = [];
  readonly #twins = new Map<string, number>();
  #list = { tag: '', start: 0, end: 0, close: 0 };

  constructor(xml: string, budget: Budget) {
    this.#xml = xml;
    let inList = false;
    let inCodes = false;
    let current: { readonly tag: Tag; readonly end: number } | undefined;
    const open = (tag: Tag, start: number, end: number): void => {
      if (tag.name === 'numFmts') inCodes = true;
      // Those of differential formats are numbered otherwise.
      if (tag.name === 'numFmt' && inCodes)
        this.#codes.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '');
      if (tag.name === 'cellXfs') {
        inList = !tag.selfClosing;
        this.#list = { tag: tag.raw, start, end, close: end };
      } else if (tag.name === 'xf' && inList) current = { tag, end };
    };
    const close = (name: string, start: number, end: number): void => {
      if (name === 'numFmts') inCodes = false;
      if (name === 'cellXfs' && inList) {
        inList = false;
        this.#list.close = start;
      } else if (name === 'xf' && current !== undefined) {
        budget.keep(1);
        const { tag, end: from } = current;
        const rest = tag.selfClosing ? '' : xml.slice(from, end);
        const format = Number(tag.get('numFmtId') ?? FORMAT.general);
        this.#formats.push({ format, openTag: tag.raw, rest });
        current = undefined;
      }
    };
    scanXml(xml, { open, close }, budget);
  }

  /** Whether cells of a style keep what is typed as text. */
  isText(style: number): boolean {
    const format = this.#formatOf(style);
    return format === FORMAT.text || this.#codes.get(format) === TEXT_FORMAT;
  }

  /** How cells of a style show a number. */
  numberStyle(style: number): NumberStyle {
    const format = this.#formatOf(style);
    return numberStyle(format, this.#codes.get(format));
  }

  /** The style that looks like `style` and has this number format; the same one where the file has no room for more. */
  twin(style: number, format: FormatNumber): number {
    const key = `${String(style)} ${String(format)}`;
    const known = this.#twins.get(key);
    if (known !== undefined) return known;
    const twin = this.#twinOf(style, format);
    this.#twins.set(key, twin);
    return twin;
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

  #formatOf(style: number): number {
    return this.#formats[style]?.format ?? FORMAT.general;
  }

  #twinOf(style: number, format: FormatNumber): number {
    const base = this.#formats[style];
    if (base === undefined) return style;
    const numbered = setAttribute(base.openTag, 'numFmtId', String(format));
    const openTag = setAttribute(numbered, 'applyNumberFormat', '1');
    // The twin that an earlier patch left is used again, so that a file does not grow with each fix.
    const there = this.#formats.findIndex((one) => one.openTag === openTag && one.rest === base.rest);
    if (there >= 0) return there;
    if (this.#formats.length >= MOST_FORMATS) return style;
    this.#added.push(openTag + base.rest);
    return this.#formats.push({ format, openTag, rest: base.rest }) - 1;
  }
}
