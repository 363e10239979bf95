import { withHyphens } from '../hyphens';
import { asWritten, normaliseCode } from '../occupation-code';
import { found, safeFix, suggestion, type RowRule } from './row-rule';

const FORM = /^\d-\d{2}-\d{2}(?:-\d{2}|[(（]GBM\d{5}[)）])$/;
const GBM = /GBM\d{5}/i;

/** N-NN-NN-NN, or a minor class with its GBM number. Other dashes and left-out zeros are mended safely (附件2第26栏). */
export const occupationCodeFormat: RowRule = {
  name: 'occupation.code-format',
  severity: 'error',
  check({ catalogue }, facts, report) {
    const { subject } = facts;
    const value = facts.text.occupationCode;
    if (value === '' || FORM.test(value) || facts.level === 'special' || subject.kind === 'ability') return;
    // A misprint of the notice is mended as a whole: filling in a zero would give another occupation's code.
    if (subject.agreement.kind === 'misprint') return;
    const code = normaliseCode(value);
    const mended = code === null ? null : inForm(code, value);
    if (code === null || mended === null) report(found(occupationCodeFormat, 'occupationCode', { value }));
    else {
      // A dash is no digit, whatever the code is.
      const dashesAlone = withHyphens(value) === mended;
      const agrees =
        subject.agreement.kind === 'agree' &&
        catalogue.resolveCode(code).kind !== 'unknown' &&
        asWritten(code) === mended;
      const certain = dashesAlone || agrees;
      const fix = certain ? safeFix(mended) : suggestion(mended);
      report(found(occupationCodeFormat, 'occupationCode', { value, mended }, { variant: 'mended', fix }));
    }
  },
};

/** A code as it is to be written. A minor class has its GBM number with it; null where it has none: alone it says no occupation. */
function inForm(code: string, value: string): string | null {
  if (FORM.test(code)) return code;
  const number = GBM.exec(value)?.[0].toUpperCase();
  return number === undefined ? null : `${code}(${number})`;
}
