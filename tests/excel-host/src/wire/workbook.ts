import { rectAt } from '../a1';
import type { Host } from '../host';
import { HostError } from '../host-error';
import type { Name } from '../workbook';
import { NULL_OBJECT, wireClass } from './object';
import { RANGE } from './range';
import { WORKSHEETS } from './worksheet';

/** A setting, or a name, by its key in the workbook. */
type Entry = Readonly<{ host: Host; key: string }>;

const SETTING = wireClass<Entry>('Setting', {
  _Id: ({ key }) => key,
  Value: ({ host, key }) => host.settings.get(key) ?? null,
  Delete: ({ host, key }) => void host.journal.put(host.settings, key, undefined),
});
const SETTINGS = wireClass<Host>('SettingCollection', {
  GetItem: (host, key: string) => (host.settings.has(key) ? SETTING({ host, key }) : NULL_OBJECT),
  Add: (host, key: string, value: unknown) => {
    host.journal.put(host.settings, key, value);
    return SETTING({ host, key });
  },
});

function entry({ host, key }: Entry): Name {
  const found = host.names.get(key);
  if (found === undefined) throw new HostError('ItemNotFound');
  return found;
}
const alter = (self: Entry, change: Partial<Name>): void => {
  self.host.journal.put(self.host.names, self.key, { ...entry(self), ...change });
};
const NAME = wireClass<Entry>('NamedItem', {
  _Id: (self) => entry(self).name,
  Name: (self) => entry(self).name,
  'Formula=': (self, formula: string) => void alter(self, { formula }),
  'Visible=': (self, visible: boolean) => void alter(self, { visible }),
  Delete: ({ host, key }) => void host.journal.put(host.names, key, undefined),
});
const NAMES = wireClass<Host>('NamedItemCollection', {
  _Items: (host) => [...host.names.keys()].map((key) => NAME({ host, key })),
  GetItem: (host, name: string) => {
    const key = name.toLowerCase();
    return host.names.has(key) ? NAME({ host, key }) : NULL_OBJECT;
  },
  Add: (host, name: string, formula: string) => {
    host.addName(name, formula);
    return NAME({ host, key: name.toLowerCase() });
  },
});

export const WORKBOOK = wireClass<Host>('Workbook', {
  Worksheets: WORKSHEETS,
  Names: NAMES,
  Settings: SETTINGS,
  Protection: wireClass<Host>('WorkbookProtection', { Protected: (host) => host.structureProtected }),
  Application: wireClass<Host>('Application', {
    CreateWorkbook: (host, file: string) =>
      wireClass<Host>('WorkbookCreated', {
        Id: () => 'created',
        Open: () => void host.openedWorkbooks.push(file),
      })(host),
  }),
  GetActiveCell: ({ active: sheet, selection: { r0, c0 } }) => RANGE({ sheet, rect: rectAt(r0, c0) }),
  /** The file is kept for the test; one sheet comes, empty: files are not read here. */
  InsertWorksheetsFromBase64: (host, file: string) => {
    host.undoable = false;
    const sheet = host.addSheet(`Sheet${host.sheets.length + 1}`);
    host.insertedWorkbooks.push(file);
    return [sheet.id];
  },
});
