/** A sheet that lives in a file's bytes: read as grids, and patched where it stands. */
export { patchWorkbook, type WorkbookEdit } from './patch-workbook';
export { readWorkbook, type Workbook } from './read-workbook';
export { FILE_PROBLEMS, UnreadableFile, type FileProblem } from './unreadable-file';
