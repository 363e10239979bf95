/** Kleene's three values: what the sheet proves, disproves, or cannot decide. */
export type Truth = 'met' | 'unmet' | 'unknown';

const RANK: Readonly<Record<Truth, number>> = { unmet: 0, unknown: 1, met: 2 };

/** Whether a decides more in the applicant's favour than b. */
export const isBetter = (a: Truth, b: Truth): boolean => a !== b && RANK[a] > RANK[b];

/** Conjunction: the worst of both. */
export const both = (a: Truth, b: Truth): Truth => (isBetter(a, b) ? b : a);

/** Disjunction: the best of both. */
export const either = (a: Truth, b: Truth): Truth => (isBetter(b, a) ? b : a);

/** One value where two defensible readings agree, unknown where they differ. */
export const agreed = (a: Truth, b: Truth): Truth => (a === b ? a : 'unknown');
