import { checkSheets } from '../../src/sheet/check-sheet';
import { wordedReport } from '../../src/sheet/worded-report';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, writeWorkbook } from './support/workbook';

/** An exception that nobody foresaw, in the middle of the work: here one that the test puts in. */

jest.mock('../../src/sheet/worded-report', () => ({
  wordedReport: jest.fn(jest.requireActual<Worded>('../../src/sheet/worded-report').wordedReport),
}));
jest.mock('../../src/sheet/check-sheet', () => {
  const actual = jest.requireActual<Checked>('../../src/sheet/check-sheet');
  return { ...actual, checkSheets: jest.fn(actual.checkSheets) };
});
interface Worded {
  readonly wordedReport: typeof wordedReport;
}
interface Checked {
  readonly checkSheets: typeof checkSheets;
}

const DATE = ['--date', '2025-03-26'];
const TOLD = '程序出错，请把这句话和所用的表发给开发者：no such word';
const fails = (): never => {
  throw new Error('no such word');
};

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

const twoFiles = async (): Promise<readonly string[]> => [
  await writeWorkbook(folder.file('a.xlsx'), { 甲: sheetOf(rowOf()) }),
  await writeWorkbook(folder.file('b.xlsx'), { 乙: sheetOf(rowOf()) }),
];

interface Entry {
  readonly sheet?: string;
  readonly error?: string;
  readonly summary?: unknown;
}

/** The document of a check with bugs of the test's: it is read as one however far it came. */
async function entriesOf(files: readonly string[]): Promise<readonly Entry[]> {
  const { status, out } = await kpy(['check', ...files, '--json', ...DATE]);
  expect(status).toBe(2);
  return (JSON.parse(out) as { files: readonly Entry[] }).files;
}

describe('kpy check --json stays one document, with an error for the file, and goes on', () => {
  test.each([
    ['before anything of the file is written', 0],
    ['among its findings or verdicts', 1],
  ])('%s', async (_, wordsBefore) => {
    const [first = '', second = ''] = await twoFiles();
    const actual = jest.requireActual<Worded>('../../src/sheet/worded-report').wordedReport;
    const worded = jest.mocked(wordedReport);
    for (let i = 0; i < wordsBefore; i++) worded.mockImplementationOnce(actual);
    worded.mockImplementationOnce(fails);
    const [broken, whole] = await entriesOf([first, second]);
    expect(broken).toMatchObject({ file: first, error: TOLD });
    expect(broken).not.toHaveProperty('summary');
    expect(whole).toMatchObject({ file: second, sheet: '乙', summary: { errors: 0, eligible: 1 } });
  });

  test('where the sheets are judged', async () => {
    const [first = '', second = ''] = await twoFiles();
    jest.mocked(checkSheets).mockImplementationOnce(fails);
    const entries = await entriesOf([first, second]);
    expect(entries).toMatchObject([
      { file: first, error: TOLD },
      { file: second, sheet: '乙' },
    ]);
  });
});

test('kpy check --json goes on with the other sheets of the file', async () => {
  const file = await writeWorkbook(folder.file('a.xlsx'), { 甲: sheetOf(rowOf()), 乙: sheetOf(rowOf()) });
  jest.mocked(wordedReport).mockImplementationOnce(fails);
  expect(await entriesOf([file])).toMatchObject([
    { file, sheet: '甲', error: TOLD },
    { file, sheet: '乙', summary: { eligible: 0 } },
  ]);
});

test('kpy check in lines names the file, counts it among those not checked, and goes on', async () => {
  const [first = '', second = ''] = await twoFiles();
  jest.mocked(checkSheets).mockImplementationOnce(fails);
  const { status, out, err } = await kpy(['check', first, second, ...DATE]);
  expect(err).toBe(`${first}: ${TOLD}\n`);
  expect(out).toContain(second);
  expect(out).toContain('共 1 张表，1 人；1 个文件未能检查');
  expect(status).toBe(2);
});

test('kpy fix --json ends its document too', async () => {
  const [file = ''] = await twoFiles();
  jest.mocked(wordedReport).mockImplementationOnce(fails);
  const { status, out, err } = await kpy(['fix', file, '--json', '--dry-run', ...DATE]);
  expect(JSON.parse(out)).toMatchObject({ changes: [], left: { files: [{ file, error: TOLD }] } });
  expect(err).toBe(`${TOLD}\n`);
  expect(status).toBe(2);
});
