import type { IFreeze, IRowData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { KeptInFile } from './bridge/kept-in-file';
import { Moves } from './moves';
import { isHiddenByUs } from './sheet-model';
import { frozenAnew, keptSheets, lessFrozen, type GridSize, type LessFrozen } from './shown-sheets';
import type { CellBlocks } from './stored-cells';
import type { WorkRecord } from './work-record';

/** The work that is open, but for what the grid holds of it. */
export class OpenWork {
  readonly file: Uint8Array | null;
  /** What `remember` was given. */
  readonly memory: Map<string, string>;
  readonly moves = new Moves();
  readonly #movedBefore: boolean;
  readonly #name: string;
  readonly #keptInFile: readonly KeptInFile[];

  readonly #lessFrozen: Map<string, LessFrozen>;

  /** @param shown its sheets as the page shows them */
  constructor(
    { name, snapshot, file, keptInFile, memory, restructured }: WorkRecord,
    shown: IWorkbookData['sheets'],
  ) {
    this.file = file;
    this.memory = new Map(Object.entries(memory));
    this.#movedBefore = restructured;
    this.#name = name;
    this.#keptInFile = keptInFile;
    this.#lessFrozen = new Map(lessFrozen(snapshot.sheets, shown));
  }

  /** What a sheet is to show frozen in a grid of another size; null where it does. What is stored of it stays the same. */
  frozenAnew(id: string, sheet: Partial<IWorksheetData>, grid: GridSize): IFreeze | null {
    const frozen = frozenAnew(sheet, this.#lessFrozen.get(id), grid);
    if (frozen === null) return null;
    this.#lessFrozen.set(id, frozen);
    return frozen.shown;
  }

  /** Whether cells no longer stand where the file has them. */
  get restructured(): boolean {
    return this.#movedBefore || this.moves.any;
  }

  /** The work to be stored, of what the grid holds: without what is only shown so, such as rows hidden to show others. */
  record(snapshot: IWorkbookData, cells: Readonly<Record<string, CellBlocks>>): WorkRecord {
    for (const { rowData } of Object.values(snapshot.sheets))
      for (const row of Object.values(rowData ?? {}) as Partial<IRowData>[])
        if (isHiddenByUs(row)) {
          delete row.hd;
          delete row.custom;
        }
    return {
      name: this.#name,
      snapshot: { ...snapshot, sheets: keptSheets(snapshot.sheets, this.#lessFrozen) },
      cells,
      file: this.file,
      keptInFile: this.#keptInFile,
      memory: Object.fromEntries(this.memory),
      restructured: this.restructured,
    };
  }
}
