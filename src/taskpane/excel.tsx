import { createExcelHost } from '../hosts/excel';
import { download } from '../hosts/download';
import { CURRENT_NOTICE } from '../rules/current-notice';
import { rulebookOf } from '../rules/rulebook';
import {
  insertForm,
  nextMistake,
  openExport,
  pasteRows,
  previewFixes,
  recheck,
  undo,
  type Action,
} from './actions';
import { loadLanguage, localeOf } from './language';
import { wordsOf, type PaneContents } from './pane-context';
import { mountPane, type ThemeName } from './pane';
import { systemClock } from './session/clock';
import { Session } from './session/session';
import { FIRST_VIEW } from './view';

/** The interface that the pane is built on; older Excel gets the page that says so. */
const REQUIRED = ['ExcelApi', '1.14'] as const;

const BODY_COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** The theme of Office where it tells one (not every host does, whatever its types say), else that of the system. */
function themeName(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'high-contrast';
  const context: Partial<Office.Context> = Office.context;
  const colour = BODY_COLOUR.exec(context.officeTheme?.bodyBackgroundColor ?? '');
  if (colour === null) return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const brightness = colour.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0);
  return brightness < 3 * 128 ? 'dark' : 'light';
}

await Office.onReady();
const element = document.getElementById('pane');
const supported =
  Office.context.host === Office.HostType.Excel && Office.context.requirements.isSetSupported(...REQUIRED);
if (!supported || element === null) window.location.replace('old-excel.html');
else {
  const locale = localeOf(Office.context.displayLanguage);
  await loadLanguage(locale);
  document.documentElement.lang = locale;
  const host = createExcelHost({
    excel: Excel,
    isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
    download,
  });
  const session = new Session({
    host,
    rulebook: rulebookOf(CURRENT_NOTICE),
    clock: systemClock,
  });
  const mounted = mountPane(element, { session, locale, theme: themeName() });
  const show: PaneContents['show'] = (change) => {
    mounted.show(change);
  };
  const see: PaneContents['see'] = (sheet, row, column) => {
    void session.select(sheet, row, column);
  };
  /** A ribbon button runs the same action as the pane's own, which it opens where it is to be seen. */
  const ribbon = (name: string, action: Action, seen?: 'seen'): void => {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      const run = async (): Promise<void> => {
        // An Excel that cannot open the pane by itself does the work all the same.
        if (seen !== undefined) await Office.addin.showAsTaskpane().catch(() => undefined);
        const { state } = session;
        const pane = { session, state, locale, words: wordsOf(locale), view: FIRST_VIEW, show, see };
        if (action.enabled(pane)) await action.run(pane);
        // The pane's own button looks it; one of the ribbon cannot.
        else if (state.stage === 'ready' && !state.busy)
          session.say({
            tone: 'done',
            code: 'pane.nothing-to-do',
            params: { action: action.label(pane) },
          });
      };
      void run().finally(() => {
        event.completed();
      });
    });
  };
  ribbon('recheck', recheck);
  ribbon('nextFinding', nextMistake);
  ribbon('insertForm', insertForm, 'seen');
  ribbon('pasteRows', pasteRows, 'seen');
  ribbon('fixAll', previewFixes, 'seen');
  ribbon('undo', undo);
  ribbon('export', openExport, 'seen');
  await session.start();
}
