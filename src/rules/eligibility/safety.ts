import { allOf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { takenReading } from '../implemented-readings';
import { skillRoute } from './skill-route';
import { yearsWorked } from './years-worked';

/** 二（二）3, 考评员 of the safety trades: a certificate of 二级 in the same occupation, no title route, and five years. */
export function safety(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, years } = rulebook.notice.parameters.requirements.safety;
  return allOf(
    clause,
    skillRoute(rulebook, facts, clause, skill, code),
    yearsWorked(rulebook, facts, clause, years),
  );
}

/** How a code stands to the eight named trades: one of them, by one reading of the name (道岔钳工), or none. */
export function safetyTrade({ notice }: Rulebook, code: string): 'named' | 'doubtful' | 'no' {
  const { trades } = notice.parameters.requirements.safety;
  if (trades.some((trade) => trade.codes.includes(code))) return 'named';
  if (!trades.some((trade) => trade.doubtful.includes(code))) return 'no';
  const reading = takenReading(notice, 'safety-trades');
  return reading === 'five' ? 'named' : reading === 'three' ? 'no' : 'doubtful';
}
