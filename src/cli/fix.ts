import { extname } from 'node:path';
import { patchWorkbook, readWorkbook } from '../hosts/file';
import { findingText } from '../rules/messages/message';
import { headerOf } from '../sheet/columns';
import { checkSheets, type SheetReport } from '../sheet/check-sheet';
import { safeEdits, type CellEdit } from '../sheet/fixes';
import { hiddenForms, readSheets, type SheetReading } from '../sheet/read-sheet';
import { CheckDocument, type CheckedSheet } from './check-document';
import { hasErrors } from './check';
import type { Context } from './context';
import { EXIT, Failure, type ExitStatus } from './failure';
import { besides, readWorkbookFile } from './files';
import { safeFixesOf } from './safe-fixes';
import { aligned, clipped, oneLine, paint } from './terminal';
import { WORKBOOK_KINDS, writeNewFile, type WorkbookKind } from './write-file';

export interface FixOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** A longer header is cut in the list of changes. */
const HEADER_COLUMNS = 24;

interface SheetEdits {
  readonly sheet: string;
  readonly edits: readonly CellEdit[];
  /** The cells of its people that hold a formula's result. */
  readonly results: number;
}

const resultsIn = ({ rows }: Pick<SheetReading, 'rows'>): number =>
  rows
    .flatMap(({ cells }) => Object.values(cells))
    .filter((cell) => cell?.formula !== undefined && cell.text !== '').length;

/** What was done, and what is left of the copy. */
interface Fixed {
  /** Null where nothing was written. */
  readonly out: string | null;
  readonly sheets: readonly SheetEdits[];
  readonly left: readonly CheckedSheet[];
  /** The names of hidden sheets with people, in which nothing was mended. */
  readonly hidden: readonly string[];
}

/** `kpy fix FILE`: shows the safe fixes, applies them to a copy, and says what is left. */
export async function fix(context: Context, file: string, options: FixOptions): Promise<ExitStatus> {
  const { sheets, patched } = await patchedCopy(context, file);
  const extension = fixedExtension(file);
  const written = options.dryRun !== true && sheets.some(({ edits }) => edits.length > 0);
  const out = written ? (options.out ?? besides(file, context.say('command.fixed-suffix'), extension)) : null;
  if (out !== null)
    await writeNewFile(out, patched, { force: options.force === true, inputs: [file], extension });
  const { left, hidden } = await whatIsLeft(context, patched);
  // Nobody finds a copy that was not written.
  const entries = left.map((report) => ({ file: out ?? file, report }));
  if (context.json) printJson(context, { file, out, sheets, left: entries, hidden });
  else printText(context, { out, sheets, left: entries, hidden });
  return entries.some(({ report }) => hasErrors(report)) ? EXIT.findings : EXIT.ok;
}

async function whatIsLeft(
  { rulebook, today }: Context,
  copy: Uint8Array,
): Promise<{ readonly left: readonly SheetReport[]; readonly hidden: readonly string[] }> {
  const { sheets } = await readWorkbook(copy);
  return { left: checkSheets(rulebook, readSheets(sheets), today), hidden: hiddenForms(sheets) };
}

async function patchedCopy(
  context: Context,
  file: string,
): Promise<{ readonly sheets: readonly SheetEdits[]; readonly patched: Uint8Array }> {
  const { bytes, sheets } = await safeFixes(context, file);
  const edits = sheets.flatMap(({ sheet, edits: ofSheet }) =>
    ofSheet.map(({ row, column, after }) => ({ sheet, row, column, text: after })),
  );
  return { sheets, patched: patchWorkbook(bytes, edits) };
}

/** What there is to fix. The sheets and their findings are let go of before the copy is made: there is no room for both. */
async function safeFixes(
  context: Context,
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly sheets: readonly SheetEdits[] }> {
  const { bytes, workbook } = await readWorkbookFile(file);
  if (workbook.format !== 'xlsx') throw new Failure(EXIT.usage, 'command.fix-needs-xlsx', { file });
  const sheets = readSheets(workbook.sheets).map((reading) => ({
    sheet: reading.sheet,
    edits: safeEdits(safeFixesOf(context.rulebook, reading, context.today)),
    results: resultsIn(reading),
  }));
  return { bytes, sheets };
}

/** A workbook with macros or a template stays one. */
const fixedExtension = (file: string): WorkbookKind =>
  WORKBOOK_KINDS.find((kind) => kind === extname(file).toLowerCase()) ?? '.xlsx';

function printJson(
  context: Context,
  { file, out, sheets, left, hidden }: Fixed & { readonly file: string },
): void {
  const changes = sheets.flatMap(({ sheet, edits }) =>
    edits.map(({ cell, before, after, rules }) => ({ sheet, cell, before, after, rules })),
  );
  context.terminal.write(`${JSON.stringify({ file, out, changes }).slice(0, -1)},"left":`);
  const document = new CheckDocument(context);
  try {
    for (const entry of left) document.add(entry, hidden);
  } finally {
    // Also after a bug.
    document.end();
    context.terminal.write('}\n');
  }
}

function printText(context: Context, { out, sheets, left, hidden }: Fixed): void {
  const { terminal, say } = context;
  const count = sum(sheets.map(({ edits }) => edits.length));
  terminal.write(
    `${paint(terminal, 'bold', say(count === 0 ? 'command.nothing-to-fix' : 'command.fixes', { count }))}\n`,
  );
  for (const { sheet, edits } of sheets) {
    if (edits.length > 0 && sheets.length > 1) terminal.write(`${oneLine(sheet)}\n`);
    const rows = edits.map(({ cell, key, before, after }) => [
      cell,
      clipped(headerOf(key), HEADER_COLUMNS),
      `${visible(before)} → ${paint(terminal, 'green', visible(after))}`,
    ]);
    for (const text of aligned(rows)) terminal.write(`  ${text}\n`);
  }
  for (const { report } of left) {
    const { reading, summary, findings } = report;
    const { errors, warnings } = summary;
    terminal.write(
      `${say(count === 0 ? 'command.left-as-is' : 'command.left', { sheet: reading.sheet, errors, warnings })}\n`,
    );
    if (reading.headerRow !== null) continue;
    for (const finding of findings) terminal.write(`  ${oneLine(findingText(context.locale, finding))}\n`);
  }
  if (hidden.length > 0) terminal.write(`${say('command.hidden-sheets', { sheets: hidden })}\n`);
  if (out === null) return;
  terminal.write(`${say('command.written', { file: out })}\n`);
  const gone =
    sum(sheets.map(({ results }) => results)) - sum(left.map(({ report }) => resultsIn(report.reading)));
  if (gone > 0) terminal.write(`${say('command.results-gone', { count: gone })}\n`);
  if (left.some(({ report }) => hasErrors(report)))
    terminal.write(`${say('command.see-left', { file: out })}\n`);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Spaces and line breaks made visible, since they are what many fixes remove. */
const visible = (text: string): string => oneLine(text).replace(/[ \u00A0\u3000]/g, '␣');
