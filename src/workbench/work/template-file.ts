import { officialTemplate } from '../../documents/official-workbook';
import { download } from '../../hosts/download';
import { notice2025_8 } from '../../rules/notice-2025-8';
import { rulebookOf } from '../../rules/rulebook';
import { officialLayout } from '../../sheet/layout';
import { templateLists } from '../../sheet/template-lists';

/** Rows of the template, as `kpy template` gives by default. */
const ROWS = 30;

/** Downloads an empty official sheet with its lists: what `kpy template` writes. */
export function downloadTemplate(fileName: string): void {
  const lists = templateLists(rulebookOf(notice2025_8));
  download(officialTemplate({ ...officialLayout(null), emptyRows: ROWS, lists }), fileName);
}
