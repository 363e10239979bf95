import fc from 'fast-check';
import { COLUMN_KEYS } from '../../src/rules/application';
import { isErrorText } from '../../src/rules/cell';
import { rowConditions } from '../../src/rules/eligibility/verdict';
import { readFacts } from '../../src/rules/facts';
import { rowFindings } from '../../src/rules/findings/index';
import { fold } from '../../src/rules/fold';
import { splitList } from '../../src/rules/list-cell';
import { normaliseCode } from '../../src/rules/occupation-code';
import { occupationRows } from '../../src/rules/reference/occupations';
import { isTidy, tidy } from '../../src/rules/tidy';
import { applicant } from '../support/applicant';
import { day, RULEBOOK } from '../support/rulebook';

/** What people, Excel and other programs leave in cells. */
const piece = fc.constantFrom(
  ...['陈', '立新', '电工', '三级', '高级技师', '证书', '（', '）', '(', ')', '/', '、', '；', ',', '-', '—'],
  ...[' ', '  ', '　', '\u00A0', '\n', '\r\n', '\t', '\u200B', '\uFEFF', "'", 'x', '×', 'Ｘ', 'A', 'bc'],
  ...[
    '1530030',
    '1233',
    '00087',
    '技',
    '师',
    '级',
    '高',
    '工',
    '工程师',
    '助理',
    '钳工',
    '－',
    '．',
    '／',
    '＋',
  ],
  ...['2025', '3', '26', '9:30', '１３８', '12345678', 'S000050000001223000017', '年', '月', '日', '.'],
);
const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('tidying', () => {
  test.each(COLUMN_KEYS)('%s once is enough', (key) => {
    fc.assert(fc.property(typed, (text) => tidy(key, tidy(key, text)) === tidy(key, text)));
  });

  test.each(COLUMN_KEYS)('%s is left as it is where it is said to be tidy', (key) => {
    const untidied = fc.oneof(typed, fc.constantFrom('', '#N/A', "'1", '#1', '电工', '4-04-05-01'));
    fc.assert(
      fc.property(
        untidied,
        (text) => !isTidy(key, text) || (text !== '' && !isErrorText(text) && tidy(key, text) === text),
      ),
    );
  });

  test.each(COLUMN_KEYS)('%s loses nothing that can be seen', (key) => {
    const seen = (text: string): string =>
      fold(text.replace(/[\u200B\uFEFF]/g, ''))
        .replace(/[×]/g, 'x')
        .replace(/['、,]/g, '');
    fc.assert(
      fc.property(typed, (text) => {
        expect(seen(tidy(key, text))).toBe(seen(text));
      }),
    );
  });
});

test('text of no characters is a blank cell', () => {
  const { blank } = readFacts(
    RULEBOOK,
    applicant({ employer: { kind: 'text', text: '' } }),
    day('2025-03-26'),
  );
  expect(blank).toEqual(['employer']);
});

describe('a cell as long as Excel allows', () => {
  const LONGEST = 32_767;
  const filled = (start: string, part: string, end = ''): string =>
    `${start}${part.repeat(Math.floor((LONGEST - start.length - end.length) / part.length))}${end}`;

  test.each<[string, string]>([
    ['spaces', filled('电工', ' ', 'x')],
    ['line breaks', filled('电工', '\n ', 'x')],
    ['certificates', filled('电工培训', '、安全员')],
    ['names of two parts', filled('电工', '、头、面部保健')],
    ['words', filled('电工', ' 公司', 'x')],
    ['dots', filled('张', '·', '三')],
    ['brackets in brackets', `电工技师${'（'.repeat(16_000)}${'）'.repeat(16_000)}`],
  ])('of %s is read in a moment', (_, text) => {
    for (const key of ['name', 'skillCertificate', 'assessorCard', 'occupationName', 'employer'] as const) {
      const facts = readFacts(RULEBOOK, applicant({ [key]: text }), day('2025-03-26'));
      expect(facts.text[key].length).toBeGreaterThan(0);
      expect(rowConditions(RULEBOOK, facts)).toHaveLength(4);
      rowFindings(RULEBOOK, facts);
    }
  });
});

describe('folding', () => {
  test.each([
    ['电　工', '电工'],
    ['ＡＩ训练（三级）', 'ai训练(三级)'],
    ['４－０４', '4-04'],
    ['Word  Processing', 'wordprocessing'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('once is enough, and space and width do not matter', () => {
    fc.assert(
      fc.property(
        typed,
        typed,
        (a, b) => fold(fold(a)) === fold(a) && fold(`${a} ${b}`) === fold(`${a}\u3000${b}`),
      ),
    );
  });
});

describe('a cell with several certificates', () => {
  test.each([
    ['电工/三级、钳工/二级', ['电工/三级', '钳工/二级']],
    ['电工\n钳工', ['电工', '钳工']],
    ['电工；钳工，焊工,', ['电工', '钳工', '焊工']],
    ['工程师（电气、自动化）', ['工程师（电气、自动化）']],
    ['工程师（电气\n经济师', ['工程师（电气', '经济师']],
    ['、', []],
    ['', []],
  ])('%j', (text, parts) => {
    expect(splitList(text)).toEqual(parts);
  });

  test('no part is empty, and each part is one', () => {
    fc.assert(
      fc.property(typed, (text) =>
        splitList(text).every((part) => part !== '' && splitList(part).join('|') === part),
      ),
    );
  });
});

describe('an occupation code', () => {
  test.each([
    ['4-04-05-05', '4-04-05-05'],
    ['4—04—05—05', '4-04-05-05'],
    ['4－04－05－05', '4-04-05-05'],
    ['４-04-05-05', '4-04-05-05'],
    ['4-4-5-5', '4-04-05-05'],
    ['4.04.05.05', '4-04-05-05'],
    ['4040505', '4-04-05-05'],
    ['4-09-99（GBM40999）', '4-09-99'],
    ['GBM40999', '4-09-99'],
    ['04-04-05-05', null],
    ['4-04', null],
    ['4-04-05-005', null],
    ['4-04-05-05-01', null],
    ['人工智能训练师', null],
    ['', null],
  ])('%j is %j', (text, code) => {
    expect(normaliseCode(text)).toBe(code);
  });

  const code = fc.constantFrom(...occupationRows.map(([each]) => each));

  test('of the book is itself, with any dash, and without its zeros', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('-', '—', '–', '－', '.', ' - '), (each, dash) => {
        const typedCode = each.replaceAll('-', dash);
        return (
          normaliseCode(each) === each &&
          normaliseCode(typedCode) === each &&
          normaliseCode(typedCode.replace(/0(?=\d)/g, '')) === each
        );
      }),
    );
  });

  test('once is enough', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const normalised = normaliseCode(text);
        return normalised === null || normaliseCode(normalised) === normalised;
      }),
    );
  });
});
