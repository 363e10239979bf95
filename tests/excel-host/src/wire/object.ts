import { NotModelled, invalidArgument, itemNotFound } from '../host-error';
import type { Workbook } from '../workbook';

/** What the wire objects need of the host around them. */
export interface WireHost {
  readonly book: Workbook;
  keep(object: WireObject): string;
  kept(reference: string): WireObject;
  release(reference: string): void;
  subscribe(event: string, target: string, on: boolean): void;
  openedWorkbooks: string[];
  insertedWorkbooks: string[];
  enableEvents: boolean;
}

/** What resolves where an `…OrNullObject` finds nothing. */
export const NULL_OBJECT = Symbol('null object');
export type Resolved = WireObject | typeof NULL_OBJECT;

/** The arguments of a call: those that are missing or null read as undefined, or as the fallback. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}
  at = (n: number): unknown => this.values[n] ?? undefined;
  text = (n: number, fallback?: string): string => asText(this.at(n) ?? fallback);
  flag = (n: number): boolean => this.at(n) === true;
  number(n: number, fallback = NaN): number {
    const value = this.at(n) ?? fallback;
    if (typeof value !== 'number' || Number.isNaN(value)) throw invalidArgument();
    return value;
  }
}

/**
 * A class of the add-in's API as the host sees it. Members bear the wire names that office.js sends: the public names with
 * a capital (`_scalarPropertyOriginalNames`, `_invokeMethod` in excel-win32-16.01.debug.js). What is not here fails loudly.
 */
export interface WireClass<T> {
  /** The class's name in the library, by which its requirement sets are looked up. */
  readonly type: string;
  /** What `load()` without names gives. */
  readonly scalars?: Readonly<Record<string, (self: T) => unknown>>;
  /** Other members: objects. */
  readonly parts?: Readonly<Record<string, (self: T) => unknown>>;
  readonly set?: Readonly<Record<string, (self: T, value: unknown) => void>>;
  readonly call?: Readonly<Record<string, (self: T, args: Args) => unknown>>;
  /** Sent with each result, so that the library finds the object again (`_handleIdResult`). */
  readonly identity?: (self: T) => Record<string, unknown>;
  /** Of a collection: its members, and one by its key or NULL_OBJECT (`_createIndexerObject`). */
  readonly items?: (self: T) => readonly WireObject[];
  readonly item?: (self: T, key: string) => Resolved;
}

export class WireObject {
  readonly type: string;
  readonly scalars: readonly string[];

  constructor(
    private readonly definition: WireClass<never>,
    readonly self: unknown,
  ) {
    this.type = definition.type;
    this.scalars = Object.keys(definition.scalars ?? {});
  }

  identity = (): Record<string, unknown> => this.definition.identity?.(this.self as never) ?? {};
  items = (): readonly WireObject[] | undefined => this.definition.items?.(this.self as never);

  read(name: string): unknown {
    const member = this.definition.scalars?.[name] ?? this.definition.parts?.[name];
    if (member === undefined) throw notModelled(this, name);
    return member(this.self as never);
  }

  write(name: string, value: unknown): void {
    const member = this.definition.set?.[name];
    if (member === undefined) throw notModelled(this, `${name} =`);
    member(this.self as never, value);
  }

  /** Calls a method; those that every collection has are here. */
  call(name: string, values: readonly unknown[]): unknown {
    const args = new Args(values);
    const { call, item, items } = this.definition;
    const member = call?.[name] ?? call?.['*'];
    if (call?.[name] === undefined && item !== undefined && /^GetItem(OrNullObject)?$/.test(name)) {
      const found = item(this.self as never, args.text(0));
      if (found === NULL_OBJECT && name === 'GetItem') throw itemNotFound();
      return found;
    }
    if (call?.[name] === undefined && items !== undefined && name === 'GetCount')
      return items(this.self as never).length;
    if (call?.[name] === undefined && items !== undefined && name === 'GetItemAt') {
      const found = items(this.self as never)[args.number(0)];
      if (found === undefined) throw invalidArgument();
      return found;
    }
    if (member === undefined) throw notModelled(this, name);
    return member(this.self as never, call?.[name] === undefined ? new Args([name, ...values]) : args);
  }
}

export const wire = <T>(definition: WireClass<T>, self: T): WireObject => new WireObject(definition, self);
export const notModelled = (object: { readonly type: string }, member: string): NotModelled =>
  new NotModelled(`${object.type}.${member}`);

/** The object, or ItemNotFound: what the members without `OrNullObject` give. */
export function existing(found: Resolved): WireObject {
  if (found === NULL_OBJECT) throw itemNotFound();
  return found;
}

/** Members that read and write one record. */
export const nothing = (): void => undefined;
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];
export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
