import { Button, Field, Textarea } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { messageText } from '../../rules/messages/message';
import { FEWEST_COLUMNS, FEWEST_TELLING, TELLING } from '../../sheet/find-header';
import { pastedRows, type PoorHeader } from '../../sheet/pasted-rows';
import { usePane, type Words } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { PaneDialog } from '../shell/pane-dialog';
import { appendRows } from './append-rows';
import { PastePreview } from './paste-preview';

/** Why a line of headers is not enough, and which of them nobody knows. */
function poorHeaderText({ known, telling, unknown }: PoorHeader, words: Words): string {
  const enough = words('pane.paste-poor-header', {
    known,
    fewest: FEWEST_COLUMNS,
    telling,
    least: FEWEST_TELLING,
    columns: TELLING.map((key) => words(`pane.column.${key}`)),
  });
  return unknown.length === 0
    ? enough
    : `${enough} ${words('pane.paste-unrecognised', { columns: unknown })}`;
}

/** Takes rows that were copied out of another sheet, shows where they will go, and writes them. */
export default function PasteDialog({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const { session, state, locale, words, show } = usePane();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const paste = useMemo(() => pastedRows(text), [text]);
  const count = paste.kind === 'rows' ? paste.rows.length : 0;
  const close = (): void => {
    show({ pasting: false });
  };
  const write = async (): Promise<void> => {
    if (paste.kind !== 'rows' || state.busy) return;
    // A dialog that stays keeps what was pasted for another try.
    if (await appendRows(session, sheet.id, paste.rows)) close();
    else setFailed(true);
  };
  const wrong =
    paste.kind === 'no-header' || paste.kind === 'no-rows'
      ? words(`pane.paste-${paste.kind}`, { fewest: FEWEST_COLUMNS })
      : paste.kind === 'poor-header'
        ? poorHeaderText(paste, words)
        : failed && state.notice?.tone === 'problem'
          ? messageText(locale, state.notice.code, state.notice.params)
          : null;
  return (
    <PaneDialog
      open
      title={words('pane.paste-rows')}
      action={
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={count === 0 || state.busy}
          onClick={() => void write()}
        >
          {words('pane.paste-write', { rows: count })}
        </Button>
      }
      onClose={close}
    >
      <p>{words('pane.paste-advice')}</p>
      <Field label={words('pane.paste-text')} {...(wrong === null ? {} : { validationMessage: wrong })}>
        <Textarea
          value={text}
          rows={4}
          onChange={(_, { value }) => {
            setText(value);
            setFailed(false);
          }}
        />
      </Field>
      {paste.kind === 'rows' ? <PastePreview paste={paste} sheet={sheet} /> : null}
    </PaneDialog>
  );
}
