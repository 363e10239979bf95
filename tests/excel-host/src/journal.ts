/** Remembers how to take back each change of state: the undo stack and "did this request write?" rest on it. */
export class Journal {
  private inverses: (() => void)[] = [];

  private change<T>(before: T, value: T, set: (value: T) => void): void {
    if (before === value) return;
    set(value);
    this.add(() => void set(before));
  }

  readonly add = (inverse: () => void): void => void this.inverses.push(inverse);

  assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    this.change(target[key], value, (each) => void (target[key] = each));
  }

  /** Undefined takes the entry away. */
  put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    this.change(
      map.get(key),
      value,
      (each) => void (each === undefined ? map.delete(key) : map.set(key, each)),
    );
  }

  /** The inverses since the last call, newest first. */
  take(): (() => void)[] {
    return this.inverses.splice(0).reverse();
  }
}
