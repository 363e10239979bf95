import type { ColumnKey } from './application';
import type { Condition } from './condition';

/** The worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A value that would mend the cell. A safe one cannot change the meaning; the rest are for a person to confirm. */
export interface Fix {
  readonly value: string;
  readonly safe: boolean;
}

/** What a message says before it is worded: rendered last, in one language or another (see messages/). */
export type MessageParams = Readonly<Record<string, MessageParam>>;

/** A list is joined as the language joins one. */
export type MessageParam = string | number | readonly (string | number)[];

/** One problem of one cell or row, not yet worded and not yet placed in a workbook. */
export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** The column of the cell to mend. */
  readonly column: ColumnKey;
  /** The entry of the message catalogue, `rule` or `rule/variant`. */
  readonly message: string;
  readonly params: MessageParams;
  /** The clause of the notice that the finding rests on, such as 二（二）2. */
  readonly clause?: string;
  readonly fix?: Fix;
  /** Whether the fix would be safe but for the formula in the cell: made in a clean copy, which has what it comes to. */
  readonly mendsResult?: true;
  /** For eligibility.*: the judged condition, whose reasons the message gives. */
  readonly because?: Condition;
}

/** Rule names are stable: other programs rely on them (design §6). */
export const RULE_NAMES = [
  'cell.required',
  'cell.untidy',
  'cell.formula',
  'date.invalid',
  'date.outside-window',
  'choice.unknown',
  'id.damaged',
  'id.length',
  'id.characters',
  'id.date',
  'id.checksum',
  'id.region',
  'id.sex',
  'name.characters',
  'phone.invalid',
  'years.invalid',
  'years.order',
  'years.age',
  'certificate.pair',
  'certificate.number-damaged',
  'certificate.format',
  'certificate.level',
  'occupation.unknown',
  'occupation.code-format',
  'occupation.mismatch',
  'occupation.misprint',
  'ability.unknown',
  'ability.field',
  'person.limit',
  'person.duplicate',
  'person.conflict',
  'person.shared-phone',
  'certificate.reused',
  'institution.inconsistent',
  'eligibility.unmet',
  'eligibility.unknown',
  'occupation.over-50',
  'sheet.missing-column',
  'sheet.ambiguous-column',
  'sheet.no-header',
  'sheet.hidden-row',
  'sheet.merged',
  'sheet.footer',
  'sheet.skipped-row',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];
