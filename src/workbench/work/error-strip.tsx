import { useMemo, type ReactElement } from 'react';
import { parseA1 } from '../../sheet/a1';
import type { Session } from '../../taskpane/session/session';
import { useSessionState } from '../../taskpane/use-session-state';
import { useWords } from '../words';
import { errorPlaces } from './error-places';

/** Marks that a strip has room for. */
const MARKS = 80;

/** All mistakes of the sheet along its height; a click goes there. By keyboard, F8 does. */
export function ErrorStrip({ session }: { readonly session: Session }): ReactElement {
  const words = useWords();
  const { sheet } = useSessionState(session);
  const places = useMemo(
    () =>
      sheet === null
        ? []
        : errorPlaces(
            sheet.live.reading.rows.map(({ row }) => row),
            sheet.live.report.findings,
            MARKS,
          ),
    [sheet],
  );
  return (
    <nav className="strip" aria-label={words('strip')}>
      {places.map(({ top, height, severity, from, to, count, first }) => {
        const label =
          from === to ? words('strip-row', { from, count }) : words('strip-rows', { from, to, count });
        const go = (): void => {
          const cell = first.cell === null ? null : parseA1(first.cell);
          if (sheet !== null) void session.select(sheet.id, cell?.row ?? from - 1, cell?.column ?? 0);
        };
        return (
          <button
            key={from}
            type="button"
            tabIndex={-1}
            className={severity}
            style={{ top: `${String(top * 100)}%`, height: `${String(height * 100)}%` }}
            title={label}
            aria-label={label}
            onClick={go}
          />
        );
      })}
    </nav>
  );
}
