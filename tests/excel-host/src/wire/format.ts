import type { Rect } from '../a1';
import type { Area } from '../formula';
import { HostError } from '../host-error';
import { type WireClass, asNumber, asText, wire } from './object';

type Setter = (area: Area, value: unknown) => void;
const setter =
  (key: string): Setter =>
  ({ sheet, rect }, value) => {
    sheet.setFormat(rect, key, value);
  };

/** Heights and widths in points; the limits are those of "Excel specifications and limits". */
const sizeSetter =
  (lines: 'rowHeights' | 'columnWidths', most: number): Setter =>
  ({ sheet, rect }, value) => {
    const points = asNumber(value);
    if (points < 0 || points > most) throw new HostError('InvalidArgument');
    sheet.assertUnprotected();
    const [from, to] = lines === 'rowHeights' ? [rect.r0, rect.r1] : [rect.c0, rect.c1];
    for (let line = from; line <= to; line++) sheet.journal.put(sheet[lines], line, points);
  };

/** A border belongs to the cells along its side; an inner one is the lower or right border of all cells but the last. */
const BORDERS: Readonly<Record<string, readonly [side: string, cut: (q: Rect) => Rect]>> = {
  EdgeTop: ['top', (q) => ({ ...q, r1: q.r0 })],
  EdgeBottom: ['bottom', (q) => ({ ...q, r0: q.r1 })],
  EdgeLeft: ['left', (q) => ({ ...q, c1: q.c0 })],
  EdgeRight: ['right', (q) => ({ ...q, c0: q.c1 })],
  InsideHorizontal: ['bottom', (q) => ({ ...q, r1: q.r1 - 1 })],
  InsideVertical: ['right', (q) => ({ ...q, c1: q.c1 - 1 })],
};

export const RANGE_FORMAT: WireClass<Area> = {
  type: 'RangeFormat',
  set: {
    RowHeight: sizeSetter('rowHeights', 409),
    ColumnWidth: sizeSetter('columnWidths', 1400),
    HorizontalAlignment: setter('horizontalAlignment'),
    VerticalAlignment: setter('verticalAlignment'),
    WrapText: setter('wrapText'),
    TextOrientation: setter('textOrientation'),
  },
  parts: {
    Font: {
      type: 'RangeFont',
      set: { Bold: setter('font.bold'), Name: setter('font.name'), Size: setter('font.size') },
    },
    Borders: {
      type: 'RangeBorderCollection',
      call: {
        GetItem: ({ sheet, rect }, key) => {
          const [side = '', cut] = BORDERS[asText(key)] ?? [];
          if (cut === undefined) throw new HostError('InvalidArgument');
          const border = { type: 'RangeBorder', set: { Style: setter(`borders.${side}.style`) } };
          return wire<Area>(border, { sheet, rect: cut(rect) });
        },
      },
    },
  },
};
