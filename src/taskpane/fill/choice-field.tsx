import { Select } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { ChoiceColumn } from '../../rules/choices';
import { usePane } from '../pane-context';
import { ColumnField } from './column-field';
import { isEnter } from './enter-key';
import { useRowForm } from './row-form';
import { useDraft } from './use-draft';

/** Arrow keys pass over many values on their way: what is chosen is written when it has stood for so long, in ms. */
const SETTLED = 600;

/** A column that is filled from a list: the usual answers first. What the cell holds beside the list stays visible. */
export function ChoiceField({ column }: { readonly column: ChoiceColumn }): ReactElement {
  const { session } = usePane();
  const { sheet, text, fill, goOn } = useRowForm();
  const held = text(column);
  const draft = useDraft(held, (typed, begun) => fill(column, typed, begun));
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const stop = (): void => {
    clearTimeout(timer.current);
  };
  useEffect(() => stop, []);
  const values = session.rulebook.choices.values(column);
  const listed = held === '' || values.includes(held) ? values : [held, ...values];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') draft.discard();
    if (!isEnter(event)) return;
    event.preventDefault();
    goOn(column, draft.text);
  };
  return (
    <ColumnField column={column}>
      <Select
        value={draft.text}
        disabled={sheet.protected}
        data-column={column}
        onChange={(_, { value }) => {
          draft.change(value);
          stop();
          timer.current = setTimeout(draft.commit, SETTLED);
        }}
        onBlur={() => {
          stop();
          draft.commit();
        }}
        onKeyDown={onKeyDown}
      >
        <option value="" />
        {listed.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </Select>
    </ColumnField>
  );
}
