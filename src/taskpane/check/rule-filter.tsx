import { Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { RULE_NAMES } from '../../rules/finding';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';

/** Only the findings of one rule, of those that have any. */
export function RuleFilter({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const { words, view, show } = usePane();
  const there = new Set(sheet.live.report.findings.map(({ rule }) => rule));
  const rules = RULE_NAMES.filter((rule) => there.has(rule) || rule === view.rule);
  return (
    <Select
      size="small"
      aria-label={words('pane.filter-rule')}
      value={view.rule ?? ''}
      onChange={(_, { value }) => {
        show({ rule: RULE_NAMES.find((rule) => rule === value) ?? null });
      }}
    >
      <option value="">{words('pane.all-rules')}</option>
      {rules.map((rule) => (
        <option key={rule} value={rule}>
          {words(`pane.rule.${rule}`)}
        </option>
      ))}
    </Select>
  );
}
