/**
 * The grid asks for Intl.Segmenter as it loads; browsers of before 2021 (Firefox: 2024) have none. This one cuts text
 * into code points, which is right for Han, digits and Latin; it must be imported before the grid.
 */
class CodePoints {
  *segment(input: string): Generator<{ segment: string; index: number; input: string; isWordLike: boolean }> {
    let index = 0;
    for (const segment of input) {
      yield { segment, index, input, isWordLike: /[\p{L}\p{N}]/u.test(segment) };
      index += segment.length;
    }
  }
}

if (!('Segmenter' in Intl))
  Object.defineProperty(Intl, 'Segmenter', { value: CodePoints, configurable: true });

export {};
