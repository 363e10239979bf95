import type { zhCN } from './zh-CN';

/** The same in English. */
export const enUS: Readonly<Record<keyof typeof zhCN, string>> = {
  title: 'KPY',
  tagline: 'Fill in, check and export the assessor application sheet, without Excel',
  language: 'Language',
  theme: 'Look',
  'theme-system': 'As the system',
  'theme-light': 'Light',
  'theme-dark': 'Dark',
  loading: 'Opening…',

  start: 'Start',
  new: 'New sheet',
  'new-about': 'The official form, with lists in its cells',
  open: 'Open a file',
  'open-about': '.xlsx or .xls of Excel or WPS; or drop it on this page',
  example: 'Open an example',
  'example-about': 'A sheet with mistakes of all kinds, to try things on',
  'drop-here': 'Let go to open this file',
  template: 'Download an empty template',
  'template-name': '考评人员申报汇总表',
  help: 'Help',
  privacy: 'Everything happens in the browser on this machine. Nothing is uploaded; it also works offline.',
  'new-name': 'New sheet {time}',
  'example-name': 'Example (with mistakes)',

  recent: 'Recent work',
  'recent-none': 'None yet. What you begin or open is kept in this browser until you discard it.',
  'recent-counts': '{people person|people}, {errors error|errors}',
  'recent-counts-several':
    '{sheets sheet|sheets} (each judged on its own), {people row|rows} of people in all, {errors error|errors}',
  'recent-saved': 'Saved {time}',
  'recent-exported': 'Exported {time}',
  'recent-unreadable':
    'The works that this browser keeps cannot be read: it does not let this page keep anything, or its store is out of order. Nothing was discarded here. Reload the page and try again.',
  'open-work': 'Open “{name}”',
  'discard-work': 'Discard “{name}”',
  discard: 'Discard',
  'discard-confirm': 'Discard “{name}” from this browser? Files that you exported or downloaded stay.',
  'discard-failed':
    '“{name}” was not discarded: the store of the browser is out of order. Reload the page and try again.',
  wipe: 'Wipe the data on this machine',
  'wipe-confirm':
    'This wipes {count work|works} ({names}) from this browser, and the choice of language and look. Files that you exported or downloaded stay. It cannot be undone.',
  'wipe-confirm-none': 'No work is kept in this browser. This wipes the choice of language and look.',
  'wipe-confirm-unknown':
    'This wipes all works from this browser (which ones cannot be read now), and the choice of language and look. Files that you exported or downloaded stay. It cannot be undone.',
  wiped: 'Wiped: no work is left in this browser.',
  'wipe-failed':
    'Nothing was wiped: the store of the browser is out of order, and the works are still there. Reload the page and try again.',
  confirm: 'OK',
  cancel: 'Cancel',
  close: 'Close',

  undo: 'Undo in the grid',
  'undo-about': 'Take back the last step in the grid (Ctrl+Z)',
  redo: 'Redo in the grid',
  'redo-about': 'Do again what was taken back in the grid (Ctrl+Y)',
  find: 'Find',
  'find-about': 'Find in this sheet (Ctrl+F)',
  'find-field': 'Find a name, a number or any text of this sheet',
  'find-next': 'Next',
  'find-next-about': 'Next (Enter)',
  'find-previous': 'Previous',
  'find-previous-about': 'Previous (Shift+Enter)',
  'find-at': '{at} of {count}',
  'find-none': 'Not found',
  'find-hidden': '{hidden} in hidden rows or columns',
  'find-close': 'Close search',
  'grid-name': 'Grid of the sheet; F6 leaves the grid',
  'grid-formula-bar': 'Expand the formula bar',
  'grid-add-sheet': 'Add a sheet',
  'grid-all-sheets': 'All sheets',
  'grid-sheets': 'Sheets',
  'grid-gridlines': 'Gridlines',
  'grid-zoom-out': 'Zoom out',
  'grid-zoom-in': 'Zoom in',
  'grid-side': 'Side panel',
  'grid-close-side': 'Close the side panel',
  'grid-blank': 'blank',
  'grid-message': '{severity}: {message}',

  home: 'Back to the start page',
  'save-changed': 'Saving…',
  'save-saved': 'Kept in this browser',
  'save-full':
    'The browser has no more room: the latest changes are not kept. Export, or discard works on the start page.',
  'save-unavailable': 'This browser lets the page keep nothing: export before you close it.',
  'save-conflict':
    'Another tab has changed this work too. So that neither overwrites the other, the changes made here are not kept.',
  'save-gone': 'This work was discarded elsewhere; the changes made here are not kept.',
  'leave-unsaved': 'Changes that are not kept are lost when you leave. {why} Leave all the same?',
  'save-again': 'Save again',
  'save-copy': 'Keep as another',
  'copy-name': '{name} (copy){ending}',
  'own-file': 'Download your file',
  'own-file-about':
    'Your own file with the cells that changed; what is computed from them is computed anew when it is opened, and all else stays',
  'own-file-no-file': 'There is no file: this work was begun here.',
  'own-file-values-alone':
    'This is an .xls file, of which only the contents were read: it cannot be written as it was. Use Export in the pane.',
  'own-file-restructured':
    'Rows, columns or sheets have come or gone, so that cells are no longer where your file has them: it cannot be written as it was. Use Export in the pane.',
  'own-file-merged':
    'Cells were merged or parted at {cell}, so that your file cannot be written as it was. Take that back, or use Export in the pane.',
  'own-file-array-formula':
    'Cell {cell} belongs to an array formula over several cells and cannot be changed alone. Put it back, or use Export in the pane.',
  'own-file-not-patchable':
    'Your file is written in an unusual way ({reason}) and cannot be changed in place. Use Export in the pane.',
  'own-file-unreadable': 'Your file was not written: {reason}. Use Export in the pane.',
  'own-file-failed':
    'Something unexpected went wrong and your file was not written ({detail}). Use Export in the pane.',
  'own-file-but': 'Your file was downloaded. {notes}',
  'own-file-results': 'A file cannot hold the formulas of these cells; it has their results: {cells}',
  'own-file-names': 'New names of sheets are not written into the file, which still calls them: {sheets}',

  'refused-hidden-rows':
    'This was not done: it would change rows that are hidden. Show all rows first (by “Only rows with problems”, or your own filter), then do it again.',
  'refused-merged-cells':
    'Nothing was pasted: some of it would lie unseen under merged cells, or change rows that were not pasted into. Paste in parts, without the merged column, or unmerge it in Excel first and open the file again.',
  'refused-clipboard':
    'Nothing was pasted: the browser did not let this page read the clipboard. Where the browser shows “Paste”, click it; or select the cell and press Ctrl+V (⌘V on a Mac).',

  'opening-read': 'Reading “{name}”…',
  'opening-verdict-several':
    '“{name}”: {sheets sheet|sheets} (each judged on its own), {people row|rows} of people in all, {errors error|errors}, {warnings warning|warnings}. Opening the grid…',
  'opening-verdict':
    '“{name}”: {people person|people}, {errors error|errors}, {warnings warning|warnings}. Opening the grid…',
  'opening-no-form': '“{name}” has no application sheet. Opening the grid…',
  'opening-grid': 'Opening the grid…',
  'open-failed': '“{name}” was not opened: {reason}.',
  'open-failed-work-stays': '“{name}” was not opened: {reason}. The open work is as it was.',
  'file-changing': 'The file changed while it was read, or was moved; choose it again',
  'file-refused': 'The browser did not let this page read the file ({detail})',
  'folder-dropped':
    'A folder was not opened: open it, and drop the file of the sheet that is in it on this page.',
  'file-several': 'One file at a time: of several, only “{name}” was taken.',
  'work-gone': 'This work is no longer in this browser.',
  'work-unreadable':
    'This work cannot be read: the store of the browser is out of order. It was not discarded; reload the page and try again.',
  'page-failed':
    'The page did not load completely. Check the network or the server, then reload; all kept work is there.',
  failed:
    'Something unexpected went wrong, and this was not done. Reload the page and try again; all kept work is there.',
  elsewhere: '“{name}” is open in another tab.',
  'elsewhere-advice': 'Go on in that tab, or open a copy here.',
  'open-copy': 'Open a copy',
  'changed-on-disk': '“{name}” was changed or moved on disk by another program. Here it is as it was opened.',
  'open-again': 'Choose the file again',

  kept: 'This file also holds {things}. The grid does not show them; they stay in the file, and “Download your file” keeps them.',
  'kept-pictures': 'pictures',
  'kept-charts': 'charts',
  'kept-shapes': 'shapes and controls',
  'kept-comments': 'comments',
  'kept-conditional-formats': 'conditional formats',
  'kept-validations': 'validations other than lists',
  'kept-links': 'links',
  'kept-filters': 'filters',
  'kept-tables': 'tables',
  'kept-pivot-tables': 'pivot tables',
  'kept-macros': 'macros',
  'kept-formats': 'the look of an .xls (only its contents are read)',
  'values-alone':
    'This is an .xls file: only its contents were read, without their look, and it cannot be written back. Use Export in the pane, or save it as .xlsx first.',
  and: ', ',
  'sentence-and': '; ',

  grid: 'Sheet',
  pane: 'Pane',
  views: 'Show',
  strip: 'Where the mistakes are',
  'strip-rows': 'Rows {from} to {to}: {count}',
  'strip-row': 'Row {from}: {count}',
  print:
    'The sheet cannot be printed from this page: use Export in the pane, then print that file from Excel, WPS or LibreOffice.',
  keys: 'F6 between sheet and pane, F8 next mistake, Shift+F8 previous, F9 check again, Ctrl+F find',
};
