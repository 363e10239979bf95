import type { ColumnKey } from '../rules/application';
import { CERTIFICATE_NUMBER_HEADERS, COLUMNS, headerOf } from './columns';

/** A longer cell is no header: with its line breaks, the printed ones have some 40 characters. */
const LONGEST_CELL = 400;
const DEEPEST = 3;

/** Header text for comparison: one width, no space, line break or punctuation, no required-field star, no number in front. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}()]/gu, '')
    .replace(/^(?:\(\d{1,2}\)|\d{1,2})(?=\D)/, '');

/** Brackets may stand in brackets: 证书编码（已取得考评人员证卡职业（工种））. One that is not closed is none. */
function withoutBrackets(folded: string): string {
  let text = folded;
  for (let depth = 0; depth < DEEPEST; depth++) text = text.replace(/\([^()]*\)/g, '');
  return text.replace(/[()]/g, '');
}
const withBrackets = (folded: string): string => folded.replace(/[()]/g, '');
/** A header with its brackets' content, and without: either may be what is known. */
const formsOf = (text: string): readonly string[] => {
  if (text.length > LONGEST_CELL) return [];
  const folded = foldHeader(text);
  return [...new Set([withBrackets(folded), withoutBrackets(folded)])].filter((form) => form !== '');
};

/** A header may differ from a known one by one character in five; short ones not at all. */
const FEWEST_CHARACTERS = 4;
const CHARACTERS_PER_EDIT = 5;
const LONGEST = 80;

const PRINTED = 0;
const ALIAS = 1;

/** What a header text may stand for: one column, one of the three 证书编码, or several columns equally well. */
export type HeaderMatch =
  | {
      readonly kind: 'column';
      readonly key: ColumnKey;
      /** How far the text is from the printed header: PRINTED, ALIAS, more with each edit. */
      readonly distance: number;
    }
  | { readonly kind: 'certificate-number' }
  | { readonly kind: 'ambiguous'; readonly keys: readonly ColumnKey[] }
  | { readonly kind: 'none' };

/** A known header's meaning; a text that is one of the three 证书编码 may be any of them. */
type Meaning = ColumnKey | 'certificate-number';

interface KnownHeader {
  readonly meaning: Meaning;
  readonly form: string;
  readonly printed: boolean;
}

const NONE: HeaderMatch = { kind: 'none' };

/** The columns called 证书编码. */
export const CERTIFICATE_NUMBER_KEYS: readonly ColumnKey[] = COLUMNS.flatMap(({ key, follows }) =>
  follows === undefined ? [] : [key],
);

const KNOWN: readonly KnownHeader[] = [
  ...COLUMNS.flatMap(({ key, header, aliases, follows }) => [
    ...(follows === undefined ? known(key, header, true) : inFull(key)),
    ...aliases.flatMap((alias) => known(key, alias, false)),
  ]),
  ...CERTIFICATE_NUMBER_HEADERS.flatMap((header) => known('certificate-number', header, true)),
];

/** A 证书编码 as we name it to people, with its certificate in brackets; without them it is any of the three. */
function inFull(key: ColumnKey): readonly KnownHeader[] {
  return known(key, headerOf(key), true).slice(0, 1);
}

function known(meaning: Meaning, text: string, printed: boolean): readonly KnownHeader[] {
  return formsOf(text).map((form) => ({ meaning, form, printed }));
}

const EXACT: ReadonlyMap<string, readonly KnownHeader[]> = (() => {
  const map = new Map<string, KnownHeader[]>();
  for (const each of KNOWN) {
    const same = map.get(each.form);
    if (same === undefined) map.set(each.form, [each]);
    else same.push(each);
  }
  return map;
})();

/** The places in KNOWN of the headers that hold a character. */
const HOLDING: ReadonlyMap<string, readonly number[]> = (() => {
  const map = new Map<string, number[]>();
  KNOWN.forEach(({ form }, place) => {
    for (const character of new Set(form.split(''))) {
      const there = map.get(character);
      if (there === undefined) map.set(character, [place]);
      else there.push(place);
    }
  });
  return map;
})();

/** Matches one header text with the 27 columns; nearest wins, a tie is ambiguous. */
export function matchHeader(text: string): HeaderMatch {
  const exact = matchExactly(text);
  return exact.kind === 'none' ? nearest(formsOf(text).filter((form) => form.length <= LONGEST)) : exact;
}

/** Matches a header text that is known to the letter, once folded. */
export function matchExactly(text: string): HeaderMatch {
  for (const form of formsOf(text)) {
    const same = EXACT.get(form);
    if (same === undefined) continue;
    const printed = same.filter((each) => each.printed);
    return printed.length > 0 ? matchOf(printed, PRINTED) : matchOf(same, ALIAS);
  }
  return NONE;
}

function nearest(forms: readonly string[]): HeaderMatch {
  let best = Infinity;
  let found: KnownHeader[] = [];
  for (const form of forms) {
    if (form.length < FEWEST_CHARACTERS) continue;
    const allowed = Math.max(1, Math.floor(form.length / CHARACTERS_PER_EDIT));
    for (const each of alike(form, allowed)) {
      if (isOfCertificate(each.form) !== isOfCertificate(form)) continue;
      const limit = Math.min(best, allowed);
      const distance = editDistance(each.form, form, limit);
      if (distance > limit) continue;
      if (distance < best) found = [];
      best = distance;
      found.push(each);
    }
  }
  return matchOf(found, ALIAS + best);
}

/** 证书 and 证件 are an edit apart, and two things. */
const isOfCertificate = (form: string): boolean => form.includes('证书');

/** The known headers, not too short, that hold all characters of a text but so many: few edits mend no more. */
function alike(form: string, strangers: number): readonly KnownHeader[] {
  const shared = new Uint8Array(KNOWN.length);
  for (const character of form.split(''))
    for (const place of HOLDING.get(character) ?? []) shared[place] = (shared[place] ?? 0) + 1;
  const enough = form.length - strangers;
  return KNOWN.filter(
    (each, place) => (shared[place] ?? 0) >= enough && each.form.length >= FEWEST_CHARACTERS,
  );
}

function matchOf(found: readonly KnownHeader[], distance: number): HeaderMatch {
  const [first, ...others] = new Set(found.map(({ meaning }) => meaning));
  if (first === undefined) return NONE;
  if (others.length > 0) {
    const keys = [first, ...others].flatMap((each) =>
      each === 'certificate-number' ? CERTIFICATE_NUMBER_KEYS : [each],
    );
    return { kind: 'ambiguous', keys: [...new Set(keys)] };
  }
  return first === 'certificate-number'
    ? { kind: 'certificate-number' }
    : { kind: 'column', key: first, distance };
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
