/** Kleene's three values: what the sheet proves, disproves, or cannot decide. */
export type Truth = 'met' | 'unmet' | 'unknown';

const RANK: Readonly<Record<Truth, number>> = { unmet: 0, unknown: 1, met: 2 };

/** Conjunction: the worst of both. */
export const both = (a: Truth, b: Truth): Truth => (RANK[a] <= RANK[b] ? a : b);

/** Disjunction: the best of both. */
export const either = (a: Truth, b: Truth): Truth => (RANK[a] >= RANK[b] ? a : b);

/** One value where two defensible readings agree, unknown where they differ. */
export const agreed = (a: Truth, b: Truth): Truth => (a === b ? a : 'unknown');
