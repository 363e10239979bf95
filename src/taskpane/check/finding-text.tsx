import type { ReactElement } from 'react';
import { findingText } from '../../rules/messages/message';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { usePane } from '../pane-context';

/** A finding in words, with the clause that it rests on. */
export function FindingText({ finding }: { readonly finding: PlacedFinding }): ReactElement {
  const { locale, words } = usePane();
  const text = findingText(locale, finding);
  const { clause } = finding;
  return (
    <span>
      {clause === null || text.includes(clause) ? text : words('pane.with-clause', { text, clause })}
    </span>
  );
}
