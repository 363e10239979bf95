import type { Rect } from '../a1';
import type { Area } from '../formula';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';

/** What a Range stands for, or RangeAreas with several rectangles. */
export interface Cells extends Area {
  readonly host: Host;
  readonly rects: readonly Rect[];
}

/** What resolves where an `…OrNullObject` finds nothing. */
export const NULL_OBJECT = Symbol('null object');
export type Resolved = WireObject | typeof NULL_OBJECT;

/**
 * A class of the add-in's API as the host sees it. Members bear the wire names that office.js sends: the public names with
 * a capital (`_scalarPropertyOriginalNames`, `_invokeMethod` in excel-win32-16.01.debug.js). What is not here fails loudly.
 */
export interface WireClass<T> {
  /** The class's name in the library, by which its requirement sets are looked up. */
  readonly type: string;
  readonly get?: Readonly<Record<string, (self: T) => unknown>>;
  /** Members that are objects of the same thing. */
  readonly parts?: Readonly<Record<string, WireClass<T>>>;
  readonly set?: Readonly<Record<string, (self: T, value: unknown) => void>>;
  readonly call?: Readonly<Record<string, (self: T, ...args: readonly unknown[]) => unknown>>;
  /** Sent with each result, so that the library finds the object again (`_handleIdResult`). */
  readonly identity?: (self: T) => Readonly<Record<string, string>>;
  /** Of a collection: its members, and one by its key or NULL_OBJECT (`_createIndexerObject`). */
  readonly items?: (self: T) => readonly WireObject[];
  readonly item?: (self: T, key: string) => Resolved;
}

export class WireObject {
  readonly type: string;

  constructor(
    private readonly definition: WireClass<never>,
    readonly self: unknown,
  ) {
    this.type = definition.type;
  }

  identity = (): Readonly<Record<string, string>> => this.definition.identity?.(this.self as never) ?? {};
  items = (): readonly WireObject[] | undefined => this.definition.items?.(this.self as never);

  read(name: string): unknown {
    const part = this.definition.parts?.[name];
    if (part !== undefined) return new WireObject(part, this.self);
    const member = this.definition.get?.[name];
    if (member === undefined) throw new NotModelled(`${this.type}.${name}`);
    return member(this.self as never);
  }

  write(name: string, value: unknown): void {
    const member = this.definition.set?.[name];
    if (member === undefined) throw new NotModelled(`${this.type}.${name} =`);
    member(this.self as never, value);
  }

  call(name: string, args: readonly unknown[]): unknown {
    const { call, item } = this.definition;
    if (item !== undefined && /^GetItem(OrNullObject)?$/.test(name)) {
      const found = item(this.self as never, asText(args[0]));
      if (found === NULL_OBJECT && name === 'GetItem') throw new HostError('ItemNotFound');
      return found;
    }
    const member = call?.[name];
    if (member === undefined) throw new NotModelled(`${this.type}.${name}()`);
    return member(this.self as never, ...args);
  }
}

export const wire = <T>(definition: WireClass<T>, self: T): WireObject => new WireObject(definition, self);

/** Where the host is told of something that changes nothing here. */
export const nothing = (): void => undefined;
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export function asNumber(value: unknown): number {
  if (typeof value !== 'number') throw new HostError('InvalidArgument');
  return value;
}
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];
export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
