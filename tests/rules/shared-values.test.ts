import fc from 'fast-check';
import { readFacts } from '../../src/rules/facts';
import { groupKeys } from '../../src/rules/groups';
import { SharedValues, type GroupedRow } from '../../src/rules/shared-values';
import { applicant } from '../support/applicant';
import { readsOf } from '../support/reads';
import { RULEBOOK, day } from '../support/rulebook';

const PHONE = '13983012345';

const rowOf = (row: number, name: string, person: string): GroupedRow => {
  const facts = readFacts(RULEBOOK, applicant({ idNumber: '', name }), day('2025-03-26'));
  return { row, facts, keys: { ...groupKeys(facts), person } };
};

/** Who is named to each row as another who has the phone. */
function others(rows: readonly GroupedRow[]): readonly (number | undefined)[] {
  const phones = new SharedValues();
  for (const row of rows) phones.add(PHONE, row);
  return rows.map((row) => phones.sharing(PHONE, row).other?.row);
}

test('the other is the first who is certain to be another', () => {
  const named = fc.tuple(fc.constantFrom('向晓燕', '罗大成', '冉启明'), fc.constantFrom('', '1', '2', '3'));
  fc.assert(
    fc.property(fc.array(named, { minLength: 2, maxLength: 8 }), (given) => {
      const isAnother = (a: number, b: number): boolean => {
        const [[name, person], [otherName, otherPerson]] = [given[a] ?? ['', ''], given[b] ?? ['', '']];
        return person === '' || otherPerson === '' ? name !== otherName : person !== otherPerson;
      };
      const rows = given.map(([name, person], row) => rowOf(row, name, person));
      expect(others(rows)).toEqual(
        given.map((_, row) => rows.map((other) => other.row).find((other) => isAnother(row, other))),
      );
    }),
  );
});

test.each<[string, (row: number, last: number) => [name: string, person: string]]>([
  ['a person fills', (row, last) => [row === last ? '罗大成' : '向晓燕', '']],
  ['one ID number under many names fills', (row, last) => [`向${row}`, row === last ? '2' : '1']],
  ['a name, with and without an ID number, fills', (row) => ['向晓燕', row % 2 === 0 ? '' : String(row)]],
])('of the rows that %s none goes through all the others', (_, given) => {
  const work = (count: number): number =>
    readsOf(
      Array.from({ length: count }, (_, row) => rowOf(row, ...given(row, count - 1))),
      others,
    );
  expect(work(400) / work(100)).toBeLessThan(8);
});
