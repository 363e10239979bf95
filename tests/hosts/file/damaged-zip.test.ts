import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { firstTexts, readRefusal } from './support/read';
import { honestZip, rawZip, type RawPart } from './support/raw-zip';
import { joinBytes, latin1, u16, u32, withBytes } from './support/bytes';
import { fixture } from './support/fixtures';
import { workbookParts } from './support/workbook-zip';
import { zipRecord, zipRecords } from './support/zip-records';
import { patchWorkbook } from '../../../src/hosts/file';

const SHEET = 'xl/worksheets/sheet1.xml';
const good = workbookParts({
  sheets: [
    { name: '名单', xml: '<sheetData><row r="1"><c r="A1" t="str"><v>张甲</v></c></row></sheetData>' },
  ],
});
const sheet = good[SHEET] ?? new Uint8Array();
/** The workbook with its sheet's part written otherwise, and with further parts. */
const zipWith = (part: Partial<RawPart>, ...more: readonly RawPart[]): Uint8Array =>
  rawZip([
    ...Object.entries(good).map(([name, content]) => ({ name, content, ...(name === SHEET ? part : {}) })),
    ...more,
  ]);

describe('read all the same', () => {
  test.each<[string, Uint8Array]>([
    ['parts stored without packing', zipWith({ method: 0, packed: sheet })],
    ['sizes behind the data', zipWith({ descriptor: true })],
    ['64-bit sizes', zipWith({ zip64: true })],
    ['a comment at the end', honestZip(good, { comment: 'made by PK\x05\x06 hand' })],
    ['bytes before the zip', honestZip(good, { before: latin1('PK\x03\x04stub') })],
    ['bytes after it', honestZip(good, { after: new Uint8Array(1000) })],
    ['folders as parts', zipWith({}, { name: 'xl/', method: 0, packed: new Uint8Array() })],
    [
      'backslashes between folders',
      rawZip(Object.entries(good).map(([name, content]) => ({ name: name.replaceAll('/', '\\'), content }))),
    ],
  ])('%s', async (_, bytes) => {
    expect(await firstTexts(bytes)).toEqual({ A1: '张甲' });
  });
});

describe('damage', () => {
  test.each<[string, Uint8Array, Record<string, string>]>([
    [
      'the same part twice',
      zipWith({}, { name: SHEET.toUpperCase(), content: sheet }),
      { reason: 'duplicate part' },
    ],
    ['a part outside the package', zipWith({}, { name: '../evil.xml' }), { reason: 'part name' }],
    ['a part on a drive', zipWith({}, { name: 'C:/evil.xml' }), { reason: 'part name' }],
    ['a part with a zero byte in its name', zipWith({}, { name: 'a\0.xml' }), { reason: 'part name' }],
    [
      'another name in the local header',
      zipWith({ localName: 'xl/worksheets/sheet2.xml' }),
      { reason: 'zip entry' },
    ],
    ['packing that is unknown', zipWith({ method: 12 }), { reason: 'zip method' }],
    [
      'stored with another size',
      zipWith({ method: 0, packed: sheet, size: sheet.length + 1 }),
      { reason: 'zip entry' },
    ],
    ['a wrong checksum', zipWith({ crc: 1 }), { part: SHEET }],
    [
      'parts that share bytes',
      zipWith({ packedSize: deflateRawSync(sheet).length + 40 }),
      { reason: 'overlapping parts' },
    ],
    ['an entry that points elsewhere', zipWith({ localOffset: 5 }), { reason: 'zip entry' }],
    ['more entries claimed than there are', honestZip(good, { count: 40 }), { reason: 'zip directory' }],
  ])('%s', async (_, bytes, params) => {
    expect(await readRefusal(bytes)).toMatchObject({ problem: 'damaged', params });
  });

  test('packed bytes that are none', async () => {
    const noise = Uint8Array.from({ length: 200 }, () => 0xff);
    expect(await readRefusal(zipWith({ packed: noise }))).toMatchObject({ problem: 'damaged' });
  });

  test.each([
    ['an element is not closed', '<worksheet><sheetData>'],
    ['elements close crosswise', '<worksheet><sheetData><row></sheetData></row></worksheet>'],
    ['there are two roots', '<worksheet/><worksheet/>'],
    ['there is none', ''],
    ['it is no XML', 'Not found'],
  ])('a sheet’s XML where %s', async (_, xml) => {
    expect(await readRefusal(honestZip({ ...good, [SHEET]: strToU8(xml) }))).toEqual({
      problem: 'damaged',
      params: { reason: 'xml' },
    });
  });

  test('text that is no UTF-8', async () => {
    const xml = joinBytes(
      strToU8('<worksheet><sheetData><row><c t="str"><v>'),
      Uint8Array.of(0xd5, 0xc5),
      strToU8('</v></c></row></sheetData></worksheet>'),
    );
    expect(await readRefusal(honestZip({ ...good, [SHEET]: xml }))).toMatchObject({ problem: 'damaged' });
  });
});

