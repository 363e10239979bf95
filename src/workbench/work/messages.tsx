import type { ReactElement } from 'react';
import { Elsewhere } from '../elsewhere';
import { LiveRegion } from '../live-region';
import { useWords } from '../words';
import type { Workbench } from '../workbench';
import type { Workspace, WorkspaceState } from './workspace';

/** What there is to say about the work on the page, above it, until the user has read it. */
export function Messages({
  workbench,
  workspace,
  state: { problem, elsewhere, keptInFile, changedOnDisk, work },
  notice,
  onChooseFile,
}: {
  readonly workbench: Workbench;
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly notice: string | null;
  readonly onChooseFile: () => void;
}): ReactElement {
  const words = useWords();
  const closing = (close: () => void): ReactElement => (
    <button type="button" onClick={close}>
      {words('close')}
    </button>
  );
  const things = keptInFile.map((thing) => words(`kept-${thing}`)).join(words('and'));
  const values = keptInFile.includes('formats');
  return (
    <div className="messages">
      <LiveRegion urgent>
        {problem === null ? null : (
          <div className="notice">
            <p>{problem}</p>
            {closing(() => {
              workspace.dismiss('problem');
            })}
          </div>
        )}
        {elsewhere === null ? null : <Elsewhere workbench={workbench} work={elsewhere} />}
        {changedOnDisk && work !== null ? (
          <div className="notice">
            <p>{words('changed-on-disk', { name: work.name })}</p>
            <button type="button" onClick={onChooseFile}>
              {words('open-again')}
            </button>
            {closing(() => {
              workspace.dismiss('changedOnDisk');
            })}
          </div>
        ) : null}
      </LiveRegion>
      <LiveRegion>
        {notice === null ? null : (
          <div className="notice">
            <p>{notice}</p>
            {closing(() => {
              workbench.dismiss();
            })}
          </div>
        )}
        {things === '' ? null : (
          <div className="notice">
            <p>{values ? words('values-alone') : words('kept', { things })}</p>
            {closing(() => {
              workspace.dismiss('keptInFile');
            })}
          </div>
        )}
      </LiveRegion>
    </div>
  );
}
