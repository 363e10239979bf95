import { LOCALES, type Locale } from '../rules/messages/message';

/** The language that `--lang` names: `en-US`, or `en` alone, in capitals or not. */
export const localeNamed = (name: string): Locale | undefined =>
  LOCALES.find((each) =>
    [each, each.slice(0, each.indexOf('-'))].some((known) => known.toLowerCase() === name.toLowerCase()),
  );
