import type { Locale } from '../rules/messages/message';

/** The language of ours for who reads a language, as zh-HK or de. */
export const localeOf = (language: string): Locale =>
  language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';

/** Loads what a page needs to speak a language. Where it does not load, Chinese is spoken. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale === 'en-US') await import('../rules/messages/english').catch(() => undefined);
}
