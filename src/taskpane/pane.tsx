import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useMemo, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../rules/messages/message';
import { PaneContext, wordsOf, type PaneContents } from './pane-context';
import type { Session } from './session/session';
import { Shell } from './shell/shell';
import { useSessionState } from './use-session-state';
import { FIRST_VIEW, type PaneView } from './view';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast': teamsHighContrastTheme,
};

const useStyles = makeStyles({ provider: { height: '100%' } });

export interface PaneProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** Told when the user wants to see a cell: where pane and sheet take turns, it is the sheet's. */
  readonly onSee?: () => void;
}

type Show = PaneContents['show'];

/** The pane over a session, in a language and a theme. The session has been, or is being, started. */
export function Pane({
  session,
  locale,
  theme,
  onSee,
  onShow,
}: PaneProps & {
  /** Told how to show another part of it. */
  readonly onShow?: (show: Show) => void;
}): ReactElement {
  const styles = useStyles();
  const state = useSessionState(session);
  const [view, setView] = useState(FIRST_VIEW);
  const show = useCallback((change: Partial<PaneView>) => {
    setView((before) => ({ ...before, ...change }));
  }, []);
  useLayoutEffect(() => onShow?.(show), [onShow, show]);
  const words = useMemo(() => wordsOf(locale), [locale]);
  const pane: PaneContents = {
    session,
    state,
    locale,
    words,
    view,
    show,
    see: (sheet, row, column) => {
      onSee?.();
      void session.select(sheet, row, column);
    },
  };
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.provider} lang={locale}>
      <PaneContext.Provider value={pane}>
        <Shell />
      </PaneContext.Provider>
    </FluentProvider>
  );
}

/** A pane on a page. */
export interface MountedPane {
  /** Shows it in another language or theme, as the host changes. */
  update(change: Partial<Pick<PaneProps, 'locale' | 'theme'>>): void;
  /** Shows another part of it, as for a button outside the pane. */
  show(change: Partial<PaneView>): void;
  unmount(): void;
}

/** Shows the pane in an element, whose height it fills. */
export function mountPane(element: HTMLElement, first: PaneProps): MountedPane {
  const root = createRoot(element);
  let props = first;
  let show: Show = () => undefined;
  const onShow = (now: Show): void => {
    show = now;
  };
  root.render(<Pane {...props} onShow={onShow} />);
  return {
    update(change) {
      props = { ...props, ...change };
      root.render(<Pane {...props} onShow={onShow} />);
    },
    show(change) {
      show(change);
    },
    unmount() {
      root.unmount();
    },
  };
}
