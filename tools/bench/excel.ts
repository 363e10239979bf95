import { createExcelHost } from '../../src/hosts/excel';
import type { Outcome } from '../../src/hosts/host';
import { COLUMN_KEYS } from '../../src/rules/application';
import type { IsoDate } from '../../src/rules/calendar-date';
import { textCell } from '../../src/rules/cell';
import type { Rulebook } from '../../src/rules/rulebook';
import { COLUMNS } from '../../src/sheet/columns';
import { plainGrid } from '../../src/sheet/grid';
import { LiveSheet } from '../../src/sheet/live-sheet';
import { sheetMarks } from '../../src/taskpane/session/marks';
import { createExcel } from '../../tests/excel-host/src/excel';
import { plainRows } from './rows';

const HEADER = COLUMNS.map(({ header }) => header);
const SIZES = [100, 1_000, 10_000] as const;

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem} ${String(outcome.detail ?? '')}`);
  return outcome.value;
}

/** Requests and kilobytes, out and in, of each operation of the adapter over the simulated Excel, at three sizes. */
export async function requestTable(rulebook: Rulebook, today: IsoDate): Promise<readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const size of SIZES) {
    const { host: excel, loadOffice } = createExcel({ profile: 2021 });
    const office = await loadOffice();
    const rows = plainRows(size).map((row) => COLUMN_KEYS.map((key) => String(row[key])));
    excel.format(`A2:AA${String(size + 1)}`, 'numberFormat', '@');
    excel.paste('A1', [HEADER, ...rows]);
    const host = createExcelHost({
      excel: office.Excel,
      isSetSupported: (set, version) => office.Office.context.requirements.isSetSupported(set, version),
      download: () => undefined,
    });
    const measured = async <T>(what: string, job: () => Promise<Outcome<T>>): Promise<T> => {
      await excel.settled();
      excel.resetCounters();
      const value = valueOf(await job());
      await excel.settled();
      const { requests, bytesOut, bytesIn } = excel.counters;
      const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
      const line = lines.get(what) ?? [];
      lines.set(what, [...line, `${String(requests)} · ${kilobytes(bytesOut)} / ${kilobytes(bytesIn)}`]);
      return value;
    };
    const [sheet] = await measured('open: read and check the workbook', () => host.readAll());
    if (sheet === undefined) throw new Error('no sheet');
    const live = new LiveSheet(rulebook, sheet.grid, today);
    await measured('mark it for the first time', () => host.mark(sheet.id, sheetMarks(live)));
    await measured('mark it again, nothing changed', () => host.mark(sheet.id, sheetMarks(live)));
    const cell = { top: 1, left: 6, bottom: 1, right: 6 };
    const cells = await measured('read an edited cell', () => host.readRange(sheet.id, cell));
    live.edit(cell, cells);
    const expected = cells[0]?.[0]?.text ?? '';
    const write = { row: 1, column: 6, expected, value: '陈立新1' };
    const report = await measured('write a fix and read it back', () => host.write(sheet.id, [write]));
    live.edit(cell, [report.changes.map(({ after }) => after)]);
    await measured('mark what the fix changed', () => host.mark(sheet.id, sheetMarks(live)));
  }
  return [...lines].map(([what, line]) => `| ${what} | ${line.join(' | ')} |`);
}

/** From an edited cell to the marks that the host is to show, at 10,000 rows: milliseconds, the median of many edits. */
export function editToMark(rulebook: Rulebook, today: IsoDate): number {
  const rows = plainRows(10_000).map((row) => COLUMN_KEYS.map((key) => textCell(String(row[key]))));
  const grid = plainGrid('汇总表', [HEADER.map(textCell), ...rows]);
  const live = new LiveSheet(rulebook, grid, today);
  sheetMarks(live);
  const times = Array.from({ length: 101 }, (_, i) => {
    const start = performance.now();
    const row = 1 + i * 97;
    live.edit({ top: row, left: 5, bottom: row, right: 5 }, [[textCell(i % 2 === 0 ? '男' : '女')]]);
    sheetMarks(live);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[50] ?? Number.NaN;
}
