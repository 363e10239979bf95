import { fold } from './fold';
import type { Erratum, NoticePack } from './notice';
import { normaliseCode, withSingleHyphens } from './occupation-code';

/** What of a notice's lists is printed wrong or out of date, and what is current in its place. */
export interface PrintErrata {
  /** The printed pair of class A or C that this code and name are, with what is current. */
  readonly misprint: (
    code: string,
    name: string,
  ) => { readonly code: string; readonly name: string } | undefined;
  /** What is printed otherwise than it is current, once each. */
  readonly printed: readonly PrintedOtherwise[];
  /** The current code of a row of a list; null where none is printed, or none can be read. */
  readonly currentCode: (
    list: Erratum['list'],
    row: { readonly seq: number; readonly code: string | null },
  ) => string | null;
}

/** A code and name as a list of the notice prints them, and the current code that they stand for. */
export interface PrintedOtherwise {
  readonly list: Erratum['list'];
  readonly code: string;
  readonly name: string;
  readonly currentCode: string;
}

/** Prepares a notice's errata for looking up. */
export function printErrata({ errata }: NoticePack): PrintErrata {
  const misprints = new Map<string, { readonly code: string; readonly name: string }>();
  const rows = new Map<string, Erratum>();
  const printed = new Map<string, PrintedOtherwise>();
  for (const entry of errata) {
    const current = { code: entry.currentCode, name: entry.currentName };
    if (entry.class === 'A' || entry.class === 'C')
      misprints.set(printedKey(entry.printedCode, entry.printedName), current);
    const [code, currentCode] = [entry.printedCode, entry.currentCode].map(normaliseCode);
    if (code && currentCode && (code !== currentCode || entry.printedName !== entry.currentName)) {
      const { list, printedName: name } = entry;
      const key = pairKey(code, name);
      if (!printed.has(key)) printed.set(key, { list, code, name, currentCode });
    }
    for (const seq of entry.seqs) rows.set(rowKey(entry.list, seq), entry);
  }
  return {
    misprint: (code, name) =>
      code === '' || name === ''
        ? undefined
        : (misprints.get(asWritten(code, name)) ?? misprints.get(pairKey(code, name))),
    printed: [...printed.values()],
    currentCode: (list, { seq, code }) =>
      normaliseCode(rows.get(rowKey(list, seq))?.currentCode ?? code ?? ''),
  };
}

const rowKey = (list: Erratum['list'], seq: number): string => `${list}:${String(seq)}`;

const WELL_FORMED = /^\d-\d{2}-\d{2}-\d{2}$/;

/** A code that is printed a digit short is that misprint only as it stands: filled up, it may be another occupation's. */
const printedKey = (code: string, name: string): string =>
  WELL_FORMED.test(code) ? pairKey(code, name) : asWritten(code, name);

const asWritten = (code: string, name: string): string => `${withSingleHyphens(fold(code))} ${fold(name)}`;

const pairKey = (code: string, name: string): string => `${normaliseCode(code) ?? fold(code)} ${fold(name)}`;
