import { HostError } from './host-error';

/** Requirement sets by name, such as `{ ExcelApi: '1.14' }`. */
export type Requirements = Readonly<Record<string, string>>;

/** For the library itself: RichApiRuntimeFlag lets it compute flags, as in Win32 Excel. */
const RUNTIME: Requirements = {
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  AddinCommands: '1.3',
  Settings: '1.1',
  File: '1.1',
  CustomFunctions: '1.9',
};

/**
 * Each version with the sets of Microsoft's "Excel JavaScript API requirement sets", "Custom Functions requirement sets"
 * and "Shared runtime requirement sets", columns of volume-licensed Office and of Microsoft 365 for Windows. Undo came
 * with ExcelApi 1.20.
 */
export const PROFILES = {
  2021: {
    requirements: { ...RUNTIME, ExcelApi: '1.14', CustomFunctionsRuntime: '1.3', SharedRuntime: '1.1' },
    undo: 'clears',
  },
  2024: {
    requirements: { ...RUNTIME, ExcelApi: '1.17', CustomFunctionsRuntime: '1.3', SharedRuntime: '1.2' },
    undo: 'clears',
  },
  365: {
    requirements: {
      ...RUNTIME,
      ExcelApi: '1.20',
      CustomFunctionsRuntime: '1.5',
      SharedRuntime: '1.2',
      DelayForCellEdit: '1.1',
    },
    undo: 'step',
  },
} as const;
export type Profile = keyof typeof PROFILES;

/** The set that brought a member: `Range.dataValidation` → `ExcelApi 1.8`. */
export type MemberSets = Readonly<Record<string, string>>;

/**
 * Reads the set of each member from the documentation comments of `@types/office-js`, namespace Excel: `[Api set:
 * ExcelApi 1.8]` before the member.
 */
export function memberSets(declarations: string): MemberSets {
  const from = declarations.indexOf('\ndeclare namespace Excel {');
  const to = declarations.indexOf('\n}', from);
  const sets: Record<string, string> = {};
  let owner = '';
  let set = '';
  for (const line of declarations.slice(from, to).split('\n')) {
    const owned = /^ {4}(?:export )?(?:class|interface) (\w+)/.exec(line);
    const documented = /\[?Api set: (\w+ \d+\.\d+)/.exec(line);
    const member = /^ {8}(?:readonly )?(\w+)\??\s*[(:]/.exec(line);
    if (owned !== null) owner = owned[1] ?? '';
    else if (documented !== null) set = documented[1] ?? '';
    else if (member !== null) {
      sets[`${owner}.${member[1] ?? ''}`] ??= set;
      continue;
    } else if (!/^ {4,9}(?:\/\*\*|\*)/.test(line)) continue;
    if (/^ {8}\/\*\*/.test(line)) set = '';
  }
  return sets;
}

/** Refuses what the emulated version does not have. */
export class RequirementCheck {
  constructor(
    private readonly supported: Requirements,
    private readonly sets: MemberSets,
  ) {}

  has(type: string, wireMember: string): boolean {
    const [name = '', version = ''] = this.setOf(type, wireMember)?.split(' ') ?? [];
    if (name === '') return true;
    const has = this.supported[name];
    return has !== undefined && asNumber(has) >= asNumber(version);
  }

  /** Microsoft's error table: "The API you are trying to use could not be found." */
  assert(type: string, wireMember: string): void {
    if (this.has(type, wireMember)) return;
    const member = `${type}.${publicName(wireMember)} (${this.setOf(type, wireMember) ?? ''})`;
    throw new HostError(
      'ApiNotFound',
      `The API you are trying to use could not be found. It may be available in a newer version of Excel: ${member}`,
      404,
    );
  }

  private setOf(type: string, wireMember: string): string | undefined {
    return this.sets[`${type}.${publicName(wireMember)}`];
  }
}

const asNumber = (version: string): number => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
};

/** The public name behind a wire name: `_RegisterDataChangedEvent` is part of `onChanged`. */
function publicName(wire: string): string {
  const event = /^_(?:Un)?[Rr]egister(?:Event(\w+)|(\w+)Event)$/.exec(wire);
  if (event !== null) return `on${(event[1] ?? event[2] ?? '').replace('DataChanged', 'Changed')}`;
  return wire.charAt(0).toLowerCase() + wire.slice(1);
}
