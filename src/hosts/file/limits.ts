import { UnreadableFile } from './unreadable-file';

const MEGABYTE = 1024 * 1024;

/**
 * How much a file may ask of us. A sheet of 100,000 rows inflates to about 60 MB and 2.7 million cells; what goes
 * far beyond that is an accident or an attack, and is refused before it costs memory.
 */
export const LIMITS = {
  /** Bytes of the file, and bytes that its parts may inflate to, declared and counted. */
  inflatedBytes: 256 * MEGABYTE,
  /** A part that is held as a whole: relationships, the workbook, styles when patching. */
  smallPartBytes: 16 * MEGABYTE,
  /** A worksheet that is patched, and so is held as a whole. */
  patchedPartBytes: 96 * MEGABYTE,
  /** Inflated size over packed size; real sheets stay under 60. Asked only of files of some size. */
  ratio: 300,
  ratioAskedFrom: 16 * MEGABYTE,
  /** Characters of a cell and of a formula, as in Excel. */
  cellText: 32_767,
  formula: 8_192,
  parts: 10_000,
  sheets: 1_000,
  /** Cells, strings, merges, formats kept in memory, long formulas counted several times. */
  keptItems: 4_000_000,
  /** Tags read, since a tag costs time even where nothing is kept. */
  tags: 40_000_000,
  rows: 1_048_576,
  columns: 16_384,
} as const;

/** Counts what one file has cost so far, over all its parts, and refuses it at a limit. */
export class Budget {
  private inflatedBytes = 0;
  private keptItems = 0;
  private tagsRead = 0;

  inflated(bytes: number): void {
    this.inflatedBytes += bytes;
    if (this.inflatedBytes > LIMITS.inflatedBytes)
      throw new UnreadableFile('too-large', { limit: 'inflatedBytes' });
  }

  keep(items: number): void {
    this.keptItems += items;
    if (this.keptItems > LIMITS.keptItems) throw new UnreadableFile('too-large', { limit: 'keptItems' });
  }

  tags(count: number): void {
    this.tagsRead += count;
    if (this.tagsRead > LIMITS.tags) throw new UnreadableFile('too-large', { limit: 'tags' });
  }
}
