import { HostError, NotModelled } from '../host-error';

/** What an `…OrNullObject` answers where it finds nothing; the same member without that ending is an error. */
export const NULL_OBJECT = Symbol('null object');
export type Resolved = WireObject | typeof NULL_OBJECT;

/** The members of a class by the names that office.js sends: the public ones with a capital
 * (`_scalarPropertyOriginalNames`, `_invokeMethod` in excel-win32-16.01.debug.js), `Name=` where one is set, `_Items` of a
 * collection. `Id` and `_Id` go with each result, so that the library finds the object again (`_handleIdResult`).
 * Arguments are what @types/office-js has them be: the compiler holds the add-in to it. What is not here fails loudly. */
export type Members<T> = Readonly<Record<string, (self: T, ...args: never[]) => unknown>>;

export class WireObject {
  constructor(
    readonly type: string,
    private readonly members: Members<never>,
    readonly self: unknown,
  ) {}

  has(name: string): boolean {
    return name in this.members;
  }

  use(name: string, ...args: readonly unknown[]): unknown {
    const member = this.members[name] ?? this.members[name.replace(/OrNullObject$/, '')];
    if (member === undefined) throw new NotModelled(`${this.type}.${name}`);
    const found = member(this.self as never, ...(args as never[]));
    if (found === NULL_OBJECT && !name.endsWith('OrNullObject')) throw new HostError('ItemNotFound');
    return found;
  }

  identity(): Record<string, unknown> {
    const names = ['Id', '_Id'].filter((name) => this.has(name));
    return Object.fromEntries(names.map((name) => [name, this.use(name)]));
  }
}

export type Wire<T> = (self: T) => WireObject;
/** Makes the objects of a class of the library, by its name there: also as a member of another class, for the same thing. */
export const wireClass =
  <T>(type: string, members: Members<T>): Wire<T> =>
  (self) =>
    new WireObject(type, members, self);

export const orNull = <T>(make: Wire<T>, found: T | undefined): Resolved =>
  found === undefined ? NULL_OBJECT : make(found);

type Setter<T> = (self: T, name: string, value: unknown) => void;
/** Members that set something by their public name. */
export const setters = <T>(names: readonly string[], set: Setter<T>): Members<T> =>
  Object.fromEntries(
    names.map((name) => [`${name}=`, (self: T, value: unknown) => void set(self, lower(name), value)]),
  );

export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
