import type { ColumnKey } from '../rules/application';
import { CERTIFICATE_NUMBER_HEADERS, COLUMNS } from './columns';

/** Header text for comparison: one width, no space, line break or punctuation, no required-field star. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}()]/gu, '');

const withoutBrackets = (folded: string): string => folded.replace(/\([^()]*\)/g, '').replace(/[()]/g, '');
const withBrackets = (folded: string): string => folded.replace(/[()]/g, '');

/** A header may differ from a known one by one character in five; short ones not at all. */
const FEWEST_CHARACTERS = 4;
const CHARACTERS_PER_EDIT = 5;

/** What a header text may stand for: one column, one of the three 证书编码, or several columns equally well. */
export type HeaderMatch =
  | { readonly kind: 'column'; readonly key: ColumnKey; readonly distance: number }
  | { readonly kind: 'certificate-number' }
  | { readonly kind: 'ambiguous'; readonly keys: readonly ColumnKey[] }
  | { readonly kind: 'none' };

interface KnownHeader {
  readonly key: ColumnKey;
  readonly text: string;
}

const NONE: HeaderMatch = { kind: 'none' };
const NUMBER_HEADERS: ReadonlySet<string> = new Set(CERTIFICATE_NUMBER_HEADERS);

const KNOWN: readonly KnownHeader[] = COLUMNS.flatMap(({ key, header, aliases, follows }) =>
  (follows === undefined ? [header, ...aliases] : aliases).flatMap((text) => {
    const folded = foldHeader(text);
    return [...new Set([withBrackets(folded), withoutBrackets(folded)])].map((each) => ({ key, text: each }));
  }),
);

const EXACT: ReadonlyMap<string, readonly ColumnKey[]> = (() => {
  const map = new Map<string, ColumnKey[]>();
  for (const { key, text } of KNOWN) {
    const keys = map.get(text);
    if (keys === undefined) map.set(text, [key]);
    else if (!keys.includes(key)) keys.push(key);
  }
  return map;
})();

/** Matches one header text with the 27 columns; nearest wins, a tie is ambiguous. */
export function matchHeader(text: string): HeaderMatch {
  const folded = foldHeader(text);
  if (folded === '' || folded.length > 80) return NONE;
  for (const form of [withBrackets(folded), withoutBrackets(folded)]) {
    if (NUMBER_HEADERS.has(form)) return { kind: 'certificate-number' };
    const keys = EXACT.get(form);
    if (keys !== undefined) return fromKeys(keys, 0);
  }
  return nearest(withBrackets(folded));
}

function nearest(form: string): HeaderMatch {
  const allowed =
    form.length < FEWEST_CHARACTERS ? 0 : Math.max(1, Math.floor(form.length / CHARACTERS_PER_EDIT));
  if (allowed === 0) return NONE;
  let best = allowed + 1;
  const keys = new Set<ColumnKey>();
  for (const known of KNOWN) {
    if (known.text.length < FEWEST_CHARACTERS || Math.abs(known.text.length - form.length) > allowed)
      continue;
    const distance = editDistance(known.text, form, Math.min(best, allowed));
    if (distance > Math.min(best, allowed)) continue;
    if (distance < best) keys.clear();
    best = distance;
    keys.add(known.key);
  }
  if (editDistance('证书编码', form, 1) <= Math.min(best, 1)) return { kind: 'certificate-number' };
  return fromKeys([...keys], best);
}

function fromKeys(keys: readonly ColumnKey[], distance: number): HeaderMatch {
  const [key, ...others] = keys;
  if (key === undefined) return NONE;
  return others.length === 0 ? { kind: 'column', key, distance } : { kind: 'ambiguous', keys };
}

/** Levenshtein distance, given up beyond a limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
