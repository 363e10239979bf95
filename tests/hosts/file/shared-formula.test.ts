import { referencesOf } from '../../../src/hosts/file/shared-formula';

const CELLS = { top: 0, left: 0, bottom: 1, right: 1 };

describe('what a formula names of its own sheet', () => {
  test.each(['A1:B2', 'Own!A1:B2', "'Own'!A1:B2", 'own!$A$1:$B$2', 'Own!A1:Own!B2', 'A1:Own!B2'])(
    '%s is of it, as one range',
    (formula) => {
      expect(referencesOf(formula, 'Own')).toEqual([CELLS]);
    },
  );

  test.each([
    'Other!A1:B2',
    "'Other'!A1:B2",
    'MyOwn!A1:B2',
    'My.Own!A1:B2',
    "'My Own'!A1:B2",
    "'It''Own'!A1:B2",
    '[1]Own!A1:B2',
    "'[Book.xlsx]Own'!A1:B2",
    'Other!A:B',
    'Other!1:2',
    '"Own!A1:B2"',
  ])('%s is not, neither its first cell nor its last', (formula) => {
    expect(referencesOf(formula, 'Own')).toEqual([]);
  });

  test('a name with a quote in it is written with two', () => {
    expect(referencesOf("'It''s'!A1:B2", "It's")).toEqual([CELLS]);
    expect(referencesOf("'It''s'!A1:B2", 's')).toEqual([]);
  });
});
