import type { ListPlaces } from '../hosts/host';
import { COLUMN_KEYS } from '../rules/application';
import { messageText } from '../rules/messages/message';
import { officialValue } from '../sheet/official-rows';
import { templateLists } from '../sheet/template-lists';
import { isMistake, mistakeAfter, mistakesOf, safeEditsOf, type Direction } from './check/mistakes';
import { makeRoom } from './fill/make-room';
import { nextNumbers } from './fill/next-number';
import { isFree, nextInstitution, placeOf, writesFor } from './fill/row-cells';
import type { PaneContents } from './pane-context';
import { writeOf } from './session/session';
import type { FollowedSheet } from './session/state';
import type { Shortcut } from './shortcuts';

/** Something that the user can have done. Buttons, keys and menus are made from it alike. */
export interface Action {
  readonly name: string;
  readonly shortcut?: Shortcut;
  readonly label: (pane: PaneContents) => string;
  readonly enabled: (pane: PaneContents) => boolean;
  readonly run: (pane: PaneContents) => void | Promise<void>;
}

/** Empty rows of a form that is begun here, and rows added to a form that is full. */
export const FORM_ROWS = 50;
const ADDED_ROWS = 10;

const canWrite = ({ state: { sheet } }: PaneContents): boolean => sheet !== null && !sheet.protected;

export const recheck: Action = {
  name: 'recheck',
  shortcut: { key: 'F9', anywhere: true },
  label: ({ words }) => words('pane.recheck'),
  enabled: ({ state }) => !state.busy,
  run: ({ session }) => session.recheck(),
};

export const undo: Action = {
  name: 'undo',
  shortcut: { key: 'z', ctrl: true, notInText: true },
  label: ({ words, locale, state: { undo: step } }) =>
    step === null ? words('pane.undo') : messageText(locale, `${step.label}/undo`, step.params),
  enabled: ({ state }) => state.undo !== null,
  run: ({ session }) => session.undo(),
};

export const insertForm: Action = {
  name: 'insert-form',
  label: ({ words }) => words('pane.insert-form'),
  enabled: ({ state }) => !state.busy,
  async run(pane) {
    // Wanted once a workbook: apart from the pane's first load.
    const { officialLayout } = await import('../sheet/layout');
    const added = await pane.session.insertForm((host) => host.insertForm(officialLayout(null), FORM_ROWS));
    if (added !== null) await giveLists(pane, added);
  },
};

/** Where the in-cell lists go: from the first row below the header to the last one before the foot. */
function listPlaces({ live }: FollowedSheet): ListPlaces {
  const { columns, headerRow, endRow, rows } = live.reading;
  const last = endRow === null ? (rows.at(-1)?.row ?? (headerRow ?? 0) + 1) : endRow - 1;
  return { columns, firstRow: headerRow ?? 0, lastRow: last - 1 };
}

/** Gives the cells of a sheet their lists, and says which columns keep a validation of the user's own. */
export async function giveLists(
  { session, words }: Pick<PaneContents, 'session' | 'words'>,
  sheet: FollowedSheet,
): Promise<void> {
  const lists = templateLists(session.rulebook);
  await session.ask(
    (host) => host.offerLists(sheet.id, listPlaces(sheet), lists),
    ({ kept }) =>
      kept.length === 0
        ? { tone: 'done', code: 'pane.lists-offered', params: {} }
        : {
            tone: 'done',
            code: 'pane.lists-kept',
            params: { columns: kept.map((key) => words(`pane.column.${key}`)) },
          },
  );
}

export const offerLists: Action = {
  name: 'offer-lists',
  label: ({ words }) => words('pane.offer-lists'),
  enabled: canWrite,
  async run(pane) {
    if (pane.state.sheet !== null) await giveLists(pane, pane.state.sheet);
  },
};

export const withdrawLists: Action = {
  name: 'withdraw-lists',
  label: ({ words }) => words('pane.withdraw-lists'),
  enabled: canWrite,
  async run({ session }) {
    await session.ask(
      (host) => host.withdrawLists(),
      () => ({ tone: 'done', code: 'pane.lists-withdrawn', params: {} }),
    );
  },
};

export const newPerson: Action = {
  name: 'new-person',
  shortcut: { key: 'Enter', ctrl: true },
  label: ({ words }) => words('pane.new-person'),
  enabled: canWrite,
  async run({ session, state, show }) {
    const { sheet } = state;
    if (sheet === null) return;
    const room = await makeRoom(session, sheet, 1, ADDED_ROWS);
    if (room === null) return;
    const { sheet: now, row, inserted } = room;
    // A merged cell that reaches down to the row says it already.
    const institution = isFree(now, row, 'institution') ? await nextInstitution(session, now) : null;
    const writes = [
      ...(institution === null ? [] : writesFor(now, row, new Map([['institution', institution]]))),
      ...nextNumbers(now.live, row, 1),
    ];
    if (writes.length > 0 || inserted !== null)
      await session.write(now, writes, 'pane.started-person', { row }, inserted);
    // To select a merged cell would be to select the row in which it begins.
    const own = COLUMN_KEYS.map((key) => placeOf(now, row, key)).find((place) => place?.row === row - 1);
    show({ tab: 'fill', focusRow: row });
    await session.select(now.id, row - 1, own?.column ?? 0);
  },
};

