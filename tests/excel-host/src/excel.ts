import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { install, type Theme } from './boot';
import type { Host, HostOptions } from './host';
import { type MemberSets, memberSets } from './requirements';

const { resolve } = createRequire(__filename);
/** The unmodified library: the `dist` folder of @microsoft/office-js. */
export const OFFICE_JS = join(dirname(resolve('@microsoft/office-js/package.json')), 'dist');

let sets: MemberSets | undefined;
const DECLARATIONS = join(dirname(resolve('@types/office-js/package.json')), 'index.d.ts');
export const officeMemberSets = (): MemberSets => (sets ??= memberSets(readFileSync(DECLARATIONS, 'utf8')));

/** The library's globals, and their realm for scripts that look for them there. */
export type LoadedOffice = Readonly<
  Pick<typeof globalThis, 'Office' | 'Excel' | 'OfficeExtension' | 'CustomFunctions'>
> & { readonly realm: vm.Context };
export interface SimulatedExcel {
  readonly host: Host;
  /** Loads office.js in a realm of its own, once; waits for `Office.onReady`. */
  readonly loadOffice: () => Promise<LoadedOffice>;
}
export type ExcelOptions = Omit<HostOptions, 'memberSets'> & {
  readonly locale?: string;
  readonly theme?: Theme;
};

/** A simulated Excel in Node: version 365 and locale zh-cn by default. */
export function createExcel({ locale = 'zh-cn', ...options }: ExcelOptions = {}): SimulatedExcel {
  const context = realm();
  const host = install(context, { ...options, locale, memberSets: officeMemberSets() });
  let loaded: Promise<LoadedOffice> | undefined;
  return { host, loadOffice: () => (loaded ??= load(host, context)) };
}

const scripts = new Map<string, vm.Script>();
function script(file: string): vm.Script {
  const known = scripts.get(file);
  const found = known ?? new vm.Script(readFileSync(join(OFFICE_JS, file), 'utf8'), { filename: file });
  scripts.set(file, found);
  return found;
}

/** The little of a browser that office.js asks for while it loads its parts. */
function realm(): vm.Context {
  const origin = 'https://localhost';
  const head = {
    appendChild: ({ src, onload }: { readonly src: string; readonly onload: () => void }) => {
      queueMicrotask(() => {
        script(src.slice(origin.length + 1)).runInContext(context);
        onload();
      });
    },
  };
  const tags = [{ src: `${origin}/office.js`, getAttribute: (): null => null }];
  const document = {
    readyState: 'complete',
    cookie: '',
    createElement: () => ({ setAttribute: (): void => undefined, style: {} }),
    getElementsByTagName: (tag: string) => (tag === 'script' ? tags : tag === 'head' ? [head] : []),
  };
  const context = vm.createContext({
    ...{ console, setTimeout, clearTimeout, performance, document },
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Edg/120', language: 'zh-CN' },
    location: { href: `${origin}/`, search: '', hash: '', protocol: 'https:', origin },
    history: {},
    addEventListener: (): void => undefined,
  });
  for (const name of ['window', 'self', 'parent', 'top']) context[name] = context;
  return context;
}

async function load(host: Host, context: vm.Context): Promise<LoadedOffice> {
  script('office.js').runInContext(context);
  await (context as unknown as LoadedOffice).Office.onReady();
  await host.settled();
  host.resetCounters();
  return { ...(context as unknown as LoadedOffice), realm: context };
}
