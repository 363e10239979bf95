import type { IBorderData, IBorderStyleData, IStyleData } from '@univerjs/core';
import { LIMITS } from '../../file/limits';
import type { Package } from '../../file/package';
import type { Tag, XmlHandler } from '../../file/xml-scan';
import { BORDER_LINES, HORIZONTAL, LINE, NO, OFFSET, VERTICAL, WRAP, YES } from '../grid-enums';
import { formatCode } from './format-codes';
import type { Palette } from './palette';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

// What a file says is looked up in maps: an object would also know 'constructor', and a function is no style.
const SIDES: ReadonlyMap<string, 'l' | 'r' | 't' | 'b'> = new Map([
  ['left', 'l'],
  ['start', 'l'],
  ['right', 'r'],
  ['end', 'r'],
  ['top', 't'],
  ['bottom', 'b'],
]);

const ACROSS: ReadonlyMap<string, IStyleData['ht']> = new Map([
  ['left', HORIZONTAL.left],
  ['fill', HORIZONTAL.left],
  ['center', HORIZONTAL.center],
  ['centerContinuous', HORIZONTAL.center],
  ['right', HORIZONTAL.right],
  ['justify', HORIZONTAL.justify],
  ['distributed', HORIZONTAL.distributed],
]);
const UPWARD: ReadonlyMap<string, IStyleData['vt']> = new Map([
  ['top', VERTICAL.top],
  ['center', VERTICAL.middle],
  ['justify', VERTICAL.middle],
  ['distributed', VERTICAL.middle],
  ['bottom', VERTICAL.bottom],
]);

/** The width of one step of indentation, in pixels. */
const INDENT = 9;

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'none';
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** 255 is upright text, one character below the other; 1 to 90 turn it up, 91 to 180 down. */
function rotation(degrees: number): IStyleData['tr'] {
  if (degrees === 255) return { a: 0, v: YES };
  if (!(degrees >= 1 && degrees <= 180)) return undefined;
  return { a: degrees <= 90 ? -degrees : degrees - 90, v: NO };
}

/** The style sheet of a workbook, as it is scanned. */
class StylesHandler implements XmlHandler {
  readonly cellStyles: IStyleData[] = [];
  readonly fonts: Mutable<IStyleData>[] = [];
  private readonly codes = new Map<number, string>();
  private readonly fills: (string | undefined)[] = [];
  private readonly borders: Mutable<IBorderData>[] = [];
  private depth = 0;
  /** The list that is being read: fonts, fills, borders, cellXfs, … Differential formats have a list of their own. */
  private list = '';
  private fill = { pattern: '', front: '', back: '' };
  private border: Mutable<IBorderData> = {};
  private diagonal = { up: false, down: false };
  private line: { readonly side: string; readonly style: IBorderStyleData['s'] } | undefined;

  constructor(
    private readonly palette: Palette,
    private readonly file: Package,
  ) {}

