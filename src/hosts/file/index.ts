/** A sheet that lives in a file's bytes: read as grids, and patched where it stands. */
export { readWorkbook, type Workbook } from './read-workbook';
export { FILE_PROBLEMS, UnreadableFile, type FileProblem } from './unreadable-file';
