import lists from './code-lists.json';

/** One value of a list, and how else people write it. */
export interface ChoiceValue {
  readonly value: string;
  /** Other wordings that mean the same and nothing else. */
  readonly aliases?: readonly string[];
  /** Wordings that probably mean it: to suggest, never to decide. */
  readonly doubtful?: readonly string[];
  /** False for a standard's wording that is accepted but not offered. */
  readonly offered?: boolean;
}

type StandardList = 'idType' | 'sex' | 'ethnicity' | 'education' | 'politicalStatus' | 'trained';

/** The lists that the standards define (GB/T 3304, 4762, 4658), the usual answers of Chongqing first. */
export const choiceLists: Readonly<Record<StandardList, readonly ChoiceValue[]>> = lists;
