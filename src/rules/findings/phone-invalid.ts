import { arePhones, localLandline } from '../phone';
import { found, suggestion, type RowRule } from './row-rule';

/** The area code of Chongqing, which a local number of eight digits leaves out. */
const AREA_CODE = '023';

/** A mobile number, or a landline with its area code (附件2第15栏). */
export const phoneInvalid: RowRule = {
  name: 'phone.invalid',
  severity: 'error',
  check(_, facts, report) {
    const value = facts.text.phone;
    if (value === '' || arePhones(value)) return;
    const local = localLandline(value);
    report(
      found(
        phoneInvalid,
        'phone',
        { value },
        local === null ? {} : { variant: 'area-code', fix: suggestion(`${AREA_CODE}-${local}`) },
      ),
    );
  },
};
