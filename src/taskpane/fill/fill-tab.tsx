import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactElement } from 'react';
import { newPerson, offerLists, pasteRows, withdrawLists } from '../actions';
import { usePane } from '../pane-context';
import { ActionButton } from '../shell/action-button';
import { lazily } from '../shell/lazily';
import type { TabProps } from '../tabs';
import { PersonHeading } from './person-heading';
import { isBodyRow, nextInstitution } from './row-cells';
import { useCatalogue } from './use-catalogue';
import { useOccupant } from './use-occupant';

/** Apart from the pane's first load: the one is shown once a person is selected, the other is wanted once a year. */
const PersonForm = lazily(() => import('./person-form'));
const PasteDialog = lazily(() => import('./paste-dialog'));

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** 填写: the selected row as a form. */
export function FillTab({ session, state }: TabProps): ReactElement | null {
  const styles = useStyles();
  const { words, view } = usePane();
  const catalogue = useCatalogue(session.rulebook);
  const [institution, setInstitution] = useState<string | null>(null);
  const { sheet, selection } = state;
  const id = sheet?.id;
  useEffect(() => {
    // Of another sheet, another one; while a sheet is filled in, the form says it.
    const opened = session.state.sheets.find((each) => each.id === id);
    if (opened !== undefined) void nextInstitution(session, opened).then(setInstitution);
  }, [session, id]);
  const row = sheet !== null && selection?.sheet === sheet.id ? selection.row + 1 : null;
  const occupant = useOccupant(sheet, row);
  if (sheet === null) return null;
  return (
    <div className={styles.tab}>
      {row !== null && isBodyRow(sheet, row) ? (
        <>
          <PersonHeading sheet={sheet} row={row} />
          <PersonForm
            key={`${sheet.id} ${String(row)} ${String(occupant)}`}
            sheet={sheet}
            row={row}
            catalogue={catalogue}
            institution={institution}
            onInstitution={setInstitution}
          />
        </>
      ) : (
        <Text>{words('pane.choose-row')}</Text>
      )}
      <div className={styles.actions}>
        <ActionButton action={newPerson} icon={<PersonAddRegular />} primary />
        <ActionButton action={pasteRows} />
        <ActionButton action={offerLists} />
        <ActionButton action={withdrawLists} />
      </div>
      {view.pasting ? <PasteDialog sheet={sheet} /> : null}
    </div>
  );
}
