import type { Grid } from '../../sheet/grid';
import { Package } from './package';
import { readSheet } from './read-sheet';
import { readNumberStyles, readSharedStrings } from './read-strings';
import { readWorkbookParts } from './workbook-parts';

/** Reads every worksheet of an Office Open XML workbook. @throws UnreadableFile, and what a damaged part provokes */
export function readXlsx(bytes: Uint8Array): Grid[] {
  const file = new Package(bytes);
  file.refuseDocumentTypes();
  const parts = readWorkbookParts(file);
  const context = {
    strings: readSharedStrings(file, parts.sharedStrings),
    numberStyles: readNumberStyles(file, parts.styles),
    date1904: parts.date1904,
  };
  return parts.sheets.map((sheet) => readSheet(file, sheet, context));
}
