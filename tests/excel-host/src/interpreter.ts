import type { Host } from './host';
import { HostError, NotModelled } from './host-error';
import { assertSupported } from './requirements';
import { NULL_OBJECT, type Resolved, WireObject, lower, upper, wire } from './wire/object';
import { WORKBOOK } from './wire/workbook';

/** A "ProcessQuery" body, as `ClientRequestBase.buildRequestMessageBodyAndRequestFlags` makes it. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
interface Named {
  readonly Name: string;
  readonly ArgumentInfo?: {
    readonly Arguments?: readonly unknown[];
    readonly ReferencedObjectPathIds?: readonly unknown[];
  };
}
interface ObjectPath extends Named {
  readonly ObjectPathType: number;
  readonly ParentObjectPathId?: number;
}
interface Action extends Named {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: unknown;
}

/** Executes one request. Numbers are the library's enums ActionType and ObjectPathType. */
export class Interpreter {
  private readonly resolved = new Map<number, Resolved>();

  /** `before` each action: it may throw an error in its place. */
  constructor(
    private readonly host: Host,
    private readonly body: RequestBody,
    private readonly before: (action: number) => void,
  ) {}

  /** Runs the actions up to the first error: those before it stay done, as in Excel. */
  run(): ResponseBody {
    const answer: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        this.before(index);
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

  private describe(cause: unknown, { Name, ObjectPathId }: Action, ActionIndex: number): unknown {
    const error = cause instanceof HostError ? cause : new HostError('GeneralException', String(cause));
    if (cause instanceof NotModelled) this.host.unmodelled.push(error.message);
    else if (error !== cause) this.host.unmodelled.push(`failed: ${(cause as Error).stack ?? ''}`);
    const owner = this.body.ObjectPaths[ObjectPathId]?.Name ?? '';
    return { Code: error.code, Message: error.message, Location: `${owner}.${lower(Name)}`, ActionIndex };
  }

  private act({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action): unknown {
    const target = this.resolve(ObjectPathId);
    if (target === NULL_OBJECT) {
      if (ActionType <= 2) return null;
      throw new HostError('InvalidObjectPath');
    }
    switch (ActionType) {
      case 1: // Instantiate
        return target.identity();
      case 2: // Query
        return this.query(target, QueryInfo?.Select ?? []);
      case 3: // Method
        return this.supported(target, Name).call(Name, this.arguments(ArgumentInfo)) ?? null;
      case 4: // SetProperty
        this.supported(target, Name).write(Name, this.arguments(ArgumentInfo)[0]);
        return undefined;
      default:
        throw new NotModelled(`action type ${ActionType}`);
    }
  }

  private supported(target: WireObject, member: string): WireObject {
    assertSupported(this.host.requirements, this.host.memberSets, target.type, member);
    return target;
  }

  private resolve(id: number): Resolved {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidObjectPath');
    const found = this.find(path);
    this.resolved.set(id, found);
    return found;
  }

  private find({ ObjectPathType: kind, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath): Resolved {
    if (kind === 1) return wire(WORKBOOK, this.host); // GlobalObject
    if (kind === 7) return NULL_OBJECT; // NullObject
    const service = this.host.services[Name];
    if (kind === 2 && service !== undefined) return service; // NewObject
    if (kind < 3 || kind > 5) throw new NotModelled(`object path ${kind} ${Name}`);
    const parent = this.resolve(ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const member = kind === 5 ? 'GetItem' : Name; // Indexer
    const target = this.supported(parent, member);
    const found = kind === 4 ? target.read(member) : target.call(member, this.arguments(ArgumentInfo)); // Property, Method
    if (found === NULL_OBJECT || found instanceof WireObject) return found;
    throw new NotModelled(`${parent.type}.${member} as an object`);
  }

  /** Arguments, objects among them put in place of their path's id. */
  private arguments(info: Named['ArgumentInfo']): readonly unknown[] {
    return (info?.Arguments ?? []).map((value, n) => {
      const id = info?.ReferencedObjectPathIds?.[n];
      return typeof id === 'number' && id > 0 ? this.resolve(id) : (value ?? undefined);
    });
  }

  /** What `load()` asks for, each member by its name: all members at once are not modelled. */
  private query(target: WireObject, select: readonly string[]): unknown {
    const paths = select.map((name) => name.replace(/\./g, '/').replace(/^items\//i, ''));
    const items = target.items();
    if (items === undefined) return this.project(target, paths);
    return { ...target.identity(), _Items: items.map((item) => this.project(item, paths)) };
  }

  private project(target: WireObject, paths: readonly string[]): unknown {
    if (paths.length === 0) throw new NotModelled(`${target.type}.load() of everything`);
    const out: Record<string, unknown> = { ...target.identity() };
    const nested = new Map<string, string[]>();
    for (const path of paths) {
      const [head = '', ...rest] = path.split('/');
      const name = upper(head);
      const value = this.supported(target, name).read(name);
      if (!(value instanceof WireObject)) out[name] = value;
      else nested.set(name, [...(nested.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    }
    for (const [name, inner] of nested) out[name] = this.query(target.read(name) as WireObject, inner);
    return out;
  }
}
