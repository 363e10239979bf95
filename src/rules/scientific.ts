/** A number as Excel shows one that is too long for its cell, such as 5.00103E+17. 3E20190012 is a number of another kind. */
export const isScientific = (text: string): boolean => /^\d(?:\.\d+E\+?|E\+)\d+$/i.test(text);
