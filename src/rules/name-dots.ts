import { fold } from './fold';

/** What is typed for the middle dot of a name, for a class of characters. */
export const NO_DOT = '•・‧∙⋅●．.。﹒\\-\\u2010-\\u2015\\uFF0D';
const ANY_DOTS = new RegExp(` *[·${NO_DOT}](?:[·${NO_DOT}]| )*`, 'g');

/** A name with the middle dot U+00B7 for whatever stands there, spaces beside it and all. */
export const withDots = (name: string): string => name.replace(ANY_DOTS, '·');

/** A name for comparison: which dot was typed makes no other name. */
export const foldName = (name: string): string => fold(withDots(name));
