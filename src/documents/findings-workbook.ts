import type { MessageParams } from '../rules/finding';
import { findingText, messageText, type Locale } from '../rules/messages/message';
import { rowList } from '../rules/row-list';
import { columnLetters } from '../sheet/a1';
import { headerOf } from '../sheet/columns';
import type { SheetReport } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import { sheetNameOf } from '../sheet/form-shape';
import { STYLE } from './official-styles';
import { printNames, printSetup } from './print-setup';
import { spreadsheet } from './spreadsheet-package';
import { StringTable } from './string-table';
import { LINE, linesIn, textRow, wideText, wrappedHeight } from './text-rows';

/** Widths of the columns, in characters of the default font. */
const WIDTHS = [6, 8, 10, 26, 8, 60, 22] as const;
const HEADER_ROW = 3;
const FIRST_ROW = 4;
const HEADER_HEIGHT = 22;

/**
 * The findings of a sheet as a workbook to print: A4 landscape, one page wide, the header repeated. Texts only: what a
 * cell held stands in it as text, and runs nowhere.
 */
export function findingsWorkbook(report: SheetReport, locale: Locale): Uint8Array {
  const strings = new StringTable();
  const say = (code: string, params = {}): string => messageText(locale, code, params);
  const { withoutFee } = report;
  const { sheet } = report.reading;
  const title = say('document.findings-title', { sheet });
  const names = new Map(report.verdicts.map(({ row, name }) => [row, name]));
  const lines = inReadingOrder(report).map((finding, i) => [
    String(i + 1),
    finding.cell ?? (finding.row === null ? '' : say('document.row', { row: finding.row })),
    finding.row === null ? '' : (names.get(finding.row) ?? ''),
    finding.column === null ? '' : headerOf(finding.column),
    say(`severity.${finding.severity}`),
    findingText(locale, finding),
    finding.fix?.value ?? '',
  ]);
  const rowOf = (row: number, texts: readonly string[], height: number): string =>
    textRow(
      strings,
      row,
      height,
      texts.map((text) => ({ style: STYLE.text, text })),
    );
  const wide = (row: number, style: number, text: string, height: number): string =>
    textRow(strings, row, height, wideText(WIDTHS.length, style, text));
  const body = [
    wide(1, STYLE.title, title, 36),
    wide(2, STYLE.foot, summaryText(report, say), withoutFee.length === 0 ? 24 : 40),
    rowOf(HEADER_ROW, say('document.findings-headers').split('|'), HEADER_HEIGHT),
    ...lines.map((texts, i) => rowOf(FIRST_ROW + i, texts, heightOf(texts))),
  ];
  const last = columnLetters(WIDTHS.length - 1);
  const end = FIRST_ROW - 1 + lines.length;
  const name = sheetNameOf(title);
  return spreadsheet({
    title,
    sheets: [
      {
        name,
        xml: [
          '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
            `<dimension ref="A1:${last}${end}"/>` +
            '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
            `<sheetFormatPr defaultRowHeight="${LINE}"/>` +
            `<cols>${WIDTHS.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
            `<sheetData>${body.join('')}</sheetData>` +
            `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>` +
            printSetup('A4', '&P / &N'),
        ],
      },
    ],
    names: printNames(name, { columns: WIDTHS.length, headerRow: HEADER_ROW, endRow: end }),
    strings,
  });
}

/** What the sheet comes to, and whom its fee leaves out. */
function summaryText(
  { summary, withoutFee }: SheetReport,
  say: (code: string, params: MessageParams) => string,
): string {
  const counts = say('document.findings-summary', { ...summary });
  if (withoutFee.length === 0) return counts;
  return `${counts}\n${say('fee.left-out', { count: withoutFee.length, rows: rowList(withoutFee) })}`;
}

/** Tall enough for the text that wraps most. */
const heightOf = (texts: readonly string[]): number =>
  wrappedHeight(Math.max(...texts.map((text, i) => linesIn(text, WIDTHS[i] ?? 10))), 6, HEADER_HEIGHT);
