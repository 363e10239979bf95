/** Remembers how to take back each change of state: the undo stack and "did this request write?" rest on it. */
export class Journal {
  private inverses: (() => void)[] = [];

  assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    const before = target[key];
    if (before === value) return;
    target[key] = value;
    this.inverses.push(() => {
      target[key] = before;
    });
  }

  /** Undefined takes the entry away. */
  put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    const before = map.get(key);
    if (before === value) return;
    const set = (v: V | undefined): void => void (v === undefined ? map.delete(key) : map.set(key, v));
    set(value);
    this.inverses.push(() => {
      set(before);
    });
  }

  /** The inverses since the last call, newest first. */
  take(): (() => void)[] {
    const taken = this.inverses.reverse();
    this.inverses = [];
    return taken;
  }
}
