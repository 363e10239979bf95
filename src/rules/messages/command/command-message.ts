import type { MessageParams } from '../../finding';
import { listAnd, messageText, type Locale } from '../message';
import { filled } from '../template';
import { enUS } from './en-US';
import { zhCN } from './zh-CN';

const CATALOGUE: Readonly<Record<Locale, Readonly<Record<string, string | undefined>>>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
};

/**
 * A sentence of the command, or else of the common catalogue, with its parameters filled in.
 *
 * @throws Error for a code that neither has: a bug
 */
export function commandText(locale: Locale, code: string, params: MessageParams = {}): string {
  const template = CATALOGUE[locale][code];
  return template === undefined
    ? messageText(locale, code, params)
    : filled(template, params, listAnd(locale));
}
