import { escapeCellText } from '../hosts/file/xml-escapes';

/** Excel's longest text of a cell; it offers to repair a file with a longer one. */
const LONGEST_TEXT = 32_767;

/** The strings of a workbook, each written once, cut to what a cell may hold. */
export class StringTable {
  private readonly places = new Map<string, number>();
  uses = 0;

  place(value: string): number {
    this.uses++;
    const text = value.slice(0, LONGEST_TEXT);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  get texts(): readonly string[] {
    return [...this.places.keys()];
  }

  /** The content of `<sst>`. */
  get xml(): string {
    return this.texts.map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`).join('');
  }
}
