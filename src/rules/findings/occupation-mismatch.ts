import { asWritten } from '../occupation-code';
import { found, suggestion, type RowRule } from './row-rule';

/** Columns 25 and 26 name one occupation, and only one (附件2第25、26栏、附件1备注1). */
export const occupationMismatch: RowRule = {
  name: 'occupation.mismatch',
  severity: 'error',
  check({ catalogue, notice }, facts, report) {
    const { agreement, label, codes } = facts.subject;
    if (agreement.kind === 'agree' || agreement.kind === 'misprint' || agreement.kind === 'neither') return;
    const code = facts.text.occupationCode;
    if (agreement.kind === 'several') {
      const { rowClause: clause } = notice.parameters.perPerson;
      const params = { names: agreement.names };
      report(found(occupationMismatch, 'occupationName', params, { variant: 'several', clause }));
      return;
    }
    if (agreement.kind === 'code-only') {
      const params = { name: facts.text.occupationName, code, actual: agreement.name };
      report(
        found(occupationMismatch, 'occupationCode', params, { variant: 'name-unknown', severity: 'warning' }),
      );
      return;
    }
    const right = agreement.code === null ? null : asWritten(agreement.code);
    const actual = catalogue.resolveCode(code);
    const own = 'code' in actual ? actual.code : '';
    const params = {
      name: label,
      code,
      actual: 'name' in actual ? actual.name : '',
      // Several where the name stands for several occupations: 钳工.
      right: right ?? codes.filter((each) => each !== own),
    };
    const fix = right === null ? undefined : suggestion(right);
    report(
      found(occupationMismatch, 'occupationCode', params, {
        ...(agreement.kind === 'name-only' ? { variant: 'code-unknown' } : {}),
        fix,
      }),
    );
  },
};
