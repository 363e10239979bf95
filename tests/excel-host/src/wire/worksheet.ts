import { type Rect, WHOLE_SHEET, cellRect } from '../a1';
import { MODELLED_EVENTS } from '../events';
import { invalidArgument, itemNotFound } from '../host-error';
import type { Filter, Sheet, Visibility } from '../sheet';
import { areasAt, cellsAt, cellsOf } from './cells';
import { NAMES } from './names';
import type { WireObject } from './object';
import { NULL_OBJECT, type Args, type WireClass, type WireHost } from './object';
import { asList, asRecord, asText, lower, notModelled, upper, wire } from './object';
import { areas, range } from './range';

/** A worksheet and the host it is in. */
interface Self {
  readonly host: WireHost;
  readonly sheet: Sheet;
}
export const worksheet = (host: WireHost, sheet: Sheet): WireObject => wire(WORKSHEET, { host, sheet });

/** `_RegisterActivatedEvent`, `_UnregisterActivatedEvent`, `_RegisterEventNameChanged` and so on. */
function listen(host: WireHost, type: string, target: string, name: string): null {
  const match = /^_(Un)?[Rr]egister(?:Event(\w+)|(\w+)Event)$/.exec(name);
  const event = (match?.[2] ?? match?.[3] ?? '').replace('DataChanged', 'Changed');
  if (match === null || !(event in MODELLED_EVENTS)) throw notModelled({ type }, name);
  host.subscribe(event, target, match[1] === undefined);
  return null;
}

const sheets = ({ book }: WireHost, visibleOnly: boolean): readonly Sheet[] =>
  book.sheets.filter(({ visibility }) => !visibleOnly || visibility === 'Visible');
function end(host: WireHost, args: Args, n: 0 | -1): WireObject {
  const sheet = sheets(host, args.flag(0)).at(n);
  if (sheet === undefined) throw itemNotFound();
  return worksheet(host, sheet);
}

export const WORKSHEETS: WireClass<WireHost> = {
  type: 'WorksheetCollection',
  items: (host) => host.book.sheets.map((sheet) => worksheet(host, sheet)),
  item: (host, key) => {
    const sheet = host.book.find(key);
    return sheet === undefined ? NULL_OBJECT : worksheet(host, sheet);
  },
  call: {
    Add: (host, args) =>
      worksheet(host, host.book.addSheet(args.at(0) === undefined ? undefined : args.text(0))),
    GetActiveWorksheet: (host) => worksheet(host, host.book.active),
    GetFirst: (host, args) => end(host, args, 0),
    GetLast: (host, args) => end(host, args, -1),
    GetCount: (host, args) => sheets(host, args.flag(0)).length,
    '*': (host, args) => listen(host, 'WorksheetCollection', 'Workbook', args.text(0)), // Constants.eventWorkbookId
  },
};

/** A change of Microsoft's table of unsupported members, "Undo support with the Excel JavaScript API". */
const withoutUndo = ({ host }: Self): WireHost['book'] => {
  host.book.cannotUndo();
  return host.book;
};

