import type {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  DataValidationErrorStyle,
  DataValidationRenderMode,
  HorizontalAlign,
  LocaleType,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';

/*
 * The numbers of the grid's enumerations, typed by them. The enumerations themselves would bring the grid along, and
 * what reads a file and makes a snapshot does without it.
 */
const of = (value: number | string): never => value as never;

export const TYPE: Readonly<Record<'text' | 'number' | 'boolean' | 'forcedText', CellValueType>> = {
  text: of(1),
  number: of(2),
  boolean: of(3),
  forcedText: of(4),
};

export const NO: BooleanNumber = of(0);
export const YES: BooleanNumber = of(1);
export const bit = (value: boolean): BooleanNumber => (value ? YES : NO);

export const HORIZONTAL: Readonly<
  Record<'left' | 'center' | 'right' | 'justify' | 'distributed', HorizontalAlign>
> = {
  left: of(1),
  center: of(2),
  right: of(3),
  justify: of(4),
  distributed: of(6),
};
export const VERTICAL: Readonly<Record<'top' | 'middle' | 'bottom', VerticalAlign>> = {
  top: of(1),
  middle: of(2),
  bottom: of(3),
};
export const CLIP: WrapStrategy = of(2);
export const WRAP: WrapStrategy = of(3);

export const LINE: Readonly<Record<'double' | 'single', TextDecoration>> = { double: of(10), single: of(12) };
export const OFFSET: Readonly<Record<'subscript' | 'superscript', BaselineOffset>> = {
  subscript: of(2),
  superscript: of(3),
};

export const THIN: BorderStyleTypes = of(1);

/** The line styles of borders, by Excel's names. */
export const BORDER_LINES: ReadonlyMap<string, BorderStyleTypes> = new Map([
  ['thin', THIN],
  ['hair', of(2)],
  ['dotted', of(3)],
  ['dashed', of(4)],
  ['dashDot', of(5)],
  ['dashDotDot', of(6)],
  ['double', of(7)],
  ['medium', of(8)],
  ['mediumDashed', of(9)],
  ['mediumDashDot', of(10)],
  ['mediumDashDotDot', of(11)],
  ['slantDashDot', of(12)],
  ['thick', of(13)],
]);

/** What a wrong value in a validated cell does, by Excel's names. */
export const ERROR_STYLES: ReadonlyMap<string, DataValidationErrorStyle> = new Map([
  ['information', of(0)],
  ['stop', of(1)],
  ['warning', of(2)],
]);
export const ONLY_TOLD: DataValidationErrorStyle = of(0);

/** A list shown by an arrow beside the text, as in Excel. */
export const ARROW: DataValidationRenderMode = of(1);

export const CHINESE: LocaleType = of('zhCN');
