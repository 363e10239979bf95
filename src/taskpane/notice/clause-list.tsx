import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { clausesOf } from '../../rules/cited-clauses';
import { openSentences, type OpenSentence } from '../../rules/open-sentences';
import type { ClauseText, NoticeTexts } from '../../rules/notice-texts';
import { usePane } from '../pane-context';
import { Unseen } from '../shell/unseen';

const useStyles = makeStyles({
  header: { flexGrow: 1, minWidth: 0, paddingBlock: tokens.spacingVerticalXS },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    fontWeight: tokens.fontWeightSemibold,
  },
  badge: { flexShrink: 0 },
  // So that the list says what each number is about; an open clause stands below in full.
  beginning: {
    display: 'block',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    ':global([aria-expanded="true"])': { display: 'none' },
  },
  text: { display: 'block', whiteSpace: 'pre-wrap', paddingBottom: tokens.spacingVerticalS },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-wrap',
  },
});

const COLOURS = { sheet: 'brand', document: 'informative', open: 'warning', none: 'subtle' } as const;

/** The clauses whose wording, or how they are decided, holds a text; all of them for ''. */
export function ClauseList({
  texts,
  wanted,
}: {
  readonly texts: NoticeTexts;
  readonly wanted: string;
}): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const shown = useMemo(
    () =>
      texts.clauses.filter((clause) =>
        [clause.clause, clause.text, clause.how].some((each) => each.includes(wanted)),
      ),
    [texts, wanted],
  );
  const openIn = (clause: ClauseText): readonly OpenSentence[] =>
    openSentences(session.rulebook.notice, texts).filter((each) =>
      clausesOf(texts, each.clause).includes(clause),
    );
  return (
    <>
      <Unseen as="output">{wanted === '' ? '' : words('pane.options-found', { count: shown.length })}</Unseen>
      {shown.length === 0 ? <Text>{words('pane.no-clause', { wanted })}</Text> : null}
      <Accordion multiple collapsible>
        {shown.map((clause) => (
          <AccordionItem key={clause.id} value={clause.id}>
            <AccordionHeader as="h3" size="small">
              <span className={styles.header}>
                <span className={styles.title}>
                  {clause.clause}
                  <Badge className={styles.badge} appearance="tint" color={COLOURS[clause.decidedBy]}>
                    {words(`pane.decided-by-${clause.decidedBy}`)}
                  </Badge>
                </span>
                <span className={styles.beginning}>{clause.text}</span>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <blockquote className={styles.quote}>{clause.text}</blockquote>
              <Text className={styles.text}>{words('pane.how-decided', { how: clause.how })}</Text>
              {openIn(clause).map(({ id, question, readings, taken, reason }) => (
                <Text key={id} className={styles.text}>
                  {words('pane.open-sentence', {
                    question,
                    taken: readings.find((reading) => reading.id === taken)?.text ?? taken,
                    others: readings
                      .filter((reading) => reading.id !== taken)
                      .map((reading) => reading.text)
                      .join(words('reasons.and')),
                    reason,
                  })}
                </Text>
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}
