import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { personTitle, usePane } from '../pane-context';
import { selectedCell, type FollowedSheet } from '../session/state';
import { textOf } from '../fill/row-cells';
import { CutList } from './cut-list';
import { FindingItem } from './finding-item';
import { groupFindings, groupKeys, type FindingGroup, type GroupBy } from './finding-groups';
import { findingsOf, passes } from './mistakes';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** Groups that are open at first. */
const OPEN = 3;

/**
 * The findings that pass the filter, by row or by rule; the first groups are open, that of the selected cell, and those
 * that get errors while they can be seen.
 */
export function FindingsList({
  sheet,
  by,
}: {
  readonly sheet: FollowedSheet;
  readonly by: GroupBy;
}): ReactElement {
  const styles = useStyles();
  const { state, words, view } = usePane();
  const [keyOf, faulty] = useMemo(() => {
    const key = groupKeys(sheet, by);
    const errors = findingsOf(sheet).filter(({ severity }) => severity === 'error');
    return [key, new Set(errors.map(key))];
  }, [sheet, by]);
  const groups = groupFindings(
    findingsOf(sheet).filter((finding) => passes(finding, view)),
    by,
    keyOf,
  );
  const selected = selectedCell(state);
  const here =
    selected === null
      ? -1
      : groups.findIndex(({ findings }) => findings.some(({ cell }) => cell === selected));
  const hereKey = groups[here]?.key;
  const [open, setOpen] = useState<readonly string[]>(() => groups.slice(0, OPEN).map(({ key }) => key));
  const openAlso = (keys: readonly string[]): void => {
    setOpen((before) => [...new Set([...before, ...keys])]);
  };
  const [followed, setFollowed] = useState<string>();
  if (hereKey !== followed) {
    setFollowed(hereKey);
    if (hereKey !== undefined) openAlso([hereKey]);
  }
  const [known, setKnown] = useState<ReadonlySet<string>>(faulty);
  if (faulty !== known) {
    setKnown(faulty);
    openAlso([...faulty].filter((key) => !known.has(key)));
  }
  if (groups.length === 0) return <Text>{words('pane.no-findings')}</Text>;

  const title = ({ row, rule }: FindingGroup): string => {
    if (by === 'rules') return words(`pane.rule.${rule}`);
    if (row === null) return words('pane.whole-sheet');
    const name = textOf(sheet, row, 'name');
    const known = sheet.live.row(row) !== undefined;
    return known && name !== '' ? personTitle(words, row, name) : words('pane.row', { row });
  };
  return (
    <CutList items={groups} through={here}>
      {(shown) => (
        <Accordion
          multiple
          collapsible
          openItems={open}
          onToggle={(_, { openItems }) => {
            setOpen(openItems.map(String));
          }}
        >
          {shown.map((group) => (
            <AccordionItem key={group.key} value={group.key}>
              <AccordionHeader as="h3" size="small">
                {words('pane.group', { title: title(group), count: group.findings.length })}
              </AccordionHeader>
              <AccordionPanel collapseMotion={null}>
                <CutList items={group.findings}>
                  {(members) => (
                    <ul className={styles.list}>
                      {members.map((finding, order) => (
                        <FindingItem
                          key={`${finding.message} ${String(order)}`}
                          sheet={sheet}
                          finding={finding}
                        />
                      ))}
                    </ul>
                  )}
                </CutList>
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </CutList>
  );
}
