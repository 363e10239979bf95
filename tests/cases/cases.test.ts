import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kpy } from '../cli/support/kpy';
import { readable, type CheckDocument } from './support/document';

/* Each is judged by the notice that its expected.json names, whichever is in force. */

/** What a case.json holds. */
interface Case {
  readonly about: string;
  readonly date: string;
  readonly input: string;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const folders = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'case.json')));

const cases = folders.map((name) => {
  const folder = join(__dirname, name);
  return { name, folder, ...(json(join(folder, 'case.json')) as Case) };
});

/** Exit status of design §8, worked out from the document. */
const statusOf = ({ files }: CheckDocument): number =>
  Math.max(
    ...files.map(({ error, summary }) => (error !== undefined ? 3 : (summary?.errors ?? 0) > 0 ? 1 : 0)),
  );

test('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

test.each(cases)('$name: $about', async ({ folder, date, input }) => {
  const expected = join(folder, 'expected.json');
  const wanted = existsSync(expected) ? (json(expected) as CheckDocument) : null;
  const pack = wanted === null ? [] : ['--notice', wanted.notice];
  const { status, out, err } = await kpy(['check', join(folder, input), '--json', '--date', date, ...pack]);
  const document = JSON.parse(out) as CheckDocument;
  const actual = { ...document, files: document.files.map((each) => ({ ...each, file: basename(each.file) })) };
  const beside = join(folder, 'check.actual.json');
  // Left beside a mismatch: read it, and where it is right let it take the place of expected.json.
  if (readable(actual) === (wanted === null ? '' : readable(wanted))) rmSync(beside, { force: true });
  else writeFileSync(beside, readable(actual));
  expect(actual).toEqual(wanted);
  expect(status).toBe(statusOf(actual));
  expect(err).toBe('');
});
