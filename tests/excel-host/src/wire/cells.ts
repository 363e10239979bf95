import { type Rect, MAX_COLUMNS, MAX_ROWS, parseA1 } from '../a1';
import { HostError, invalidArgument } from '../host-error';
import type { Sheet } from '../sheet';
import { type WireHost, WireObject } from './object';

/** The cells that a Range or RangeAreas stands for. */
export class Cells {
  /** Where the library tracks it. */
  reference: string | undefined;

  constructor(
    readonly host: WireHost,
    readonly sheet: Sheet,
    private places: readonly Rect[],
  ) {
    if (
      places.some(
        (q) => q.r0 < 0 || q.c0 < 0 || q.r1 >= MAX_ROWS || q.c1 >= MAX_COLUMNS || q.r1 < q.r0 || q.c1 < q.c0,
      )
    )
      throw invalidArgument();
  }

  get rects(): readonly Rect[] {
    if (this.places.length === 0 || !this.host.book.sheets.includes(this.sheet))
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    return this.places;
  }

  get rect(): Rect {
    const [first] = this.rects;
    if (first === undefined) throw invalidArgument();
    return first;
  }

  /** Follows inserted and deleted cells, as a tracked range does. */
  follow(sheet: Sheet, change: (rect: Rect) => readonly Rect[]): void {
    if (sheet === this.sheet) this.places = this.places.flatMap(change);
  }
}

export const cellsOf = (value: unknown): Cells | undefined =>
  value instanceof WireObject && value.self instanceof Cells ? value.self : undefined;

/** The cells of a range object, an address or a defined name, on `home` where it names no sheet. */
export function cellsAt(host: WireHost, place: unknown, home: Sheet): Cells {
  const given = cellsOf(place);
  if (given !== undefined) return given;
  const found = typeof place === 'string' ? host.book.resolve(place, home) : undefined;
  if (found === undefined) throw invalidArgument();
  return new Cells(host, found.sheet, [found.rect]);
}

/** Several areas, of an address of up to 8,192 characters (Microsoft, "Work with multiple ranges simultaneously"). */
export function areasAt(host: WireHost, address: string, home: Sheet): Cells {
  const rects = address.split(',').map((part) => parseA1(part.replace(/^.*!/, '').trim()));
  if (address.length > 8192 || !rects.every((q): q is Rect => q !== undefined)) throw invalidArgument();
  return new Cells(host, home, rects);
}
