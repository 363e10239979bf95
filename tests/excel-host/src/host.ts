import { cellRect, intersect } from './a1';
import { type FunctionMetadata, FunctionCalls, services } from './custom-functions';
import { EVENT_CATEGORY, MODELLED_EVENTS } from './events';
import { type Reference, references } from './formula';
import { HostError } from './host-error';
import { type RequestBody, Interpreter } from './interpreter';
import { type MemberSets, type Profile, type Requirements, PROFILES, RequirementCheck } from './requirements';
import { Sheet } from './sheet';
import { shiftedRect } from './shift';
import { User } from './user';
import { cellsOf } from './wire/cells';
import { type WireHost, type WireObject, wire } from './wire/object';
import { range } from './wire/range';
import { WORKBOOK } from './wire/workbook';
import { type Notice, Workbook } from './workbook';

/** The bridge that office.js finds at `window._richApiNativeBridge` (excel-win32-16.01.debug.js, HostBridge). */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

/** A request that is to fail, with any code: AccessDenied, InvalidOperationInCellEditMode, ItemNotFound, GeneralException …
 * RequestPayloadSizeLimitExceeded fails in transport, the others are errors of the request. */
export interface Fault {
  readonly code: string;
  /** How many requests pass before it; none by default. */
  readonly after?: number;
  /** How many requests fail; one by default. */
  readonly times?: number;
  /** Which of the request's actions fails; the first by default, so that nothing of it is done. */
  readonly action?: number;
}
export interface HostOptions {
  readonly profile?: Profile;
  readonly sheets?: readonly string[];
  readonly memberSets: MemberSets;
}
interface Request {
  readonly id: number;
  readonly flags: number;
  readonly bytes: number;
  readonly body: RequestBody;
}

// Real timers, also where a test replaces them later.
const later = globalThis.setTimeout;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A simulated Excel: the workbook, the user's hands, and the far end of office.js's message bridge. */
export class Host extends User implements WireHost {
  readonly bridge: NativeBridge = { sendMessageToHost: (text) => void this.receive(text) };
  readonly requirements: Requirements;
  /** What the add-in sent and got, in UTF-8 bytes, without the library's own start. */
  readonly counters = { requests: 0, bytesOut: 0, bytesIn: 0 };
  /** How often each member was used: `Range.Values`. */
  readonly members = new Map<string, number>();
  /** What the add-in used and the simulator does not know, and its own failures: a test expects none. */
  readonly unmodelled: string[] = [];
  /** Files given to `Excel.createWorkbook` and `insertWorksheetsFromBase64`, as base64. */
  readonly openedWorkbooks: string[] = [];
  readonly insertedWorkbooks: string[] = [];
  /** Milliseconds before each request is looked at. */
  latency = 0;
  /** 5 MB: Microsoft's limit of Excel on the web, "Resource limits and performance optimization"; assumed for all. */
  payloadLimit = 5 * 1024 * 1024;
  enableEvents = true;

  private readonly check: RequirementCheck;
  private readonly calls: FunctionCalls;
  private readonly services: ReadonlyMap<string, WireObject>;
  private readonly listeners = new Map<string, number>();
  private readonly tracked = new Map<string, WireObject>();
  private readonly queue: Request[] = [];
  private readonly faults: {
    readonly code: string;
    after: number;
    times: number;
    readonly action: number;
  }[] = [];
  private nextReference = 1;
  private underway = 0;
  private paused = false;

  constructor({ profile = 365, sheets = ['Sheet1'], memberSets }: HostOptions) {
    const { requirements, undo } = PROFILES[profile];
    super(new Workbook(undo, sheets));
    this.requirements = requirements;
    this.check = new RequirementCheck(requirements, memberSets);
    this.calls = new FunctionCalls(this.book, (...message) => void this.push(...message));
    this.services = services(this.calls);
    this.book.onNotice = (notice) => void this.raise(notice);
    this.book.onCalculate = (changes) => void this.calculate(changes);
    this.book.onResult = (changed) => void this.calculate([changed], false);
    this.book.onShift = (sheet, shift) => {
      this.calls.follow(sheet, (rect) => shiftedRect(shift, rect));
      for (const object of this.tracked.values())
        cellsOf(object)?.follow(sheet, (rect) => shiftedRect(shift, rect));
    };
  }

  // For tests

  /** Makes a coming request fail. */
  fail({ code, after = 0, times = 1, action = 0 }: Fault): void {
    this.faults.push({ code, after, times, action });
  }

  /** Takes back the faults that no request has met. */
  heal(): void {
    this.faults.length = 0;
  }

