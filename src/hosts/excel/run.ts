import { done, type HostFailure, type HostProblem, type Outcome } from '../host';
import { systemTimer, type Timer } from '../timer';

/** Thrown within a job to end it with a problem that the adapter itself has found. */
export class Refusal extends Error {
  constructor(
    readonly problem: HostProblem,
    readonly detail?: string | readonly string[],
  ) {
    super(problem);
  }
}

/**
 * Codes of Microsoft's table "Error handling with the application-specific JavaScript APIs". A code that is not here is
 * told as it is.
 */
const PROBLEM_OF_CODE: Readonly<Record<string, HostProblem>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'cell-edit',
  ItemNotFound: 'sheet-gone',
  InvalidReference: 'sheet-gone',
  InvalidObjectPath: 'sheet-gone',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedSheet: 'unsupported',
  ActivityLimitReached: 'busy',
  RequestAborted: 'busy',
  InactiveWorkbook: 'busy',
  // No request of ours goes by the selection: another workbook is in front, or a chart is selected (office-js issue 6365).
  InvalidSelection: 'busy',
};

/** What an error of Office.js, or of our own, is to the user. */
export function failureOf(error: unknown): HostFailure {
  if (error instanceof Refusal)
    return {
      ok: false,
      problem: error.problem,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    };
  // Errors of office.js may come from another realm, where instanceof does not see them.
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const known = typeof code === 'string' ? PROBLEM_OF_CODE[code] : undefined;
  const detail = [code, message].filter((part) => typeof part === 'string' && part !== '').join(': ');
  return { ok: false, problem: known ?? 'failed', detail: detail === '' ? String(error) : detail };
}

/** How long Excel may take for one job before the user is told that it is busy. */
const PATIENCE = 30_000;

/** A job within Excel.run; it throws what goes wrong. */
export type Job<T> = (context: Excel.RequestContext) => Promise<T>;

/** The one place where Excel is asked: errors become outcomes, and a host that does not answer is given up. */
export class ExcelRunner {
  readonly #run: typeof Excel.run;
  readonly #after: Timer;

  constructor(run: typeof Excel.run, after: Timer = systemTimer) {
    this.#run = run;
    this.#after = after;
  }

  /**
   * Runs one job.
   * @param late called where the job ends after it was given up: what it did is not known to anybody else
   */
  run<T>(job: Job<T>, late?: (outcome: Outcome<T>) => void): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      let givenUp = false;
      const stopWaiting = this.#after(PATIENCE, () => {
        givenUp = true;
        resolve({ ok: false, problem: 'busy', givenUp: true });
      });
      const end = (outcome: Outcome<T>): void => {
        stopWaiting();
        if (givenUp) late?.(outcome);
        else resolve(outcome);
      };
      this.#run(job).then(
        (value) => {
          end(done(value));
        },
        (error: unknown) => {
          end(failureOf(error));
        },
      );
    });
  }
}

/** The pieces of a list, each of at most so much weight, or of one item. */
export function chunked<T>(
  items: readonly T[],
  weight: (item: T) => number,
  most: number,
): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let left = 0;
  for (const item of items) {
    const own = weight(item);
    const last = chunks.at(-1);
    if (last === undefined || own > left) {
      chunks.push([item]);
      left = most - own;
    } else {
      last.push(item);
      left -= own;
    }
  }
  return chunks;
}

/** Does one piece after another: what is too much for one request. */
export async function inTurn<T>(chunks: readonly T[], work: (chunk: T) => Promise<void>): Promise<void> {
  for (const chunk of chunks) await work(chunk);
}

/**
 * Excel on the web takes requests and replies of 5 MB (Microsoft, "Resource limits and performance optimization for
 * Office Add-ins"). What is planned keeps a margin, since sizes are estimates.
 */
export const MOST_BYTES = 3_500_000;

/** Bytes of a text in UTF-8, at most. */
export const textBytes = (text: string): number => text.length * 3;
