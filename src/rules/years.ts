import type { Cell } from './cell';
import { remembered } from './remembered';

/** What a 工龄 or 任职年限 cell says, in years. */
export type YearsReading =
  | { readonly kind: 'blank' }
  /** `fix`: the plain number, where the cell says it in words that cannot mean anything else. */
  | { readonly kind: 'years'; readonly years: number; readonly fix: string | null }
  /** `suggestion`: the number that a person may confirm, such as 5 for 5年以上. */
  | { readonly kind: 'invalid'; readonly suggestion: string | null };

const DIGITS = '零一二三四五六七八九';
/** More years than a working life: a year of the calendar or a slip. */
const MOST_YEARS = 80;

/** What says a number of years in words is short. */
const LONGEST = 20;

const BLANK: YearsReading = { kind: 'blank' };
const INVALID: YearsReading = { kind: 'invalid', suggestion: null };

/** 五 → 5, 十二 → 12, 二十 → 20, 三十五 → 35; null for anything else. */
function chineseNumber(text: string): number | null {
  const match = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return null;
  const digit = (character: string | undefined): number =>
    character === '两' ? 2 : DIGITS.indexOf(character ?? '零');
  if (match[2] === undefined)
    return match[1] !== undefined && match[3] === undefined ? digit(match[1]) : null;
  return (match[1] === undefined ? 1 : digit(match[1])) * 10 + digit(match[3]);
}

const numberOf = (text: string): number | null =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) : chineseNumber(text);

/** Reads a cell whose text has been tidied. Decimals are fine, 5年 and 五年 are safe, 5年以上 is a suggestion. */
export function readYears(cell: Cell | undefined, text: string): YearsReading {
  if (cell === undefined || text === '') return BLANK;
  if (cell.kind === 'date' || cell.kind === 'boolean' || cell.kind === 'error') return INVALID;
  return readText(text);
}

/** A sheet repeats few numbers of years. */
const readText = remembered((text): YearsReading => {
  if (/^\d+(\.\d+)?$/.test(text)) return inRange(Number(text), null);
  const plain = numberOf(text.replace(/周?年$/, ''));
  if (plain !== null) return inRange(plain, String(plain));
  return { kind: 'invalid', suggestion: suggestionFor(text) };
});

const inRange = (years: number, fix: string | null): YearsReading =>
  years <= MOST_YEARS ? { kind: 'years', years, fix } : INVALID;

function suggestionFor(text: string): string | null {
  if (text.length > LONGEST) return null;
  const withMonths = /^(.+?)年(?:零?(.+?)个?月|半)$/.exec(text);
  if (withMonths !== null) {
    const years = numberOf(withMonths[1] ?? '');
    const months = withMonths[2] === undefined ? 6 : numberOf(withMonths[2]);
    return years === null || months === null || months > 11 || years > MOST_YEARS
      ? null
      : String(Math.round((years + months / 12) * 100) / 100);
  }
  const about = numberOf(
    text.replace(/^[约近满超过共有]+/, '').replace(/[余多几]?年?(?:以上|以内|及以上|左右|多|余|整|\+)?$/, ''),
  );
  return about === null || about > MOST_YEARS ? null : String(about);
}
