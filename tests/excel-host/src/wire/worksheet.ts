import { WHOLE_SHEET, formatA1, intersect, rectAt } from '../a1';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import { type EventName, EVENTS } from '../workbook';
import { type Members, type Resolved, type WireObject, NULL_OBJECT, lower, wireClass } from './object';
import { areaOf, areas, range } from './range';

/** A worksheet and the host it is in. */
interface Self {
  readonly host: Host;
  readonly sheet: Sheet;
}

function setLayout({ sheet }: Self, name: string, value: unknown): void {
  sheet.assertUnprotected();
  sheet.set('pageLayout', { ...sheet.pageLayout, [name]: value });
}
/** Members that are kept as they are set. */
const layout = (...names: readonly string[]): Members<Self> =>
  Object.fromEntries(
    names.map((name) => [
      `${name}=`,
      (self: Self, value: unknown) => void setLayout(self, lower(name), value),
    ]),
  );
/** Margins are in points. */
const PAGE_LAYOUT = wireClass<Self>('PageLayout', {
  ...layout('Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally', 'LeftMargin', 'RightMargin'),
  ...layout('TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'),
  HeadersFooters: wireClass<Self>('HeaderFooterGroup', {
    DefaultForAllPages: wireClass('HeaderFooter', layout('CenterFooter')),
  }),
  SetPrintArea: (self, area: WireObject | string) =>
    void setLayout(self, 'printArea', [areaOf(self.host, area, self.sheet).rect]),
  SetPrintTitleRows: (self, rows: WireObject | string) =>
    void setLayout(self, 'printTitleRows', areaOf(self.host, rows, self.sheet).rect),
});

export const worksheet = (host: Host, sheet: Sheet): WireObject => WORKSHEET({ host, sheet });

const LISTENING: Members<Host> = Object.fromEntries(
  (Object.keys(EVENTS) as EventName[]).flatMap((event) => [
    [`_Register${event}`, (host: Host): void => void host.subscribe(event, 1)],
    [`_Unregister${event}`, (host: Host): void => void host.subscribe(event, -1)],
  ]),
);

export const WORKSHEETS = wireClass<Host>('WorksheetCollection', {
  ...LISTENING,
  _Items: (host) => host.sheets.map((sheet) => worksheet(host, sheet)),
  GetItem: (host, key: string) => {
    const sheet = host.find(key);
    return sheet === undefined ? NULL_OBJECT : worksheet(host, sheet);
  },
  Add: (host, name: string) => worksheet(host, host.addSheet(name)),
  GetActiveWorksheet: (host) => worksheet(host, host.active),
});

function used({ host, sheet }: Self, valuesOnly?: boolean): Resolved {
  if (valuesOnly !== true) throw new NotModelled('a used range of more than values');
  const rect = sheet.usedRect();
  return rect === undefined ? NULL_OBJECT : range(host, sheet, rect);
}

const WORKSHEET = wireClass<Self>('Worksheet', {
  Id: ({ sheet }) => sheet.id,
  Name: ({ sheet }) => sheet.name,
  Visibility: ({ sheet }) => sheet.visibility,
  PageLayout: PAGE_LAYOUT,
  Protection: wireClass<Self>('WorksheetProtection', { Protected: ({ sheet }) => sheet.isProtected }),
  /** A member of the table of "Undo support with the Excel JavaScript API": none. */
  'Visibility=': ({ host, sheet }, value: string) => {
    if (value !== 'Hidden' && value !== 'VeryHidden') throw new NotModelled('showing a sheet');
    host.cannotUndo();
    host.hideSheet(sheet, value);
  },
  // office.js reads ShowGridlines and sets Gridlines (`_invokeSetProperty`).
  'Gridlines=': ({ sheet }, value: boolean) => void sheet.set('showGridlines', value),
  Activate: ({ host, sheet }) => void host.activate(sheet),
  Delete: ({ host, sheet }) => void host.deleteSheet(sheet),
  GetRange: ({ host, sheet }, address = '') => {
    const area = address === '' ? { sheet, rect: WHOLE_SHEET } : host.at(address, sheet);
    return range(host, area.sheet, area.rect);
  },
  /** Of an address of up to 8,192 characters (Microsoft, "Work with multiple ranges simultaneously"). */
  GetRanges: ({ host, sheet }, address: string) => {
    if (address.length > 8192) throw new HostError('InvalidArgument');
    return areas(
      host,
      sheet,
      address.split(',').map((part) => host.at(part, sheet).rect),
    );
  },
  GetRangeByIndexes: ({ host, sheet }, ...[row, column, rows, columns]: [number, number, number, number]) => {
    const rect = rectAt(row, column, rows, columns);
    const inside = intersect(rect, WHOLE_SHEET);
    if (inside === undefined || formatA1(inside) !== formatA1(rect)) throw new HostError('InvalidArgument');
    return range(host, sheet, rect);
  },
  GetCell: ({ host, sheet }, row: number, column: number) => range(host, sheet, rectAt(row, column)),
  /** The first cell of an empty sheet. */
  GetUsedRange: (self, valuesOnly?: boolean) => {
    const found = used(self, valuesOnly);
    return found === NULL_OBJECT ? range(self.host, self.sheet, rectAt(0, 0)) : found;
  },
  GetUsedRangeOrNullObject: used,
});
