import { takenReading } from '../implemented-readings';
import type { NoticePack } from '../notice';

/** One of the named trades, one by one reading of the name alone (道岔钳工), or none. */
export type SafetyTrade = 'named' | 'doubtful' | 'no';

/** How a code stands to the trades that 二（二）3 names. */
export function safetyTrade(notice: NoticePack, code: string): SafetyTrade {
  const { trades } = notice.parameters.requirements.safety;
  if (trades.some((trade) => trade.codes.includes(code))) return 'named';
  if (!trades.some((trade) => trade.doubtful.includes(code))) return 'no';
  const reading = takenReading(notice, 'safety-trades');
  return reading === 'five' ? 'named' : reading === 'three' ? 'no' : 'doubtful';
}
