import { FONT_SIZES, FORM_FONT } from '../sheet/form-shape';

/** The cell styles of the official workbook: their places in `cellXfs` below. */
export const STYLE = {
  plain: 0,
  title: 1,
  header: 2,
  text: 3,
  /** Text that begins as a formula would: `quotePrefix` is the apostrophe that a person types before it. */
  quoted: 4,
  date: 5,
  number: 6,
  foot: 7,
  lyingHeader: 8,
} as const;

const font = (size: number, bold = ''): string =>
  `<font>${bold}<sz val="${size}"/><name val="${FORM_FONT}"/><family val="3"/><charset val="134"/></font>`;

const xf = (format: number, font: number, border: number, alignment: string, more = ''): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${more}><alignment ${alignment}/></xf>`;

/** One character a line. Without wrapText, which makes LibreOffice push upright text to the left edge. */
const UPRIGHT = 'horizontal="center" vertical="center" textRotation="255"';
const CENTRED = 'horizontal="center" vertical="center" wrapText="1"';

/** The content of the style sheet: 49 is the built-in format of text, 164 our own of dates. */
export const STYLES_XML =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="3">${font(FONT_SIZES.body)}${font(FONT_SIZES.title, '<b/>')}${font(FONT_SIZES.header)}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
  ['left', 'right', 'top', 'bottom']
    .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
    .join('') +
  '<diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  xf(0, 1, 0, 'horizontal="center" vertical="center"') +
  xf(49, 2, 1, UPRIGHT) +
  xf(49, 0, 1, CENTRED) +
  xf(49, 0, 1, CENTRED, ' quotePrefix="1"') +
  xf(164, 0, 1, CENTRED) +
  xf(0, 0, 1, CENTRED) +
  xf(49, 2, 0, 'horizontal="left" vertical="center" wrapText="1"') +
  xf(49, 2, 1, CENTRED) +
  '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>';
