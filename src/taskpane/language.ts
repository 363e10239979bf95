import type { Locale } from '../rules/messages/message';

/** Loads what a page needs to speak a language. Where it does not load, Chinese is spoken. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale === 'en-US') await import('../rules/messages/english').catch(() => undefined);
}
