import fc from 'fast-check';
import { textCell } from '../../src/rules/cell';
import { readFacts } from '../../src/rules/facts';
import { rowFindings } from '../../src/rules/findings/index';
import { addDays } from '../../src/rules/calendar-date';
import { checkCharacter } from '../../src/rules/id-number';
import { applicant, type Given } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';

const TODAY = day('2025-03-26');
const factsOf = (given: Given): ReturnType<typeof readFacts> => readFacts(RULEBOOK, applicant(given), TODAY);

/** The rules id.* that a number breaks, and cell.untidy on column 5; 性别 follows the number unless given. */
function rulesBroken(idNumber: string, idType = '居民身份证'): readonly string[] {
  const read = factsOf({ idNumber, idType });
  const sex = read.identity.sex ?? '男';
  return rowFindings(RULEBOOK, factsOf({ idNumber, idType, sex })).flatMap(({ rule, column }) =>
    rule.startsWith('id.') || (rule === 'cell.untidy' && column === 'idNumber') ? [rule] : [],
  );
}

describe('numbers of every kind', () => {
  test.each<[string, string, string | null, '男' | '女' | null, readonly string[]]>([
    ['重庆渝中区', '500103198507121215', '1985-07-12', '男', []],
    ['重庆市中区，1997年以前的旧码', '510202197902282138', '1979-02-28', '男', []],
    ['万县地区开县，旧码', '512222196806150023', '1968-06-15', '女', []],
    ['涪陵地区涪陵市，旧码', '512301197209303317', '1972-09-30', '男', []],
    ['黔江地区秀山，旧码', '513522199001010008', '1990-01-01', '女', []],
    ['万县市龙宝区，旧码', '511202199505050448', '1995-05-05', '女', []],
    ['万盛区，2011年撤销', '500110200002290156', '2000-02-29', '男', []],
    ['国家标准的样例', '11010519491231002X', '1949-12-31', '女', []],
    ['港澳居民居住证，香港', '810000199408230021', '1994-08-23', '女', []],
    ['港澳居民居住证，澳门', '82000019880704117X', '1988-07-04', '男', []],
    ['台湾居民居住证', '830000199201300022', '1992-01-30', '女', []],
    ['末位大写X', '50010319850712001X', '1985-07-12', '男', []],
    ['校验码错', '500103198507121210', null, null, ['id.checksum']],
    ['日期不存在，校验码对', '500103198502301217', null, null, ['id.date']],
    ['尚未到来的日期', '500103202907121213', null, null, ['id.date']],
    ['区划码不存在，只是提醒', '50999919850712121X', '1985-07-12', '男', ['id.region']],
    ['末位小写x', '50010319850712001x', '1985-07-12', '男', ['cell.untidy']],
    ['末位全角Ｘ', '50010319850712001Ｘ', '1985-07-12', '男', ['cell.untidy']],
    ['末位乘号', '50010319850712001×', '1985-07-12', '男', ['cell.untidy']],
    ['前有撇号', "'500103198507121215", '1985-07-12', '男', ['cell.untidy']],
    ['分段空格', '500103 19850712 1215', '1985-07-12', '男', ['cell.untidy']],
    ['星号误代X', '50010319850712001*', null, null, ['id.characters']],
    ['十五位旧号', '500103850712121', null, null, ['id.length']],
    ['科学计数法', '5.00103E+17', null, null, ['id.damaged']],
    ['末三位被置零', '500103198507121000', null, null, ['id.damaged']],
  ])('%s %s', (_about, idNumber, birth, sex, rules) => {
    const { identity } = factsOf({ idNumber });
    expect({ birth: identity.birth, sex: identity.sex }).toEqual({ birth, sex });
    expect(rulesBroken(idNumber)).toEqual(rules);
  });

  test.each<[string, string, string, string | null, '男' | '女' | null]>([
    ['新版外国人永久居留身份证', '外国人永久居留身份证', '911124198108030024', '1981-08-03', '女'],
    ['旧版外国人永久居留身份证', '外国人永久居留身份证', 'CAN110181042101', null, null],
    ['外国护照', '外国护照', 'AB1234567', null, null],
    ['港澳居民来往内地通行证', '港澳居民来往内地通行证', 'H12345678', null, null],
  ])('%s', (_about, idType, idNumber, birth, sex) => {
    const { identity } = factsOf({ idType, idNumber });
    expect({ birth: identity.birth, sex: identity.sex }).toEqual({ birth, sex });
    expect(rulesBroken(idNumber, idType)).toEqual([]);
  });
});

const REGIONS = ['500103', '500112', '510202', '512301', '110105', '440305'] as const;
const pad = (value: number): string => String(value).padStart(3, '0');

/** A number that could be somebody's: a region, a day of birth from 1930 to 2024, an order, the right check digit. */
const validNumber = fc
  .tuple(
    fc.constantFrom(...REGIONS),
    fc.integer({ min: 0, max: 34_000 }).map((days) => addDays(day('1930-01-01'), days).replaceAll('-', '')),
    fc.integer({ min: 0, max: 999 }).map(pad),
  )
  .map(([region, birth, order]) => region + birth + order)
  .map((first17) => first17 + checkCharacter(first17));

describe('any valid number', () => {
  test('breaks no rule', () => {
    fc.assert(fc.property(validNumber, (idNumber) => rulesBroken(idNumber).length === 0));
  });

  test('is no longer valid with one character changed', () => {
    const change = fc.tuple(validNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([idNumber, at, by]) => {
        const was = idNumber.charAt(at);
        const now = was === 'X' ? String(by) : String((Number(was) + by) % 10);
        const { identity } = factsOf({ idNumber: idNumber.slice(0, at) + now + idNumber.slice(at + 1) });
        return identity.problems.length > 0 && identity.birth === null;
      }),
    );
  });

  test('is no longer valid with two neighbours swapped', () => {
    const swap = fc
      .tuple(validNumber, fc.nat(15))
      .filter(([idNumber, at]) => idNumber.charAt(at) !== idNumber.charAt(at + 1));
    fc.assert(
      fc.property(swap, ([idNumber, at]) => {
        const swapped =
          idNumber.slice(0, at) + idNumber.charAt(at + 1) + idNumber.charAt(at) + idNumber.slice(at + 2);
        const { identity } = factsOf({ idNumber: swapped });
        return identity.problems.length > 0 && identity.birth === null;
      }),
    );
  });

  test('kept as a number is never repaired', () => {
    fc.assert(
      fc.property(validNumber, (idNumber) => {
        const number = Number(idNumber.replace('X', '0'));
        const asExcelKeepsIt = Number(number.toPrecision(15));
        const { identity } = factsOf({ idNumber: asExcelKeepsIt });
        return identity.problems.join() === 'damaged' && identity.person === '' && identity.birth === null;
      }),
    );
  });

  test('is the same person however it is spaced and whatever its x', () => {
    fc.assert(
      fc.property(
        validNumber,
        fc.constantFrom(' ', '　', '\u200B', '\n'),
        fc.nat(18),
        (idNumber, gap, at) => {
          const typed = (idNumber.slice(0, at) + gap + idNumber.slice(at)).toLowerCase();
          return factsOf({ idNumber: textCell(typed) }).identity.person === idNumber;
        },
      ),
    );
  });
});