const WORKSHEET: WireClass<Self> = {
  type: 'Worksheet',
  identity: ({ sheet }) => ({ Id: sheet.id }),
  scalars: {
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Position: ({ host, sheet }) => host.book.sheets.indexOf(sheet),
    Visibility: ({ sheet }) => sheet.visibility,
    ShowGridlines: ({ sheet }) => sheet.showGridlines,
  },
  set: {
    Name: (self, value) => void withoutUndo(self).renameSheet(self.sheet, asText(value)),
    Position: (self, value) => void withoutUndo(self).moveSheet(self.sheet, Number(value)),
    Visibility: (self, value) => {
      if (!['Visible', 'Hidden', 'VeryHidden'].includes(asText(value))) throw invalidArgument();
      withoutUndo(self).show(self.sheet, value as Visibility);
    },
    // The library sends `showGridlines` under this name (Worksheet_ShowGridlines_Set).
    // office.js reads ShowGridlines and sets Gridlines (`_invokeSetProperty`).
    Gridlines: ({ sheet }, value) => void sheet.set('showGridlines', value === true),
  },
  parts: {
    Names: ({ host, sheet }) => wire(NAMES, { host, scope: sheet }),
    Protection: (self) => wire(PROTECTION, self),
    PageLayout: (self) => wire(PAGE_LAYOUT, self),
    FreezePanes: (self) => wire(FREEZE_PANES, self),
    AutoFilter: (self) => wire(AUTO_FILTER, self),
  },
  call: {
    Activate: ({ host, sheet }) => void host.book.activate(sheet),
    Delete: (self) => void withoutUndo(self).deleteSheet(self.sheet),
    Copy: (self, args) => {
      if (!['None', 'After'].includes(args.text(0, 'None')))
        throw notModelled(WORKSHEET, `Copy(${args.text(0)})`);
      return worksheet(self.host, withoutUndo(self).copySheet(self.sheet));
    },
    _GetSheetById: ({ host }, args) => wire(WORKSHEETS, host).call('GetItem', [args.at(0)]),
    GetRange: ({ host, sheet }, args) => {
      const { sheet: at, rect } =
        args.text(0) === '' ? { sheet, rect: WHOLE_SHEET } : cellsAt(host, args.at(0), sheet);
      return range(host, at, rect);
    },
    GetRanges: (self, args) =>
      areas(self, args.text(0) === '' ? [WHOLE_SHEET] : areasAt(self.host, args.text(0), self.sheet).rects),
    GetRangeByIndexes: ({ host, sheet }, args) => {
      const [r0, c0] = [args.number(0), args.number(1)];
      return range(host, sheet, { r0, c0, r1: r0 + args.number(2) - 1, c1: c0 + args.number(3) - 1 });
    },
    GetCell: ({ host, sheet }, args) => range(host, sheet, cellRect(args.number(0), args.number(1))),
    GetUsedRange: ({ host, sheet }, args) =>
      range(host, sheet, sheet.usedRect(args.flag(0)) ?? cellRect(0, 0)),
    GetUsedRangeOrNullObject: ({ host, sheet }, args) => {
      const used = sheet.usedRect(args.flag(0));
      return used === undefined ? NULL_OBJECT : range(host, sheet, used);
    },
    '*': ({ host, sheet }, args) => listen(host, 'Worksheet', sheet.id, args.text(0)),
  },
};

const PROTECTION: WireClass<Self> = {
  type: 'WorksheetProtection',
  scalars: { Protected: ({ sheet }) => sheet.isProtected },
  call: {
    Protect: (self) => {
      self.sheet.assertUnprotected();
      withoutUndo(self).protect(self.sheet, true);
    },
    Unprotect: (self) => void withoutUndo(self).protect(self.sheet, false),
  },
};

const FREEZE_PANES: WireClass<Self> = {
  type: 'WorksheetFreezePanes',
  call: {
    FreezeRows: ({ sheet }, args) => void sheet.set('frozen', { ...WHOLE_SHEET, r1: args.number(0, 1) - 1 }),
    FreezeColumns: ({ sheet }, args) =>
      void sheet.set('frozen', { ...WHOLE_SHEET, c1: args.number(0, 1) - 1 }),
    FreezeAt: ({ host, sheet }, args) => void sheet.set('frozen', cellsAt(host, args.at(0), sheet).rect),
    Unfreeze: ({ sheet }) => void sheet.set('frozen', undefined),
    GetLocationOrNullObject: ({ host, sheet }) =>
      sheet.frozen === undefined ? NULL_OBJECT : range(host, sheet, sheet.frozen),
  },
};

const refilter = ({ host, sheet }: Self, change: Partial<Filter>): void => {
  if (sheet.filter !== undefined) host.book.setFilter(sheet, { ...sheet.filter, ...change });
};
/** Filters by values alone. */
const AUTO_FILTER: WireClass<Self> = {
  type: 'AutoFilter',
  scalars: {
    Enabled: ({ sheet }) => sheet.filter !== undefined,
    IsDataFiltered: ({ sheet }) => (sheet.filter?.criteria.size ?? 0) > 0,
  },
  call: {
    Apply: ({ host, sheet }, args) => {
      const { rect } = cellsAt(host, args.at(0), sheet);
      const { filterOn, values, ...rest } = asRecord(args.at(2));
      if (args.at(2) === undefined) host.book.setFilter(sheet, { rect, criteria: new Map() });
      else if (filterOn !== 'Values' || Object.keys(rest).length > 0)
        throw notModelled(AUTO_FILTER, `Apply(${asText(filterOn)})`);
      else
        host.book.setFilter(sheet, {
          rect,
          criteria: new Map([
            ...(sheet.filter?.criteria ?? []),
            [args.number(1), asList(values).map(String)],
          ]),
        });
    },
    ClearCriteria: (self) => void refilter(self, { criteria: new Map() }),
    ClearColumnCriteria: (self, args) => {
      refilter(self, {
        criteria: new Map([...(self.sheet.filter?.criteria ?? [])].filter(([key]) => key !== args.number(0))),
      });
    },
    Reapply: (self) => void refilter(self, {}),
    Remove: ({ host, sheet }) => void host.book.setFilter(sheet, undefined),
    GetRangeOrNullObject: ({ host, sheet }) =>
      sheet.filter === undefined ? NULL_OBJECT : range(host, sheet, sheet.filter.rect),
  },
};

