import { found, suggestion, type RowRule } from './row-rule';

const WRONG_DOT = /[•・‧∙⋅●．.。﹒]/;
/** A full stop after the name parts nothing. */
const END_DOT = /[•・‧∙⋅●．.。﹒]+$/;
const ANY_WRONG_DOT = /[•・‧∙⋅●．.。﹒]/g;

/** A name is Han characters, with the middle dot U+00B7 where one is due, or Latin letters throughout (附件2第7栏). */
export const nameCharacters: RowRule = {
  name: 'name.characters',
  severity: 'warning',
  check(_, facts, report) {
    const value = facts.text.name;
    if (value === '') return;
    const han = /[\u3400-\u9FFF]/.test(value);
    if (/\d/.test(value)) report(found(nameCharacters, 'name', { value }, { variant: 'digits' }));
    else if (han && /[A-Za-z]/.test(value))
      report(found(nameCharacters, 'name', { value }, { variant: 'mixed' }));
    else if (han && WRONG_DOT.test(value)) {
      report(
        found(
          nameCharacters,
          'name',
          { value },
          { variant: 'dot', fix: suggestion(value.replace(END_DOT, '').replace(ANY_WRONG_DOT, '·')) },
        ),
      );
    }
  },
};
