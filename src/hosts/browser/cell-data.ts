import type { ICellData, Nullable } from '@univerjs/core';
import { booleanCell, EMPTY_CELL, errorCell, isErrorText, textCell, type Cell } from '../../rules/cell';
import { numericCell, withFormula } from '../cell-value';
import { numberStyleOf } from '../number-format';
import { TYPE } from './grid-enums';

/** What Excel puts before names that it had to learn, and before functions of an add-in. */
const PREFIXES = /_xlfn\.(?:_xlws\.)?|_xlws\./g;
const ADD_IN = /_xldudf_KPY_(\w+)/gi;

/** A formula of a file as the grid understands it, with its `=`. */
export const gridFormula = (formula: string): string =>
  `=${formula.replace(ADD_IN, 'KPY.$1').replace(PREFIXES, '')}`;

/** A cell as the grid holds it, without its look. Text keeps its type, so that no digits are read into it. */
export function cellData(cell: Cell): ICellData {
  const data = valueData(cell);
  if (cell.formula === undefined || cell.formula === '') return data;
  const f = gridFormula(cell.formula);
  // Our own functions answer for today; what they answered when the file was saved is not worth showing.
  return f.includes('KPY.') ? { f } : { ...data, f };
}

function valueData({ kind, text, number }: Cell): ICellData {
  switch (kind) {
    case 'number':
    case 'date':
      return { v: number ?? 0, t: TYPE.number };
    case 'boolean':
      return { v: text === 'TRUE' ? 1 : 0, t: TYPE.boolean };
    case 'empty':
      return {};
    default:
      return { v: text, t: TYPE.text };
  }
}

/** The text of a cell with runs of different fonts: its paragraphs end in \r, and the last one in \r\n. */
const richText = (stream: string): string => stream.replace(/\r\n$/, '').replaceAll('\r', '\n');

/**
 * A cell of the grid as the rules read it.
 *
 * @param pattern the cell's number format
 */
export function readCell(data: Nullable<ICellData>, pattern: string | undefined): Cell {
  if (!data) return EMPTY_CELL;
  const cell = readValue(data, pattern);
  const formula = data.f;
  return typeof formula === 'string' && formula !== '' ? withFormula(cell, formula.replace(/^=/, '')) : cell;
}

function readValue({ v, t, p }: ICellData, pattern: string | undefined): Cell {
  const stream = p?.body?.dataStream;
  if (stream !== undefined) return textCell(richText(stream));
  if (v === null || v === undefined || v === '') return EMPTY_CELL;
  if (t === TYPE.boolean || typeof v === 'boolean')
    return booleanCell(v === true || v === 1 || v === '1' || v === 'TRUE');
  if (t === TYPE.number || (typeof v === 'number' && t !== TYPE.text && t !== TYPE.forcedText)) {
    const number = Number(v);
    if (!Number.isNaN(number)) return numericCell(number, numberStyleOf(pattern), false);
  }
  const text = String(v);
  return isErrorText(text) ? errorCell(text) : textCell(text);
}
