import type { ICellData, Nullable } from '@univerjs/core';
import { EMPTY_CELL, type Cell } from '../../rules/cell';
import type { CellContent, CellWrite } from '../host';
import { DAY_FORMAT, isDateCode, NUMBER_FORMAT, TEXT_FORMAT } from '../number-format';
import { readCell } from './cell-data';
import { TYPE } from './grid-enums';

/** Everything that a cell may hold beside its look, emptied. */
const NOTHING = { v: null, f: null, p: null, si: null, t: null } as const;

/** A number format, set where it is not there yet. */
const format = (wanted: string, pattern: string | undefined): Pick<ICellData, 's'> => {
  if (wanted === (pattern ?? NUMBER_FORMAT)) return {};
  // The cell's own format is set also to General: a column's format would shine through otherwise.
  return { s: { n: { pattern: wanted } } };
};

/** What stands in a cell, for putting it back. A text that begins like a formula, or with the sign, has a sign before. */
export function contentOf(data: Nullable<ICellData>, pattern: string | undefined): CellContent {
  const saved = pattern ?? NUMBER_FORMAT;
  if (!data) return { formula: '', format: saved };
  if (typeof data.f === 'string' && data.f !== '') return { formula: data.f, format: saved };
  const cell = readCell(data, pattern);
  if (cell.kind === 'boolean') return { formula: cell.text === 'TRUE', format: saved };
  if (cell.number !== undefined) return { formula: cell.number, format: saved };
  return { formula: /^[=']/.test(cell.text) ? `'${cell.text}` : cell.text, format: saved };
}

function contentData({ formula, format: wanted }: CellContent, pattern: string | undefined): ICellData {
  const look = format(wanted, pattern);
  if (typeof formula === 'boolean') return { ...NOTHING, v: formula ? 1 : 0, t: TYPE.boolean, ...look };
  if (typeof formula === 'number') return { ...NOTHING, v: formula, t: TYPE.number, ...look };
  if (formula === '') return { ...NOTHING, ...look };
  if (formula.startsWith('=')) return { ...NOTHING, f: formula, ...look };
  return { ...NOTHING, v: formula.replace(/^'/, ''), t: TYPE.text, ...look };
}

/**
 * A write as the grid takes it.
 *
 * @param pattern the cell's number format so far
 */
export function writeData(value: CellWrite['value'], pattern: string | undefined): ICellData {
  if (typeof value === 'string') {
    if (value === '') return { ...NOTHING };
    return { ...NOTHING, v: value, t: TYPE.text, ...format(TEXT_FORMAT, pattern) };
  }
  if (typeof value === 'number') {
    const keeps = pattern !== undefined && pattern !== TEXT_FORMAT && !isDateCode(pattern);
    return { ...NOTHING, v: value, t: TYPE.number, ...(keeps ? {} : format(NUMBER_FORMAT, pattern)) };
  }
  if ('serial' in value)
    return {
      ...NOTHING,
      v: value.serial,
      t: TYPE.number,
      ...(isDateCode(pattern) ? {} : format(DAY_FORMAT, pattern)),
    };
  return contentData(value, pattern);
}

/** Whether a cell now holds what was written. A formula's result is not waited for. */
export function holds(after: Cell, written: ICellData): boolean {
  if (typeof written.f === 'string') return after.formula === written.f.slice(1);
  const { v } = written;
  if (v === null || v === undefined) return after === EMPTY_CELL || after.text === '';
  if (written.t === TYPE.number) return after.number === v;
  if (written.t === TYPE.boolean) return after.kind === 'boolean' && (after.text === 'TRUE') === (v === 1);
  return after.text === v;
}
