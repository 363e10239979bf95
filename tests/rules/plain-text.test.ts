import { fold } from '../../src/rules/fold';
import { isPlain } from '../../src/rules/plain-text';
import { tidy } from '../../src/rules/tidy';

const EVERY_CHARACTER = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('plain characters are those that there is nothing to tidy or to fold about, but for capitals', () => {
  const plain = EVERY_CHARACTER.filter(isPlain);
  expect(plain.filter((character) => tidy('employer', character) !== character)).toEqual([]);
  expect(plain.filter((character) => fold(character) !== character.toLowerCase())).toEqual([]);
  expect(plain).toEqual(expect.arrayContaining(['中', 'a', 'A', '0', '-', '（'.normalize('NFKC')]));
});

test.each(['', '重庆', '4-04-05-01', 'S000050000001223000001'])('“%s” is plain', (text) => {
  expect(isPlain(text)).toBe(true);
});

test.each([' ', '甲 乙', '甲　', '１', '（', '—', '\n', '\u200b', '㐀', '𠀀'])('“%s” is not', (text) => {
  expect(isPlain(text)).toBe(false);
});
