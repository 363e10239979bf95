import { clipped, oneLine, widthOf, type Terminal } from './terminal';

const BAR = 20;

/** A progress line on a live terminal, where there is more than one file. */
export class Progress {
  #done = 0;
  #width = 0;

  constructor(
    readonly terminal: Terminal,
    readonly total: number,
  ) {}

  step(file: string): void {
    if (!this.terminal.live || this.total < 2) return;
    this.#done++;
    const filled = Math.round((this.#done / this.total) * BAR);
    const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`;
    // A line that wraps could not be cleared.
    const line = clipped(
      `${bar} ${String(this.#done)}/${String(this.total)} ${oneLine(file)}`,
      this.terminal.columns - 1,
    );
    this.terminal.writeError(line);
    this.#width = widthOf(line);
  }

  clear(): void {
    if (this.#width === 0) return;
    this.terminal.writeError(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
