import type { Application } from './application';
import type { IsoDate } from './calendar-date';
import type { OtherSheet } from './eligibility/other-sheets';
import { personApplications, perPerson } from './eligibility/per-person';
import { rowConditions, verdictOf, type RowConditions, type Verdict } from './eligibility/verdict';
import { readFacts, type Facts } from './facts';
import type { Rulebook } from './rulebook';
import type { Finding } from './finding';
import { certificateReused } from './findings/certificate-reused';
import { eligibilityFindings } from './findings/eligibility';
import { rowFindings } from './findings/index';
import { institutionInconsistent } from './findings/institution-inconsistent';
import { occupationOver50 } from './findings/occupation-over-50';
import { personFindings } from './findings/person';
import { personSharedPhone } from './findings/person-shared-phone';
import { groupKeys, Groups } from './groups';
import type { GroupedRow } from './shared-values';

/** What is to be said of a row. */
export interface Judgement {
  readonly facts: Facts;
  /** Of its own cells, of what it shares with others, and of its verdict. */
  readonly findings: readonly Finding[];
  /** Whether it meets the notice, 六（二）2 included. */
  readonly verdict: Verdict;
}

/**
 * A sheet's state, judged. Rows are known by a number of the caller's (the workbook's row). What a row shares with
 * others (person, phone, certificate numbers, institution, occupation) is kept in groups, so that an update costs work
 * in proportion to the rows of its groups, not to the sheet.
 */
export class Checker {
  readonly #rulebook: Rulebook;
  readonly #today: IsoDate;
  readonly #rows = new Map<number, KnownRow>();
  readonly #groups = new Groups(this.#rows);
  #others: readonly OtherSheet[] = [];

  /** @param today the day that ages are counted to where a row has no readable 提交时间 */
  constructor(rulebook: Rulebook, today: IsoDate) {
    this.#rulebook = rulebook;
    this.#today = today;
  }

  /** The rows that are known, in the order in which they came. */
  get rows(): readonly number[] {
    return [...this.#rows.keys()];
  }

  /** What the cells of a row say; undefined for a row that is not known. */
  facts(row: number): Facts | undefined {
    return this.#rows.get(row)?.facts;
  }

  /** The ID number by which a row's person is known; '' where there is none. */
  personOf(row: number): string {
    return this.#rows.get(row)?.keys.person ?? '';
  }

  /** The rows of a person, known by the number. */
  rowsOf(person: string): readonly number[] {
    return this.#groups.ofPerson(person)?.rows.map(({ row }) => row) ?? [];
  }

  /**
   * Lets 六（二）2 look at the other sheets of the file, as they are when something is to be said. Of several that would say the
   * same the first by name is named: the order in which they come differs from host to host.
   */
  setBeside(others: readonly { readonly sheet: string; readonly checker: Checker }[]): void {
    this.#others = others
      .map(({ sheet, checker }) => ({ sheet, groups: checker.#groups }))
      .sort((a, b) => (a.sheet < b.sheet ? -1 : 1));
  }

  /**
   * Adds, replaces or (with null) removes a row.
   *
   * @returns the rows whose findings or verdict may have changed, the row itself first
   */
  update(row: number, application: Application | null): readonly number[] {
    const before = this.#rows.get(row);
    const touched = new Set([row]);
    const watch = this.#groups.watch(
      this.#rulebook.notice.parameters.separateSession.moreThan,
      before?.facts.subject.key,
    );
    if (before !== undefined) this.#groups.remove(before, touched);
    if (application === null) this.#rows.delete(row);
    else {
      const after = this.#read(row, application);
      watch.alsoOccupation(after.facts.subject.key);
      this.#groups.add(after, touched);
    }
    watch.touchChanged(touched);
    return [...touched];
  }

  /** Adds many rows at once, as `update` would one by one, without the account of what changed. */
  load(rows: Iterable<{ readonly row: number; readonly cells: Application }>): void {
    for (const { row, cells } of rows) {
      const before = this.#rows.get(row);
      if (before !== undefined) this.#groups.remove(before);
      this.#groups.add(this.#read(row, cells));
    }
  }

  /** Everything that is to be said of a row; undefined for a row that is not known. */
  judgement(row: number): Judgement | undefined {
    const known = this.#rows.get(row);
    if (known === undefined) return undefined;
    const { notice } = this.#rulebook;
    const groups = this.#groups;
    const applications = personApplications(notice, known, groups, this.#others);
    const own = this.#ownJudgement(known);
    const [age, professional, scope, employer] = own.conditions;
    // In the notice's order: 六（二）2 comes before 六（二）3.
    const conditions = [age, professional, scope, perPerson(notice, known, applications), employer];
    const findings = [...own.findings];
    const report = (finding: Finding): void => void findings.push(finding);
    personFindings(notice, known, applications, this.#others, report);
    personSharedPhone(known, groups, report);
    certificateReused(known, groups, report);
    institutionInconsistent(known, groups, report);
    eligibilityFindings(conditions, report);
    occupationOver50(this.#rulebook, known, groups, report);
    return { facts: known.facts, findings, verdict: verdictOf(conditions) };
  }

  /** A row's findings alone; none for a row that is not known. */
  findings(row: number): readonly Finding[] {
    return this.judgement(row)?.findings ?? [];
  }

  /** A row's verdict alone; undefined for a row that is not known. */
  verdict(row: number): Verdict | undefined {
    return this.judgement(row)?.verdict;
  }

  #read(row: number, application: Application): KnownRow {
    const facts = readFacts(this.#rulebook, application, this.#today);
    const known: KnownRow = {
      row,
      facts,
      keys: groupKeys(facts),
      asked: false,
      own: undefined,
    };
    this.#rows.set(row, known);
    return known;
  }

  #ownJudgement(row: KnownRow): OwnJudgement {
    if (row.own !== undefined) return row.own;
    const own: OwnJudgement = {
      findings: rowFindings(this.#rulebook, row.facts),
      conditions: rowConditions(this.#rulebook, row.facts),
    };
    if (row.asked) row.own = own;
    row.asked = true;
    return own;
  }
}

/** What is to be said of a row whatever the others hold. */
interface OwnJudgement {
  readonly findings: readonly Finding[];
  readonly conditions: RowConditions;
}

interface KnownRow extends GroupedRow {
  asked: boolean;
  /**
   * Kept from the second time that it is asked for. A check asks once and an edit again, of the few rows that it touches:
   * to keep all of a large sheet's would cost the check more time than to judge.
   */
  own: OwnJudgement | undefined;
}