describe('a broken download', () => {
  const file = fixture('roster.xlsx');
  const records = zipRecords(file);
  const ends = [
    ['in the first local header', 20],
    ['in the middle of a part', zipRecord(file, SHEET).localAt + 200],
    ['between two parts', records[3]?.localAt ?? 0],
    ['before the directory', records[0]?.centralAt ?? 0],
    ['in the directory', (records[5]?.centralAt ?? 0) + 10],
    ['before the end record', file.length - 22],
    ['one byte before the end', file.length - 1],
  ] as const;

  test.each(ends)('that ends %s', async (_, length) => {
    expect(await readRefusal(file.subarray(0, length))).toEqual({ problem: 'truncated', params: {} });
  });

  test('whose beginning is missing', async () => {
    const rest = file.slice(100);
    rest.set([0x50, 0x4b, 0x03, 0x04]);
    expect((await readRefusal(rest))?.problem).toMatch(/^(truncated|damaged)$/);
  });

  test('whose parts point beyond its end', async () => {
    const { centralAt } = zipRecord(file, SHEET);
    expect(await readRefusal(withBytes(file, centralAt + 42, u32(0x7fffffff)))).toMatchObject({
      problem: 'truncated',
    });
  });
});

describe('any damage gives a result or an UnreadableFile', () => {
  const small = honestZip(good);
  const files = {
    roster: fixture('roster.xlsx'),
    small,
    zip64: zipWith({ zip64: true }),
    stored: zipWith({ method: 0, packed: sheet }),
  };
  const anyFile = fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[]));

  test('any prefix is truncated, from its first signature on', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (name, share) => {
          const file = files[name];
          const prefix = file.subarray(0, Math.floor(file.length * share));
          const refusal = await readRefusal(prefix);
          if (prefix.length >= 4) expect(refusal).toEqual({ problem: 'truncated', params: {} });
          else expect(refusal?.problem).toMatch(/^(empty|text|not-a-spreadsheet)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any bytes changed, when reading and when patching', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(anyFile, flips, async (name, changes) => {
        const file = files[name];
        const broken = file.slice();
        for (const [place, mask] of changes)
          broken[place % file.length] = (broken[place % file.length] ?? 0) ^ mask;
        const refusal = await readRefusal(broken);
        if (refusal !== undefined) return;
        // What can be read may be patched, or is refused in our own words: anything else is thrown on and fails here.
        try {
          patchWorkbook(broken, [{ sheet: '名单', row: 0, column: 0, text: '李乙' }]);
        } catch (error) {
          expect(error).toMatchObject({ name: 'UnreadableFile' });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('any cut or repeated stretch', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), fc.nat(), fc.boolean(), async (name, a, b, repeat) => {
        const file = files[name];
        const [from, to] = [
          Math.min(a % file.length, b % file.length),
          Math.max(a % file.length, b % file.length),
        ];
        const broken = repeat
          ? joinBytes(file.subarray(0, to), file.subarray(from))
          : joinBytes(file.subarray(0, from), file.subarray(to));
        expect((await readRefusal(broken))?.problem === 'empty').toBe(broken.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  test('any bytes behind a zip’s signature, and any XML inside a sound zip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await readRefusal(joinBytes(latin1('PK\x03\x04'), bytes))).toBeDefined();
      }),
    );
    const piece = fc.constantFrom(
      '<row',
      '<c r="A1"',
      '<c t="s"',
      '<v>',
      '</v>',
      '</c>',
      '>',
      '/>',
      '1',
      '&#x',
      ';',
      '<f t="shared" si="0"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '"',
      ' ',
      '<is><t>',
      '</row>',
      '<mergeCell ref="A1:Z9"/>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const xml = `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`;
        const refusal = await readRefusal(honestZip({ ...good, [SHEET]: strToU8(xml) }));
        if (refusal !== undefined) expect(['damaged', 'dtd']).toContain(refusal.problem);
      }),
      { numRuns: 500 },
    );
  });
});

test('an end record that counts too few parts hides them from everyone', async () => {
  const file = honestZip(good);
  const last = Object.keys(good).at(-1);
  const fewer = withBytes(withBytes(file, file.length - 14, u16(5)), file.length - 12, u16(5));
  expect(last).toBe(SHEET);
  expect((await readRefusal(fewer))?.problem).toBe('damaged');
});
