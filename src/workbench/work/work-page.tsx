import { useCallback, useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Choices } from '../choices';
import { LiveRegion } from '../live-region';
import { useWords } from '../words';
import type { Workbench, WorkbenchState } from '../workbench';
import { ErrorStrip } from './error-strip';
import { FindBar } from './find-bar';
import { Messages } from './messages';
import { SaveMark } from './save-mark';
import type { Workspace } from './workspace';

/** What fills a screen that has no room for both. */
type View = 'grid' | 'pane';

/** An element that the workspace keeps, in its place on the page. */
function Place({ element }: { readonly element: HTMLElement }): ReactElement {
  const put = useCallback((node: HTMLElement | null) => node?.append(element), [element]);
  return <div className="place" ref={put} />;
}

/** The page of one work: grid and pane, and what stands above and between them. */
export function WorkPage({
  workbench,
  workspace,
  state: { settings, notice },
  onChooseFile,
}: {
  readonly workbench: Workbench;
  readonly workspace: Workspace;
  readonly state: WorkbenchState;
  readonly onChooseFile: () => void;
}): ReactElement {
  const words = useWords();
  const state = useSyncExternalStore(workspace.subscribe, () => workspace.state);
  const [view, setView] = useState<View>('grid');
  const { work, opening, session, noOwnFile } = state;
  // How often the search was asked for in this work; 0 while it is closed.
  const [asked, setAsked] = useState<{ readonly of: typeof session; readonly times: number }>({
    of: null,
    times: 0,
  });
  const searches = asked.of === session ? asked.times : 0;
  const search = useCallback(() => {
    setView('grid');
    setAsked(({ of, times }) => ({ of: session, times: of === session ? times + 1 : 1 }));
  }, [session]);

  useEffect(() => {
    const flush = (): void => void workspace.flush();
    const ask = (event: BeforeUnloadEvent): void => {
      if (!workspace.unsaved) return;
      event.preventDefault();
      // Chrome and Edge before 119, which are the last ones for Windows 7 and 8, ask only where this says something.
      Object.assign(event, { returnValue: 'unsaved' });
    };
    const look = (): void => void workspace.lookAtFile();
    const keys = (event: KeyboardEvent): void => {
      const letter = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : null;
      if (letter === 'f' && session !== null) {
        event.preventDefault();
        event.stopPropagation();
        search();
        return;
      }
      // The browser would save the page, as a file that holds nothing of the work.
      if (letter === 's' && !event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        void workspace.save();
        return;
      }
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      const inPane = workspace.paneElement.contains(document.activeElement);
      // Shown before it gets the keyboard: what is hidden takes none.
      flushSync(() => {
        setView(inPane ? 'grid' : 'pane');
      });
      if (inPane) void workspace.focusGrid();
      else workspace.focusPane();
    };
    workspace.onSee(() => {
      flushSync(() => {
        setView('grid');
      });
      // Where the pane has given way to the grid, so does its button.
      if (getComputedStyle(workspace.paneElement).visibility === 'hidden') void workspace.focusGrid();
    });
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('beforeunload', ask);
    window.addEventListener('focus', look);
    window.addEventListener('keydown', keys, { capture: true });
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('focus', look);
      window.removeEventListener('keydown', keys, { capture: true });
    };
  }, [workspace, session, search]);

  return (
    <div className="work-page" data-view={view}>
      <p className="on-paper">{words('print')}</p>
      <header className="bar">
        <button
          type="button"
          className="plain home"
          title={words('home')}
          onClick={() => void workbench.home()}
        >
          <img src="assets/icon-32.png" alt={words('home')} width="24" height="24" />
        </button>
        <h1>{work?.name ?? words('title')}</h1>
        <SaveMark
          save={work === null ? null : state.save}
          onSaveCopy={() => void workbench.saveCopy()}
          onSaveAgain={() => void workspace.flush()}
        />
        <span className="views" role="group" aria-label={words('views')}>
          {(['grid', 'pane'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={view === each}
              onClick={() => {
                setView(each);
              }}
            >
              {words(each)}
            </button>
          ))}
        </span>
        {(['undo', 'redo'] as const).map((which) => (
          <button
            key={which}
            type="button"
            aria-label={words(which)}
            title={words(`${which}-about`)}
            onClick={() => void workspace.step(which)}
          >
            {which === 'undo' ? '↶' : '↷'}
          </button>
        ))}
        <button type="button" title={words('find-about')} disabled={session === null} onClick={search}>
          {words('find')}
        </button>
        <button type="button" onClick={onChooseFile}>
          {words('open')}
        </button>
        <button
          type="button"
          disabled={noOwnFile !== null}
          title={words(noOwnFile === null ? 'own-file-about' : `own-file-${noOwnFile}`)}
          onClick={() => void workspace.downloadOwnFile()}
        >
          {words('own-file')}
        </button>
        <a href="help.html" target="_blank" rel="noopener" title={words('keys')}>
          {words('help')}
        </a>
        <Choices
          settings={settings}
          onChoose={(change) => {
            void workbench.choose(change);
          }}
        />
      </header>
      <Messages
        workbench={workbench}
        workspace={workspace}
        state={state}
        notice={notice}
        onChooseFile={onChooseFile}
      />
      {searches === 0 || session === null ? null : (
        <FindBar
          workspace={workspace}
          asked={searches}
          onClose={() => {
            setAsked({ of: session, times: 0 });
            void workspace.focusGrid();
          }}
        />
      )}
      <main className="beside">
        <Place element={workspace.gridElement} />
        {session === null ? <span className="strip" /> : <ErrorStrip session={session} />}
        <Place element={workspace.paneElement} />
        <LiveRegion as="p" className={opening === null ? 'said' : 'opening'}>
          {opening}
        </LiveRegion>
      </main>
    </div>
  );
}
