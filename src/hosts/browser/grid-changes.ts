import { CommandType, type ICommandInfo } from '@univerjs/core';

/**
 * Mutations that leave the user's work as it was: what formulas come to, our own lists, heights that follow from the
 * text, and what a view alone knows.
 */
const NO_CHANGE = [
  /^formula\./,
  /^data-validation\./,
  /^sheet\.mutation\.set-worksheet-row-auto-height/,
  /^sheet\.mutation\.(?:set-worksheet-active|register|unregister)/,
  /^doc\./,
];

/** Whether a command has changed what is stored of a workbook. */
export const isChange = ({ id, type, params }: Readonly<ICommandInfo>, unit: string | undefined): boolean =>
  type === CommandType.MUTATION &&
  params !== undefined &&
  'unitId' in params &&
  params.unitId === unit &&
  !NO_CHANGE.some((pattern) => pattern.test(id));
