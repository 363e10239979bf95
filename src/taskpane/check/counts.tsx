import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { SEVERITIES, type Severity } from '../../rules/finding';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** How many findings of each severity there are; each is a filter too. */
export function Counts({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const styles = useStyles();
  const { words, view, show } = usePane();
  const { findings, summary } = sheet.live.report;
  const { errors, warnings, eligible, ineligible, unknown } = summary;
  const counts: Readonly<Record<Severity, number>> = {
    error: errors,
    warning: warnings,
    info: findings.length - errors - warnings,
  };
  return (
    <>
      <div role="group" aria-label={words('pane.filter-severity')} className={styles.counts}>
        {SEVERITIES.map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            checked={view.severity === severity}
            onClick={() => {
              show({ severity: view.severity === severity ? null : severity });
            }}
          >
            {words('pane.count', { what: words(`severity.${severity}`), count: counts[severity] })}
          </ToggleButton>
        ))}
      </div>
      <Text>{words('pane.verdict-counts', { eligible, ineligible, unknown })}</Text>
    </>
  );
}
