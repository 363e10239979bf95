import type { Grid } from '../../sheet/grid';
import { fileKind } from './file-kind';
import { LIMITS } from './limits';
import { readXls } from './read-xls';
import { readXlsx } from './read-xlsx';
import { UnreadableFile, asUnreadable } from './unreadable-file';

/** A workbook as plain data: its worksheets in tab order, hidden ones too. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls';
  readonly sheets: Grid[];
}

function read(bytes: Uint8Array): Workbook {
  if (bytes.length > LIMITS.inflatedBytes) throw new UnreadableFile('too-large', { limit: 'inflatedBytes' });
  const kind = fileKind(bytes);
  switch (kind) {
    case 'zip':
      return { format: 'xlsx', sheets: readXlsx(bytes) };
    case 'compound':
      return { format: 'xls', sheets: readXls(bytes) };
    case 'xml':
    case 'rtf':
    case 'unknown':
      throw new UnreadableFile('not-a-spreadsheet', { kind });
    default:
      throw new UnreadableFile(kind);
  }
}

/**
 * Reads a workbook from a file's bytes: .xlsx (also .xlsm, strict files and those of other programs) or .xls of
 * Excel 97 to 2003. What it is, the bytes say; a name is never asked for. Values only: formulas are not computed,
 * their cached results are read, and nothing outside the bytes is looked at.
 * @throws UnreadableFile and nothing else, for any bytes whatever
 */
export function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  try {
    return Promise.resolve(read(bytes));
  } catch (error) {
    return Promise.reject(asUnreadable(error));
  }
}
