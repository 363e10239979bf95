import { HostError, NotModelled, inCellEdit, invalidArgument } from './host-error';
import type { RequirementCheck } from './requirements';
import { NULL_OBJECT, type Resolved, WireObject, asRecord, lower, upper } from './wire/object';

/** A "ProcessQuery" body, as `ClientRequestBase.buildRequestMessageBodyAndRequestFlags` makes it. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}
export interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: Readonly<Record<string, unknown>>;
}

/** What the host decides about a request. */
export interface RunOptions {
  readonly root: WireObject;
  readonly services: ReadonlyMap<string, WireObject>;
  readonly kept: (reference: string) => WireObject;
  readonly cellEdit: boolean;
  /** Thrown in place of the action of this number. */
  readonly fault: { readonly action: number; readonly error: HostError } | undefined;
  readonly check: RequirementCheck;
  readonly used: (member: string) => void;
  readonly failed: (what: string) => void;
}

const wireName = (name: string): string => (name.startsWith('_') ? name : upper(name));

/** Executes one request. Numbers are the library's enums ActionType and ObjectPathType. */
export class Interpreter {
  private readonly cache = new Map<number, Resolved>();

  constructor(
    private readonly body: RequestBody,
    private readonly options: RunOptions,
  ) {}

  /** Runs the actions up to the first error: those before it stay done, as in Excel. */
  run(): ResponseBody {
    const answer: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (this.options.cellEdit) throw inCellEdit();
        if (this.options.fault?.action === index) throw this.options.fault.error;
        if (action.ActionType === 5) answer.TraceIds.push(action.Id); // Trace
        const value = action.ActionType === 5 ? null : this.act(action);
        if (value !== undefined) answer.Results.push({ ActionId: action.Id, Value: value });
      } catch (cause) {
        answer.Error = this.describe(cause, action, index);
        break;
      }
    }
    return answer;
  }

  private describe(
    cause: unknown,
    { Name, ObjectPathId }: Action,
    ActionIndex: number,
  ): Record<string, unknown> {
    const error = cause instanceof HostError ? cause : new HostError('GeneralException', String(cause), 500);
    if (cause instanceof NotModelled) this.options.failed(error.message);
    else if (!(cause instanceof HostError)) this.options.failed(`failed: ${(cause as Error).stack ?? ''}`);
    const owner = this.body.ObjectPaths[String(ObjectPathId)]?.Name.replace(/^Get|OrNullObject$/g, '') ?? '';
    const Location = Name === '' ? owner : `${owner}.${lower(Name)}`;
    return { Code: error.code, Message: error.message, Location, ActionIndex, HttpStatusCode: error.status };
  }

  private act(action: Action): unknown {
    const target = this.resolve(action.ObjectPathId);
    if (target === NULL_OBJECT) {
      if (action.ActionType <= 2) return null;
      if (action.Name === '_KeepReference') return undefined;
      throw new HostError('InvalidObjectPath', "The object path isn't working for what you're trying to do.");
    }
    switch (action.ActionType) {
      case 1: // Instantiate
        return target.identity();
      case 2: // Query
        return this.query(target, action.QueryInfo ?? {});
      case 3: // Method
        return this.use(target, action.Name).call(action.Name, this.arguments(action.ArgumentInfo)) ?? null;
      case 4: // SetProperty
        this.use(target, action.Name).write(action.Name, this.arguments(action.ArgumentInfo)[0]);
        return undefined;
      case 9: // Update
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          this.use(target, wireName(name)).write(wireName(name), value);
        return undefined;
      default:
        throw new NotModelled(`action type ${action.ActionType}`);
    }
  }

  /** Counts a use of a member, and refuses what the emulated version does not have. */
  private use(target: WireObject, name: string): WireObject {
    this.options.used(`${target.type}.${name}`);
    this.options.check.assert(target.type, name);
    return target;
  }

  private resolve(id: number): Resolved {
    const known = this.cache.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError('InvalidObjectPath', `unknown object path ${id}`);
    const found = this.resolvePath(path);
    this.cache.set(id, found);
    return found;
  }

  private resolvePath({
    ObjectPathType: kind,
    Name,
    ParentObjectPathId,
    ArgumentInfo,
  }: ObjectPath): Resolved {
    if (kind === 1) return this.options.root; // GlobalObject
    if (kind === 6) return this.options.kept(Name); // ReferenceId
    if (kind === 7) return NULL_OBJECT; // NullObject
    if (kind === 2) {
      const service = this.options.services.get(Name); // NewObject
      if (service === undefined) throw new NotModelled(`service ${Name}`);
      return service;
    }
    const parent = this.resolve(ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const member = kind === 5 ? 'GetItem' : Name; // Indexer
    const target = this.use(parent, member);
    const found = kind === 4 ? target.read(member) : target.call(member, this.arguments(ArgumentInfo)); // Property, Method
    if (found === NULL_OBJECT || found instanceof WireObject) return found;
    throw new NotModelled(`${parent.type}.${member} as an object`);
  }

  /** Arguments, objects among them put in place of their path's id, also within other arguments. */
  private arguments(info: Arguments | undefined): readonly unknown[] {
    const place = (value: unknown): unknown => {
      const id = asRecord(value)._ObjectPathId;
      if (id !== undefined) return this.resolve(Number(id));
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, place(inner)]));
    };
    return (info?.Arguments ?? []).map((value, n) => {
      const id = info?.ReferencedObjectPathIds?.[n];
      return typeof id === 'number' && id > 0 ? this.resolve(id) : place(value);
    });
  }

  private query(target: WireObject, { Select = [], Expand = [], Top, Skip = 0 }: Query): unknown {
    const plain = (name: string): string => name.replace(/\./g, '/').replace(/^items\//i, '');
    const paths = [
      ...(Select.length > 0 ? Select : ['*']).map(plain),
      ...Expand.map((name) => `${plain(name)}/*`),
    ];
    const items = target.items();
    if (items === undefined) return this.project(target, paths);
    const taken = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
    return { ...target.identity(), _Items: taken.map((item) => this.project(item, paths)) };
  }

  private project(target: WireObject, paths: readonly string[]): unknown {
    const out: Record<string, unknown> = { ...target.identity() };
    const nested = new Map<string, string[]>();
    for (const path of paths) {
      const [head = '', ...rest] = path.split('/');
      if (head === '*' || head === '$all') {
        for (const name of target.scalars)
          if (this.options.check.has(target.type, name)) out[name] = target.read(name);
        continue;
      }
      const name = wireName(head);
      const value = this.use(target, name).read(name);
      if (value instanceof WireObject) nested.set(name, [...(nested.get(name) ?? []), rest.join('/') || '*']);
      else if (rest.length > 0 && value !== NULL_OBJECT) throw invalidArgument();
      else out[name] = value === NULL_OBJECT ? null : value;
    }
    for (const [name, inner] of nested)
      out[name] = this.query(target.read(name) as WireObject, { Select: inner });
    return out;
  }
}
