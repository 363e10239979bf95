import fc from 'fast-check';
import { numberCell, textCell } from '../../src/rules/cell';
import { readYears } from '../../src/rules/years';

const read = (text: string): ReturnType<typeof readYears> => readYears(textCell(text), text);

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
/** A number below 80 as people write it: 五, 十, 十二, 二十, 三十五. */
function inWords(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens > 0 ? `${tens > 1 ? (DIGITS[tens] ?? '') : ''}十` : '') + (DIGITS[ones] ?? '');
}

test.each<[string, number, string | null]>([
  ['5', 5, null],
  ['5.5', 5.5, null],
  ['0', 0, null],
  ['80', 80, null],
  ['5年', 5, '5'],
  ['5周年', 5, '5'],
  ['五年', 5, '5'],
  ['两年', 2, '2'],
  ['十', 10, '10'],
])('%s is %d years', (text, years, fix) => {
  expect(read(text)).toEqual({ kind: 'years', years, fix });
});

test.each([
  ['5年以上', '5'],
  ['五年及以上', '5'],
  ['约5年', '5'],
  ['满5年', '5'],
  ['超过5年', '5'],
  ['共有5年', '5'],
  ['5年左右', '5'],
  ['5余年', '5'],
  ['5多年', '5'],
  ['十几年', '10'],
  ['5+', '5'],
  ['5年多', '5'],
  ['5年6个月', '5.5'],
  ['5年6月', '5.5'],
  ['4年11个月', '4.92'],
  ['8年零3个月', '8.25'],
  ['三年半', '3.5'],
  ['3年半', '3.5'],
  ['5年12个月', null],
  ['5年零几个月', null],
  ['1年6', null],
  ['三五年', null],
  ['2010年至今', null],
  ['2010', null],
  ['81', null],
  ['-3', null],
  ['5岁', null],
  ['半年', null],
  ['年半', null],
  ['很久', null],
])('%s is no number of years; suggested: %j', (text, suggestion) => {
  expect(read(text)).toEqual({ kind: 'invalid', suggestion });
});

test('a date is no number of years', () => {
  const cell = { kind: 'date', text: '2010-07-01', number: 40360 } as const;
  expect(readYears(cell, cell.text)).toEqual({ kind: 'invalid', suggestion: null });
});

test('what is not there is blank', () => {
  expect([readYears(undefined, ''), read('')]).toEqual([{ kind: 'blank' }, { kind: 'blank' }]);
});

test('every number up to 80 is read, as a number, in digits, with 年 and in words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 79 }), (years) => {
      const plain = String(years);
      expect(readYears(numberCell(years), plain)).toEqual({ kind: 'years', years, fix: null });
      expect(read(`${plain}年`)).toEqual({ kind: 'years', years, fix: plain });
      expect(read(`${inWords(years)}年`)).toEqual({ kind: 'years', years, fix: plain });
    }),
  );
});

test('what is vague is never decided, and never suggested above what is written', () => {
  const vague = fc.tuple(fc.integer({ min: 1, max: 79 }), fc.integer({ min: 1, max: 11 }));
  fc.assert(
    fc.property(vague, ([years, months]) => {
      const reading = read(`${String(years)}年${String(months)}个月`);
      expect(reading.kind).toBe('invalid');
      if (reading.kind === 'invalid') expect(Math.floor(Number(reading.suggestion))).toBe(years);
      expect(read(`${String(years)}年以上`)).toEqual({ kind: 'invalid', suggestion: String(years) });
    }),
  );
});
