import type { MessageParams } from '../rules/finding';
import { commandText } from '../rules/messages/command/command-message';
import type { Locale } from '../rules/messages/message';
import { oneLine } from './terminal';

/**
 * A sentence of the catalogue for a terminal. Names of files and sheets come from strangers, and may hold what would drive
 * it; only line breaks, which part our own lists, stay.
 *
 * @throws Error for a code that the catalogue does not have: a bug
 */
export const sentence = (locale: Locale, code: string, params: MessageParams = {}): string =>
  commandText(
    locale,
    code,
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? value.map(safe) : safe(value),
      ]),
    ),
  );

const safe = <T extends string | number>(value: T): string | T =>
  typeof value === 'string' ? value.split('\n').map(oneLine).join('\n') : value;
