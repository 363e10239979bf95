import type { Application, ColumnKey } from './application';
import { isError, type Cell } from './cell';
import { isTidy, tidy } from './tidy';

/** The cells of a row as text, and what each of them is besides. */
export interface RowTexts {
  /** Every column's text, tidied; '' where it is blank, missing or an error value. */
  readonly text: Readonly<Record<ColumnKey, string>>;
  /** The columns of the sheet whose cells hold nothing, not even a formula. */
  readonly blank: readonly ColumnKey[];
  /** The columns whose typed text is not what it should be once tidied. */
  readonly untidy: readonly ColumnKey[];
  /** The columns with a formula or an error value. */
  readonly computed: readonly ColumnKey[];
}

/** What most rows share. */
const NO_COLUMNS: readonly ColumnKey[] = [];

/** Reads the cells of a row. */
export function readTexts(cells: Application): RowTexts {
  const seen = new CellsSeen();
  // Named one by one: a row that is filled key by key, with each cell looked up by its key, costs twice as much to read.
  const text = {
    submittedOn: seen.textOf('submittedOn', cells.submittedOn),
    institution: seen.textOf('institution', cells.institution),
    institutionTier: seen.textOf('institutionTier', cells.institutionTier),
    idType: seen.textOf('idType', cells.idType),
    idNumber: seen.textOf('idNumber', cells.idNumber),
    sex: seen.textOf('sex', cells.sex),
    name: seen.textOf('name', cells.name),
    ethnicity: seen.textOf('ethnicity', cells.ethnicity),
    education: seen.textOf('education', cells.education),
    politicalStatus: seen.textOf('politicalStatus', cells.politicalStatus),
    position: seen.textOf('position', cells.position),
    title: seen.textOf('title', cells.title),
    employer: seen.textOf('employer', cells.employer),
    workYears: seen.textOf('workYears', cells.workYears),
    phone: seen.textOf('phone', cells.phone),
    occupationYears: seen.textOf('occupationYears', cells.occupationYears),
    skillCertificate: seen.textOf('skillCertificate', cells.skillCertificate),
    skillCertificateNo: seen.textOf('skillCertificateNo', cells.skillCertificateNo),
    titleCertificate: seen.textOf('titleCertificate', cells.titleCertificate),
    titleCertificateNo: seen.textOf('titleCertificateNo', cells.titleCertificateNo),
    assessorCard: seen.textOf('assessorCard', cells.assessorCard),
    assessorCardNo: seen.textOf('assessorCardNo', cells.assessorCardNo),
    trained: seen.textOf('trained', cells.trained),
    level: seen.textOf('level', cells.level),
    occupationName: seen.textOf('occupationName', cells.occupationName),
    occupationCode: seen.textOf('occupationCode', cells.occupationCode),
    category: seen.textOf('category', cells.category),
  };
  return { text, blank: seen.blank, untidy: seen.untidy, computed: seen.computed };
}

class CellsSeen {
  blank = NO_COLUMNS;
  untidy = NO_COLUMNS;
  computed = NO_COLUMNS;

  /** A cell's text, tidied. Most are as they should be. */
  textOf(key: ColumnKey, cell: Cell | undefined): string {
    if (cell === undefined) return '';
    const { kind, text, formula } = cell;
    return kind === 'text' && formula === undefined && isTidy(key, text) ? text : this.#note(key, cell);
  }

  #note(key: ColumnKey, cell: Cell): string {
    const broken = isError(cell);
    const tidied = broken || cell.text === '' ? '' : tidy(key, cell.text);
    if (broken || cell.formula !== undefined) this.computed = [...this.computed, key];
    else if (tidied === '') this.blank = [...this.blank, key];
    else if (tidied !== cell.text && cell.kind === 'text') this.untidy = [...this.untidy, key];
    return tidied;
  }
}
