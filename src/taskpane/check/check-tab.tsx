import { makeStyles, mergeClasses, Switch, Tab, TabList, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, WandRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { nextMistake, previewFixes, previousMistake } from '../actions';
import { PrintList } from '../export/print-list';
import { usePane } from '../pane-context';
import { ActionButton } from '../shell/action-button';
import { OtherSheets } from '../shell/other-sheets';
import type { TabProps } from '../tabs';
import { LISTS, type ListKind } from '../view';
import { Counts } from './counts';
import { FindingsList } from './findings-list';
import { FixPreview } from './fix-preview';
import { RuleFilter } from './rule-filter';
import { SkippedRows } from './skipped-rows';
import { VerdictsList } from './verdicts-list';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // The way to the next mistake stays in reach while the list follows it.
  walk: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingVerticalM})`,
    zIndex: 1,
    padding: `${tokens.spacingVerticalXS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  lists: { flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const isList = (value: unknown): value is ListKind => LISTS.some((each) => each === value);

/** 检查: what is wrong, why, where, and how it is mended. */
export default function CheckTab({ session, state }: TabProps): ReactElement | null {
  const styles = useStyles();
  const { words, view, show } = usePane();
  const { sheet } = state;
  if (sheet === null) return null;
  return (
    <div className={styles.tab}>
      <Counts sheet={sheet} />
      <SkippedRows sheet={sheet} />
      <OtherSheets />
      <div className={mergeClasses(styles.actions, styles.walk)}>
        <ActionButton action={previousMistake} icon={<ArrowUpRegular />} />
        <ActionButton action={nextMistake} icon={<ArrowDownRegular />} />
        <ActionButton action={previewFixes} icon={<WandRegular />} />
      </div>
      <div className={styles.actions}>
        <PrintList sheet={sheet} />
        <Switch
          checked={state.filtered.has(sheet.id)}
          label={words('pane.only-faulty')}
          onChange={(_, { checked }) => void session.showFaulty(checked)}
        />
      </div>
      <TabList
        size="small"
        appearance="subtle"
        className={styles.lists}
        aria-label={words('pane.list')}
        selectedValue={view.list}
        onTabSelect={(_, { value }) => {
          if (isList(value)) show({ list: value });
        }}
      >
        {LISTS.map((list) => (
          <Tab key={list} value={list} id={`kpy-list-${list}`} aria-controls="kpy-list">
            {words(`pane.list-${list}`)}
          </Tab>
        ))}
      </TabList>
      <div id="kpy-list" role="tabpanel" aria-labelledby={`kpy-list-${view.list}`} className={styles.panel}>
        {view.list === 'persons' ? (
          <VerdictsList sheet={sheet} />
        ) : (
          <>
            <RuleFilter sheet={sheet} />
            <FindingsList key={`${sheet.id} ${view.list}`} sheet={sheet} by={view.list} />
          </>
        )}
      </div>
      <FixPreview sheet={sheet} />
    </div>
  );
}
