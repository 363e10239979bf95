import type { Budget } from './limits';
import { scanXml, type Tag } from './xml-scan';
import { Splices, setAttribute } from './xml-splice';

/** The number format of text, `@`. */
const TEXT_FORMAT = 49;
/** Excel refuses a workbook with more cell formats. */
const MOST_FORMATS = 65_490;

interface CellFormat {
  readonly format: number;
  readonly openTag: string;
  /** What follows the start tag, up to the end of the element. */
  readonly rest: string;
}

/** The style sheet of a workbook, to which text-format twins of its cell styles are appended. */
export class StylesPatch {
  private readonly formats: CellFormat[] = [];
  private readonly textFormats = new Set<number>([TEXT_FORMAT]);
  private readonly added: string[] = [];
  private readonly twins = new Map<number, number>();
  private listTag = { raw: '', start: 0, end: 0 };
  private listEnd = 0;

  constructor(
    private readonly xml: string,
    budget: Budget,
  ) {
    let inList = false;
    let current: { tag: Tag; end: number } | undefined;
    scanXml(
      xml,
      {
        open: (tag, start, end) => {
          if (tag.name === 'numFmt' && tag.get('formatCode') === '@')
            this.textFormats.add(Number(tag.get('numFmtId')));
          if (tag.name === 'cellXfs') {
            inList = !tag.selfClosing;
            this.listTag = { raw: tag.raw, start, end };
          } else if (tag.name === 'xf' && inList) current = { tag, end };
        },
        close: (name, start, end) => {
          if (name === 'cellXfs' && inList) {
            inList = false;
            this.listEnd = start;
          } else if (name === 'xf' && current !== undefined) {
            budget.keep(1);
            const rest = current.tag.selfClosing ? '' : xml.slice(current.end, end);
            this.formats.push({
              format: Number(current.tag.get('numFmtId') ?? 0),
              openTag: current.tag.raw,
              rest,
            });
            current = undefined;
          }
        },
      },
      budget,
    );
  }

  /** The style that looks like `style` and has the text format; the same one where it has it already. */
  textStyle(style: number): number {
    const known = this.twins.get(style);
    if (known !== undefined) return known;
    const base = this.formats[style];
    if (base === undefined || this.textFormats.has(base.format)) return style;
    const openTag = setAttribute(
      setAttribute(base.openTag, 'numFmtId', String(TEXT_FORMAT)),
      'applyNumberFormat',
      '1',
    );
    // The twin that an earlier patch left is used again, so that a file does not grow with each fix.
    let twin = this.formats.findIndex((format) => format.openTag === openTag && format.rest === base.rest);
    if (twin < 0) {
      if (this.formats.length >= MOST_FORMATS) return style;
      twin = this.formats.push({ format: TEXT_FORMAT, openTag, rest: base.rest }) - 1;
      this.added.push(openTag + base.rest);
    }
    this.twins.set(style, twin);
    return twin;
  }

  /** The style sheet with what was added; undefined where nothing was. */
  apply(): string | undefined {
    if (this.added.length === 0) return undefined;
    const splices = new Splices(this.xml);
    const count = setAttribute(this.listTag.raw, 'count', String(this.formats.length));
    splices.replace(this.listTag.start, this.listTag.end, count);
    splices.replace(this.listEnd, this.listEnd, this.added.join(''));
    return splices.apply();
  }
}
