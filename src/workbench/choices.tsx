import type { ReactElement } from 'react';
import { LANGUAGES, THEME_CHOICES, type Settings } from './settings';
import { useWords } from './words';

const LOCALES = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

/** The page's language and look. */
export function Choices({
  settings,
  onChoose,
}: {
  readonly settings: Settings;
  readonly onChoose: (change: Partial<Settings>) => void;
}): ReactElement {
  const words = useWords();
  return (
    <span className="choices">
      <select
        aria-label={words('language')}
        value={settings.locale}
        onChange={({ target }) => {
          const locale = LOCALES.find((each) => each === target.value);
          if (locale !== undefined) onChoose({ locale });
        }}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LANGUAGES[locale]}
          </option>
        ))}
      </select>
      <select
        aria-label={words('theme')}
        value={settings.theme}
        onChange={({ target }) => {
          const theme = THEME_CHOICES.find((each) => each === target.value);
          if (theme !== undefined) onChoose({ theme });
        }}
      >
        {THEME_CHOICES.map((theme) => (
          <option key={theme} value={theme}>
            {words(`theme-${theme}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
