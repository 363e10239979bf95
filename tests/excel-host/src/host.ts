import { formatA1, rectAt } from './a1';
import { FunctionCalls } from './custom-functions';
import { evaluate, scalar } from './formula';
import { HostError } from './host-error';
import { type RequestBody, interpret } from './interpreter';
import { type MemberSets, type Profile, type Requirements, PROFILES } from './requirements';
import { Sheet } from './sheet';
import { User } from './user';
import { type EventName, EVENTS } from './workbook';

/** The bridge that office.js finds at `window._richApiNativeBridge` (excel-win32-16.01.debug.js, HostBridge). */
type NativeBridge = Partial<Record<'onMessageFromHost' | 'sendMessageToHost', (text: string) => void>>;

/** A request that is to fail: in transport with RequestPayloadSizeLimitExceeded, as an error of the request with any other
 * code, AccessDenied, ItemNotFound, GeneralException … By default it comes `after` no other, once (`times`), and at its first
 * `action`, so that nothing of it is done. */
export type Fault = Readonly<{ code: string; after?: number; times?: number; action?: number }>;
export type HostOptions = Readonly<{ profile?: Profile; sheets?: readonly string[]; memberSets: MemberSets }>;

// Real timers, also where a test replaces them later.
const later = globalThis.setTimeout;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A simulated Excel: the workbook, the user's hands, and the far end of office.js's message bridge. */
export class Host extends User {
  readonly bridge: NativeBridge = { sendMessageToHost: (text) => void this.receive(text) };
  readonly requirements: Requirements;
  readonly memberSets: MemberSets;
  /** What the add-in sent and got, in UTF-8 bytes, without the library's own start. */
  readonly counters = { requests: 0, bytesOut: 0, bytesIn: 0 };
  /** What the add-in used and the simulator does not know, and its own failures: a test expects none. */
  readonly unmodelled: string[] = [];
  /** Files given to `Excel.createWorkbook` and `insertWorksheetsFromBase64`, as base64. */
  readonly openedWorkbooks: string[] = [];
  readonly insertedWorkbooks: string[] = [];
  /** 5 MB: Microsoft's limit of Excel on the web, "Resource limits and performance optimization"; assumed for all. */
  payloadLimit = 5 * 1024 * 1024;
  readonly calls = new FunctionCalls(this);
  private readonly listeners = new Map<EventName, number>();
  private readonly waiting: (() => void)[] = [];
  private readonly faults: (Required<Fault> & { after: number; times: number })[] = [];
  private underway = 0;
  private paused = false;

  constructor({ profile = 365, sheets = [], memberSets }: HostOptions) {
    const { requirements, undo } = PROFILES[profile];
    super(undo, sheets);
    this.requirements = requirements;
    this.memberSets = memberSets;
  }

  fail = (fault: Fault): void => void this.faults.push({ after: 0, times: 1, action: 0, ...fault });
  /** Takes back the faults that no request has met. */
  heal = (): void => void this.faults.splice(0);
  /** Leaves requests unanswered and undone until `resume`. */
  pause = (): void => void (this.paused = true);
  resume = (): void => {
    this.paused = false;
    for (const work of this.waiting.splice(0)) work();
  };
  resetCounters = (): void => void Object.assign(this.counters, { requests: 0, bytesOut: 0, bytesIn: 0 });
  registerFunctions = this.calls.register;

  /** Waits until no request or event is under way: not for `resume`, and not for what the add-in's own timers start. */
  async settled(): Promise<void> {
    // Node's immediate where there is one: a timer takes a millisecond, and some tests wait ten thousand times.
    const turn = 'setImmediate' in globalThis ? setImmediate : later;
    for (let quiet = 0; quiet < 3; quiet = this.underway > 0 ? 0 : quiet + 1)
      await new Promise((resolve) => turn(resolve));
  }

  /** Takes `{id, type: 1, flags, message: {url, method, headers, body}}`. */
  private receive(text: string): void {
    const { id, message } = JSON.parse(text) as { id: number; message: { body: RequestBody } };
    const work = (): void => {
      const [statusCode, answer] = this.answer(bytesOf(text), message.body);
      const reply = { id, type: 2, flags: 0, message: { statusCode, headers: {}, body: answer } };
      this.counters.bytesIn += this.send(reply);
    };
    this.soon(() => void (this.paused ? this.waiting.push(work) : work()));
  }

  private soon(action: () => void): void {
    this.underway++;
    later(() => {
      this.underway--;
      action();
    });
  }

  private answer(bytes: number, body: RequestBody): readonly [statusCode: number, body: unknown] {
    this.counters.requests++;
    this.counters.bytesOut += bytes;
    const fault = this.nextFault();
    if (bytes > this.payloadLimit || fault?.code === 'RequestPayloadSizeLimitExceeded')
      return tooLarge('Request');
    const before = (action: number): void => {
      if (this.isEditing) throw new HostError('InvalidOperationInCellEditMode');
      if (fault?.action === action) throw new HostError(fault.code, `injected: ${fault.code}`);
    };
    const answer = this.act(() => interpret(this, body, before), 'addin');
    return bytesOf(JSON.stringify(answer)) > this.payloadLimit ? tooLarge('Response') : [200, answer];
  }

  private nextFault(): Fault | undefined {
    const [fault] = this.faults;
    if (fault === undefined || fault.after-- > 0) return undefined;
    if (--fault.times === 0) this.faults.shift();
    return fault;
  }

  push(messageCategory: number, messageType: number, targetId: string, message: unknown): void {
    const entry = { messageCategory, messageType, targetId, message: JSON.stringify(message) };
    this.send({ type: 3, message: { entries: [entry] } });
  }

  private send(message: unknown): number {
    const text = JSON.stringify(message);
    this.soon(() => this.bridge.onMessageFromHost?.(text));
    return bytesOf(text);
  }

  subscribe = (event: EventName, by: 1 | -1): void =>
    void this.listeners.set(event, (this.listeners.get(event) ?? 0) + by);
  /** Category `OfficeExtension.Constants.eventMessageCategory`, target `Constants.eventWorkbookId`. */
  override raise(event: EventName, { id }: Sheet, args: object = {}): void {
    if ((this.listeners.get(event) ?? 0) > 0)
      this.push(65_536, EVENTS[event], 'Workbook', { worksheetId: id, ...args });
  }

  /** Calculates all formulas, until nothing changes any more; volatile functions only where it is done `anew`. */
  override calculate(anew = true): void {
    const calculated = new Map<Sheet, Set<string>>();
    for (let round = 0, isChanged = true; isChanged && round < 20; round++) {
      isChanged = false;
      for (const sheet of this.sheets)
        for (const [key, formula] of sheet.formulas) {
          const [r, c] = Sheet.place(key);
          const value = scalar(
            evaluate(formula, { sheet, rect: rectAt(r, c) }, (name, args) =>
              this.calls.value(name, args, anew && round === 0),
            ),
          );
          if (value === sheet.cell(r, c).value) continue;
          sheet.setCell(r, c, { value });
          calculated.set(sheet, (calculated.get(sheet) ?? new Set()).add(formatA1(rectAt(r, c))));
          isChanged = true;
        }
    }
    // Of those that come to the same Excel may well tell too.
    for (const [sheet, cells] of calculated)
      this.raise('CalculatedEvent', sheet, { address: [...cells].join(',') });
  }
}

const tooLarge = (side: 'Request' | 'Response'): readonly [statusCode: number, body: unknown] => {
  const message = `The ${side.toLowerCase()} payload size has exceeded the limit.`;
  return [400, { error: { code: `${side}PayloadSizeLimitExceeded`, message } }];
};
