import { formatA1, quoteSheet } from '../a1';
import { type FormulaValue, FormulaError, evaluate, isReference, scalar } from '../formula';
import { itemNotFound } from '../host-error';
import type { Name, Sheet } from '../sheet';
import { valueType } from '../workbook';
import { cellsOf } from './cells';
import type { WireObject } from './object';
import { NULL_OBJECT, type WireClass, type WireHost, asText, existing, wire } from './object';
import { range } from './range';

/** The names of the workbook, or of one sheet; and one of them. */
interface Names {
  readonly host: WireHost;
  readonly scope?: Sheet;
}
interface OneName extends Names {
  readonly key: string;
}

const namesOf = ({ host, scope }: Names): Map<string, Name> => scope?.names ?? host.book.names;
const named = (names: Names, key: string): WireObject => wire(NAME, { ...names, key });
function entry(self: OneName): Name {
  const found = namesOf(self).get(self.key);
  if (found === undefined) throw itemNotFound();
  return found;
}
function alter(self: OneName, change: Partial<Name>): void {
  self.host.book.journal.put(namesOf(self), self.key, { ...entry(self), ...change });
}
function valueOf(self: OneName): FormulaValue {
  const { formula } = entry(self);
  const { book } = self.host;
  return formula.startsWith('=')
    ? evaluate(formula, { book, sheet: self.scope ?? book.active, r: 0, c: 0 })
    : formula;
}
const addressOf = (sheet: Sheet, rect: Parameters<typeof formatA1>[0]): string =>
  `${quoteSheet(sheet.name)}!${formatA1(rect, '$')}`;
function rangeOf(self: OneName): ReturnType<typeof range> | typeof NULL_OBJECT {
  const value = valueOf(self);
  return isReference(value) ? range(self.host, value.sheet, value.rect) : NULL_OBJECT;
}

export const NAMES: WireClass<Names> = {
  type: 'NamedItemCollection',
  items: (self) => [...namesOf(self).keys()].map((key) => named(self, key)),
  item: (self, key) => (namesOf(self).has(key.toLowerCase()) ? named(self, key.toLowerCase()) : NULL_OBJECT),
  call: {
    Add: (self, args) => {
      const cells = cellsOf(args.at(1));
      const formula = cells === undefined ? args.text(1) : `=${addressOf(cells.sheet, cells.rect)}`;
      self.host.book.addName(namesOf(self), args.text(0), formula, args.text(2));
      return named(self, args.text(0).toLowerCase());
    },
  },
};

const NAME: WireClass<OneName> = {
  type: 'NamedItem',
  identity: (self) => ({ _Id: entry(self).name }),
  scalars: {
    Name: (self) => entry(self).name,
    Scope: ({ scope }) => (scope === undefined ? 'Workbook' : 'Worksheet'),
    Formula: (self) => entry(self).formula,
    Comment: (self) => entry(self).comment,
    Visible: (self) => entry(self).visible,
    Type: (self) => {
      const value = valueOf(self);
      return isReference(value) ? 'Range' : value instanceof FormulaError ? 'Error' : valueType(value);
    },
    Value: (self) => {
      const value = valueOf(self);
      const plain = isReference(value) ? addressOf(value.sheet, value.rect) : scalar(value);
      return plain instanceof FormulaError ? plain.code : plain;
    },
  },
  set: {
    Formula: (self, value) => void alter(self, { formula: asText(value) }),
    Comment: (self, value) => void alter(self, { comment: asText(value) }),
    Visible: (self, value) => void alter(self, { visible: value === true }),
  },
  call: {
    GetRange: (self) => existing(rangeOf(self)),
    GetRangeOrNullObject: rangeOf,
    Delete: (self) =>
      void self.host.book.journal.put(namesOf(self), entry(self).name.toLowerCase(), undefined),
  },
};
