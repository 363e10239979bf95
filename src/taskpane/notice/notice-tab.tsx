import { SearchBox, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { currentTexts } from '../../rules/current-texts';
import type { NoticeTexts } from '../../rules/notice-texts';
import { usePane } from '../pane-context';
import { ClauseList } from './clause-list';

/** 依据: the notice, clause by clause, with how each is decided. Its wording loads only here. */
export default function NoticeTab(): ReactElement {
  const { words } = usePane();
  const [texts, setTexts] = useState<NoticeTexts | 'failed' | null>(null);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    let shown = true;
    currentTexts().then(
      (loaded) => {
        if (shown) setTexts(loaded);
      },
      () => {
        if (shown) setTexts('failed');
      },
    );
    return () => {
      shown = false;
    };
  }, []);
  if (texts === null) return <Spinner label={words('pane.opening')} />;
  if (texts === 'failed') return <Text role="alert">{words('pane.texts-failed')}</Text>;
  return (
    <>
      <SearchBox
        aria-label={words('pane.search-notice')}
        placeholder={words('pane.search-notice')}
        dismiss={{ 'aria-label': words('pane.clear-search') }}
        value={wanted}
        onChange={(_, { value }) => {
          setWanted(value);
        }}
      />
      <ClauseList texts={texts} wanted={wanted.trim()} />
    </>
  );
}
