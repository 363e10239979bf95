import { decidingLeaves, type Condition } from '../condition';
import type { Finding, MessageParam, MessageParams } from '../finding';
import { filled } from './template';
import { zhCN } from './zh-CN';

export type MessageCode = keyof typeof zhCN;

/** The languages that the product speaks; the first is the default. */
export const LOCALES = ['zh-CN', 'en-US'] as const;
export type Locale = (typeof LOCALES)[number];

type Sentences = Readonly<Record<string, string>>;

const CHINESE: Sentences = zhCN;
/** The languages that are loaded. A page loads no other than its own: each is as large as a tab of the pane. */
const CATALOGUE = new Map<Locale, Sentences>([['zh-CN', CHINESE]]);

/** Adds a language: see english.ts. One that is not there is spoken in Chinese. */
export const addLanguage = (locale: Locale, sentences: Sentences): void =>
  void CATALOGUE.set(locale, sentences);

/**
 * A sentence of the catalogue with its parameters filled in.
 *
 * @throws Error for a code that the catalogue does not have: a bug
 */
export function messageText(locale: Locale, code: string, params: MessageParams = {}): string {
  const template = (CATALOGUE.get(locale) ?? CHINESE)[code];
  if (template === undefined) throw new Error(`The message catalogue has no entry ${code}.`);
  return filled(template, params, listAnd(locale));
}

/** What stands between the entries of a list. */
export const listAnd = (locale: Locale): string => (CATALOGUE.get(locale) ?? CHINESE)['list.and'] ?? '';

/** A condition alone in words, without its parts. */
export const conditionText = (
  locale: Locale,
  { message, params }: Pick<Condition, 'message' | 'params'>,
): string => messageText(locale, message, quotedParams(params));

/** Why a condition is what it is, with the documents that would decide an unknown one. */
export function reasonText(locale: Locale, condition: Condition): string {
  const leaves = decidingLeaves(condition);
  const reasons = distinct(leaves.map((leaf) => conditionText(locale, leaf)));
  const joined = reasons.join(messageText(locale, 'reasons.and'));
  const differ = condition.composed === 'readings' && condition.evidence !== undefined;
  const text = differ ? messageText(locale, 'reasons.readings', { reasons: joined }) : joined;
  if (condition.truth !== 'unknown') return text;
  const documents = distinct(
    [condition, ...leaves].map((each) => each.evidence).filter((each) => each !== undefined),
  );
  if (documents.length === 0) return text;
  return (
    text +
    messageText(locale, 'reasons.documents', {
      documents,
    })
  );
}

const distinct = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)];

/** A finding in words. */
export function findingText(
  locale: Locale,
  { message, params, because }: Pick<Finding, 'message' | 'params' | 'because'>,
): string {
  return messageText(
    locale,
    message,
    because === undefined
      ? quotedParams(params)
      : { ...quotedParams(params), reasons: reasonText(locale, because) },
  );
}

/** A whole story in a cell would bury the sentence that quotes it. */
const QUOTED_CHARACTERS = 100;

/** A text as it is quoted: the beginning of one that is too long, its last character left out where only half of it would stand there. */
export const quoted = (text: string): string =>
  text.length > QUOTED_CHARACTERS
    ? `${text.slice(0, QUOTED_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`
    : text;

function quotedParams(params: MessageParams): MessageParams {
  const entries = Object.entries(params);
  // Few are so long, and every sentence passes here.
  if (!entries.some(([, param]) => isLong(param))) return params;
  return Object.fromEntries(entries.map(([name, param]) => [name, quotedParam(param)]));
}

const isLong = (param: MessageParam): boolean =>
  typeof param !== 'number' &&
  (typeof param === 'string' ? param : param.join('')).length > QUOTED_CHARACTERS;

function quotedParam(param: MessageParam): MessageParam {
  if (typeof param === 'number') return param;
  return typeof param === 'string' ? quoted(param) : quotedList(param.map(String));
}

/** As many entries of a list as a text is quoted of, the first one in any case. */
function quotedList([first = '', ...others]: readonly string[]): readonly string[] {
  const entries = [quoted(first)];
  let characters = first.length;
  for (const entry of others) {
    characters += entry.length;
    if (characters > QUOTED_CHARACTERS) return [...entries, '…'];
    entries.push(entry);
  }
  return entries;
}
