/** Why functions in cells gave an error: what the grid shows is its code alone. */
export class FunctionErrors {
  readonly #messages = new Map<string, string>();

  /**
   * Remembers what a formula's function answered; forgets what it answered before.
   *
   * @param at the formula's cell; a result of several cells begins there
   */
  note(at: { readonly sheet: string; readonly row: number; readonly column: number }, result: unknown): void {
    const rows: readonly unknown[] = Array.isArray(result) ? result : [[result]];
    rows.forEach((row: unknown, i) => {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      values.forEach((value, k) => {
        const key = keyOf(at.sheet, at.row + i, at.column + k);
        const message = messageOf(value);
        if (message === null) this.#messages.delete(key);
        else this.#messages.set(key, message);
      });
    });
  }

  forget(): void {
    this.#messages.clear();
  }

  /** What is to be said of a cell that shows this error; null where no function has answered it. */
  at(sheet: string, row: number, column: number, shown: string): string | null {
    return shown.startsWith('#') ? (this.#messages.get(keyOf(sheet, row, column)) ?? null) : null;
  }
}

const keyOf = (sheet: string, row: number, column: number): string =>
  `${sheet} ${String(row)} ${String(column)}`;

function messageOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value)) return null;
  return typeof value.message === 'string' && value.message !== '' ? value.message : null;
}
