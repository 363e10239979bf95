import type { IColumnData, IFreeze, IRowData } from '@univerjs/core';
import { LIMITS, type Budget } from '../../file/limits';
import type { SheetWitness } from '../../file/read-sheet';
import type { Tag } from '../../file/xml-scan';
import { NO, YES } from '../grid-enums';
import type { KeptThings } from './kept-in-file';
import type { Palette } from './palette';
import { ListValidations } from './validations';

/** Pixels of the widest digit of the default font, and of the padding beside it. */
const DIGIT = 7;
const PADDING = 5;

/** The pixels of a column that is so many characters wide, by Excel's own formula. */
const pixelsWide = (characters: number): number =>
  Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);

/** The pixels of a height in points. */
const pixelsHigh = (points: number): number => Math.round((points * 4) / 3);

const UNFROZEN: IFreeze = { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The name that the look of a cell has in the snapshot: its place in the file's list of cell formats. */
export const styleName = (format: number): string => `f${format}`;

/** A run of columns of one width. */
interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly data: Partial<IColumnData>;
}

/** How a worksheet looks, taken from the scan that reads its cells. */
export class SheetLook implements SheetWitness {
  /** By row, the format of each cell that has one. */
  readonly formats: (number[] | undefined)[] = [];
  readonly rows: Record<number, Partial<IRowData>> = {};
  readonly validations = new ListValidations();
  freeze: IFreeze = UNFROZEN;
  gridlines = true;
  rightToLeft = false;
  tabColour = '';
  defaultWidth = pixelsWide(8.43) + PADDING;
  defaultHeight = pixelsHigh(15);
  protected = false;
  lastRow = -1;
  lastColumn = -1;
  private readonly runs: ColumnRun[] = [];
  private views = 0;

  constructor(
    private readonly palette: Palette,
    private readonly kept: KeptThings,
    private readonly budget: Budget,
  ) {}

  row(tag: Tag, row: number): void {
    const height = tag.get('ht');
    const hidden = isTrue(tag.get('hidden')) || (height !== undefined && Number(height) === 0);
    const data: Partial<IRowData> = {};
    if (hidden) data.hd = YES;
    else if (height !== undefined && Number(height) > 0) {
      // Also where nobody set it: the grid measures text otherwise than Excel, and its own heights would make every row jump
      // with the first edit.
      Object.assign(data, { h: pixelsHigh(Number(height)), ia: NO });
    }
    if (isTrue(tag.get('customFormat'))) data.s = styleName(Number(tag.get('s') ?? 0));
    if (Object.keys(data).length === 0) return;
    this.budget.keep(1);
    this.rows[row] = data;
    // Rows that are only styled, down to the end of the sheet, are no reason to show them.
    if (data.s === undefined) this.lastRow = Math.max(this.lastRow, row);
  }

  cell(tag: Tag, row: number, column: number): void {
    const format = Number(tag.get('s') ?? 0);
    if (format > 0) this.format(row, column, format);
  }

  /** Gives a cell a look of the list of cell formats. */
  format(row: number, column: number, format: number): void {
    this.budget.keep(1);
    (this.formats[row] ??= [])[column] = format;
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
  }

  open(tag: Tag): void {
    this.kept.sheetElement(tag.name);
    if (this.validations.open(tag)) return;
    switch (tag.name) {
      case 'col':
        this.column(tag);
        break;
      case 'sheetView':
        this.views++;
        if (this.views > 1) break;
        this.gridlines = tag.get('showGridLines') !== '0' && tag.get('showGridLines') !== 'false';
        this.rightToLeft = isTrue(tag.get('rightToLeft'));
        break;
      case 'pane':
        if (this.views === 1) this.pane(tag);
        break;
      case 'sheetFormatPr':
        this.defaults(tag);
        break;
      case 'tabColor':
        this.tabColour = this.palette.read(tag) ?? '';
        break;
      case 'sheetProtection':
        this.protected = isTrue(tag.get('sheet'));
    }
  }

  text(piece: string): void {
    this.validations.text(piece);
  }

  close(name: string): void {
    this.validations.close(name);
  }

  /** The columns of a sheet of so many. */
  columns(count: number): Record<number, Partial<IColumnData>> {
    const columns: Record<number, Partial<IColumnData>> = {};
    for (const { first, last, data } of this.runs)
      for (let column = first; column <= last && column < count; column++) columns[column] = { ...data };
    return columns;
  }

  private defaults(tag: Tag): void {
    const base = Number(tag.get('baseColWidth') ?? 8);
    const width = Number(tag.get('defaultColWidth') ?? NaN);
    this.defaultWidth = width > 0 ? pixelsWide(width) : Math.trunc(base * DIGIT + PADDING);
    const height = Number(tag.get('defaultRowHeight') ?? NaN);
    if (height > 0) this.defaultHeight = pixelsHigh(height);
  }

  private column(tag: Tag): void {
    const [first, last] = [Number(tag.get('min')) - 1, Number(tag.get('max')) - 1];
    if (!(first >= 0 && last >= first && last < LIMITS.columns)) return;
    this.budget.keep(1);
    const width = Number(tag.get('width') ?? NaN);
    const data: Partial<IColumnData> = {};
    if (width > 0) data.w = pixelsWide(width);
    if (isTrue(tag.get('hidden')) || width === 0) data.hd = YES;
    const style = Number(tag.get('style') ?? 0);
    if (style > 0) data.s = styleName(style);
    this.runs.push({ first, last, data });
    // Up to the last column that exists, a run tells nothing of what is used.
    if (last < LIMITS.columns - 1 && data.s === undefined) this.lastColumn = Math.max(this.lastColumn, first);
  }

  private pane(tag: Tag): void {
    if (tag.get('state')?.startsWith('frozen') !== true) return;
    const [columns, rows] = [Number(tag.get('xSplit') ?? 0), Number(tag.get('ySplit') ?? 0)];
    if (!(columns >= 0 && rows >= 0) || columns + rows === 0) return;
    this.freeze = {
      xSplit: columns,
      ySplit: rows,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
    };
  }
}
