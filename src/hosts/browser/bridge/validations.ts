import type { IRange, ISheetDataValidationRule } from '@univerjs/core';
import { LIMITS } from '../../file/limits';
import { parseRange } from '../../file/reference';
import type { Tag } from '../../file/xml-scan';
import { ARROW, ERROR_STYLES, ONLY_TOLD } from '../grid-enums';

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The rectangles of `C4:C10 E4:E10`. Whole columns and rows are cut at what a sheet can have. */
function ranges(places: string): IRange[] {
  return places.split(/\s+/).flatMap((place) => {
    const range = parseRange(place);
    if (range === undefined) return [];
    const { top, left, bottom, right } = range;
    return [
      {
        startRow: top,
        startColumn: left,
        endRow: Math.min(bottom, LIMITS.rows - 1),
        endColumn: Math.min(right, LIMITS.columns - 1),
      },
    ];
  });
}

/** `"男,女"` is a list in place; anything else is a formula. */
function listFormula(formula: string): string {
  const inPlace = /^"(.*)"$/s.exec(formula.trim());
  if (inPlace === null) return `=${formula.trim()}`;
  return (inPlace[1] ?? '')
    .replaceAll('""', '"')
    .split(',')
    .map((item) => item.trim())
    .join(',');
}

/** Collects the list validations of a worksheet, those of the extension of Excel 2010 among them. */
export class ListValidations {
  readonly rules: ISheetDataValidationRule[] = [];
  /** Whether there were validations of other kinds, which stay in the file alone. */
  others = false;
  private current: { readonly tag: Tag; places: string; formula: string } | undefined;
  private collecting: 'formula' | 'places' | undefined;

  /** @returns whether the element belongs to a validation */
  open(tag: Tag): boolean {
    if (tag.name === 'dataValidation') {
      const type = tag.get('type') ?? 'none';
      if (type === 'list') this.current = { tag, places: tag.get('sqref') ?? '', formula: '' };
      else this.others ||= type !== 'none';
      return true;
    }
    if (this.current === undefined) return false;
    if (tag.name === 'formula1') this.collecting = 'formula';
    else if (tag.name === 'sqref') this.collecting = 'places';
    else if (tag.name === 'formula2') this.collecting = undefined;
    return true;
  }

  text(piece: string): void {
    if (this.current === undefined || this.collecting === undefined) return;
    this.current[this.collecting] += piece;
  }

  close(name: string): void {
    if (name === 'formula1' || name === 'sqref') this.collecting = undefined;
    else if (name === 'dataValidation') this.finish();
  }

  private finish(): void {
    const { current } = this;
    this.current = undefined;
    if (current === undefined || current.formula.trim() === '') return;
    const { tag, places, formula } = current;
    const where = ranges(places);
    if (where.length === 0) return;
    const checks = isTrue(tag.get('showErrorMessage'));
    const prompt = tag.get('prompt');
    const error = tag.get('error');
    this.rules.push({
      uid: `list-${this.rules.length + 1}`,
      type: 'list',
      ranges: where,
      formula1: listFormula(formula),
      allowBlank: true,
      renderMode: ARROW,
      showErrorMessage: checks,
      errorStyle: checks ? (ERROR_STYLES.get(tag.get('errorStyle') ?? 'stop') ?? ONLY_TOLD) : ONLY_TOLD,
      ...(error === undefined ? {} : { error }),
      ...(prompt === undefined ? {} : { prompt, showInputMessage: true }),
    });
  }
}
