const SCIENTIFIC = /^\d(?:\.\d+E\+?|E\+)\d+$/i;
/** What may stand behind its first digit. Few texts have it, and this is asked of every number. */
const SECOND = new Set(['.', 'E', 'e']);

/** A number as Excel shows one that is too long for its cell, such as 5.00103E+17. 3E20190012 is a number of another kind. */
export const isScientific = (text: string): boolean => SECOND.has(text.charAt(1)) && SCIENTIFIC.test(text);
