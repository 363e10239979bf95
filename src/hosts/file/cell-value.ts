import { textCell, type Cell } from '../../rules/cell';
import { numericCell } from '../cell-value';
import { DATE } from '../number-format';
import { UnreadableFile } from './unreadable-file';

/** A strict file's ISO date, `2025-03-26T08:30:00`; other text stays text. */
export function isoDateCell(text: string): Cell {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/.exec(text.trim());
  if (match === null) return textCell(text);
  // A missing time is midnight.
  const [, year, month, day, hour = 0, minute = 0, second = 0] = match.map(Number).map((part) => part || 0);
  const seconds = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000;
  const serial = seconds / 86_400 + 25_569;
  return Number.isFinite(serial)
    ? numericCell(serial < 61 ? serial - 1 : serial, DATE, false)
    : textCell(text);
}

/** The shared string of this number. A file without it has lost a person's text: damage. */
export function sharedString(strings: readonly Cell[], index: number): Cell {
  const cell = strings[index];
  if (cell === undefined) throw new UnreadableFile('damaged', { reason: 'shared string' });
  return cell;
}
