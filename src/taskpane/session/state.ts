import type { HostedSheet, HostFailure, SheetId } from '../../hosts/host';
import type { MessageParams } from '../../rules/finding';
import { toA1, type A1 } from '../../sheet/a1';
import type { LiveSheet } from '../../sheet/live-sheet';
import type { UndoStep } from './undo-stack';

/** A worksheet that the session follows. */
export interface FollowedSheet {
  readonly id: SheetId;
  readonly live: LiveSheet;
  readonly position: HostedSheet['position'];
  readonly protected: HostedSheet['protected'];
}

/** One sentence for the user, not yet worded. */
export interface Notice {
  readonly tone: 'done' | 'problem';
  readonly code: string;
  readonly params: MessageParams;
}

export interface Selection {
  readonly sheet: SheetId;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

/** What the pane shows; a new object after every change. */
export interface SessionState {
  /** Ready once the workbook has been read. */
  readonly stage: 'opening' | 'ready';
  /** Why something of the workbook could not be read, as long as it is not: what is known may be behind. */
  readonly unread: HostFailure | null;
  /** In the workbook's order, whichever of them is in front. */
  readonly sheets: readonly FollowedSheet[];
  /** The sheet that the pane works on: the last one with a header that was selected. Null where there is none. */
  readonly sheet: FollowedSheet | null;
  readonly selection: Selection | null;
  /** Whether mistakes are marked as they are typed. */
  readonly live: boolean;
  /** True while the host is at work for the user. */
  readonly busy: boolean;
  /** The sheets of which only faulty rows are shown. */
  readonly filtered: ReadonlySet<SheetId>;
  readonly notice: Notice | null;
  readonly undo: UndoStep | null;
}

export const hasHeader = ({ live }: FollowedSheet): boolean => live.reading.headerRow !== null;

/** The visible sheets with people but one of them, which are checked and exported apart from it. */
export const othersWithPeople = (
  { sheets }: Pick<SessionState, 'sheets'>,
  one: SheetId | undefined,
): readonly FollowedSheet[] =>
  sheets.filter(
    (each) =>
      each.id !== one && each.live.grid.visible && hasHeader(each) && each.live.reading.rows.length > 0,
  );

/** The address of the selected cell where it is on the sheet that the pane works on. */
export const selectedCell = ({ sheet, selection }: SessionState): A1 | null =>
  selection === null || selection.sheet !== sheet?.id ? null : toA1(selection.row, selection.column);
