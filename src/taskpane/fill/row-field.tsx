import type { ReactElement } from 'react';
import type { ColumnKey } from '../../rules/application';
import { CHOICE_COLUMNS, type ChoiceColumn } from '../../rules/choices';
import { ChoiceField } from './choice-field';
import { IdentityNote } from './identity-note';
import { InstitutionNote } from './institution-note';
import { OccupationField } from './occupation-field';
import { TextField } from './text-field';

const CHOICES: ReadonlySet<string> = new Set(CHOICE_COLUMNS);
const isChoice = (column: ColumnKey): column is ChoiceColumn => CHOICES.has(column);

/** The field of a column: a list, a search, or plain text. */
export function RowField({ column }: { readonly column: ColumnKey }): ReactElement {
  if (isChoice(column)) return <ChoiceField column={column} />;
  if (column === 'occupationName') return <OccupationField />;
  if (column === 'idNumber') return <TextField column={column} note={<IdentityNote />} />;
  if (column === 'institution') return <TextField column={column} note={<InstitutionNote />} />;
  return <TextField column={column} />;
}
