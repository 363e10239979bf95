import { NO_CELLS } from '../rules/application';
import type { IsoDate } from '../rules/calendar-date';
import type { Cell } from '../rules/cell';
import { readFacts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import { rowFindings } from '../rules/findings/index';
import { findingText } from '../rules/messages/message';
import { say } from './failure';

export interface IdAnswer {
  /** Null unless the number is valid. */
  readonly birth: IsoDate | null;
  readonly sex: '男' | '女' | null;
  /** What is wrong with the number; '' where nothing is. */
  readonly problems: string;
}

/** A resident ID number, read by the rules of column 5. */
export function readId(rulebook: Rulebook, idNumber: Cell, day: IsoDate): IdAnswer {
  const facts = readFacts(rulebook, { ...NO_CELLS, idNumber }, day);
  const { birth, sex } = facts.identity;
  const problems = rowFindings(rulebook, facts)
    .filter(({ column }) => column === 'idNumber')
    .map((finding) => findingText('zh-CN', finding));
  return { birth, sex, problems: problems.join(say('reasons.and')) };
}
