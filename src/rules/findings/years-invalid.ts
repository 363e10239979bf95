import { YEAR_COLUMNS } from '../application';
import { found, safeFix, suggestion, type RowRule } from './row-rule';

const NUMBER = /^\d+(?:\.\d+)?$/;

/** 工龄 and 任职年限 are numbers of years; 5年 says one safely, 5年以上 does not (附件2第14、16栏). */
export const yearsInvalid: RowRule = {
  name: 'years.invalid',
  severity: 'error',
  check(_, facts, report) {
    for (const key of YEAR_COLUMNS) {
      const reading = facts[key];
      const value = facts.text[key];
      if (reading.kind === 'years' && reading.fix !== null) {
        report(
          found(
            yearsInvalid,
            key,
            { value, fix: reading.fix },
            { variant: 'in-words', fix: safeFix(reading.fix) },
          ),
        );
      } else if (reading.kind === 'invalid' && value !== '') {
        const { suggestion: number } = reading;
        report(
          found(
            yearsInvalid,
            key,
            { value },
            number !== null
              ? { variant: 'about', fix: suggestion(number) }
              : NUMBER.test(value)
                ? { variant: 'too-many' }
                : {},
          ),
        );
      }
    }
  },
};
