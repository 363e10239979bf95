import { fold } from './fold';
import { titlePatterns, titleRows } from './reference/titles';

/** The levels of professional titles, from below. */
export const TITLE_LEVELS = ['初级', '中级', '副高级', '正高级'] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

export interface TitleReading {
  /** Null where the text does not tell. */
  readonly level: TitleLevel | null;
  /** True where GB/T 8561 gives the title, or the text is a level itself; everything else may suggest, never decide. */
  readonly verified: boolean;
  /** False for skill levels such as 高级技师, which are no titles. */
  readonly isTitle: boolean;
}

const UNKNOWN: TitleReading = { level: null, verified: false, isTitle: true };

const READINGS: ReadonlyMap<string, TitleReading> = new Map(
  titleRows.map(([name, level, , trust]) => [
    fold(name),
    { level, verified: trust === undefined, isTitle: true },
  ]),
);

/** 中级, 副高级职称, 正高: no title, but its level beyond doubt. */
const LEVEL_ITSELF = /^(初级|中级|副高|正高)级?(?:专业技术)?(?:职称|职务)?$/;

/** A title with its level said once more: 中级工程师, 高级工程师副高. */
const WITH_LEVEL = /^(初级|中级|副高|正高)级?(?:职称)?(.+)$|^(.+?)(初级|中级|副高|正高)级?(?:职称)?$/;

/** A listed title that is written with its own level before or behind it; undefined where the two differ. */
function listedWithLevel(name: string): TitleReading | undefined {
  const [, before, behindIt, beforeIt, behind] = WITH_LEVEL.exec(name) ?? [];
  const listed = READINGS.get(behindIt ?? beforeIt ?? '');
  const stated = before ?? behind;
  return stated !== undefined && listed?.level?.startsWith(stated) === true ? listed : undefined;
}

/** Whether a text, as it stands, is a title of GB/T 8561 or one in use. */
export const isListedTitle = (text: string): boolean => READINGS.has(fold(text));

/**
 * The level of a title as columns 12 and 19 write it. Text in brackets is its speciality. 技师 is a junior medical title
 * here (a skill level only in column 17); 高级技师 and 高级工 are no titles.
 */
export function readTitle(text: string): TitleReading {
  const name = fold(text.replace(/[(（][^()（）]*[)）]/g, '').replace(/(?:资格|职称)?(?:证书?)?$/, ''));
  const listed = READINGS.get(name) ?? READINGS.get(fold(text)) ?? listedWithLevel(name);
  if (listed !== undefined) return listed;
  const [, stated = ''] = LEVEL_ITSELF.exec(name) ?? [];
  const level = TITLE_LEVELS.find((each) => stated !== '' && each.startsWith(stated));
  if (level !== undefined) return { level, verified: true, isTitle: true };
  const pattern = titlePatterns.find((each) => each.pattern.test(name));
  if (pattern === undefined) return UNKNOWN;
  return { level: pattern.level, verified: false, isTitle: pattern.level !== null };
}
