import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { usePane } from '../pane-context';
import { selectedCell, type FollowedSheet } from '../session/state';
import { textOf } from '../fill/row-cells';
import { CutList } from './cut-list';
import { FindingItem } from './finding-item';
import { groupFindings, type FindingGroup } from './finding-groups';
import { findingsOf, passes } from './mistakes';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** Groups that are open at first. */
const OPEN = 3;

/** The findings that pass the filter, by row or by rule; the first groups are open, and that of the selected cell. */
export function FindingsList({
  sheet,
  by,
}: {
  readonly sheet: FollowedSheet;
  readonly by: 'rows' | 'rules';
}): ReactElement {
  const styles = useStyles();
  const { state, words, view } = usePane();
  const groups = groupFindings(
    findingsOf(sheet).filter((finding) => passes(finding, view)),
    by,
  );
  const selected = selectedCell(state);
  const here =
    selected === null
      ? -1
      : groups.findIndex(({ findings }) => findings.some(({ cell }) => cell === selected));
  const hereKey = groups[here]?.key;
  const [open, setOpen] = useState<readonly string[]>(() => groups.slice(0, OPEN).map(({ key }) => key));
  const [followed, setFollowed] = useState<string>();
  if (hereKey !== followed) {
    setFollowed(hereKey);
    if (hereKey !== undefined && !open.includes(hereKey)) setOpen([...open, hereKey]);
  }
  if (groups.length === 0) return <Text>{words('pane.no-findings')}</Text>;

  const title = ({ row, rule }: FindingGroup): string => {
    if (by === 'rules') return words(`pane.rule.${rule}`);
    if (row === null) return words('pane.whole-sheet');
    const name = textOf(sheet, row, 'name');
    const known = sheet.live.row(row) !== undefined;
    return known && name !== '' ? words('pane.person', { row, name }) : words('pane.row', { row });
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
