import { createContext, useContext } from 'react';
import type { ColumnKey } from '../../rules/application';
import type { PlacedFinding } from '../../sheet/check-sheet';
import type { FollowedSheet } from '../session/state';
import type { RowValues } from './row-cells';
import type { SearchableCatalogue } from './use-catalogue';

/** The row that the form shows, for its fields. */
export interface RowForm {
  readonly sheet: FollowedSheet;
  /** The workbook's row, from 1. */
  readonly row: number;
  readonly catalogue: SearchableCatalogue;
  /** The institution that was filled in last, in this workbook; null where none was. */
  readonly institution: string | null;
  readonly text: (key: ColumnKey) => string;
  readonly findings: (key: ColumnKey) => readonly PlacedFinding[];
  /**
   * Writes what was typed into a column, and what follows from it. False where the sheet did not take it.
   *
   * @param begun the cell's text when typing began: one that somebody else has put there since is left alone
   */
  readonly fill: (key: ColumnKey, typed: string, begun: string) => Promise<boolean>;
  /** Writes several columns as one step, named after the first, in which it was typed. */
  readonly fillAll: (key: ColumnKey, values: RowValues, begun: string) => Promise<boolean>;
  /** Moves the focus to the next empty field, beyond those that what was typed will fill. */
  readonly goOn: (after: ColumnKey, typed: string) => void;
  /** The same where several columns are about to be written. */
  readonly focusAfter: (after: ColumnKey, values: RowValues) => void;
}

export const RowFormContext = createContext<RowForm | null>(null);

/** @throws Error outside a form: a bug */
export function useRowForm(): RowForm {
  const form = useContext(RowFormContext);
  if (form === null) throw new Error('This field is shown outside a form.');
  return form;
}
