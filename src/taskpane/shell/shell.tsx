import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { KEYED_ACTIONS } from '../actions';
import { usePane } from '../pane-context';
import { isPressed } from '../shortcuts';
import { TABS } from '../tabs';
import { CellMessage } from './cell-message';
import { EmptyState } from './empty-state';
import { Header } from './header';
import { NoticeBar } from './notice-bar';
import { Unseen } from './unseen';

const useStyles = makeStyles({
  shell: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tabs: { flexWrap: 'wrap', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  content: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    // A field is else never narrower than twenty letters or its longest choice, which at 200 % reach over the edge.
    '& input:not([type="checkbox"]), & textarea, & select': { width: '100%', minWidth: 0 },
  },
  spinner: { margin: 'auto' },
});

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The pane as a whole: what stands above, the tab that is open, and what is said below. */
export function Shell(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const { session, state, locale, words, view, show } = pane;
  const { stage, sheet } = state;
  const tab = TABS.find(({ name }) => name === view.tab) ?? TABS[0];

  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const here = main.current?.contains(event.target as Node) === true;
      const action = KEYED_ACTIONS.find(
        ({ shortcut }) =>
          shortcut !== undefined &&
          (here || shortcut.anywhere === true) &&
          isPressed(shortcut, event, inText(event.target)),
      );
      if (action === undefined) return;
      event.preventDefault();
      if (action.enabled(pane)) void action.run(pane);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [pane]);

  const body = (): ReactElement => {
    if (stage === 'opening') return <Spinner className={styles.spinner} label={words('pane.opening')} />;
    if (sheet === null || tab === undefined) return <EmptyState />;
    return (
      <>
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={tab.name}
          aria-label={words('pane.tabs')}
          onTabSelect={(_, { value }) => {
            show({ tab: String(value) });
          }}
        >
          {TABS.map(({ name, label }) => (
            <Tab key={name} value={name} id={`kpy-tab-${name}`} aria-controls="kpy-tab-content">
              {words(label)}
            </Tab>
          ))}
        </TabList>
        <div
          id="kpy-tab-content"
          role="tabpanel"
          aria-labelledby={`kpy-tab-${tab.name}`}
          tabIndex={-1}
          className={styles.content}
        >
          <Unseen as="h2">{words(tab.label)}</Unseen>
          <tab.Content session={session} state={state} locale={locale} />
        </div>
        <CellMessage />
      </>
    );
  };

  return (
    <section ref={main} className={styles.shell} aria-label={words('pane.name')}>
      <Unseen as="h1">{words('pane.name')}</Unseen>
      <Header />
      {body()}
      <NoticeBar />
    </section>
  );
}
