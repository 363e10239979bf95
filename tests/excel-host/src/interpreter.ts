import { SERVICES } from './custom-functions';
import type { Host } from './host';
import { HostError, NotModelled } from './host-error';
import { assertSupported } from './requirements';
import { type Resolved, NULL_OBJECT, WireObject, lower, upper } from './wire/object';
import { WORKBOOK } from './wire/workbook';

interface Named {
  readonly Name: string;
  readonly ArgumentInfo?: Partial<Record<'Arguments' | 'ReferencedObjectPathIds', readonly unknown[]>>;
}
type ObjectPath = Named & Readonly<{ ObjectPathType: number; ParentObjectPathId?: number }>;
interface Action extends Named {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
/** A "ProcessQuery" body, as `ClientRequestBase.buildRequestMessageBodyAndRequestFlags` makes it. */
export type RequestBody = Readonly<{ Actions: readonly Action[]; ObjectPaths: Record<string, ObjectPath> }>;

/** Executes one request, up to its first error: the actions before it stay done, as in Excel. `before` each one an error may
 * be thrown in its place. Numbers are the library's enums ActionType and ObjectPathType. */
export function interpret(host: Host, body: RequestBody, before: (action: number) => void): unknown {
  const resolved = new Map<number, Resolved>();
  const resolve = (id: number): Resolved => {
    const path = body.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidObjectPath');
    const found = resolved.get(id) ?? find(path);
    resolved.set(id, found);
    return found;
  };
  const find = ({
    ObjectPathType: kind,
    Name,
    ParentObjectPathId = 0,
    ArgumentInfo,
  }: ObjectPath): Resolved => {
    if (kind === 1) return WORKBOOK(host); // GlobalObject
    const service = SERVICES[Name];
    if (kind === 2 && service !== undefined) return service(host); // NewObject
    if (kind < 3 || kind > 5) throw new NotModelled(`object path ${kind} ${Name}`);
    const parent = resolve(ParentObjectPathId);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const member = kind === 5 ? 'GetItem' : Name; // Indexer; else Method or Property
    const found = use(parent, member, ArgumentInfo);
    if (found === NULL_OBJECT || found instanceof WireObject) return found;
    throw new NotModelled(`${parent.type}.${member} as an object`);
  };
  /** Uses a member as the emulated version has it: objects among the arguments stand there by their path's id. */
  const use = (target: WireObject, member: string, info?: Named['ArgumentInfo']): unknown => {
    assertSupported(host.requirements, host.memberSets, target.type, member);
    const given = (info?.Arguments ?? []).map((value, n) => {
      const id = info?.ReferencedObjectPathIds?.[n];
      return typeof id === 'number' && id > 0 ? resolve(id) : (value ?? undefined);
    });
    return target.use(member, ...given);
  };
  /** What `load()` asks for, each member by its name: all members at once are not modelled. */
  const query = (target: WireObject, select: readonly string[]): Record<string, unknown> => {
    const paths = select.map((name) => upper(name.replace(/\./g, '/').replace(/^items\//i, '')));
    const out = target.identity();
    if (target.has('_Items')) {
      const items = target.use('_Items') as readonly WireObject[];
      return { ...out, _Items: items.map((item) => query(item, paths)) };
    }
    if (paths.length === 0) throw new NotModelled(`${target.type}.load() of everything`);
    for (const name of new Set(paths.map((path) => path.replace(/\/.*/, '')))) {
      const value = use(target, name);
      // A part that is no object is left out of the answer (assumed; Excel may say null): the library then knows nothing of it.
      if (value === NULL_OBJECT) continue;
      const inner = paths.filter((path) => path.startsWith(`${name}/`));
      const rest = inner.map((path) => path.slice(name.length + 1));
      out[name] = value instanceof WireObject ? query(value, rest) : value;
    }
    return out;
  };
  const act = ({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action): unknown => {
    const target = resolve(ObjectPathId);
    if (target === NULL_OBJECT) {
      if (ActionType <= 2) return null;
      throw new HostError('InvalidObjectPath');
    }
    if (ActionType === 1) return target.identity(); // Instantiate
    if (ActionType === 2) return query(target, QueryInfo?.Select ?? []); // Query
    if (ActionType === 3) return use(target, Name, ArgumentInfo) ?? null; // Method
    if (ActionType !== 4) throw new NotModelled(`action type ${ActionType}`);
    use(target, `${Name}=`, ArgumentInfo); // SetProperty
    return undefined;
  };
  const describe = (cause: unknown, { Name, ObjectPathId }: Action, ActionIndex: number): unknown => {
    const error = cause instanceof HostError ? cause : new HostError('GeneralException', String(cause));
    if (cause instanceof NotModelled) host.unmodelled.push(error.message);
    else if (error !== cause) host.unmodelled.push(`failed: ${(cause as Error).stack ?? ''}`);
    const owner = body.ObjectPaths[ObjectPathId]?.Name ?? '';
    return { Code: error.code, Message: error.message, Location: `${owner}.${lower(Name)}`, ActionIndex };
  };
  const [Results, TraceIds]: [unknown[], number[]] = [[], []];
  for (const [index, action] of body.Actions.entries())
    try {
      before(index);
      if (action.ActionType === 5) TraceIds.push(action.Id); // Trace
      const Value = action.ActionType === 5 ? null : act(action);
      if (Value !== undefined) Results.push({ ActionId: action.Id, Value });
    } catch (cause) {
      return { Results, TraceIds, Error: describe(cause, action, index) };
    }
  return { Results, TraceIds };
}
