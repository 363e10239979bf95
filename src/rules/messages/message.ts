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

/** Why a condition is what it is, with the documents that would decide an unknown one. */
export function reasonText(locale: Locale, condition: Condition): string {
  const leaves = decidingLeaves(condition);
  const reasons = distinct(leaves.map((leaf) => messageText(locale, leaf.message, quoted(leaf.params))));
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
    because === undefined ? quoted(params) : { ...quoted(params), reasons: reasonText(locale, because) },
  );
}

/** A whole story in a cell would bury the sentence that quotes it. */
const QUOTED_CHARACTERS = 100;

const isStory = (param: MessageParam): param is string =>
  typeof param === 'string' && param.length > QUOTED_CHARACTERS;

/** The beginning of what is too long to be quoted. */
function quoted(params: MessageParams): MessageParams {
  const entries = Object.entries(params);
  if (!entries.some(([, param]) => isStory(param))) return params;
  return Object.fromEntries(
    entries.map(([name, param]) => [name, isStory(param) ? beginning(param) : param]),
  );
}

/** Its last character is left out where only half of it would stand there. */
const beginning = (text: string): string =>
  `${text.slice(0, QUOTED_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`;
