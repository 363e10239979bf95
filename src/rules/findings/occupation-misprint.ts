import { found, suggestion, type RowRule } from './row-rule';

/**
 * The row copies a pair of code and name that the notice itself misprints: accepted, and what is current is offered
 * (附件3、附件4、附件5印误).
 */
export const occupationMisprint: RowRule = {
  name: 'occupation.misprint',
  severity: 'warning',
  check(_, facts, report) {
    const { agreement } = facts.subject;
    if (agreement.kind !== 'misprint') return;
    const params = {
      name: facts.text.occupationName,
      code: facts.text.occupationCode,
      right: agreement.code,
      actual: agreement.name,
    };
    const changes = agreement.code !== facts.text.occupationCode;
    report(
      found(
        occupationMisprint,
        'occupationCode',
        params,
        changes ? { fix: suggestion(agreement.code) } : { variant: 'old-name' },
      ),
    );
  },
};
