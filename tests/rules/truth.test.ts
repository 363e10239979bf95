import fc from 'fast-check';
import {
  allOf,
  anyOf,
  decidingLeaves,
  leaf,
  underEachReading,
  type Condition,
} from '../../src/rules/condition';
import { agreed, both, either, type Truth } from '../../src/rules/truth';

const TRUTHS: readonly Truth[] = ['met', 'unknown', 'unmet'];

describe('Kleene’s tables', () => {
  test.each<[Truth, Truth, Truth, Truth, Truth]>([
    // a, b, a 且 b, a 或 b, both readings
    ['met', 'met', 'met', 'met', 'met'],
    ['met', 'unknown', 'unknown', 'met', 'unknown'],
    ['met', 'unmet', 'unmet', 'met', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unmet', 'unmet', 'unknown', 'unknown'],
    ['unmet', 'unmet', 'unmet', 'unmet', 'unmet'],
  ])('%s, %s: all %s, any %s, under both readings %s', (a, b, all, any, readings) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      expect([both(x, y), either(x, y), agreed(x, y)]).toEqual([all, any, readings]);
    }
  });

  test('laws', () => {
    for (const a of TRUTHS)
      for (const b of TRUTHS) {
        expect(both(a, either(a, b))).toBe(a);
        expect(either(a, both(a, b))).toBe(a);
        for (const c of TRUTHS) {
          expect(both(a, both(b, c))).toBe(both(both(a, b), c));
          expect(either(a, either(b, c))).toBe(either(either(a, b), c));
          expect(both(a, either(b, c))).toBe(either(both(a, b), both(a, c)));
        }
      }
  });
});

/** Any tree of conditions. */
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...TRUTHS).map((truth) => leaf('二（二）2', truth, 'level', 'card/none')),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => allOf('二（二）2', ...parts)),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => anyOf('二（二）2', ...parts)),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 3 })
      .map((parts) => underEachReading('二（二）2', parts, '认定意见')),
  ),
}));

/** The same tree with what is unknown known. */
function settled(condition: Condition, truth: Truth): Truth {
  const { parts, composed } = condition;
  if (parts === undefined) return condition.truth === 'unknown' ? truth : condition.truth;
  const truths = parts.map((part) => settled(part, truth));
  return truths.reduce(composed === 'all' ? both : composed === 'any' ? either : agreed);
}

describe('a tree of conditions', () => {
  test('what is decided stays so, whatever the unknown turns out to be', () => {
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom<Truth>('met', 'unmet'),
        (condition, truth) => condition.truth === 'unknown' || settled(condition, truth) === condition.truth,
      ),
    );
  });

  test('is explained by leaves, at least by one', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const leaves = decidingLeaves(condition);
        return leaves.length > 0 && leaves.every(({ parts }) => parts === undefined);
      }),
    );
  });

  test('no reading at all is a mistake of the caller', () => {
    expect(() => underEachReading('二（二）2', [], '认定意见')).toThrow('二（二）2');
  });
});
