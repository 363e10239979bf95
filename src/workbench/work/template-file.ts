import { officialTemplate } from '../../documents/official-workbook';
import { download } from '../../hosts/download';
import { CURRENT_NOTICE } from '../../rules/current-notice';
import { rulebookOf } from '../../rules/rulebook';
import { officialLayout } from '../../sheet/layout';
import { templateLists } from '../../sheet/template-lists';

/** Rows of the template, as `kpy template` gives by default. */
const ROWS = 30;

/** Downloads an empty official sheet with its lists: what `kpy template` writes. */
export function downloadTemplate(fileName: string): void {
  const lists = templateLists(rulebookOf(CURRENT_NOTICE));
  download(officialTemplate({ ...officialLayout(null), emptyRows: ROWS, lists }), fileName);
}
