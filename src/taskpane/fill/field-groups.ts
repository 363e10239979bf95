import { COLUMN_KEYS, type ColumnKey } from '../../rules/application';
import type { MessageCode } from '../../rules/messages/message';

/** The 27 columns as a form has them: in the printed order, parted where the subject changes. */
export interface FieldGroup {
  readonly label: MessageCode;
  readonly keys: readonly ColumnKey[];
}

const from = (first: ColumnKey, last: ColumnKey): readonly ColumnKey[] =>
  COLUMN_KEYS.slice(COLUMN_KEYS.indexOf(first), COLUMN_KEYS.indexOf(last) + 1);

export const FIELD_GROUPS: readonly FieldGroup[] = [
  { label: 'pane.group-submission', keys: from('submittedOn', 'institutionTier') },
  { label: 'pane.group-person', keys: from('idType', 'politicalStatus') },
  { label: 'pane.group-work', keys: from('position', 'occupationYears') },
  { label: 'pane.group-certificates', keys: from('skillCertificate', 'trained') },
  { label: 'pane.group-application', keys: from('level', 'category') },
];
