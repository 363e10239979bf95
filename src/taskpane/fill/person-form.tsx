import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { COLUMN_KEYS, type ColumnKey } from '../../rules/application';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { FIELD_GROUPS } from './field-groups';
import { withImplied } from './implied-values';
import { nextEmpty } from './next-empty';
import { isFree, keepInstitution, textOf, writesFor, type RowValues } from './row-cells';
import { RowField } from './row-field';
import { RowFormContext, type RowForm } from './row-form';
import type { SearchableCatalogue } from './use-catalogue';

const fieldOf = (
  box: HTMLElement | null,
  column: ColumnKey,
): HTMLInputElement | HTMLSelectElement | null | undefined =>
  box?.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-column="${column}"]`);

/** Goes by what the fields show: what was just typed may still be on its way to the sheet. */
function focusEmpty(box: HTMLElement | null, after: ColumnKey | null, filled: RowValues): void {
  const empty = nextEmpty(after, (key) => !filled.has(key) && fieldOf(box, key)?.value === '');
  if (empty === null) document.getElementById('kpy-new-person')?.focus();
  else fieldOf(box, empty)?.focus();
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { ...typographyStyles.subtitle2, padding: 0, marginBottom: tokens.spacingVerticalS },
});

/** The row as a form of its 27 columns; what the sheet lacks is left out. */
export default function PersonForm({
  sheet,
  row,
  catalogue,
  institution,
  onInstitution,
}: {
  readonly sheet: FollowedSheet;
  /** The workbook's row, from 1. */
  readonly row: number;
  readonly catalogue: SearchableCatalogue;
  readonly institution: string | null;
  /** Told what was filled in as the institution. */
  readonly onInstitution: (name: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { session, state, view, words, show } = usePane();
  const box = useRef<HTMLDivElement>(null);
  const { selection } = state;

  const form = useMemo<RowForm>(() => {
    const text = (key: ColumnKey): string => textOf(sheet, row, key);
    const findings = sheet.live.row(row)?.findings ?? [];
    const implied = (key: ColumnKey, typed: string): RowValues =>
      withImplied(session.rulebook, session.today, text, key, typed);
    /** What of it is to be written: the user's formula will come to it by itself. */
    const written = (key: ColumnKey, typed: string): RowValues =>
      new Map([...implied(key, typed)].filter(([each]) => each === key || isFree(sheet, row, each)));
    const fillAll: RowForm['fillAll'] = async (key, values, begun) => {
      const name = values.get('institution');
      if (name !== undefined && name !== '') {
        onInstitution(name);
        await keepInstitution(session, name);
      }
      const writes = writesFor(sheet, row, values, new Map([[key, begun]]));
      if (writes.length === 0) return true;
      return session.write(sheet, writes, 'pane.filled', { header: words(`pane.column.${key}`), row });
    };
    return {
      sheet,
      row,
      catalogue,
      institution,
      text,
      findings: (key) => findings.filter(({ column }) => column === key),
      fill: (key, typed, begun) => fillAll(key, written(key, typed), begun),
      fillAll,
      goOn: (after, typed) => {
        focusEmpty(box.current, after, implied(after, typed));
      },
      focusAfter: (after, values) => {
        focusEmpty(box.current, after, values);
      },
    };
  }, [sheet, row, catalogue, institution, onInstitution, session, words]);

  const wanted = view.focusRow === row;
  useEffect(() => {
    if (!wanted) return;
    focusEmpty(box.current, null, new Map());
    show({ focusRow: null });
  }, [wanted, show]);

  // The field of the cell that is selected comes into view, unless the user is at work in the form.
  const selected = COLUMN_KEYS.find((key) => sheet.live.reading.columns.get(key) === selection?.column);
  useEffect(() => {
    if (selected !== undefined && box.current?.contains(document.activeElement) === false)
      fieldOf(box.current, selected)?.scrollIntoView({ block: 'center' });
  }, [selected]);

  return (
    <RowFormContext.Provider value={form}>
      <div ref={box} className={styles.form}>
        {FIELD_GROUPS.map(({ label, keys }) => (
          <fieldset key={label} className={styles.group}>
            <legend className={styles.legend}>{words(label)}</legend>
            {keys
              .filter((key) => sheet.live.reading.columns.has(key))
              .map((key) => (
                <RowField key={key} column={key} />
              ))}
          </fieldset>
        ))}
      </div>
    </RowFormContext.Provider>
  );
}
