import type { Package } from '../../file/package';
import type { Tag } from '../../file/xml-scan';

/** The colours that a file of Excel 97 names by number, from 8; 0 to 7 are the first eight of them. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The theme of Office 2013 and later, as its part lists it: dark 1, light 1, dark 2, light 2, accents, links. */
const OFFICE_THEME =
  '000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Cells name light before dark, the theme's part dark before light. */
const SWAPPED = [1, 0, 3, 2];

const THEME_ORDER = 'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(
  ' ',
);

/** The colours of the workbook's theme part; Office's own where it has none. */
export function readTheme(file: Package, path: string | undefined): readonly string[] {
  const colours = [...OFFICE_THEME];
  if (path === undefined) return colours;
  let inScheme = false;
  let place = -1;
  file.scan(path, {
    open(tag) {
      if (tag.name === 'clrScheme') inScheme = true;
      else if (!inScheme) return;
      else if (tag.name === 'srgbClr' || tag.name === 'sysClr') {
        const colour = tag.get(tag.name === 'srgbClr' ? 'val' : 'lastClr');
        if (place >= 0 && colour !== undefined) colours[place] = colour;
      } else if (THEME_ORDER.includes(tag.name)) place = THEME_ORDER.indexOf(tag.name);
    },
    close(name) {
      if (name === 'clrScheme') inScheme = false;
    },
  });
  return colours;
}

/** Lighter by a positive tint, darker by a negative one: mixed with white or black. */
function tinted(hex: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return hex;
  const parts = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16);
    const mixed = tint < 0 ? part * (1 + tint) : part * (1 - tint) + 255 * tint;
    return Math.round(mixed).toString(16).padStart(2, '0').toUpperCase();
  });
  return parts.join('');
}

/** Names of colours in a workbook, as `#RRGGBB`. */
export class Palette {
  private readonly indexed: string[] = [];

  constructor(private readonly theme: readonly string[]) {}

  /** A workbook may bring its own numbered colours, in order. */
  addIndexed(argb: string): void {
    this.indexed.push(argb.slice(-6));
  }

  /** The colour that an element names by `rgb`, `theme` or `indexed`; undefined for the automatic one. */
  read(tag: Tag): string | undefined {
    const hex = this.named(tag);
    if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
    return `#${tinted(hex.toUpperCase(), Number(tag.get('tint') ?? 0))}`;
  }

  private named(tag: Tag): string | undefined {
    const rgb = tag.get('rgb');
    if (rgb !== undefined) return rgb.slice(-6);
    const theme = tag.get('theme');
    if (theme !== undefined) return this.theme[SWAPPED[Number(theme)] ?? Number(theme)];
    const index = Number(tag.get('indexed') ?? NaN);
    return this.indexed[index] ?? INDEXED[index < 8 ? index : index - 8];
  }
}
