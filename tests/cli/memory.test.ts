import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { bareWorkbook, MAIN } from './support/bare-workbook';
import { Folder } from './support/folder';
import { HEADERS, rowOf } from './support/workbook';

/** A sheet of 20,000 people within a heap that holds its cells and findings, but neither its XML nor its words. */

const ROWS = 20_000;
const MEGABYTES = 160;
const folder = new Folder();
const file = folder.file('许多人.xlsx');

/** Texts stand in their cells, as programs write them that keep no shared strings. */
const row = (cells: readonly (string | number)[]): string =>
  `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`;

beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, i) =>
    row(
      rowOf({
        ethnicity: '汉',
        phone: String(13_800_000_000 + i),
        idNumber: String(500_103_198_507_120_000n + BigInt(i)),
        skillCertificateNo: `S0000500012302${String(i).padStart(8, '0')}`,
      }),
    ),
  );
  const data = `<worksheet xmlns="${MAIN}"><sheetData>${row(HEADERS)}${rows.join('')}</sheetData></worksheet>`;
  writeFileSync(file, bareWorkbook(strToU8(data)));
});
afterAll(() => {
  folder.remove();
});

test.each<[string, readonly string[]]>([
  ['check', []],
  ['check', ['--json']],
  ['export', ['-o', folder.file('上报.xlsx')]],
  ['fix', ['-o', folder.file('改.xlsx')]],
])(
  'kpy %s %j',
  (command, options) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        `--max-old-space-size=${String(MEGABYTES)}`,
        'dist/kpy.js',
        command,
        file,
        ...options,
        '--date',
        '2025-03-26',
      ],
      { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    expect([status, stderr]).toEqual([1, '']);
  },
  120_000,
);
