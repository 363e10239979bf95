import { hasHeader, type FollowedSheet } from '../../taskpane/session/state';
import type { WorkCounts } from '../store/works';

/** What the sheets of a work come to. One that nobody stands on, such as an empty form, counts for its errors alone. */
export const countsOf = (sheets: readonly FollowedSheet[]): WorkCounts => {
  const forms = sheets.filter(hasHeader);
  const people = forms.map(({ live }) => live.reading.rows.length);
  return {
    sheets: people.filter((count) => count > 0).length,
    people: people.reduce((sum, count) => sum + count, 0),
    errors: forms.reduce((sum, { live }) => sum + live.report.summary.errors, 0),
  };
};
