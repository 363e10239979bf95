import type { GridRange } from '../../sheet/grid';
import type { HostEvent, SheetId } from '../host';
import { EVERYWHERE, parseAreas } from './address';
import type { KnownWorkbook } from './known-workbook';
import type { MarkBoards } from './marks';
import { isOwnSheet } from './own-sheets';
import type { HiddenRows } from './hidden-rows';
import type { ExcelRunner } from './run';

/** Change types that move cells, and whether they move whole rows as one. */
const ROWS_MOVED: Readonly<Record<string, boolean>> = { RowInserted: true, RowDeleted: true };

/** An edit of more cells is looked at where something stands, or stood, alone: most of whole rows and columns is empty. */
const MANY_CELLS = 10_000;

const cellsOf = ({ top, left, bottom, right }: GridRange): number => (bottom - top + 1) * (right - left + 1);

const around = (a: GridRange, b: GridRange): GridRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** An event handler of a worksheet collection, as far as it is needed here. */
interface Registration {
  remove(): void;
  readonly context: OfficeExtension.ClientRequestContext;
}

export interface EventDeps {
  readonly runner: ExcelRunner;
  readonly known: KnownWorkbook;
  readonly marks: MarkBoards;
  readonly hidden: HiddenRows;
  readonly isSetSupported: (set: string, version: string) => boolean;
}

/**
 * What happens in Excel, as the events of a host. Own writes are told by their source, which ExcelApi 1.14 gives; where
 * an event has none (hidden rows, added sheets), by what we know that we did. Events are never switched off.
 */
export class ExcelEvents {
  readonly #deps: EventDeps;
  readonly #listeners = new Set<(event: HostEvent) => void>();

  constructor(deps: EventDeps) {
    this.#deps = deps;
  }

