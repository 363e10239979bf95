import { FORMAT, type CellFormats } from '../../file/cell-formats';

/** What a cell is to show: a number as such, a day, a day with its time, or what a formula comes to. */
export type Shown = 'number' | 'day' | 'moment' | 'formula';

/** The style itself where it shows this as it is, else one that looks like it and does. */
export function styleThatShows(formats: CellFormats, style: number, shown: Shown): number {
  const { isDate } = formats.numberStyle(style);
  if (shown === 'day' || shown === 'moment') return isDate ? style : formats.twin(style, FORMAT[shown]);
  const isOther = formats.isText(style) || (shown === 'number' && isDate);
  return isOther ? formats.twin(style, FORMAT.general) : style;
}
