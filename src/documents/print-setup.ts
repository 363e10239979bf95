import { escapeXml } from '../hosts/file/xml-escapes';
import { columnLetters } from '../sheet/a1';
import { PAGE_MARGINS } from '../sheet/form-shape';

const { side, end, header } = PAGE_MARGINS;

/** The paper of a page, by Excel's number for it. */
const PAPER = { A3: 8, A4: 9 } as const;

/** How a worksheet is printed: landscape, one page wide, centred. The foot is in Excel's codes. */
export const printSetup = (paper: keyof typeof PAPER, foot: string): string =>
  '<printOptions horizontalCentered="1"/>' +
  `<pageMargins left="${side}" right="${side}" top="${end}" bottom="${end}" header="${header}" footer="${header}"/>` +
  `<pageSetup paperSize="${PAPER[paper]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
  `<headerFooter><oddFooter>${escapeXml(`&C${foot}`)}</oddFooter></headerFooter>`;

/** The names by which a spreadsheet knows what to print and which row to repeat; rows from 1. */
export function printNames(
  sheetName: string,
  {
    columns,
    headerRow,
    endRow,
  }: { readonly columns: number; readonly headerRow: number; readonly endRow: number },
): string {
  const sheet = escapeXml(`'${sheetName.replaceAll("'", "''")}'`);
  return (
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${sheet}!$A$1:$${columnLetters(columns - 1)}$${endRow}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${headerRow}:$${headerRow}</definedName>`
  );
}
