import { WHOLE_SHEET, cellRect, formatA1, intersect } from '../a1';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import { type EventName, EVENTS } from '../workbook';
import {
  NULL_OBJECT,
  type Resolved,
  type WireClass,
  type WireObject,
  asNumber,
  asText,
  wire,
} from './object';
import { areaOf, areas, range } from './range';

/** A worksheet and the host it is in. */
interface Self {
  readonly host: Host;
  readonly sheet: Sheet;
}

function setLayout(sheet: Sheet, name: string, value: unknown): void {
  sheet.assertUnprotected();
  sheet.set('pageLayout', { ...sheet.pageLayout, [name]: value });
}
/** Sets a member that a sheet keeps by its name in its page layout: one of some values, or any of the same type. */
const layout =
  (name: string, ...allowed: readonly unknown[]) =>
  ({ sheet }: Self, value: unknown): void => {
    if (!allowed.includes(value) && (allowed.length > 1 || typeof value !== typeof allowed[0]))
      throw new HostError('InvalidArgument');
    setLayout(sheet, name, value);
  };
/** Margins are in points. */
const PAGE_LAYOUT: WireClass<Self> = {
  type: 'PageLayout',
  set: {
    Orientation: layout('orientation', 'Portrait', 'Landscape'),
    PaperSize: layout('paperSize', 'A3', 'A4'),
    Zoom: layout('zoom', {}),
    CenterHorizontally: layout('centerHorizontally', true),
    LeftMargin: layout('leftMargin', 0),
    RightMargin: layout('rightMargin', 0),
    TopMargin: layout('topMargin', 0),
    BottomMargin: layout('bottomMargin', 0),
    HeaderMargin: layout('headerMargin', 0),
    FooterMargin: layout('footerMargin', 0),
  },
  parts: {
    HeadersFooters: {
      type: 'HeaderFooterGroup',
      parts: {
        DefaultForAllPages: { type: 'HeaderFooter', set: { CenterFooter: layout('centerFooter', '') } },
      },
    },
  },
  call: {
    SetPrintArea: ({ host, sheet }, area) =>
      void setLayout(sheet, 'printArea', [areaOf(host, area, sheet).rect]),
    SetPrintTitleRows: ({ host, sheet }, rows) =>
      void setLayout(sheet, 'printTitleRows', areaOf(host, rows, sheet).rect),
  },
};

export const worksheet = (host: Host, sheet: Sheet): WireObject => wire(WORKSHEET, { host, sheet });

const LISTENING = Object.fromEntries(
  (Object.keys(EVENTS) as EventName[]).flatMap((event) => [
    [`_Register${event}`, (host: Host): void => void host.subscribe(event, 1)],
    [`_Unregister${event}`, (host: Host): void => void host.subscribe(event, -1)],
  ]),
);

export const WORKSHEETS: WireClass<Host> = {
  type: 'WorksheetCollection',
  items: (host) => host.sheets.map((sheet) => worksheet(host, sheet)),
  item: (host, key) => {
    const sheet = host.find(key);
    return sheet === undefined ? NULL_OBJECT : worksheet(host, sheet);
  },
  call: {
    ...LISTENING,
    Add: (host, name) => worksheet(host, host.addSheet(asText(name))),
    GetActiveWorksheet: (host) => worksheet(host, host.active),
  },
};

function used({ host, sheet }: Self, valuesOnly: unknown): Resolved {
  if (valuesOnly !== true) throw new NotModelled('a used range of more than values');
  const rect = sheet.usedRect();
  return rect === undefined ? NULL_OBJECT : range(host, sheet, rect);
}

const WORKSHEET: WireClass<Self> = {
  type: 'Worksheet',
  identity: ({ sheet }) => ({ Id: sheet.id }),
  get: {
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Visibility: ({ sheet }) => sheet.visibility,
  },
  parts: {
    PageLayout: PAGE_LAYOUT,
    Protection: { type: 'WorksheetProtection', get: { Protected: ({ sheet }) => sheet.isProtected } },
  },
  set: {
    /** A member of the table of "Undo support with the Excel JavaScript API": none. */
    Visibility: ({ host, sheet }, value) => {
      if (value !== 'Hidden' && value !== 'VeryHidden') throw new NotModelled('showing a sheet');
      host.cannotUndo();
      host.hideSheet(sheet, value);
    },
    // office.js reads ShowGridlines and sets Gridlines (`_invokeSetProperty`).
    Gridlines: ({ sheet }, value) => void sheet.set('showGridlines', value === true),
  },
  call: {
    Activate: ({ host, sheet }) => void host.activate(sheet),
    Delete: ({ host, sheet }) => void host.deleteSheet(sheet),
    GetRange: ({ host, sheet }, address) => {
      const area = asText(address) === '' ? { sheet, rect: WHOLE_SHEET } : host.at(asText(address), sheet);
      return range(host, area.sheet, area.rect);
    },
    /** Of an address of up to 8,192 characters (Microsoft, "Work with multiple ranges simultaneously"). */
    GetRanges: ({ host, sheet }, address) => {
      if (asText(address).length > 8192) throw new HostError('InvalidArgument');
      const rects = asText(address)
        .split(',')
        .map((part) => host.at(part, sheet).rect);
      return areas(host, sheet, rects);
    },
    GetRangeByIndexes: ({ host, sheet }, row, column, rowCount, columnCount) => {
      const [r0, c0] = [asNumber(row), asNumber(column)];
      const rect = { r0, c0, r1: r0 + asNumber(rowCount) - 1, c1: c0 + asNumber(columnCount) - 1 };
      const inside = intersect(rect, WHOLE_SHEET);
      if (inside === undefined || formatA1(inside) !== formatA1(rect)) throw new HostError('InvalidArgument');
      return range(host, sheet, rect);
    },
    GetCell: ({ host, sheet }, row, column) => range(host, sheet, cellRect(asNumber(row), asNumber(column))),
    /** The first cell of an empty sheet. */
    GetUsedRange: (self, valuesOnly) => {
      const found = used(self, valuesOnly);
      return found === NULL_OBJECT ? range(self.host, self.sheet, cellRect(0, 0)) : found;
    },
    GetUsedRangeOrNullObject: used,
  },
};
