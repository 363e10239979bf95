import type { TitleLevel } from '../title-level';
import titles from './titles.json';

/** A professional title: name, level, series, and `unverified` where no standard gives it. */
export type TitleRow = readonly [name: string, level: TitleLevel, series: string, trust?: 'unverified'];

export const titleRows = titles.titles as unknown as readonly TitleRow[];

/** How unlisted titles are usually built; a null level says that the text is no title at all. */
export const titlePatterns: readonly { readonly pattern: RegExp; readonly level: TitleLevel | null }[] =
  titles.patterns.map(({ pattern, level }) => ({
    pattern: new RegExp(pattern),
    level: level as TitleLevel | null,
  }));
