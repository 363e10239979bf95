import { Field, type FieldProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ColumnKey } from '../../rules/application';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { usePane } from '../pane-context';
import { FieldFindings } from './field-findings';
import { useRowForm } from './row-form';

type FieldState = 'error' | 'warning' | 'none';

function stateOf(findings: readonly PlacedFinding[]): FieldState {
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'none';
}

/** One column of the row: its label, the control that it is given, what is known of it, and what is wrong with it. */
export function ColumnField({
  column,
  note,
  children,
}: {
  readonly column: ColumnKey;
  /** What the pane knows of the value, or offers in its place. */
  readonly note?: ReactElement | undefined;
  readonly children: FieldProps['children'];
}): ReactElement {
  const { words } = usePane();
  const { sheet, findings } = useRowForm();
  const wrong = findings(column);
  const validation =
    wrong.length === 0
      ? {}
      : {
          validationState: stateOf(wrong),
          // No alert: thirty of them would be read out whenever a row is shown.
          validationMessage: {
            role: undefined,
            children: <FieldFindings sheet={sheet} findings={wrong} />,
          },
        };
  return (
    <Field
      label={words(`pane.column.${column}`)}
      {...(note === undefined ? {} : { hint: note })}
      {...validation}
    >
      {children}
    </Field>
  );
}
