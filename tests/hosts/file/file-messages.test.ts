import { FILE_PROBLEMS, UnreadableFile } from '../../../src/hosts/file';
import { LOCALES, messageText } from '../../../src/rules/messages/message';

test.each(FILE_PROBLEMS)('%s has its sentence in every language', (problem) => {
  const sentences = LOCALES.map((locale) => messageText(locale, `file.${problem}`));
  for (const sentence of sentences) {
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence).not.toContain('{');
  }
  expect(new Set(sentences).size).toBe(LOCALES.length);
  expect(sentences[0]).toMatch(/\p{Script=Han}/u);
  expect(sentences[1]).not.toMatch(/\p{Script=Han}/u);
});

test('an error names its message and keeps its cause', () => {
  const cause = new RangeError('no');
  const error = new UnreadableFile('damaged', { part: 'xl/workbook.xml' }, cause);
  expect(error).toMatchObject({
    name: 'UnreadableFile',
    message: 'file.damaged',
    params: { part: 'xl/workbook.xml' },
    cause,
  });
});
