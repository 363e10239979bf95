import type { Host, HostFailure, SheetId } from '../../../src/hosts/host';
import { failureOf } from '../../../src/hosts/excel/run';
import type { MemoryHost, Weather } from '../../support/memory-host';
import { settled, type TestClock } from '../../support/test-clock';

/** What a host does wrong with one of the next calls. */
export interface Fault {
  /** A code of office.js; `given-up` for an answer that never came. */
  readonly code: string;
  /** Whether it comes once the work is done, so that nobody knows whether it is. */
  readonly late: boolean;
}

/** Codes that come whatever is asked. */
export const CODES = [
  'GeneralException',
  'InvalidOperationInCellEditMode',
  'ActivityLimitReached',
  'RequestAborted',
  'AccessDenied',
  'RequestPayloadSizeLimitExceeded',
  'given-up',
] as const;

/** Of which nobody knows whether the work was done before: the adapter looks up what the others have left. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(['GeneralException', 'given-up']);

const CHANGES_CELLS: ReadonlySet<keyof Host> = new Set<keyof Host>(['write', 'insertRows', 'removeRows']);

/** Makes a host slow, and fail: each call waits for `answer` while it is slow, before and after its work. */
export class UnrulyHost implements Weather {
  isSlow = false;
  hasFailed = false;
  /** Called right before the work of a write. */
  beforeWrite: (() => void) | null = null;
  readonly #host: MemoryHost;
  readonly #clock: TestClock;
  readonly #faults: Fault[] = [];
  readonly #waiting: (() => void)[] = [];
  #isOnItsWay = false;

  constructor(host: MemoryHost, clock: TestClock) {
    this.#host = host;
    this.#clock = clock;
    host.weather = this;
  }

  fail(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** Has the oldest call that waits go on. */
  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await settled();
  }

  /** Has a call that changes rows and cells, and has not come to it yet, do so: Excel has no way to ask for rows by what they are. */
  async reachWork(): Promise<void> {
    await settled();
    while (this.#isOnItsWay) await this.answer();
  }

  /** Answers all that waits, and lets time pass until nothing is left to do. */
  async clearUp(): Promise<void> {
    this.isSlow = false;
    this.#faults.length = 0;
    while (this.#waiting.length > 0) await this.answer();
    await this.#clock.pass(200_000);
  }

  async before(method: keyof Host): Promise<HostFailure | null> {
    this.#isOnItsWay = CHANGES_CELLS.has(method);
    await this.#turn();
    this.#isOnItsWay = false;
    // A workbook that cannot be watched is not followed, and its pane says so.
    const fault = method === 'watch' ? undefined : this.#faults[0];
    if (fault !== undefined && !fault.late) {
      this.#faults.shift();
      return this.#failure(fault);
    }
    if (method === 'write') this.beforeWrite?.();
    return null;
  }

  async after(method: keyof Host, sheet: SheetId | undefined): Promise<HostFailure | null> {
    await this.#turn();
    const fault = method === 'watch' ? undefined : this.#faults[0];
    if (fault?.late !== true) return null;
    this.#faults.shift();
    if (!TELLS_NOTHING.has(fault.code)) return null;
    // As the adapter does once a job ends that was given up.
    if (fault.code === 'given-up' && sheet !== undefined && CHANGES_CELLS.has(method))
      this.#clock.after(5_000, () => {
        this.#host.emit({ kind: 'restructured', sheet });
      });
    return this.#failure(fault);
  }

  #failure({ code }: Fault): HostFailure {
    this.hasFailed = true;
    return code === 'given-up' ? { ok: false, problem: 'busy', givenUp: true } : failureOf({ code });
  }

  #turn(): Promise<void> {
    if (!this.isSlow) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
