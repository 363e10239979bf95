import type { RuleName, Severity } from '../rules/finding';

/** How the findings of a sheet are listed. */
export const LISTS = ['rows', 'rules', 'persons'] as const;
export type ListKind = (typeof LISTS)[number];

/** What the pane itself remembers while it is open: where the user is, and what is filtered. */
export interface PaneView {
  /** The name of the tab that is shown. */
  readonly tab: string;
  readonly list: ListKind;
  /** Only findings of this severity, in lists and on the way to the next mistake; null for all. */
  readonly severity: Severity | null;
  readonly rule: RuleName | null;
  /** Whether the safe fixes are shown before they are made. */
  readonly previewing: boolean;
  /** Whether the dialog for rows of another sheet is open. */
  readonly pasting: boolean;
  /** The workbook row, from 1, whose first empty field is to take the focus once it is shown. */
  readonly focusRow: number | null;
}

export const FIRST_VIEW: PaneView = {
  tab: 'fill',
  list: 'rows',
  severity: null,
  rule: null,
  previewing: false,
  pasting: false,
  focusRow: null,
};
