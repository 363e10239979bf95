import { CERTIFICATE_PAIRS, type ColumnKey } from '../application';
import { stateOf } from '../facts';
import { found, suggestion, type RowRule } from './row-rule';

/**
 * The certificate column that a number column goes with, and the reverse: 无 beside a value would break the pair, as it would
 * beside a title.
 */
const PARTNER: ReadonlyMap<ColumnKey, ColumnKey> = new Map(
  CERTIFICATE_PAIRS.flatMap(([certificate, number]) => [
    [certificate, number],
    [number, certificate],
  ]),
);

/** 附件1备注3: 所有项目都为必填项，没有的请写“无”. Column 27 is undefined in the notice, so there it is a warning. */
export const cellRequired: RowRule = {
  name: 'cell.required',
  severity: 'error',
  check(rulebook, facts, report) {
    const { none } = rulebook.notice.parameters;
    for (const key of facts.blank) {
      const partner = PARTNER.get(key);
      const mayBeNone =
        none.columns.includes(key) &&
        (partner === undefined || stateOf(rulebook, facts, partner) !== 'filled') &&
        !(key === 'titleCertificate' && stateOf(rulebook, facts, 'title') === 'filled');
      report(
        found(
          cellRequired,
          key,
          {},
          {
            clause: none.clause,
            severity: key === 'category' ? 'warning' : 'error',
            ...(mayBeNone ? { variant: 'or-none', fix: suggestion(none.value) } : {}),
          },
        ),
      );
    }
  },
};
