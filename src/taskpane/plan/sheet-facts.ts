import type { Facts } from '../../rules/facts';
import type { FollowedSheet } from '../session/state';

/** What the cells of every application of a sheet say. */
export const sheetFacts = ({ live }: FollowedSheet): readonly Facts[] =>
  live.reading.rows.flatMap(({ row }) => live.facts(row) ?? []);
