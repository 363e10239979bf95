import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Truth } from '../../rules/truth';
import { personTitle, usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { CutList } from './cut-list';
import { ReasonTree } from './reason-tree';
import { TruthBadge } from './truth-badge';

const TRUTHS: readonly Truth[] = ['unmet', 'unknown', 'met'];

const useStyles = makeStyles({
  title: { display: 'flex', flexGrow: 1, gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
});

/** The verdict of every person, with its reasons. */
export function VerdictsList({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const styles = useStyles();
  const { words, see } = usePane();
  const [truth, setTruth] = useState<Truth | null>(null);
  const { verdicts } = sheet.live.report;
  const wanted = verdicts.filter((verdict) => truth === null || verdict.truth === truth);
  const column = sheet.live.reading.columns.get('name') ?? 0;
  return (
    <>
      <Select
        size="small"
        aria-label={words('pane.filter-verdict')}
        value={truth ?? ''}
        onChange={(_, { value }) => {
          setTruth(TRUTHS.find((each) => each === value) ?? null);
        }}
      >
        <option value="">{words('pane.all-verdicts', { count: verdicts.length })}</option>
        {TRUTHS.map((each) => (
          <option key={each} value={each}>
            {words(`verdict.${each}`)}
          </option>
        ))}
      </Select>
      {wanted.length === 0 ? <Text>{words('pane.no-persons')}</Text> : null}
      <CutList key={sheet.id} items={wanted}>
        {(shown) => (
          <Accordion multiple collapsible>
            {shown.map(({ row, name, truth: judged, conditions }) => (
              <AccordionItem key={row} value={row}>
                <AccordionHeader as="h3" size="small">
                  <span className={styles.title}>
                    {personTitle(words, row, name)} <TruthBadge truth={judged} />
                  </span>
                </AccordionHeader>
                <AccordionPanel>
                  <ReasonTree conditions={conditions} />
                  <Button
                    size="small"
                    onClick={() => {
                      see(sheet.id, row - 1, column);
                    }}
                  >
                    {words('pane.go-to-row', { row })}
                  </Button>
                </AccordionPanel>
              </AccordionItem>
            ))}
          </Accordion>
        )}
      </CutList>
    </>
  );
}
