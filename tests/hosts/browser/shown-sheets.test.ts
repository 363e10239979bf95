import type { IFreeze, IWorkbookData } from '@univerjs/core';
import { keptSheets, lessFrozen, shownSheets } from '../../../src/hosts/browser/shown-sheets';

const FROZEN: IFreeze = { xSplit: 2, ySplit: 3, startRow: 3, startColumn: 2 };
const NOTHING: IFreeze = { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };
const ROWS_ALONE: IFreeze = { ...FROZEN, xSplit: 0, startColumn: -1 };
const LARGE = { width: 1400, height: 800 };
const NARROW = { width: 300, height: 800 };

type Sheets = IWorkbookData['sheets'];
const sheets = (freeze: IFreeze): Sheets => ({
  a: { defaultColumnWidth: 80, defaultRowHeight: 20, freeze },
});

describe('what is stored of frozen panes', () => {
  test.each<[string, typeof LARGE, IFreeze, IFreeze]>([
    ['as they were, where all are shown', LARGE, FROZEN, FROZEN],
    ['as they were, where a narrow page shows the rows alone', NARROW, ROWS_ALONE, FROZEN],
    ['none, where the user freed all on a large page', LARGE, NOTHING, NOTHING],
    ['the rows alone, where the user freed the columns on a large page', LARGE, ROWS_ALONE, ROWS_ALONE],
    ['none, where the user freed on a narrow page what was left', NARROW, NOTHING, NOTHING],
  ])('%s', (_, page, inTheEnd, stored) => {
    const opened = sheets(FROZEN);
    const less = lessFrozen(opened, shownSheets(opened, page));
    expect(keptSheets(sheets(inTheEnd), less).a?.freeze).toEqual(stored);
  });
});
