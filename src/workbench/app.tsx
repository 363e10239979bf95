import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { isDark } from './settings';
import { StartPage } from './start/start-page';
import { useFileDrop } from './use-file-drop';
import { WordsContext, wordsIn } from './words';
import type { Workbench } from './workbench';
import { WorkPage } from './work/work-page';

const FILES = '.xlsx,.xlsm,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The whole page: the start, or a work. */
export function App({ workbench }: { readonly workbench: Workbench }): ReactElement {
  const state = useSyncExternalStore(workbench.subscribe, () => workbench.state);
  const { locale, theme } = state.settings;
  const words = useMemo(() => wordsIn(locale), [locale]);
  const chooser = useRef<HTMLInputElement>(null);
  const [systemDark, setSystemDark] = useState(isDark('system'));
  const dropping = useFileDrop(({ files, folders }) => void workbench.openFiles(files, folders));

  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const change = (): void => {
      setSystemDark(query.matches);
      void workbench.choose({});
    };
    query.addEventListener('change', change);
    return () => {
      query.removeEventListener('change', change);
    };
  }, [workbench]);

  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = locale;
    documentElement.dataset.theme = theme === 'dark' || (theme === 'system' && systemDark) ? 'dark' : 'light';
    document.title = words('title');
  }, [locale, theme, systemDark, words]);

  const chooseFile = (): void => chooser.current?.click();
  return (
    <WordsContext.Provider value={words}>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={FILES}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          void workbench.openFiles(files);
        }}
      />
      {state.workspace === null ? (
        <StartPage workbench={workbench} state={state} onChooseFile={chooseFile} />
      ) : (
        <WorkPage workbench={workbench} workspace={state.workspace} state={state} onChooseFile={chooseFile} />
      )}
      {state.asking === null ? null : (
        <ConfirmDialog
          text={state.asking.text}
          onConfirm={() => {
            workbench.answer(true);
          }}
          onCancel={() => {
            workbench.answer(false);
          }}
        />
      )}
      {dropping ? (
        <div className="drop" aria-hidden="true">
          <p>{words('drop-here')}</p>
        </div>
      ) : null}
    </WordsContext.Provider>
  );
}
