import type { WorkbenchWords } from '../words';

/** What a browser says of a file that is no longer as it was chosen, or no longer there. */
const MOVED: ReadonlySet<string> = new Set(['NotReadableError', 'NotFoundError']);

/** Why the browser did not give a file that was chosen. */
export const fileReason = ({ name, message }: DOMException, words: WorkbenchWords): string =>
  MOVED.has(name)
    ? words('file-changing')
    : words('file-refused', { detail: message === '' ? name : `${name}: ${message}` });
