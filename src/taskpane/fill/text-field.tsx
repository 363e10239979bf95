import { Input } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import { isComposing } from '../../hosts/composing';
import { CERTIFICATE_COLUMNS, type ColumnKey } from '../../rules/application';
import type { ChoiceColumn } from '../../rules/choices';
import { usePane } from '../pane-context';
import { ColumnField } from './column-field';
import { isEnter } from './enter-key';
import { useRowForm } from './row-form';
import { useDraft } from './use-draft';

/** The columns that take any text. */
export type TextColumn = Exclude<ColumnKey, ChoiceColumn | 'occupationName'>;

/** A cell's text as a field of one line shows it: what its line breaks part is parted by 、, which reads the same. */
const inOneLine = (column: ColumnKey, text: string): string =>
  text.replace(/\s*[、，,;；]?\s*\n\s*/g, CERTIFICATE_COLUMNS.has(column) ? '、' : '');

/** A column that takes any text. */
export function TextField({
  column,
  note,
}: {
  readonly column: TextColumn;
  readonly note?: ReactElement;
}): ReactElement {
  const { words, session } = usePane();
  const { example: day } = session.rulebook.notice.parameters.window;
  const { sheet, text, fill, goOn } = useRowForm();
  const held = text(column);
  const draft = useDraft(held, (typed, begun) => fill(column, typed, begun), inOneLine(column, held));
  const onKeyDown = (event: KeyboardEvent): void => {
    // Escape closes an input method's list of words, and keeps what is typed.
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') draft.discard();
    if (!isEnter(event)) return;
    event.preventDefault();
    goOn(column, draft.text);
  };
  return (
    <ColumnField column={column} note={note}>
      <Input
        value={draft.text}
        placeholder={words(`pane.example.${column}`, { day })}
        readOnly={sheet.protected}
        data-column={column}
        autoComplete="off"
        onChange={(_, { value }) => {
          draft.change(value);
        }}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </ColumnField>
  );
}
