import { useState, type ReactElement } from 'react';
import { Choices } from '../choices';
import { ConfirmDialog } from '../confirm-dialog';
import { Elsewhere } from '../elsewhere';
import { LiveRegion } from '../live-region';
import { useWords } from '../words';
import type { Workbench, WorkbenchState } from '../workbench';
import { RecentWorks } from './recent-works';

/** How many works the question before wiping names. */
const NAMED = 5;

/** Where the work begins: new, a file, what was begun before, an example. Light, so that it shows at once. */
export function StartPage({
  workbench,
  state,
  onChooseFile,
}: {
  readonly workbench: Workbench;
  readonly state: WorkbenchState;
  readonly onChooseFile: () => void;
}): ReactElement {
  const words = useWords();
  const [wiping, setWiping] = useState(false);
  const { kept, storeFails, notice, opening, elsewhere } = state;
  const ways = [
    { code: 'new', run: () => void workbench.begin() },
    { code: 'open', run: onChooseFile },
    { code: 'example', run: () => void workbench.openExample() },
  ] as const;
  const names = kept.slice(0, NAMED).map(({ name }) => name);
  const wipingText = storeFails
    ? words('wipe-confirm-unknown')
    : kept.length === 0
      ? words('wipe-confirm-none')
      : words('wipe-confirm', {
          count: kept.length,
          names: names.join(words('and')) + (kept.length > NAMED ? '…' : ''),
        });
  return (
    <div className="start">
      <header>
        <img src="assets/icon-64.png" alt="" width="48" height="48" />
        <div>
          <h1>{words('title')}</h1>
          <p>{words('tagline')}</p>
        </div>
        <Choices
          settings={state.settings}
          onChoose={(change) => {
            void workbench.choose(change);
          }}
        />
      </header>
      <main>
        <LiveRegion as="p" className={notice === null && !opening ? 'said' : 'notice'}>
          {opening ? words('loading') : notice}
        </LiveRegion>
        <LiveRegion urgent>
          {elsewhere === null ? null : <Elsewhere workbench={workbench} work={elsewhere} />}
          {storeFails ? (
            <div className="notice">
              <p>{words('recent-unreadable')}</p>
            </div>
          ) : null}
        </LiveRegion>
        <nav aria-label={words('start')} className="ways">
          {ways.map(({ code, run }) => (
            <button key={code} type="button" disabled={opening} onClick={run}>
              <strong>{words(code)}</strong>
              <span>{words(`${code}-about`)}</span>
            </button>
          ))}
        </nav>
        {storeFails ? null : <RecentWorks workbench={workbench} kept={kept} locale={state.settings.locale} />}
      </main>
      <footer>
        <p>{words('privacy')}</p>
        <p>
          <button type="button" className="plain" onClick={() => void workbench.downloadTemplate()}>
            {words('template')}
          </button>
          <a href="help.html" target="_blank" rel="noopener">
            {words('help')}
          </a>
          <button
            type="button"
            className="plain"
            onClick={() => {
              setWiping(true);
            }}
          >
            {words('wipe')}
          </button>
        </p>
      </footer>
      {wiping ? (
        <ConfirmDialog
          text={wipingText}
          onConfirm={() => {
            setWiping(false);
            void workbench.wipe();
          }}
          onCancel={() => {
            setWiping(false);
          }}
        />
      ) : null}
    </div>
  );
}
