/** The user's file that a work was opened from, on the disk where another program may change it. */
export class FileOnDisk {
  #file: File | null = null;

  /** @param file null where no file, or no longer, is to be looked after */
  follow(file: File | null): void {
    this.#file = file;
  }

  /**
   * Whether the file is other than it was opened: one that changed can no longer be read. Null where there is none to look
   * after, or by now another.
   */
  async hasChanged(): Promise<boolean | null> {
    const file = this.#file;
    if (file === null) return null;
    const readable = await file
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    return this.#file === file ? !readable : null;
  }
}