  /** Leaves requests unanswered and undone until `resume`. */
  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.work();
  }

  /** Waits until no request or event is under way, but for those that wait for `resume` or `endEdit`. What the add-in's
   * own timers start is not waited for. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = this.underway > 0 ? 0 : quiet + 1)
      await new Promise((resolve) => later(resolve, 1));
  }

  /** Waits for the results of custom functions. */
  calculated(): Promise<void> {
    return this.calls.calculated();
  }

  registerFunctions(namespace: string, metadata: { readonly functions: readonly FunctionMetadata[] }): void {
    this.calls.register(namespace, metadata.functions);
  }

  resetCounters(): void {
    Object.assign(this.counters, { requests: 0, bytesOut: 0, bytesIn: 0 });
    this.members.clear();
  }

  recordUnmodelled(what: string): void {
    this.unmodelled.push(what);
  }

  /** Objects that the library tracks and has not released. */
  get trackedReferences(): number {
    return [...this.tracked.keys()].filter((key) => key.startsWith('ref')).length;
  }

  // Requests: `{id, type: 1, flags, message: {url, method, headers, body}}`

  private receive(text: string): void {
    const { id, type, flags, message } = JSON.parse(text) as Request & {
      type: number;
      message: { body: unknown };
    };
    if (type !== 1) return;
    const body = (typeof message.body === 'string' ? JSON.parse(message.body) : message.body) as RequestBody;
    this.queue.push({ id, flags, bytes: bytesOf(text), body });
    this.soon(() => void this.work(), this.latency);
  }

  private soon(action: () => void, milliseconds = 0): void {
    this.underway++;
    later(() => {
      this.underway--;
      action();
    }, milliseconds);
  }

  private work(): void {
    for (let [request] = this.queue; request !== undefined && !this.paused; [request] = this.queue) {
      // `delayForCellEdit` (flag 64, onBeforeExcelRun): the request waits until the cell is closed.
      if (this.isEditing && (request.flags & 64) !== 0) return;
      this.queue.shift();
      this.answer(request);
    }
  }

  protected override editEnded(): void {
    this.work();
  }

  private answer({ id, bytes, body }: Request): void {
    this.counters.requests++;
    this.counters.bytesOut += bytes;
    const fault = this.nextFault();
    if (bytes > this.payloadLimit || fault?.code === 'RequestPayloadSizeLimitExceeded') {
      this.reply(id, 400, tooLarge('Request'));
      return;
    }
    const interpreter = new Interpreter(body, {
      root: wire<WireHost>(WORKBOOK, this),
      services: this.services,
      kept: (reference) => this.kept(reference),
      cellEdit: this.isEditing,
      fault: fault && { action: fault.action, error: new HostError(fault.code, `injected: ${fault.code}`) },
      check: this.check,
      used: (member) => void this.members.set(member, (this.members.get(member) ?? 0) + 1),
      failed: (what) => void this.recordUnmodelled(what),
    });
    const answer = this.book.transact('addin', () => interpreter.run());
    const large = bytesOf(JSON.stringify(answer)) > this.payloadLimit;
    this.reply(id, large ? 400 : 200, large ? tooLarge('Response') : answer);
  }

  private nextFault(): Required<Fault> | undefined {
    const [fault] = this.faults;
    if (fault === undefined || fault.after-- > 0) return undefined;
    if (--fault.times === 0) this.faults.shift();
    return fault;
  }

  private reply(id: number, statusCode: number, body: unknown): void {
    this.counters.bytesIn += this.send({ id, type: 2, flags: 0, message: { statusCode, headers: {}, body } });
  }

  private push(messageCategory: number, messageType: number, targetId: string, message: unknown): void {
    const entry = { messageCategory, messageType, targetId, message: JSON.stringify(message) };
    this.send({ type: 3, message: { entries: [entry] } });
  }

  private send(message: unknown): number {
    const text = JSON.stringify(message);
    this.soon(() => this.bridge.onMessageFromHost?.(text));
    return bytesOf(text);
  }

  // Events

  subscribe(event: string, target: string, on: boolean): void {
    const key = `${event} ${target}`;
    this.listeners.set(key, (this.listeners.get(key) ?? 0) + (on ? 1 : -1));
  }

  /** `runtime.enableEvents` false silences all events of the add-in, the user's too (Microsoft, Runtime.enableEvents). */
  private raise({ event, sheet, rect, args }: Notice): void {
    for (const target of [sheet.id, 'Workbook']) {
      if (!this.enableEvents || (this.listeners.get(`${event} ${target}`) ?? 0) === 0) continue;
      const reference = rect && { referenceId: this.track('event', range(this, sheet, rect)) };
      this.push(EVENT_CATEGORY, MODELLED_EVENTS[event] ?? 0, target, { ...args, ...reference });
    }
  }

  // Tracked objects

  private track(prefix: string, object: WireObject): string {
    const key = `${prefix}${this.nextReference++}`;
    this.tracked.set(key, object);
    return key;
  }

  keep(object: WireObject): string {
    return this.track('ref', object);
  }

  kept(reference: string): WireObject {
    const object = this.tracked.get(reference);
    if (object !== undefined) return object;
    throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
  }

  release(reference: string): void {
    this.tracked.delete(reference);
  }

  // Calculation

  /** Calculates the formulas that the changes touch, and what follows from them; the changed cells' own formulas too where
   * a user or the add-in `entered` them. */
  private calculate(changes: readonly Reference[], entered = true): void {
    if (this.book.calculationMode === 'Manual') return;
    let changed = changes;
    for (let round = 0; changed.length > 0 && round < 20; round++) {
      const next: Reference[] = [];
      const touched = (read: Reference): boolean =>
        changed.some(({ sheet, rect }) => sheet === read.sheet && intersect(rect, read.rect) !== undefined);
      for (const sheet of this.book.sheets)
        for (const [key, formula] of sheet.formulas) {
          const [r, c] = Sheet.place(key);
          const own = { sheet, rect: cellRect(r, c) };
          const first = entered && round === 0 && (touched(own) || this.calls.isVolatile(formula));
          if (!first && !references(formula, sheet, this.book).some(touched)) continue;
          const before = sheet.cell(r, c).value;
          this.calls.calculate(sheet, r, c, formula);
          if (sheet.cell(r, c).value !== before) next.push(own);
        }
      changed = next;
    }
  }
}

const tooLarge = (side: 'Request' | 'Response'): unknown => ({
  error: {
    code: `${side}PayloadSizeLimitExceeded`,
    message: `The ${side.toLowerCase()} payload size has exceeded the limit.`,
  },
});
