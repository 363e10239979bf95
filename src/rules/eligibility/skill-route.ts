import { whatNumbersSay, type HeldSkill } from '../certificates';
import { leaf, type Condition } from '../condition';
import { numberAlone, stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import type { Scope } from '../notice';
import { skillLevelName } from '../skill-level';
import { isNearer, relation, type Relation } from '../subject';
import { both, isBetter, type Truth } from '../truth';

/** 本职业 admits only the same occupation; 本职业或相关职业 also a related one, and cannot rule another out. */
function relationTruth(found: Relation, scope: Scope): Truth {
  if (found === 'same') return 'met';
  if (found === 'unknown' || found === 'unverified') return 'unknown';
  if (scope === 'related') return found === 'related' || found === 'within' ? 'met' : 'unknown';
  if (found === 'within') return 'unknown';
  return 'unmet';
}

/**
 * A skill certificate of at least a level in the same, or a related, occupation (columns 17 and 18). Of several the
 * best one that fits decides; of those that come to the same the nearest, which the applicant means, and then the highest.
 *
 * @param code the current code that the application is judged under; null where it does not resolve
 */
export function skillRoute(
  rulebook: Rulebook,
  facts: Facts,
  clause: string,
  required: { readonly level: number; readonly scope: Scope },
  code: string | null,
): Condition {
  const { documents } = rulebook.notice.parameters;
  const state = stateOf(rulebook, facts, 'skillCertificate');
  const wanted = skillLevelName(required.level);
  const document = documents.skillCertificate;
  if (state === 'none') {
    const numbers = facts.numbers.skillCertificateNo;
    const said = whatNumbersSay(numbers);
    const number = numberAlone(numbers.filter((_, index) => !isLow(said[index], required.level)));
    if (number === undefined) return leaf(clause, 'unmet', 'skillCertificate', 'skill/none', { wanted });
    const params = { number, wanted, document };
    return leaf(clause, 'unknown', 'skillCertificate', 'skill/number-alone', params, document);
  }
  if (state !== 'filled')
    return leaf(clause, 'unknown', 'skillCertificate', `skill/${state}`, { wanted, document }, document);
  let best:
    { readonly condition: Condition; readonly found: Relation; readonly skill: HeldSkill } | undefined;
  for (const skill of facts.skills) {
    const found = relation(rulebook.catalogue, skill.name, facts.subject, code);
    const condition = judge(clause, skill, found, required, facts.subject.label, document);
    const { truth } = condition;
    if (
      best === undefined ||
      isBetter(truth, best.condition.truth) ||
      (truth === best.condition.truth &&
        (isNearer(found, best.found) || (found === best.found && isHigher(skill, best.skill))))
    )
      best = { condition, found, skill };
  }
  return (
    best?.condition ??
    leaf(clause, 'unknown', 'skillCertificate', 'skill/blank', { wanted, document }, document)
  );
}

/** Whether a number states a level that does not suffice. */
const isLow = (said: ReturnType<typeof whatNumbersSay>[number] | undefined, required: number): boolean =>
  typeof said === 'number' && said > required;

const isHigher = ({ level: a }: HeldSkill, { level: b }: HeldSkill): boolean =>
  a !== null && b !== null && a < b;

function judge(
  clause: string,
  skill: HeldSkill,
  found: Relation,
  required: { readonly level: number; readonly scope: Scope },
  subject: string,
  document: string,
): Condition {
  const near = relationTruth(found, required.scope);
  const high = reaches(skill, required.level);
  const truth = both(near, high);
  const params = {
    certificate: skill.text,
    held: skill.level === null ? '' : skillLevelName(skill.level),
    wanted: skillLevelName(required.level),
    subject,
    document,
  };
  const message = messageOf(truth, high, found, skill, subject);
  const onNumber =
    message === 'skill/level-conflict' || (message === 'skill/not-in-hand' && skill.remark !== null);
  return leaf(
    clause,
    truth,
    onNumber ? 'skillCertificateNo' : 'skillCertificate',
    message,
    params,
    truth === 'unknown' ? document : undefined,
  );
}

function reaches({ level, doubt }: HeldSkill, required: number): Truth {
  if (level === null) return 'unknown';
  if (level > required) return 'unmet';
  return doubt === 'not-in-hand' ? 'unknown' : 'met';
}

function messageOf(truth: Truth, high: Truth, found: Relation, skill: HeldSkill, subject: string): string {
  if (truth === 'met') return found === 'same' ? 'skill/met' : 'skill/met-related';
  if (truth === 'unmet') return high === 'unmet' ? 'skill/level-low' : 'skill/other-occupation';
  if (high === 'unknown' && skill.conflict) return 'skill/level-conflict';
  if (high === 'unknown') return skill.doubt === null ? 'skill/level-unknown' : `skill/${skill.doubt}`;
  if (subject === '') return 'skill/no-subject';
  if (found === 'unverified') return 'skill/unverified';
  if (found === 'within') return 'skill/class-alone';
  return found === 'unknown' ? 'skill/occupation-unknown' : 'skill/maybe-related';
}
