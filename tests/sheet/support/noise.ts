import fc from 'fast-check';

const FULL_WIDTH_OFFSET = 0xfee0;
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET));
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET));

/** The same header as people write it: upright, spaced out, broken into lines, starred, in the other width. */
export const noisyHeader = (header: string): fc.Arbitrary<string> =>
  fc
    .record({
      between: fc.array(fc.constantFrom('', '', ' ', '　', '\n', '\r\n', '\u00A0', '\t'), {
        minLength: header.length,
        maxLength: header.length,
      }),
      upright: fc.boolean(),
      before: fc.constantFrom('', '*', ' ', '\n', '★'),
      after: fc.constantFrom('', ' ', '：', '*', '\n', '（必填）'),
      width: fc.constantFrom((text: string) => text, fullWidth, halfWidth),
    })
    .map(({ between, upright, before, after, width }) => {
      const characters = Array.from(width(header));
      const spaced = characters.map((character, i) => character + (upright ? '\n' : (between[i] ?? '')));
      return before + spaced.join('') + after;
    });
