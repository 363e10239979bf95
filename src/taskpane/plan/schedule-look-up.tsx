import { Field, Input, Text } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { IsoDate } from '../../rules/calendar-date';
import { usePane } from '../pane-context';
import { scheduleText } from './schedule-text';

/** 附件6 for any occupation, work type, ability or code. */
export function ScheduleLookUp({ on }: { readonly on: IsoDate | null }): ReactElement {
  const { session, locale, words } = usePane();
  const [text, setText] = useState('');
  const wanted = text.trim();
  return (
    <>
      <Field label={words('pane.schedule-look-up')}>
        <Input
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {/* There before it says something: a screen reader hears what changes in it. */}
      <Text role="status" size={200}>
        {wanted === '' ? null : scheduleText(session.rulebook, wanted, on, locale)}
      </Text>
    </>
  );
}