/** Margins in points; the values of a new sheet are assumed. */
const LAYOUT: Readonly<Record<string, unknown>> = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  Zoom: { scale: 100 },
  PrintOrder: 'DownThenOver',
  ...Object.fromEntries(
    ['CenterHorizontally', 'CenterVertically', 'PrintGridlines', 'PrintHeadings', 'BlackAndWhite'].map(
      (name) => [name, false],
    ),
  ),
  ...Object.fromEntries(
    ['Left', 'Right', 'Top', 'Bottom', 'Header', 'Footer'].map((side) => [`${side}Margin`, 50.4]),
  ),
};
const FOOTERS = Object.fromEntries(
  ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'].map((name) => [
    name,
    '',
  ]),
);
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  Orientation: ['Portrait', 'Landscape'],
  PaperSize: ['A3', 'A4', 'A5', 'Letter', 'B4', 'B5'],
};

function setLayout(sheet: Sheet, name: string, value: unknown): void {
  sheet.assertUnprotected();
  sheet.set('pageLayout', { ...sheet.pageLayout, [lower(name)]: value });
}
/** Members that a sheet keeps by their names in its page layout, with the values of a new sheet. */
function layoutMembers(
  defaults: Readonly<Record<string, unknown>>,
): Pick<WireClass<Self>, 'scalars' | 'set'> {
  const names = Object.keys(defaults);
  const setter =
    (name: string) =>
    ({ sheet }: Self, value: unknown): void => {
      if (typeof value !== typeof defaults[name] || ALLOWED[name]?.includes(asText(value)) === false)
        throw invalidArgument();
      setLayout(sheet, name, value);
    };
  return {
    scalars: Object.fromEntries(
      names.map((name) => [name, ({ sheet }: Self) => sheet.pageLayout[lower(name)] ?? defaults[name]]),
    ),
    set: Object.fromEntries(names.map((name) => [name, setter(name)])),
  };
}
const HEADER_FOOTER: WireClass<Self> = { type: 'HeaderFooter', ...layoutMembers(FOOTERS) };
const HEADERS_FOOTERS: WireClass<Self> = {
  type: 'HeaderFooterGroup',
  parts: { DefaultForAllPages: (self) => wire(HEADER_FOOTER, self) },
};
const PAGE_LAYOUT: WireClass<Self> = {
  type: 'PageLayout',
  ...layoutMembers(LAYOUT),
  parts: { HeadersFooters: (self) => wire(HEADERS_FOOTERS, self) },
  call: {
    SetPrintArea: ({ host, sheet }, args) => {
      setLayout(sheet, 'printArea', cellsOf(args.at(0))?.rects ?? areasAt(host, args.text(0), sheet).rects);
    },
    SetPrintTitleRows: ({ host, sheet }, args) =>
      void setLayout(sheet, 'printTitleRows', cellsAt(host, args.at(0), sheet).rect),
    SetPrintTitleColumns: ({ host, sheet }, args) =>
      void setLayout(sheet, 'printTitleColumns', cellsAt(host, args.at(0), sheet).rect),
    /** In points, or in inches and centimetres. */
    SetPrintMargins: ({ sheet }, args) => {
      const points = { Inches: 72, Centimeters: 72 / 2.54, Points: 1 }[args.text(0)];
      if (points === undefined) throw invalidArgument();
      for (const [side, value] of Object.entries(asRecord(args.at(1))))
        setLayout(sheet, `${upper(side)}Margin`, Number(value) * points);
    },
    GetPrintAreaOrNullObject: (self) =>
      areas(self, (self.sheet.pageLayout.printArea ?? []) as readonly Rect[]),
    GetPrintTitleRowsOrNullObject: ({ host, sheet }) => {
      const rect = sheet.pageLayout.printTitleRows as Rect | undefined;
      return rect === undefined ? NULL_OBJECT : range(host, sheet, rect);
    },
  },
};
