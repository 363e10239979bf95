import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { textOf } from '../fill/row-cells';
import { CutList } from './cut-list';
import { FindingItem } from './finding-item';
import { groupFindings, type FindingGroup } from './finding-groups';
import { findingsOf, passes } from './mistakes';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** The findings that pass the filter, by row or by rule; the first group is open. */
export function FindingsList({
  sheet,
  by,
}: {
  readonly sheet: FollowedSheet;
  readonly by: 'rows' | 'rules';
}): ReactElement {
  const styles = useStyles();
  const { words, view } = usePane();
  const groups = groupFindings(
    findingsOf(sheet).filter((finding) => passes(finding, view)),
    by,
  );
  const [first] = groups;
  if (first === undefined) return <Text>{words('pane.no-findings')}</Text>;

  const title = ({ row, rule }: FindingGroup): string => {
    if (by === 'rules') return words(`pane.rule.${rule}`);
    if (row === null) return words('pane.whole-sheet');
    const name = textOf(sheet, row, 'name');
    const known = sheet.live.row(row) !== undefined;
    return known && name !== '' ? words('pane.person', { row, name }) : words('pane.row', { row });
  };
  return (
    <CutList items={groups}>
      {(shown) => (
        <Accordion multiple collapsible defaultOpenItems={shown.slice(0, 3).map(({ key }) => key)}>
          {shown.map((group) => (
            <AccordionItem key={group.key} value={group.key}>
              <AccordionHeader as="h3" size="small">
                {words('pane.group', { title: title(group), count: group.findings.length })}
              </AccordionHeader>
              <AccordionPanel>
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
