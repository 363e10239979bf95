import { WHOLE_SHEET, holds, rectAt } from '../a1';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import { type EventName, type Name, EVENTS } from '../workbook';
import type { Members, Resolved, WireObject } from './object';
import { NULL_OBJECT, orNull, setters, wireClass } from './object';
import { RANGE, areaOf, areas } from './range';

function setLayout(sheet: Sheet, name: string, value: unknown): void {
  sheet.assertUnprotected();
  // As VBA's PageSetup does; that the API does too, and with this code, is assumed.
  const { printer } = sheet.book;
  if (printer === 'none' || (printer === 'no A3' && value === 'A3')) throw new HostError('GeneralException');
  sheet.set('pageLayout', { ...sheet.pageLayout, [name]: value });
}
const MARGINS = ['Left', 'Right', 'Top', 'Bottom', 'Header', 'Footer'].map((side) => `${side}Margin`);
/** What is set is kept as it is: margins are in points. */
const PAGE_LAYOUT = wireClass<Sheet>('PageLayout', {
  ...setters(['Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally', ...MARGINS], setLayout),
  HeadersFooters: wireClass<Sheet>('HeaderFooterGroup', {
    DefaultForAllPages: wireClass('HeaderFooter', setters(['CenterFooter'], setLayout)),
  }),
  SetPrintArea: (sheet, area: WireObject | string) =>
    void setLayout(sheet, 'printArea', [areaOf(area, sheet).rect]),
  SetPrintTitleRows: (sheet, rows: WireObject | string) =>
    void setLayout(sheet, 'printTitleRows', areaOf(rows, sheet).rect),
});

const LISTENING: Members<Host> = Object.fromEntries(
  (Object.keys(EVENTS) as EventName[]).flatMap((event) => [
    [`_Register${event}`, (host: Host): void => void host.subscribe(event, 1)],
    [`_Unregister${event}`, (host: Host): void => void host.subscribe(event, -1)],
  ]),
);

const WORKSHEETS = wireClass<Host>('WorksheetCollection', {
  ...LISTENING,
  _Items: ({ sheets }) => sheets.map(WORKSHEET),
  GetItem: (host, key: string) => orNull(WORKSHEET, host.find(key)),
  Add: (host, name: string) => WORKSHEET(host.addSheet(name)),
  GetActiveWorksheet: ({ active, isOnChart }) => {
    // Office-js issue 2444; its code is assumed.
    if (isOnChart) throw new HostError('UnsupportedSheet');
    return WORKSHEET(active);
  },
});

const used = (sheet: Sheet, valuesOnly?: boolean): Resolved => {
  if (valuesOnly !== true) throw new NotModelled('a used range of more than values');
  return orNull((rect) => RANGE({ sheet, rect }), sheet.usedRect());
};

const WORKSHEET = wireClass<Sheet>('Worksheet', {
  Id: ({ id }) => id,
  Name: ({ name }) => name,
  Position: (sheet) => sheet.book.sheets.indexOf(sheet),
  Visibility: ({ visibility }) => visibility,
  PageLayout: PAGE_LAYOUT,
  Protection: wireClass<Sheet>('WorksheetProtection', { Protected: ({ isProtected }) => isProtected }),
  /** A member of the table of "Undo support with the Excel JavaScript API": none. */
  'Visibility=': (sheet, visibility: string) => {
    if (visibility !== 'Hidden' && visibility !== 'VeryHidden') throw new NotModelled('showing a sheet');
    sheet.book.undoable = false;
    sheet.book.hideSheet(sheet, visibility);
  },
  // office.js reads ShowGridlines and sets Gridlines (`_invokeSetProperty`).
  'Gridlines=': (sheet, value: boolean) => void sheet.set('showGridlines', value),
  Activate: (sheet) => void sheet.book.activate(sheet),
  Delete: (sheet) => void sheet.book.deleteSheet(sheet),
  GetRange: (sheet, address = '') =>
    RANGE(address === '' ? { sheet, rect: WHOLE_SHEET } : sheet.book.at(address, sheet)),
  /** Of an address of up to 8,192 characters (Microsoft, "Work with multiple ranges simultaneously"). */
  GetRanges: (sheet, address: string) => {
    if (address.length > 8192) throw new HostError('InvalidArgument');
    const parts = address.split(',').map((part) => sheet.book.at(part, sheet).rect);
    return areas(sheet, parts);
  },
  GetRangeByIndexes: (sheet, ...[row, column, rows, columns]: [number, number, number, number]) => {
    const rect = rectAt(row, column, rows, columns);
    const isInside = holds(WHOLE_SHEET, rect.r0, rect.c0) && holds(WHOLE_SHEET, rect.r1, rect.c1);
    if (!isInside) throw new HostError('InvalidArgument');
    return RANGE({ sheet, rect });
  },
  GetCell: (sheet, row: number, column: number) => RANGE({ sheet, rect: rectAt(row, column) }),
  /** The first cell of an empty sheet. */
  GetUsedRange: (sheet, valuesOnly?: boolean) => {
    const found = used(sheet, valuesOnly);
    return found === NULL_OBJECT ? RANGE({ sheet, rect: rectAt(0, 0) }) : found;
  },
  GetUsedRangeOrNullObject: used,
});

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

function asFormula(text: string): string {
  if (!text.startsWith('=')) throw new NotModelled('a name of no formula');
  return text;
}
const alter = ({ host, key }: Entry, change: Partial<Name>): void => {
  const before = host.names.get(key);
  if (before !== undefined) host.journal.put(host.names, key, { ...before, ...change });
};
const NAME = wireClass<Entry>('NamedItem', {
  _Id: ({ host, key }) => host.names.get(key)?.name,
  Name: ({ host, key }) => host.names.get(key)?.name,
  'Formula=': (self, formula: string) => void alter(self, { formula: asFormula(formula) }),
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
    host.addName(name, asFormula(formula));
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
