/** The width of the row numbers with a verdict beside each, in pixels. */
export const MARGIN_WIDTH = 120;

/** The height of the column letters with a name below each, in pixels. */
export const HEAD_HEIGHT = 50;