  open(tag: Tag): void {
    if (this.depth === 1) this.list = tag.name;
    this.depth++;
    switch (this.list) {
      case 'numFmts':
        if (tag.name === 'numFmt') this.codes.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '');
        break;
      case 'fonts':
        this.openFont(tag);
        break;
      case 'fills':
        this.openFill(tag);
        break;
      case 'borders':
        this.openBorder(tag);
        break;
      case 'cellXfs':
        this.openFormat(tag);
        break;
      case 'colors':
        if (tag.name === 'rgbColor') this.palette.addIndexed(tag.get('rgb') ?? '');
    }
  }

  close(name: string): void {
    this.depth--;
    if (this.list === 'fills' && name === 'fill') this.closeFill();
    else if (this.list === 'borders') this.closeBorder(name);
  }

  private openFont(tag: Tag): void {
    if (tag.name === 'font') {
      this.file.budget.keep(1);
      this.fonts.push({});
      return;
    }
    const font = this.fonts.at(-1);
    if (font === undefined) return;
    const value = tag.get('val');
    if (tag.name === 'name' && value !== undefined) font.ff = value;
    else if (tag.name === 'sz' && Number(value) > 0) font.fs = Number(value);
    else if (tag.name === 'b' && isOn(value)) font.bl = YES;
    else if (tag.name === 'i' && isOn(value)) font.it = YES;
    else if (tag.name === 'strike' && isOn(value)) font.st = { s: YES };
    else if (tag.name === 'u' && isOn(value))
      font.ul = { s: YES, t: value?.startsWith('double') === true ? LINE.double : LINE.single };
    else if (tag.name === 'vertAlign' && value === 'subscript') font.va = OFFSET.subscript;
    else if (tag.name === 'vertAlign' && value === 'superscript') font.va = OFFSET.superscript;
    else if (tag.name === 'color') {
      const colour = this.palette.read(tag);
      if (colour !== undefined) font.cl = { rgb: colour };
    }
  }

  private openFill(tag: Tag): void {
    if (tag.name === 'fill') this.fill = { pattern: '', front: '', back: '' };
    else if (tag.name === 'patternFill') this.fill.pattern = tag.get('patternType') ?? 'none';
    else if (tag.name === 'gradientFill') this.fill.pattern = 'gradient';
    else if (tag.name === 'fgColor') this.fill.front = this.palette.read(tag) ?? '';
    else if (tag.name === 'bgColor') this.fill.back = this.palette.read(tag) ?? '';
    else if (tag.name === 'color' && this.fill.front === '') this.fill.front = this.palette.read(tag) ?? '';
  }

  /** The grid has plain fills: a gradient or a pattern is shown by its first colour. */
  private closeFill(): void {
    this.file.budget.keep(1);
    const { pattern, front, back } = this.fill;
    const colour = pattern === 'none' || pattern === '' ? '' : front || back;
    this.fills.push(colour === '' ? undefined : colour);
  }

  private openBorder(tag: Tag): void {
    if (tag.name === 'border') {
      this.file.budget.keep(1);
      this.border = {};
      this.diagonal = { up: isTrue(tag.get('diagonalUp')), down: isTrue(tag.get('diagonalDown')) };
      this.borders.push(this.border);
    } else if (tag.name === 'color') {
      const colour = this.palette.read(tag);
      if (this.line !== undefined && colour !== undefined) this.draw(colour);
    } else if (SIDES.has(tag.name) || tag.name === 'diagonal') {
      const style = BORDER_LINES.get(tag.get('style') ?? '');
      this.line = style === undefined ? undefined : { side: tag.name, style };
      this.draw('#000000');
    }
  }

  private draw(colour: string): void {
    if (this.line === undefined) return;
    const line: IBorderStyleData = { s: this.line.style, cl: { rgb: colour } };
    const side = SIDES.get(this.line.side);
    if (side !== undefined) this.border[side] = line;
    else {
      if (this.diagonal.down) this.border.tl_br = line;
      if (this.diagonal.up) this.border.bl_tr = line;
    }
  }

  private closeBorder(name: string): void {
    if (SIDES.has(name) || name === 'diagonal') this.line = undefined;
  }

  private openFormat(tag: Tag): void {
    if (tag.name === 'xf') {
      this.file.budget.keep(1);
      this.cellStyles.push(this.format(tag));
    } else if (tag.name === 'alignment') {
      const style = this.cellStyles.at(-1);
      if (style !== undefined) align(style, tag);
    }
  }

  private format(tag: Tag): IStyleData {
    const style: IStyleData = { ...this.fonts[Number(tag.get('fontId') ?? 0)] };
    const fill = this.fills[Number(tag.get('fillId') ?? 0)];
    if (fill !== undefined) style.bg = { rgb: fill };
    const border = this.borders[Number(tag.get('borderId') ?? 0)];
    if (border !== undefined && Object.keys(border).length > 0) style.bd = border;
    const id = Number(tag.get('numFmtId') ?? 0);
    const code = formatCode(id, this.codes.get(id));
    if (code !== undefined) style.n = { pattern: code };
    return style;
  }
}

function align(style: IStyleData, tag: Tag): void {
  const horizontal = ACROSS.get(tag.get('horizontal') ?? '');
  if (horizontal !== undefined) style.ht = horizontal;
  const vertical = UPWARD.get(tag.get('vertical') ?? '');
  if (vertical !== undefined) style.vt = vertical;
  if (isTrue(tag.get('wrapText'))) style.tb = WRAP;
  const turned = rotation(Number(tag.get('textRotation') ?? 0));
  if (turned !== undefined) style.tr = turned;
  const indent = Number(tag.get('indent') ?? 0);
  if (indent > 0) style.pd = style.ht === HORIZONTAL.right ? { r: indent * INDENT } : { l: indent * INDENT };
}

/** The looks of cells in the order of `cellXfs`, with their number formats, and the font of what has no style. */
export function readCellStyles(
  file: Package,
  path: string | undefined,
  palette: Palette,
): { readonly styles: readonly IStyleData[]; readonly plain: IStyleData } {
  const handler = new StylesHandler(palette, file);
  if (path !== undefined) file.scan(path, handler, LIMITS.smallPartBytes * 4);
  return { styles: handler.cellStyles, plain: handler.fonts[0] ?? {} };
}
