import { COLUMN_KEYS, type ColumnKey } from '../rules/application';
import type { MessageParams, RuleName, Severity } from '../rules/finding';
import { toA1, type A1 } from './a1';
import { headerOf } from './columns';
import type { FoundHeader } from './find-header';
import type { GridRange } from './grid';

/** A finding about the sheet as a whole or a row as such. Rows count from 1, as in the workbook. */
export interface SheetFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: ColumnKey | null;
  readonly cell: A1 | null;
  readonly value: string;
  readonly message: string;
  readonly params: MessageParams;
}

function finding(
  rule: RuleName,
  severity: Severity,
  row: number | null,
  params: MessageParams,
  more: {
    readonly message?: string;
    readonly column?: ColumnKey;
    readonly cell?: A1;
    readonly value?: string;
  } = {},
): SheetFinding {
  const { message = rule, column = null, cell = null, value = '' } = more;
  return { rule, severity, row, column, cell, value, message, params };
}

/** What is missing in a header, or cannot be told apart. */
export function headerFindings({ bottom, columns, ambiguous }: FoundHeader): readonly SheetFinding[] {
  const unclear = new Set(ambiguous.flatMap(({ keys }) => keys));
  const missing = COLUMN_KEYS.filter((key) => !columns.has(key) && !unclear.has(key));
  return [
    ...missing.map((key) =>
      finding('sheet.missing-column', 'error', bottom + 1, { header: headerOf(key) }, { column: key }),
    ),
    ...ambiguous.map(({ keys, cell, text, cells }) => {
      const params = { header: keys.map(headerOf), cells };
      const [only, ...others] = keys;
      return finding('sheet.ambiguous-column', 'error', bottom + 1, params, {
        cell,
        value: text,
        ...(others.length === 0 && only !== undefined ? { column: only } : {}),
      });
    }),
  ];
}

export const noHeader = (): SheetFinding => finding('sheet.no-header', 'error', null, {});

/** Of a row (counted from 0, as below) that holds something, and is no application. */
export const untakenRow = (row: number, why: 'unread' | 'example' | 'hint'): SheetFinding =>
  finding(
    'sheet.skipped-row',
    'warning',
    row + 1,
    {},
    why === 'unread' ? {} : { message: `sheet.skipped-row/${why}` },
  );

/** @param person the row of the merged cells that tell the person, counted from 0 */
export const secondLine = (row: number, person: number): SheetFinding =>
  finding(
    'sheet.skipped-row',
    'warning',
    row + 1,
    { row: person + 1 },
    { message: 'sheet.skipped-row/second-line' },
  );

/** Of a second header whose columns stand in another order than those of the first. */
export const otherHeader = (row: number, { bottom }: FoundHeader): SheetFinding =>
  finding(
    'sheet.skipped-row',
    'warning',
    row + 1,
    { row: bottom + 1 },
    { message: 'sheet.skipped-row/other-header' },
  );

export const hiddenRow = (row: number): SheetFinding => finding('sheet.hidden-row', 'warning', row + 1, {});

/** @param endRow the row at which the rows should have ended, counted from 1 */
export const rowAfterFoot = (row: number, endRow: number): SheetFinding =>
  finding('sheet.footer', 'warning', row + 1, { row: endRow }, { message: 'sheet.footer/rows-follow' });

export const noFooter = ({ bottom }: FoundHeader): SheetFinding =>
  finding('sheet.footer', 'warning', bottom + 1, {}, { message: 'sheet.footer/missing' });

export const mergedCells = ({ top, left, bottom, right }: GridRange): SheetFinding =>
  finding('sheet.merged', 'info', top + 1, { range: `${toA1(top, left)}:${toA1(bottom, right)}` });
