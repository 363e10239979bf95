import type { Application } from './application';
import type { IsoDate } from './calendar-date';
import { perPerson } from './eligibility/per-person';
import { rowConditions, verdictOf, type RowConditions, type Verdict } from './eligibility/verdict';
import { readFacts, type Facts, type Rulebook } from './facts';
import type { Finding } from './finding';
import { certificateReused } from './findings/certificate-reused';
import { eligibilityFindings } from './findings/eligibility';
import { rowFindings } from './findings/index';
import { institutionInconsistent } from './findings/institution-inconsistent';
import { occupationOver50 } from './findings/occupation-over-50';
import { personFindings } from './findings/person';
import { personSharedPhone } from './findings/person-shared-phone';
import { groupKeys, Groups, type GroupedRow } from './groups';
import type { Condition } from './condition';

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
  readonly #rows = new Map<number, JudgedRow>();
  readonly #groups = new Groups();

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
      before?.keys.occupation,
    );
    if (before !== undefined) this.#groups.remove(before, touched);
    if (application === null) this.#rows.delete(row);
    else {
      const after = this.#judge(row, application);
      watch.alsoOccupation(after.keys.occupation);
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
      this.#groups.add(this.#judge(row, cells));
    }
  }

  /** Everything that is to be said of a row; undefined for a row that is not known. */
  judgement(row: number): Judgement | undefined {
    const judged = this.#rows.get(row);
    if (judged === undefined) return undefined;
    const { notice } = this.#rulebook;
    const groups = this.#groups;
    const conditions = this.#conditions(judged);
    const findings = [...judged.findings];
    const report = (finding: Finding): void => void findings.push(finding);
    personFindings(notice, judged, groups, report);
    personSharedPhone(judged, groups, report);
    certificateReused(judged, groups, report);
    institutionInconsistent(judged, groups, report);
    eligibilityFindings(conditions, report);
    occupationOver50(notice, judged, groups, report);
    return { facts: judged.facts, findings, verdict: verdictOf(conditions) };
  }

  /** A row's findings alone; none for a row that is not known. */
  findings(row: number): readonly Finding[] {
    return this.judgement(row)?.findings ?? [];
  }

  /** A row's verdict alone; undefined for a row that is not known. */
  verdict(row: number): Verdict | undefined {
    return this.judgement(row)?.verdict;
  }

  #conditions(judged: JudgedRow): readonly Condition[] {
    const [age, professional, scope, employer] = judged.conditions;
    // In the notice's order: 六（二）2 comes before 六（二）3.
    return [age, professional, scope, perPerson(this.#rulebook.notice, judged, this.#groups), employer];
  }

  #judge(row: number, application: Application): JudgedRow {
    const facts = readFacts(this.#rulebook, application, this.#today);
    const judged: JudgedRow = {
      row,
      facts,
      keys: groupKeys(this.#rulebook, facts),
      findings: rowFindings(this.#rulebook, facts),
      conditions: rowConditions(this.#rulebook, facts),
    };
    this.#rows.set(row, judged);
    return judged;
  }
}

interface JudgedRow extends GroupedRow {
  readonly findings: readonly Finding[];
  readonly conditions: RowConditions;
}
