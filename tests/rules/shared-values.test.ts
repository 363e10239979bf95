import { readFacts } from '../../src/rules/facts';
import { groupKeys } from '../../src/rules/groups';
import { SharedValues, type GroupedRow } from '../../src/rules/shared-values';
import { applicant } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';

test('a person who fills many rows is not gone through once for each of them', () => {
  let reads = 0;
  const rowOf = (row: number, name: string): GroupedRow => {
    const facts = readFacts(RULEBOOK, applicant({ idNumber: '', name }), day('2025-03-26'));
    const text = {
      ...facts.text,
      get name() {
        reads++;
        return name;
      },
    };
    return { row, facts: { ...facts, text }, keys: groupKeys(facts) };
  };
  const rows = Array.from({ length: 200 }, (_, row) => rowOf(row, row === 199 ? '罗大成' : '向晓燕'));
  const phones = new SharedValues();
  for (const row of rows) phones.add('13983012345', row);
  for (const row of rows)
    expect(phones.sharing('13983012345', row)).toEqual({
      people: 2,
      other: row.row === 199 ? rows[0] : rows[199],
    });
  expect(reads).toBeLessThan(20 * rows.length);
});
