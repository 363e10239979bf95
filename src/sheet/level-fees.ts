import type { Facts } from '../rules/facts';
import { fee } from '../rules/fee';
import type { LevelKey } from '../rules/notice';
import type { Rulebook } from '../rules/rulebook';

/** The fee of one level over a sheet (五). */
export interface LevelFee {
  readonly level: LevelKey;
  readonly name: string;
  readonly count: number;
  /** Yuan for one application, and for all of them. */
  readonly each: number;
  readonly total: number;
}

/**
 * The fees of a sheet, level by level in the order of the notice.
 *
 * @param rows the facts of every application of the sheet
 */
export const levelFees = ({ notice }: Rulebook, rows: readonly Facts[]): readonly LevelFee[] =>
  notice.parameters.levels.map(({ key, name }) => {
    const count = rows.filter(({ level }) => level === key).length;
    return { level: key, name, count, each: fee(notice, key), total: fee(notice, key, count) };
  });