/** Opens the dialog for rows of another sheet. */
export const pasteRows: Action = {
  name: 'paste-rows',
  label: ({ words }) => words('pane.paste-rows'),
  enabled: canWrite,
  run: ({ show }) => {
    show({ tab: 'fill', pasting: true });
  },
};

/** The workbook rows of people that are not hidden; where the faulty ones alone are shown, those. */
const shownRows = ({ live }: FollowedSheet, faulty: boolean): readonly number[] =>
  live.reading.rows.flatMap(({ row, hidden }) => (hidden || (faulty && !live.isFaulty(row)) ? [] : [row]));

/** The step to the next or the previous person's row that is shown. */
function toRow(name: 'next-row' | 'previous-row', label: 'pane.next-row' | 'pane.previous-row'): Action {
  const target = ({ state: { sheet, selection, filtered } }: PaneContents): number | undefined => {
    const rows = sheet === null ? [] : shownRows(sheet, filtered.has(sheet.id));
    const at = selection !== null && selection.sheet === sheet?.id ? selection.row + 1 : 0;
    return name === 'next-row' ? rows.find((row) => row > at) : rows.filter((row) => row < at).at(-1);
  };
  return {
    name,
    label: ({ words }) => words(label),
    enabled: (pane) => target(pane) !== undefined,
    async run(pane) {
      const { sheet, selection } = pane.state;
      const row = target(pane);
      if (sheet !== null && row !== undefined)
        await pane.session.select(sheet.id, row - 1, selection?.column ?? 0);
    },
  };
}

export const nextRow = toRow('next-row', 'pane.next-row');
export const previousRow = toRow('previous-row', 'pane.previous-row');

async function goToMistake({ session, state, view, show }: PaneContents, way: Direction): Promise<void> {
  const { sheet, selection } = state;
  if (sheet === null) return;
  const here = selection !== null && selection.sheet === sheet.id ? selection : null;
  const mistake = mistakeAfter(mistakesOf(sheet, view), here, way);
  if (mistake === null) return;
  show({ focusRow: null });
  await session.select(sheet.id, mistake.row, mistake.column);
}

const hasMistakes = ({ state: { sheet }, view }: PaneContents): boolean =>
  sheet?.live.report.findings.some((finding) => isMistake(finding, view)) === true;

export const nextMistake: Action = {
  name: 'next-mistake',
  shortcut: { key: 'F8', anywhere: true },
  label: ({ words }) => words('pane.next-mistake'),
  enabled: hasMistakes,
  run: (pane) => goToMistake(pane, 1),
};

export const previousMistake: Action = {
  name: 'previous-mistake',
  shortcut: { key: 'F8', shift: true, anywhere: true },
  label: ({ words }) => words('pane.previous-mistake'),
  enabled: hasMistakes,
  run: (pane) => goToMistake(pane, -1),
};

/** How many cells of the sheet have a safe fix. */
const fixesOf = ({ state: { sheet } }: PaneContents): number =>
  sheet === null ? 0 : safeEditsOf(sheet).length;

/** Opens the preview of all safe fixes. */
export const previewFixes: Action = {
  name: 'preview-fixes',
  label: (pane) => {
    const count = fixesOf(pane);
    return count === 0 ? pane.words('pane.fix-none') : pane.words('pane.fix-all', { count });
  },
  enabled: (pane) => canWrite(pane) && fixesOf(pane) > 0,
  run: ({ show }) => {
    show({ tab: 'check', previewing: true });
  },
};

/** Makes all safe fixes at once. */
export const makeFixes: Action = {
  name: 'make-fixes',
  label: ({ words }) => words('pane.fix-all-confirm'),
  // The user may have mended the last of them while the preview was open.
  enabled: (pane) => canWrite(pane) && fixesOf(pane) > 0,
  async run({ session, state: { sheet }, show }) {
    show({ previewing: false });
    if (sheet === null) return;
    const edits = safeEditsOf(sheet);
    const writes = edits.map(({ row, column, key, after }) =>
      writeOf(sheet, row, column, officialValue(key, after)),
    );
    await session.write(sheet, writes, 'pane.fixed-all', { count: writes.length });
  },
};

/** Opens the page that exports: what blocks stands there, and the reason is asked for. */
export const openExport: Action = {
  name: 'open-export',
  label: ({ words }) => words('pane.tab-export'),
  enabled: ({ state }) => state.sheet !== null,
  run: ({ show }) => {
    show({ tab: 'export' });
  },
};

/** The actions that keys reach wherever the focus is in the pane. */
export const KEYED_ACTIONS: readonly Action[] = [recheck, undo, newPerson, nextMistake, previousMistake];
