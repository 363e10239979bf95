import { Input, makeStyles, useId } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { isComposing } from '../../hosts/composing';
import { usePane } from '../pane-context';
import { Unseen } from '../shell/unseen';
import { ColumnField } from './column-field';
import { isEnter } from './enter-key';
import { levelIn, subjectValues } from './implied-values';
import { useRowForm } from './row-form';
import { optionId, SearchList } from './search-list';
import { subjectOptions, type SubjectOption } from './subject-options';
import { useDraft } from './use-draft';

const useStyles = makeStyles({ box: { position: 'relative', display: 'flex', flexDirection: 'column' } });

const HAN = /\p{Script=Han}/u;

/**
 * Column 25 with a search over the catalogues by code, name, pinyin and initials. Fluent's Combobox matches what is
 * typed with the beginning of a line, which pinyin never is; hence a list of our own, after the ARIA combobox pattern.
 */
export function OccupationField(): ReactElement {
  const styles = useStyles();
  const listId = useId('kpy-occupations');
  const { session, words } = usePane();
  const { sheet, catalogue, text, fill, fillAll, goOn, focusAfter } = useRowForm();
  const { rulebook } = session;
  // Pinyin or a code is what is searched for, never a name: it ends where the search does.
  const draft = useDraft(text('occupationName'), (typed, begun) =>
    typed === '' || HAN.test(typed) ? fill('occupationName', typed, begun) : Promise.resolve(true),
  );
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const level = levelIn(rulebook, text);
  const options = useMemo(
    () => (open ? subjectOptions(rulebook, catalogue.search, catalogue.definitions, level, draft.text) : []),
    [open, rulebook, catalogue, level, draft.text],
  );
  const shown = options.length > 0;
  const activeId = shown ? optionId(listId, active) : undefined;
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const choose = ({ name, inColumn26, code }: SubjectOption): void => {
    setOpen(false);
    draft.discard();
    const values = subjectValues(name, inColumn26, code);
    focusAfter('occupationName', values);
    void fillAll('occupationName', values, draft.begun);
  };
  const move = (by: number): void => {
    setActive((active + by + options.length) % options.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown) move(event.key === 'ArrowDown' ? 1 : -1);
      else setOpen(true);
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else draft.discard();
    } else if (isEnter(event)) {
      event.preventDefault();
      if (option === undefined) goOn('occupationName', draft.text);
      else choose(option);
    }
  };

  return (
    <ColumnField column="occupationName">
      {(field) => (
        <div className={styles.box}>
          <Input
            {...field}
            value={draft.text}
            readOnly={sheet.protected}
            data-column="occupationName"
            autoComplete="off"
            placeholder={words('pane.search-occupation')}
            role="combobox"
            aria-expanded={shown}
            aria-autocomplete="list"
            aria-controls={shown ? listId : undefined}
            aria-activedescendant={activeId}
            onChange={(_, { value }) => {
              draft.change(value);
              setActive(0);
              setOpen(true);
            }}
            onBlur={() => {
              setOpen(false);
              draft.commit();
            }}
            onKeyDown={onKeyDown}
          />
          {shown ? (
            <SearchList
              id={listId}
              label={words('pane.column.occupationName')}
              options={options}
              active={active}
              onChoose={choose}
            />
          ) : null}
          <Unseen as="output">{open ? words('pane.options-found', { count: options.length }) : ''}</Unseen>
        </div>
      )}
    </ColumnField>
  );
}