  emit(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Registers in one request. @returns the function that ends it, in one request too */
  async watch(
    context: Excel.RequestContext,
    listener: (event: HostEvent) => void,
  ): Promise<() => Promise<void>> {
    const { worksheets } = context.workbook;
    const later = this.#deps.isSetSupported('ExcelApi', '1.17');
    const registrations: Registration[] = [
      worksheets.onChanged.add((event) => this.#changed(event)),
      worksheets.onCalculated.add((event) => this.#reshown(event)),
      worksheets.onFormatChanged.add((event) => this.#reshown(event)),
      worksheets.onSelectionChanged.add((event) => this.#selected(event)),
      worksheets.onActivated.add((event) => this.#activated(event)),
      worksheets.onAdded.add((event) => this.#sheets(event.worksheetId)),
      worksheets.onDeleted.add((event) => this.#deleted(event)),
      worksheets.onRowHiddenChanged.add((event) => this.#rowsHidden(event)),
      worksheets.onRowSorted.add((event) => this.#sorted(event)),
      worksheets.onProtectionChanged.add((event) => this.#altered(event.worksheetId)),
      ...(later
        ? [
            worksheets.onNameChanged.add((event) => this.#sheets(event.worksheetId)),
            worksheets.onVisibilityChanged.add((event) => this.#sheets(event.worksheetId)),
          ]
        : []),
    ];
    await context.sync();
    this.#listeners.add(listener);
    return async () => {
      this.#listeners.delete(listener);
      await this.#deps.runner.run(async () => {
        for (const registration of registrations) registration.remove();
        await registrations[0]?.context.sync();
      });
    };
  }

  async #changed(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === 'ThisLocalAddin') return;
    const { marks, hidden } = this.#deps;
    if (marks.marksChanged(event.worksheetId)) return;
    const sheet = event.worksheetId as SheetId;
    const areas = parseAreas(event.address);
    const type: string = event.changeType;
    if (type === 'RangeEdited' && areas.length > 0) {
      for (const area of areas) marks.edited(sheet, area);
      const ranges = await this.#clipped(sheet, areas);
      // As while the user types on after a large paste: what was pasted is read with the sheet, once that can be.
      if (ranges === null) this.emit({ kind: 'altered', sheet });
      for (const range of ranges ?? []) {
        this.#deps.known.reached(sheet, range.bottom);
        this.emit({ kind: 'edited', sheet, range });
      }
      return;
    }
    const rowsMoved = ROWS_MOVED[type] === true;
    if (rowsMoved) for (const area of areas) hidden.moved(sheet, area, type === 'RowInserted');
    marks.restructured(sheet, { columns: !rowsMoved });
    this.emit({ kind: 'restructured', sheet });
  }

  /**
   * Neither event says whose doing it is: who listens compares what the cells read with what they read before. Nor does
   * every Excel say where it calculated (office-js issue 955).
   */
  async #reshown(event: { readonly worksheetId: string; readonly address: string | null }): Promise<void> {
    if (this.#deps.known.ownSheets.has(event.worksheetId)) return;
    const sheet = event.worksheetId as SheetId;
    // One range: a column of formulas is told cell by cell.
    const [first = EVERYWHERE, ...others] = parseAreas(event.address ?? '');
    const area = [others.reduce(around, first)];
    for (const range of (await this.#clipped(sheet, area)) ?? area)
      this.emit({ kind: 'reshown', sheet, range });
  }

  /**
   * Large areas end where the sheet's cells do, or have done since it was last read.
   *
   * @returns null where Excel does not say how far that is
   */
  async #clipped(sheet: SheetId, areas: readonly GridRange[]): Promise<readonly GridRange[] | null> {
    if (!areas.some((area) => cellsOf(area) > MANY_CELLS)) return areas;
    const { runner, known } = this.#deps;
    const used = await runner.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true).untrack();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      return {
        rows: range.rowIndex + range.rowCount,
        columns: range.columnIndex + range.columnCount,
      };
    });
    if (!used.ok) return null;
    const size = known.sizes.get(sheet);
    const { rows, columns } = used.value;
    const last = {
      row: Math.max(rows, size?.rows ?? 0, 1) - 1,
      column: Math.max(columns, size?.columns ?? 0, 1) - 1,
    };
    return areas
      .map((area) => ({
        ...area,
        bottom: Math.min(area.bottom, last.row),
        right: Math.min(area.right, last.column),
      }))
      .filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
  }

  #selected({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> {
    const [area] = parseAreas(address);
    if (area !== undefined)
      this.emit({ kind: 'selected', sheet: worksheetId as SheetId, row: area.top, column: area.left });
    return Promise.resolve();
  }

  /** A sheet that comes to the front has a selection of its own, of which no event tells. */
  async #activated({ worksheetId }: Excel.WorksheetActivatedEventArgs): Promise<void> {
    const cell = await this.#deps.runner.run(async (context) => {
      const active = context.workbook.getActiveCell().untrack();
      active.load('rowIndex,columnIndex');
      await context.sync();
      return { row: active.rowIndex, column: active.columnIndex };
    });
    if (cell.ok) this.emit({ kind: 'selected', sheet: worksheetId as SheetId, ...cell.value });
  }

  /** Our own sheets are nobody's business: a sheet that is not known is asked for its name. */
  async #sheets(worksheetId: string): Promise<void> {
    const { runner, known } = this.#deps;
    if (known.ownSheets.has(worksheetId)) return;
    const named = await runner.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? '' : sheet.name;
    });
    if (named.ok && isOwnSheet(named.value)) known.ownSheets.add(worksheetId);
    else this.emit({ kind: 'sheets' });
  }

  async #deleted({ worksheetId }: Excel.WorksheetDeletedEventArgs): Promise<void> {
    const { runner, known, marks } = this.#deps;
    const sheet = worksheetId as SheetId;
    known.sizes.delete(sheet);
    if (known.ownSheets.delete(worksheetId)) return;
    this.emit({ kind: 'sheets' });
    // Excel cannot undo a deleted sheet, so that this takes no undo away. What fails is cleared with the marks.
    await runner.run((context) => marks.abandon(context, sheet));
  }

  #rowsHidden({ worksheetId, address, changeType }: Excel.WorksheetRowHiddenChangedEventArgs): Promise<void> {
    const sheet = worksheetId as SheetId;
    const areas = parseAreas(address);
    const type: string = changeType;
    const ours =
      areas.length > 0 && areas.every((area) => this.#deps.hidden.isOurs(sheet, area, type === 'Hidden'));
    return ours ? Promise.resolve() : this.#altered(worksheetId);
  }

  #sorted({ worksheetId }: Excel.WorksheetRowSortedEventArgs): Promise<void> {
    const sheet = worksheetId as SheetId;
    this.#deps.marks.restructured(sheet, { columns: true });
    if (!this.#deps.known.ownSheets.has(worksheetId)) this.emit({ kind: 'restructured', sheet });
    return Promise.resolve();
  }

  #altered(worksheetId: string): Promise<void> {
    if (!this.#deps.known.ownSheets.has(worksheetId))
      this.emit({ kind: 'altered', sheet: worksheetId as SheetId });
    return Promise.resolve();
  }
}
