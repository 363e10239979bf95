import { textCell } from '../cell';
import { withHyphens } from '../hyphens';
import { readDate } from '../submission-date';
import { found, suggestion, type RowRule } from './row-rule';

/** 提交时间 is a day that a person or Excel can have written (附件2第1栏). */
export const dateInvalid: RowRule = {
  name: 'date.invalid',
  severity: 'error',
  check({ notice }, facts, report) {
    const value = facts.text.submittedOn;
    if (value === '' || facts.submitted !== null) return;
    const meant = withHyphens(value).replace(/号$/, '日');
    // A date cell may show a day that Excel does not have: its text is no other value.
    const isDay = meant !== value && readDate(textCell(meant), meant) !== null;
    const params = { value, day: notice.parameters.window.example };
    report(found(dateInvalid, 'submittedOn', params, isDay ? { fix: suggestion(meant) } : {}));
  },
};
