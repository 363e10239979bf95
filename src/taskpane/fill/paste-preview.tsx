import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ColumnKey } from '../../rules/application';
import type { PastedRows } from '../../sheet/pasted-rows';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { blankRowsOf } from './blank-row';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  example: { color: tokens.colorNeutralForeground2 },
});

/** What will be written and where, what is left out, and which column goes into which. */
export function PastePreview({
  paste,
  sheet,
}: {
  readonly paste: PastedRows;
  readonly sheet: FollowedSheet;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { columns } = sheet.live.reading;
  const { row } = blankRowsOf(sheet.live);
  const rows = paste.rows.length;
  const named = (keys: readonly ColumnKey[]): readonly string[] =>
    keys.map((key) => words(`pane.column.${key}`));
  const without = paste.columns.map(({ key }) => key).filter((key) => !columns.has(key));
  const missing = paste.missing.filter((key) => columns.has(key));
  const unknown = paste.unknown.map((each) =>
    typeof each === 'number' ? words('pane.paste-unnamed', { number: each }) : each,
  );
  return (
    <>
      <div role="status">
        <p>
          {words('pane.paste-place', { rows, row, last: row + rows - 1 })}
          {paste.hasHeader ? null : words('pane.paste-by-order')}
        </p>
        {paste.leftOut > 0 ? <p>{words('pane.paste-left-out', { count: paste.leftOut })}</p> : null}
        {unknown.length > 0 ? <p>{words('pane.paste-unknown', { columns: unknown })}</p> : null}
        {without.length > 0 ? <p>{words('pane.paste-no-column', { columns: named(without) })}</p> : null}
        {missing.length > 0 ? <p>{words('pane.paste-missing', { columns: named(missing) })}</p> : null}
      </div>
      {/* Focusable, so that keys scroll to its end. */}
      <ul className={styles.list} tabIndex={0}>
        {paste.columns
          .filter(({ key }) => columns.has(key))
          .map(({ key, header, example }) => (
            <li key={key}>
              {header} → {words(`pane.column.${key}`)} <span className={styles.example}>{example}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
