import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { Folder } from './support/folder';
import { HEADERS, rowOf } from './support/workbook';

/** A sheet of 20,000 people within a heap that holds its cells and findings, but neither its XML nor its words. */

const ROWS = 20_000;
const MEGABYTES = 160;
const folder = new Folder();
const file = folder.file('许多人.xlsx');
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

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
  writeFileSync(
    file,
    zipSync(
      {
        '[Content_Types].xml': strToU8(
          `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
        ),
        '_rels/.rels': strToU8(
          `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        ),
        'xl/workbook.xml': strToU8(
          `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet xmlns="${MAIN}"><sheetData>${row(HEADERS)}${rows.join('')}</sheetData></worksheet>`,
        ),
      },
      { level: 1 },
    ),
  );
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
