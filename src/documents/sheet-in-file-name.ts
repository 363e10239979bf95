/** Characters that no file name may have, though a sheet's may. */
const NOT_IN_FILE_NAMES = /[<>"|\u0000-\u001F]/g;

/** A sheet's name as a part of a file's. */
export const sheetInFileName = (sheet: string): string => sheet.replace(NOT_IN_FILE_NAMES, '_');
