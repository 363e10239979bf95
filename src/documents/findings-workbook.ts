import { escapeXml } from '../hosts/file/xml-escapes';
import { findingText, messageText, type Locale } from '../rules/messages/message';
import { columnLetters } from '../sheet/a1';
import { headerOf } from '../sheet/columns';
import type { SheetReport } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import { sheetNameOf, TALLEST_ROW } from '../sheet/form-shape';
import { STYLE } from './official-styles';
import { spreadsheet } from './spreadsheet-package';
import { StringTable } from './string-table';

/** Widths of the columns, in characters of the default font. */
const WIDTHS = [6, 8, 10, 26, 8, 60, 22] as const;
const FIRST_ROW = 4;
const LINE = 15;

/**
 * The findings of a sheet as a workbook to print: A4 landscape, one page wide, the header repeated. Texts only: what a
 * cell held stands in it as text, and runs nowhere.
 */
export function findingsWorkbook(report: SheetReport, locale: Locale): Uint8Array {
  const strings = new StringTable();
  const say = (code: string, params = {}): string => messageText(locale, code, params);
  const { sheet } = report.reading;
  const title = say('document.findings-title', { sheet });
  const names = new Map(report.verdicts.map(({ row, name }) => [row, name]));
  const lines = inReadingOrder(report).map((finding, i) => [
    String(i + 1),
    finding.cell ?? (finding.row === null ? '' : String(finding.row)),
    finding.row === null ? '' : (names.get(finding.row) ?? ''),
    finding.column === null ? '' : headerOf(finding.column),
    say(`severity.${finding.severity}`),
    findingText(locale, finding),
    finding.fix?.value ?? '',
  ]);
  const cell = (row: number, column: number, style: number, text: string): string =>
    text === ''
      ? `<c r="${columnLetters(column)}${row}" s="${style}"/>`
      : `<c r="${columnLetters(column)}${row}" s="${style}" t="s"><v>${strings.place(text)}</v></c>`;
  const rowXml = (row: number, style: number, texts: readonly string[], height: number): string =>
    `<row r="${row}" ht="${height}" customHeight="1">${texts.map((text, column) => cell(row, column, style, text)).join('')}</row>`;
  const wide = (row: number, style: number, text: string, height: number): string =>
    rowXml(row, style, [text, ...WIDTHS.slice(1).map(() => '')], height);
  const body = [
    wide(1, STYLE.title, title, 36),
    wide(2, STYLE.foot, say('document.findings-summary', { ...report.summary }), 24),
    rowXml(3, STYLE.text, say('document.findings-headers').split('|'), 22),
    ...lines.map((texts, i) => rowXml(FIRST_ROW + i, STYLE.text, texts, heightOf(texts))),
  ];
  const last = columnLetters(WIDTHS.length - 1);
  const end = FIRST_ROW - 1 + lines.length;
  const name = sheetNameOf(title);
  const quoted = escapeXml(`'${name.replaceAll("'", "''")}'`);
  return spreadsheet({
    title,
    sheets: [
      {
        name,
        xml:
          '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
          `<dimension ref="A1:${last}${end}"/>` +
          '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
          `<sheetFormatPr defaultRowHeight="${LINE}"/>` +
          `<cols>${WIDTHS.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
          `<sheetData>${body.join('')}</sheetData>` +
          `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>` +
          '<printOptions horizontalCentered="1"/>' +
          '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
          '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
          '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
      },
    ],
    names:
      `<definedName name="_xlnm.Print_Area" localSheetId="0">${quoted}!$A$1:$${last}$${end}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$3:$3</definedName>`,
    strings,
  });
}

/** Tall enough for the text that wraps most; Han take about two characters of width. */
function heightOf(texts: readonly string[]): number {
  const lines = texts.map((text, i) => Math.ceil((text.length * 2) / (WIDTHS[i] ?? 10)));
  return Math.min(TALLEST_ROW, Math.max(22, Math.max(1, ...lines) * LINE + 6));
}
