import type { Locale } from '../rules/messages/message';
import { localeOf } from '../taskpane/language';

/** The looks to choose from. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** The languages to choose from, by their own names. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', 'en-US': 'English' };

/** What the user chose of the page's language and look. */
export interface Settings {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
}

const KEYS = { locale: 'kpy.locale', theme: 'kpy.theme' } as const;

/** A browser that keeps nothing still shows the page. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const isLocale = (text: string): text is Locale => Object.hasOwn(LANGUAGES, text);

/** As kept in this browser, else as the browser itself speaks, and as the system looks. */
export function readSettings(): Settings {
  const locale = kept(KEYS.locale) ?? '';
  const theme = kept(KEYS.theme);
  return {
    locale: isLocale(locale) ? locale : localeOf(navigator.language),
    theme: THEME_CHOICES.find((choice) => choice === theme) ?? 'system',
  };
}

export function keepSettings({ locale, theme }: Settings): void {
  try {
    localStorage.setItem(KEYS.locale, locale);
    localStorage.setItem(KEYS.theme, theme);
  } catch {
    // They last as long as the page, then.
  }
}

export function forgetSettings(): void {
  try {
    for (const key of Object.values(KEYS)) localStorage.removeItem(key);
  } catch {
    // There are none.
  }
}

/** Whether the page is to be dark now. */
export const isDark = (theme: ThemeChoice): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

/** How everything on the page is shown. */
export interface Look {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
}

/** The look that the user has chosen. */
export const lookOf = ({ locale, theme }: Settings): Look => ({
  locale,
  theme: isDark(theme) ? 'dark' : 'light',
});
