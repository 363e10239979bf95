import { createExcelHost, type ExcelDeps } from '../../../../src/hosts/excel';
import type { Host, HostedSheet, Mark, Outcome, SheetMarks } from '../../../../src/hosts/host';
import type { ExcelOptions, LoadedOffice } from '../../../excel-host/src/excel';
import type { Host as SimulatedHost } from '../../../excel-host/src/host';
import type { Profile } from '../../../excel-host/src/requirements';
import { useExcel } from '../../../excel-host/src/use-excel';

export const PROFILES: readonly Profile[] = [2021, 2024, 365];
/** What Excel fills marked cells with. */
export const RED = '#FFC7CE';
export const YELLOW = '#FFEB9C';

/** Error codes of Excel, and what they are to a user. */
export const CODES = [
  ['AccessDenied', 'protected'],
  ['InvalidOperationInCellEditMode', 'cell-edit'],
  ['ItemNotFound', 'sheet-gone'],
  ['GeneralException', 'failed'],
  ['InvalidSelection', 'busy'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
] as const;

export interface Opened {
  /** The user's hands and eyes. */
  readonly excel: SimulatedHost;
  readonly office: LoadedOffice;
  readonly host: Host;
  /** The names of the files that were downloaded. */
  readonly downloads: string[];
}

/** For a test file: gives a function that starts the adapter in a simulated Excel of its own, with a timer if need be. */
export function useAdapter(): (
  options?: ExcelOptions & { readonly after?: ExcelDeps['after'] },
) => Promise<Opened> {
  const open = useExcel();
  return async ({ after, ...options } = {}) => {
    const { host: excel, loadOffice } = open(options);
    const office = await loadOffice();
    const downloads: string[] = [];
    const host = createExcelHost({
      excel: office.Excel,
      isSetSupported: (set, version) => office.Office.context.requirements.isSetSupported(set, version),
      download: (_, name) => void downloads.push(name),
      ...(after === undefined ? {} : { after }),
    });
    return { excel, office, host, downloads };
  };
}

/** What a host answered, or an error that fails the test. */
export async function value<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`${answer.problem}: ${String(answer.detail ?? '')}`);
  return answer.value;
}

/** The active sheet, read. */
export async function active(host: Host): Promise<HostedSheet> {
  const [sheet] = await value(host.readAll());
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Marks by row and column, counted from 0. */
export const marksOf = (cells: Readonly<Record<number, Readonly<Record<number, Mark>>>>): SheetMarks =>
  new Map(
    Object.entries(cells).map(([row, columns]) => [
      Number(row),
      new Map(Object.entries(columns).map(([column, mark]) => [Number(column), mark])),
    ]),
  );

/** Requests of a job, those of the library's own clean-up among them. */
export async function requests(excel: SimulatedHost, job: () => Promise<unknown>): Promise<number> {
  await excel.settled();
  excel.resetCounters();
  await job();
  await excel.settled();
  return excel.counters.requests;
}

/** Lines as a clerk would have them: name, school, day, number. */
export const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, row) => [
    `人员${row}`,
    '重庆某某职业技能培训学校',
    '2025-03-26',
    String(row),
  ]);
