import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetWorksheetOrderMutation,
} from '@univerjs/preset-sheets-core';

/** What makes cells stand elsewhere, and what takes the same back. */
const OPPOSITES: Readonly<Record<string, string>> = {
  [InsertRowMutation.id]: RemoveRowMutation.id,
  [RemoveRowMutation.id]: InsertRowMutation.id,
  [InsertColMutation.id]: RemoveColMutation.id,
  [RemoveColMutation.id]: InsertColMutation.id,
  [InsertSheetMutation.id]: RemoveSheetMutation.id,
  [RemoveSheetMutation.id]: InsertSheetMutation.id,
};
const OTHERS: ReadonlySet<string> = new Set(
  [MoveRowsMutation, MoveColsMutation, SetWorksheetOrderMutation].map(({ id }) => id),
);

export const isMove = (id: string): boolean => id in OPPOSITES || OTHERS.has(id);

/** The rows, columns and sheets that came, went or moved since a work was opened, as far as nobody took it back. */
export class Moves {
  #left: readonly { readonly id: string; readonly place: string }[] = [];

  /** Whether cells stand elsewhere than in the beginning. */
  get any(): boolean {
    return this.#left.length > 0;
  }

  /** @param params those of a mutation that `isMove` */
  note(id: string, params: unknown): void {
    const place = placeOf(params);
    const last = this.#left.at(-1);
    if (last?.place === place && OPPOSITES[id] === last.id) this.#left = this.#left.slice(0, -1);
    else this.#left = [...this.#left, { id, place }];
  }
}

/** A sheet, and which of its rows or columns. What inserts a sheet names it by what it holds. */
function placeOf(params: unknown): string {
  const {
    sheet,
    subUnitId = sheet?.id,
    range = null,
  } = params as {
    readonly subUnitId?: string;
    readonly sheet?: { readonly id?: string };
    readonly range?: {
      readonly startRow: number;
      readonly endRow: number;
      readonly startColumn: number;
      readonly endColumn: number;
    } | null;
  };
  const { startRow, endRow, startColumn, endColumn } = range ?? {};
  return JSON.stringify([subUnitId, startRow, endRow, startColumn, endColumn]);
}
