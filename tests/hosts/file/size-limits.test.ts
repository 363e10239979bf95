import { deflateRawSync } from 'node:zlib';
import { Inflate, strToU8 } from 'fflate';
import { readWorkbook } from '../../../src/hosts/file';
import { firstSheet, readRefusal, type Refusal } from './support/read';
import { deflatedMegabytes, rawZip, type RawPart } from './support/raw-zip';
import { sheetZip, workbookParts, workbookZip } from './support/workbook-zip';

const MEGABYTE = 1024 * 1024;
const SPACE = 0x20;

/** A good workbook with further parts, or with its sheet replaced. */
function workbookWith(...parts: readonly RawPart[]): Uint8Array {
  const own = Object.entries(workbookParts({ sheets: [{ name: '名单', xml: '<sheetData/>' }] }));
  const replaced = new Set(parts.map(({ name }) => name));
  return rawZip([
    ...own.filter(([name]) => !replaced.has(name)).map(([name, content]) => ({ name, content })),
    ...parts,
  ]);
}

const bomb = (name: string, megabytes: number): RawPart => ({
  name,
  packed: deflatedMegabytes(SPACE, megabytes),
  size: megabytes * MEGABYTE,
});

/** How a file is refused, and how many bytes came out of the inflater before that. */
async function refusedAfter(file: Uint8Array): Promise<Refusal & { inflated: number }> {
  let inflated = 0;
  const own = Object.getOwnPropertyDescriptor(Inflate.prototype, 'push')?.value as Inflate['push'];
  const spy = jest.spyOn(Inflate.prototype, 'push').mockImplementation(function (
    this: Inflate,
    chunk,
    final,
  ) {
    const { ondata } = this;
    this.ondata = (data, last) => {
      inflated += data.length;
      ondata(data, last);
    };
    try {
      own.call(this, chunk, final);
    } finally {
      this.ondata = ondata;
    }
  });
  try {
    const refusal = await readRefusal(file);
    return { problem: 'none', params: {}, ...refusal, inflated };
  } finally {
    spy.mockRestore();
  }
}

test('the counter of these tests sees what is inflated', async () => {
  const content = strToU8(`<x>${' '.repeat(100_000)}</x>`);
  const { problem, inflated } = await refusedAfter(workbookWith({ name: 'xl/sharedStrings.xml', content }));
  expect(problem).toBe('none');
  expect(inflated).toBeGreaterThan(content.length);
});

test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/media/image1.png'])(
  'a bomb of 500 MB in %s is refused by its own words, with nothing inflated',
  async (name) => {
    const file = workbookWith(bomb(name, 500));
    expect(file.length).toBeLessThan(MEGABYTE);
    expect(await refusedAfter(file)).toEqual({
      problem: 'too-large',
      params: { limit: 'inflatedBytes' },
      inflated: 0,
    });
  },
);

test('many parts that are too large only together', async () => {
  const file = workbookWith(
    ...Array.from({ length: 30 }, (_, index) => bomb(`xl/media/image${index}.png`, 10)),
  );
  expect(await refusedAfter(file)).toEqual({
    problem: 'too-large',
    params: { limit: 'inflatedBytes' },
    inflated: 0,
  });
});

test('packed more than any sheet can be', async () => {
  expect(await refusedAfter(workbookWith(bomb('xl/worksheets/sheet1.xml', 200)))).toEqual({
    problem: 'too-large',
    params: { limit: 'ratio' },
    inflated: 0,
  });
});

test('a bomb that declares a small size is found out at its first pieces', async () => {
  const part = { ...bomb('xl/worksheets/sheet1.xml', 500), size: 1000 };
  const refused = await refusedAfter(workbookWith(part));
  expect(refused).toMatchObject({ problem: 'damaged', params: { part: 'xl/worksheets/sheet1.xml' } });
  expect(refused.inflated).toBeLessThan(20 * MEGABYTE);
});

test('a part that declares more than it has', async () => {
  const content = strToU8('<worksheet><sheetData/></worksheet>');
  const file = workbookWith({ name: 'xl/worksheets/sheet1.xml', content, size: content.length + 1 });
  expect(await readRefusal(file)).toEqual({
    problem: 'damaged',
    params: { part: 'xl/worksheets/sheet1.xml' },
  });
});

test('a relationships part beyond any reason', async () => {
  const xml = strToU8(`<Relationships><!--${'x'.repeat(17 * MEGABYTE)}--></Relationships>`);
  const part = { name: 'xl/_rels/workbook.xml.rels', content: xml, packed: xml, method: 0 };
  expect(await readRefusal(workbookWith(part))).toEqual({
    problem: 'too-large',
    params: { limit: 'part', part: 'xl/_rels/workbook.xml.rels' },
  });
});

test('more parts than a workbook has', async () => {
  const parts = Array.from({ length: 10_001 }, (_, index) => ({ name: `xl/media/${index}` }));
  expect(await readRefusal(rawZip(parts))).toEqual({ problem: 'too-large', params: { limit: 'parts' } });
});

test('more sheets than a workbook has', async () => {
  const sheets = Array.from({ length: 1001 }, (_, index) => ({ name: `表${index}`, xml: '<sheetData/>' }));
  expect(await readRefusal(workbookZip({ sheets }))).toEqual({
    problem: 'too-large',
    params: { limit: 'sheets' },
  });
});

test('a file of more bytes than may be inflated', async () => {
  expect(await readRefusal(new Uint8Array(256 * MEGABYTE + 1))).toEqual({
    problem: 'too-large',
    params: { limit: 'inflatedBytes' },
  });
});

test('1,048,576 empty rows cost nothing', async () => {
  const rows = Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}"/>`).join('');
  const name = 'xl/worksheets/sheet1.xml';
  const content = strToU8(
    `<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c></row>${rows}</sheetData></worksheet>`,
  );
  const packed = new Uint8Array(deflateRawSync(content, { level: 1 }));
  const grid = await firstSheet(workbookWith({ name, content, packed }));
  expect(grid.rows.map((row) => row?.map((cell) => cell?.text))).toEqual([['姓名']]);
  expect(grid.hiddenRows.size).toBe(0);
});

test('a formula filled down a whole column is not multiplied without end', async () => {
  const long = `"${'长'.repeat(8000)}"&amp;A1`;
  const rows = Array.from(
    { length: 20_000 },
    (_, index) =>
      `<row r="${index + 1}"><c r="B${index + 1}"><f t="shared"${index === 0 ? ' ref="B1:B20000"' : ''} si="0">${index === 0 ? long : ''}</f></c></row>`,
  );
  expect(await readRefusal(sheetZip(rows.join('')))).toEqual({
    problem: 'too-large',
    params: { limit: 'keptItems' },
  });
});

test('elements nested deeper than any workbook’s', async () => {
  const xml = `<sheetData>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</sheetData>`;
  expect(await readRefusal(workbookZip({ sheets: [{ name: '名单', xml }] }))).toEqual({
    problem: 'damaged',
    params: { reason: 'xml' },
  });
});

test('a tag without an end', async () => {
  const xml = `<sheetData a="${'x'.repeat(3 * MEGABYTE)}`;
  expect(await readRefusal(workbookZip({ sheets: [{ name: '名单', xml }] }))).toEqual({
    problem: 'damaged',
    params: { reason: 'xml' },
  });
});

test('a large honest list is read', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
  );
  const { sheets } = await readWorkbook(sheetZip(rows.join('')));
  expect(sheets[0]?.rows[19_999]?.[0]?.text).toBe('19999');
});
