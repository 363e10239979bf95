import { withHyphens } from './hyphens';
import { INVISIBLE } from './invisible';

const GBM = /^GBM(\d)(\d{2})(\d{2})$/i;

/** What parts the groups of a code, as one hyphen each time. */
export const withSingleHyphens = (text: string): string =>
  withHyphens(text)
    .replace(/[~～_]/g, '-')
    .replace(/-+/g, '-');

/**
 * A code in the form N-NN-NN-NN, or N-NN-NN for a minor class, from any dash, full-width digits, spaces, dots, left-out
 * zeros and what cannot be seen. It goes by form alone: whether the catalogue has the code is another question. Null for
 * no code.
 */
export function normaliseCode(text: string): string | null {
  const plain = withSingleHyphens(text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '')).replace(
    /^-|-$/g,
    '',
  );
  const gbm = GBM.exec(plain);
  if (gbm !== null) return `${gbm[1] ?? ''}-${gbm[2] ?? ''}-${gbm[3] ?? ''}`;
  const bare = plain.replace(/\(?GBM\d{5}\)?$/i, '');
  if (/^\d{7}$/.test(bare))
    return [bare.slice(0, 1), bare.slice(1, 3), bare.slice(3, 5), bare.slice(5)].join('-');
  const groups = bare.split(/[-.]/);
  const [major, ...rest] = groups;
  if (major === undefined || !/^\d$/.test(major) || rest.length < 2 || rest.length > 3) return null;
  if (!rest.every((group) => /^\d{1,2}$/.test(group))) return null;
  return [major, ...rest.map((group) => group.padStart(2, '0'))].join('-');
}

const MINOR_CLASS = /^\d-\d{2}-\d{2}$/;

/** A code as the sheet is to have it: that of a minor class has the class's GBM number with it, alone it says no occupation. */
export const asWritten = (code: string): string =>
  MINOR_CLASS.test(code) ? `${code}(GBM${code.replaceAll('-', '')})` : code;
