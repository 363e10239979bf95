/**
 * Characters that no file name may have. Excel gives a sheet none of the last of them, but a file may come from elsewhere, and
 * /../ in the name of its sheet would lead out of the folder.
 */
const NOT_IN_FILE_NAMES = /[<>"|\u0000-\u001F/\\:*?]/g;

/** A sheet's name as a part of a file's. */
export const sheetInFileName = (sheet: string): string => sheet.replace(NOT_IN_FILE_NAMES, '_');
