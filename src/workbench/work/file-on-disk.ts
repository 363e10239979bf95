/** A file of the user's, and what it held when it was opened. */
export interface OpenedFile {
  readonly file: Blob;
  readonly bytes: Uint8Array;
}

/** The user's file that a work was opened from, on the disk where another program may change it. */
export class FileOnDisk {
  #opened: OpenedFile | null = null;

  /** @param opened null where no file, or no longer, is to be looked after */
  follow(opened: OpenedFile | null): void {
    this.#opened = opened;
  }

  /**
   * Whether the file is other than it was opened: Chromium reads one that changed no more, Firefox reads what it holds now.
   * Null where there is none to look after, or by now another.
   */
  async hasChanged(): Promise<boolean | null> {
    const opened = this.#opened;
    if (opened === null) return null;
    const now = await opened.file.arrayBuffer().catch(() => null);
    if (this.#opened !== opened) return null;
    return now === null || !isSame(new Uint8Array(now), opened.bytes);
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
