import { cellRect } from '../a1';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Name } from '../workbook';
import { NULL_OBJECT, type WireClass, type WireObject, asText, wire } from './object';
import { range } from './range';
import { WORKSHEETS } from './worksheet';

interface Entry {
  readonly host: Host;
  readonly key: string;
}

const base64 = (file: unknown): string => {
  if (typeof file !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(file))
    throw new HostError('InvalidArgument');
  return file;
};

const WORKBOOK_CREATED: WireClass<Entry> = {
  type: 'WorkbookCreated',
  identity: () => ({ Id: 'created' }),
  call: { Open: ({ host, key }) => void host.openedWorkbooks.push(key) },
};

const setting = (host: Host, key: string): WireObject => wire(SETTING, { host, key });
const SETTINGS: WireClass<Host> = {
  type: 'SettingCollection',
  item: (host, key) => (host.settings.has(key) ? setting(host, key) : NULL_OBJECT),
  call: {
    Add: (host, key, value) => {
      host.journal.put(host.settings, asText(key), value);
      return setting(host, asText(key));
    },
  },
};
const SETTING: WireClass<Entry> = {
  type: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  get: { Value: ({ host, key }) => host.settings.get(key) ?? null },
  call: { Delete: ({ host, key }) => void host.journal.put(host.settings, key, undefined) },
};

const name = (host: Host, key: string): WireObject => wire(NAME, { host, key: key.toLowerCase() });
const NAMES: WireClass<Host> = {
  type: 'NamedItemCollection',
  items: (host) => [...host.names.keys()].map((key) => name(host, key)),
  item: (host, key) => (host.names.has(key.toLowerCase()) ? name(host, key) : NULL_OBJECT),
  call: {
    Add: (host, key, formula) => {
      host.addName(asText(key), checkedFormula(formula));
      return name(host, asText(key));
    },
  },
};
function checkedFormula(formula: unknown): string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) throw new NotModelled('a name of no formula');
  return formula;
}
function entry({ host, key }: Entry): Name {
  const found = host.names.get(key);
  if (found === undefined) throw new HostError('ItemNotFound');
  return found;
}
const alter = (self: Entry, change: Partial<Name>): void => {
  self.host.journal.put(self.host.names, self.key, { ...entry(self), ...change });
};
const NAME: WireClass<Entry> = {
  type: 'NamedItem',
  identity: (self) => ({ _Id: entry(self).name }),
  get: { Name: (self) => entry(self).name },
  set: {
    Formula: (self, formula) => void alter(self, { formula: checkedFormula(formula) }),
    Visible: (self, visible) => void alter(self, { visible: visible === true }),
  },
  call: { Delete: ({ host, key }) => void host.journal.put(host.names, key, undefined) },
};

export const WORKBOOK: WireClass<Host> = {
  type: 'Workbook',
  parts: {
    Worksheets: WORKSHEETS,
    Names: NAMES,
    Application: {
      type: 'Application',
      call: { CreateWorkbook: (host, file) => wire(WORKBOOK_CREATED, { host, key: base64(file) }) },
    },
    Settings: SETTINGS,
    Protection: { type: 'WorkbookProtection', get: { Protected: (host) => host.structureProtected } },
  },
  call: {
    GetActiveCell: (host) => range(host, host.active, cellRect(host.selection.r0, host.selection.c0)),
    /** The file is kept for the test; one sheet comes, empty: files are not read here. */
    InsertWorksheetsFromBase64: (host, file) => {
      host.cannotUndo();
      const sheet = host.addSheet(`Sheet${host.sheets.length + 1}`);
      host.insertedWorkbooks.push(base64(file));
      return [sheet.id];
    },
  },
};
