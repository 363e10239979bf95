import { readTitles, type HeldTitle } from '../certificates';
import { leaf, type Condition } from '../condition';
import { heldTitles, numberAlone, stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { TITLE_LEVELS, type TitleLevel } from '../title-level';
import type { Truth } from '../truth';

/**
 * A professional title of at least a level in a related speciality (columns 19 and 12). The sheet never shows that the
 * speciality is related, so this route is unknown at best: where it alone holds, the title's papers decide.
 */
export function titleRoute(rulebook: Rulebook, facts: Facts, clause: string, wanted: TitleLevel): Condition {
  const document = rulebook.notice.parameters.documents.titleCertificate;
  const { state, column, titles } = heldTitles(rulebook, facts);
  const unknown = (message: string, title?: HeldTitle): Condition => {
    const params = { wanted, title: title?.text ?? '', level: title?.level ?? '', document };
    const told = title?.inHand === false ? 'title/not-in-hand' : message;
    return leaf(clause, 'unknown', column, told, params, document);
  };
  if (state === 'none') {
    const elsewhere = column === 'titleCertificate' ? maybeHigh(rulebook, facts, wanted) : undefined;
    if (elsewhere !== undefined) return unknown('title/only-in-title-column', elsewhere);
    const number = numberAlone(facts.numbers.titleCertificateNo);
    // A title of column 12 that is too low has a number like any other.
    return number === undefined || stateOf(rulebook, facts, 'title') === 'filled'
      ? leaf(clause, 'unmet', column, 'title/none', { wanted })
      : leaf(clause, 'unknown', column, 'title/number-alone', { number, wanted, document }, document);
  }
  if (state !== 'filled') return unknown(`title/${state}`);
  const high = titles.find((title) => reaches(title, wanted) === 'met');
  if (high !== undefined) return unknown('title/speciality-unknown', high);
  const unclear = titles.find((title) => reaches(title, wanted) === 'unknown');
  if (unclear !== undefined)
    return unknown(unclear.level === null ? 'title/level-unknown' : 'title/level-unverified', unclear);
  // A column that the sheet does not have may show more than column 12 does.
  if (stateOf(rulebook, facts, 'titleCertificate') === 'missing') return unknown('title/missing');
  const params = { wanted, title: titles.map((title) => title.text) };
  const none = titles.every((title) => !title.isTitle);
  return leaf(clause, 'unmet', column, none ? 'title/no-title' : 'title/level-low', params);
}

/** A title of column 12 that may be high enough, where column 19 says that there is no certificate. */
const maybeHigh = (rulebook: Rulebook, facts: Facts, wanted: TitleLevel): HeldTitle | undefined =>
  stateOf(rulebook, facts, 'title') === 'filled'
    ? readTitles(facts.text.title, facts.numbers.titleCertificateNo).find(
        (title) => reaches(title, wanted) !== 'unmet',
      )
    : undefined;

function reaches(title: HeldTitle, wanted: TitleLevel): Truth {
  if (!title.isTitle) return 'unmet';
  if (title.level === null || !title.verified) return 'unknown';
  return TITLE_LEVELS.indexOf(title.level) >= TITLE_LEVELS.indexOf(wanted) ? 'met' : 'unmet';
}
