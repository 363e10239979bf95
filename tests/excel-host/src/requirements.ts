import { HostError } from './host-error';
import { lower } from './wire/object';

/** Requirement sets by name, such as `{ ExcelApi: '1.14' }`. */
export type Requirements = Readonly<Record<string, string>>;

/** RichApiRuntimeFlag lets the library compute flags, as in Win32 Excel. */
const sets = (ExcelApi: string, CustomFunctionsRuntime: string, SharedRuntime: string): Requirements => ({
  ...{ RichApiRuntime: '1.2', RichApiRuntimeFlag: '1.2', CustomFunctions: '1.9' },
  ...{ ExcelApi, CustomFunctionsRuntime, SharedRuntime },
});

/** Each version with the sets of Microsoft's "Excel JavaScript API requirement sets", "Custom Functions requirement sets"
 * and "Shared runtime requirement sets", columns of volume-licensed Office and of Microsoft 365 for Windows, and what an
 * add-in's write does to the undo stack: undo came with ExcelApi 1.20. */
export const PROFILES = {
  2021: { requirements: sets('1.14', '1.3', '1.1'), undo: 'clears' },
  2024: { requirements: sets('1.17', '1.3', '1.2'), undo: 'clears' },
  365: { requirements: sets('1.20', '1.5', '1.2'), undo: 'step' },
} as const;
export type Profile = keyof typeof PROFILES;

/** The set that brought a member: `Range.dataValidation` → `ExcelApi 1.8`. */
export type MemberSets = Readonly<Record<string, string>>;

/** Reads the set of each member from the documentation comments of `@types/office-js`, namespace Excel: `[Api set:
 * ExcelApi 1.8]` before the member. */
export function memberSets(declarations: string): MemberSets {
  const from = declarations.indexOf('\ndeclare namespace Excel {');
  const namespace = declarations.slice(from, declarations.indexOf('\n}', from));
  const found: Record<string, string> = {};
  const owners = /^ {4}(?:export )?(?:class|interface) (\w+)[^]*?^ {4}\}/gm;
  const members = /^ {8}\/\*\*((?:(?!\*\/)[^])*)\*\/\s+(?:\/\/.*\s+)*(?:readonly )?(\w+)\??\s*[(:]/gm;
  for (const [body, owner = ''] of namespace.matchAll(owners))
    for (const [, comment = '', member = ''] of body.matchAll(members))
      found[`${owner}.${member}`] ??= /Api set: (\w+ \d+\.\d+)/.exec(comment)?.[1] ?? '';
  return found;
}

/** Refuses what the emulated version does not have, by its public name: `_RegisterDataChangedEvent` is part of
 * `onChanged`. */
export function assertSupported(supported: Requirements, sets: MemberSets, type: string, wire: string): void {
  const [, event, name = event] = /^_(?:Un)?[Rr]egister(?:Event(\w+)|(\w+)Event)$/.exec(wire) ?? [];
  const member =
    name === undefined ? lower(wire).replace('=', '') : `on${name.replace('DataChanged', 'Changed')}`;
  const [set = '', version = ''] = sets[`${type}.${member}`]?.split(' ') ?? [];
  if (set === '' || supported[set]?.localeCompare(version, 'en', { numeric: true }) !== -1) return;
  throw new HostError('ApiNotFound', `${type}.${member} came with ${set} ${version}`);
}
