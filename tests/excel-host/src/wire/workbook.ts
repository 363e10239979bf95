import { cellRect } from '../a1';
import { invalidArgument } from '../host-error';
import { NAMES } from './names';
import {
  NULL_OBJECT,
  type WireClass,
  type WireHost,
  type WireObject,
  asText,
  existing,
  nothing,
  wire,
} from './object';
import { areas, range } from './range';
import { WORKSHEETS } from './worksheet';

const base64 = (text: string): string => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw invalidArgument();
  return text;
};

const APPLICATION: WireClass<WireHost> = {
  type: 'Application',
  scalars: { CalculationMode: ({ book }) => book.calculationMode },
  set: {
    CalculationMode: ({ book }, value) => {
      if (!['Automatic', 'AutomaticExceptTables', 'Manual'].includes(asText(value))) throw invalidArgument();
      book.journal.assign(book, 'calculationMode', asText(value));
    },
  },
  call: {
    // Formulas are calculated at the end of each request in any case, and there is no screen.
    SuspendApiCalculationUntilNextSync: nothing,
    SuspendScreenUpdatingUntilNextSync: nothing,
    CreateWorkbook: (host, args) => wire(WORKBOOK_CREATED, { host, file: base64(args.text(0)) }),
  },
};
const WORKBOOK_CREATED: WireClass<{ readonly host: WireHost; readonly file: string }> = {
  type: 'WorkbookCreated',
  identity: () => ({ Id: 'created' }),
  call: { Open: ({ host, file }) => void host.openedWorkbooks.push(file) },
};
const RUNTIME: WireClass<WireHost> = {
  type: 'Runtime',
  scalars: { EnableEvents: (host) => host.enableEvents },
  set: {
    EnableEvents: (host, value) => {
      host.enableEvents = value === true;
    },
  },
};
const PROTECTION: WireClass<WireHost> = {
  type: 'WorkbookProtection',
  scalars: { Protected: ({ book }) => book.structureProtected },
};

interface Entry {
  readonly host: WireHost;
  readonly key: string;
}
const SETTINGS: WireClass<WireHost> = {
  type: 'SettingCollection',
  items: (host) => [...host.book.settings.keys()].map((key) => wire(SETTING, { host, key })),
  item: (host, key) => (host.book.settings.has(key) ? wire(SETTING, { host, key }) : NULL_OBJECT),
  call: {
    Add: (host, args) => {
      host.book.journal.put(host.book.settings, args.text(0), args.at(1));
      return wire(SETTING, { host, key: args.text(0) });
    },
  },
};
const SETTING: WireClass<Entry> = {
  type: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  scalars: { Key: ({ key }) => key, Value: ({ host, key }) => host.book.settings.get(key) ?? null },
  set: {
    Value: ({ host, key }, value) => {
      host.book.journal.put(host.book.settings, key, value);
    },
  },
  call: {
    Delete: ({ host, key }) => {
      host.book.journal.put(host.book.settings, key, undefined);
    },
  },
};

const namespace = (xml: string): string => /\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';
const xmlParts = (host: WireHost, wanted?: string): readonly WireObject[] =>
  [...host.book.customXml]
    .filter(([, xml]) => wanted === undefined || namespace(xml) === wanted)
    .map(([key]) => wire(XML_PART, { host, key }));
const XML_PARTS: WireClass<WireHost> = {
  type: 'CustomXmlPartCollection',
  items: (host) => xmlParts(host),
  item: (host, key) => (host.book.customXml.has(key) ? wire(XML_PART, { host, key }) : NULL_OBJECT),
  call: {
    Add: (host, args) => {
      const key = host.book.id();
      host.book.journal.put(host.book.customXml, key, args.text(0));
      return wire(XML_PART, { host, key });
    },
    GetByNamespace: (host, args) => wire(SCOPED_XML_PARTS, { host, key: args.text(0) }),
  },
};
const onlyPart = ({ host, key }: Entry): WireObject | typeof NULL_OBJECT => {
  const [only, second] = xmlParts(host, key);
  return only === undefined || second !== undefined ? NULL_OBJECT : only;
};
const SCOPED_XML_PARTS: WireClass<Entry> = {
  type: 'CustomXmlPartScopedCollection',
  items: ({ host, key }) => xmlParts(host, key),
  call: { GetOnlyItem: (self) => existing(onlyPart(self)), GetOnlyItemOrNullObject: onlyPart },
};
const XML_PART: WireClass<Entry> = {
  type: 'CustomXmlPart',
  identity: ({ key }) => ({ Id: key }),
  scalars: {
    Id: ({ key }) => key,
    NamespaceUri: ({ host, key }) => namespace(host.book.customXml.get(key) ?? ''),
  },
  call: {
    GetXml: ({ host, key }) => host.book.customXml.get(key) ?? '',
    SetXml: ({ host, key }, args) => void host.book.journal.put(host.book.customXml, key, args.text(0)),
    Delete: ({ host, key }) => void host.book.journal.put(host.book.customXml, key, undefined),
  },
};

const TEXTS = ['Author', 'Category', 'Comments', 'Company', 'Keywords', 'Manager', 'Subject', 'Title'];
const PROPERTIES: WireClass<WireHost> = {
  type: 'DocumentProperties',
  scalars: Object.fromEntries(
    TEXTS.map((name) => [name, ({ book }: WireHost) => book.properties.get(name) ?? '']),
  ),
  set: Object.fromEntries(
    TEXTS.map((name) => [
      name,
      ({ book }: WireHost, value: unknown) => void book.journal.put(book.properties, name, asText(value)),
    ]),
  ),
};

const kept = (host: WireHost, { text }: { text: (n: number) => string }): WireObject => host.kept(text(0));

export const WORKBOOK: WireClass<WireHost> = {
  type: 'Workbook',
  scalars: { Name: () => 'sim.xlsx', ReadOnly: () => false },
  parts: {
    Worksheets: (host) => wire(WORKSHEETS, host),
    Names: (host) => wire(NAMES, { host }),
    Application: (host) => wire(APPLICATION, host),
    Settings: (host) => wire(SETTINGS, host),
    CustomXmlParts: (host) => wire(XML_PARTS, host),
    Properties: (host) => wire(PROPERTIES, host),
    Protection: (host) => wire(PROTECTION, host),
    _Runtime: (host) => wire(RUNTIME, host),
  },
  call: {
    GetActiveCell: (host) => {
      const { r0 = 0, c0 = 0 } = host.book.selection[0] ?? {};
      return range(host, host.book.active, cellRect(r0, c0));
    },
    /** One range only (Microsoft, Workbook.getSelectedRange: an error for several). */
    GetSelectedRange: (host) => {
      const [rect, second] = host.book.selection;
      if (rect === undefined || second !== undefined) throw invalidArgument();
      return range(host, host.book.active, rect);
    },
    GetSelectedRanges: (host) => areas({ host, sheet: host.book.active }, host.book.selection),
    /** The file is kept for the test; one sheet comes, empty: files are not read here. */
    InsertWorksheetsFromBase64: (host, args) => {
      host.book.cannotUndo();
      const sheet = host.book.addSheet();
      host.insertedWorkbooks.push(base64(args.text(0)));
      return [sheet.id];
    },
    _GetRangeForEventByReferenceId: kept,
    _GetRangeOrNullObjectForEventByReferenceId: kept,
    _GetObjectByReferenceId: kept,
    _RemoveReference: (host, args) => void host.release(args.text(0)),
  },
};
