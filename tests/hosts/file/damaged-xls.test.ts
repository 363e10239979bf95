import fc from 'fast-check';
import { number, sst, workbookStream, xlsSheet } from './support/biff';
import { joinBytes, u16, u32, u8, withBytes } from './support/bytes';
import { compoundFile } from './support/compound';
import { fixture } from './support/fixtures';
import { readRefusal } from './support/read';

const file = fixture('roster.xls');
const SIGNATURE = u8(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

test.each([
  ['in its header', 300],
  ['after it', 512],
  ['in its streams', 2000],
])('a file that ends %s', async (_, length) => {
  expect(await readRefusal(file.subarray(0, length))).toEqual({ problem: 'truncated', params: {} });
});

test('a workbook stream that breaks off in a record', async () => {
  const stream = workbookStream([sst('张甲')], [{ name: '名单', records: [number(0, 0, 1)] }]);
  const cut = stream.subarray(0, stream.length - 8);
  expect(await readRefusal(compoundFile({ Workbook: cut }))).toEqual({ problem: 'truncated', params: {} });
});

test('a shared string longer than its records', async () => {
  const strings = joinBytes(u16(0x00fc, 13), u32(1, 1), u16(5000), u8(0, 0x41, 0x42));
  expect(await readRefusal(xlsSheet([strings]))).toEqual({ problem: 'truncated', params: {} });
});

test('a record that is too short for what it is', async () => {
  expect(await readRefusal(xlsSheet([], joinBytes(u16(0x0203, 4), u16(0, 0))))).toMatchObject({
    problem: 'damaged',
  });
});

test.each([
  ['sectors of an impossible size', 30, u16(20)],
  ['a directory that is not there', 48, u32(0x00ffffff)],
])('%s', async (_, at, bytes) => {
  expect((await readRefusal(withBytes(file, at, bytes)))?.problem).toMatch(/^(damaged|truncated)$/);
});

test('a chain of sectors that comes back to itself', async () => {
  const long = xlsSheet([], ...Array.from({ length: 600 }, (_, row) => number(row, 0, row)));
  const tableAt = 512 * (1 + new DataView(long.buffer).getUint32(76, true));
  // The second sector of the workbook stream is said to be followed by the first.
  expect(await readRefusal(withBytes(long, tableAt + 4, u32(0)))).toMatchObject({ problem: 'damaged' });
});

test('siblings in the directory that name each other', async () => {
  const two = compoundFile({ A: new Uint8Array(10), B: new Uint8Array(10) });
  const directory = 512 * (1 + new DataView(two.buffer).getUint32(48, true));
  expect(await readRefusal(withBytes(two, directory + 128 * 2 + 72, u32(1)))).toMatchObject({
    problem: 'damaged',
  });
});

describe('any damage gives a result or an UnreadableFile', () => {
  const files = {
    roster: file,
    small: xlsSheet([sst('张甲', 'AB')], number(0, 0, 1)),
    password: fixture('password.xlsx'),
  };
  const anyFile = fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[]));

  test('any prefix', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), async (name, length) => {
        const bytes = files[name];
        const prefix = bytes.subarray(0, Math.max(4, length % bytes.length));
        const refusal = await readRefusal(prefix);
        if (refusal !== undefined) expect(['truncated', 'damaged', 'encrypted']).toContain(refusal.problem);
        if (prefix.length < 512) expect(refusal).toEqual({ problem: 'truncated', params: {} });
      }),
      { numRuns: 300 },
    );
  });

  test('any bytes changed', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(anyFile, flips, async (name, changes) => {
        const bytes = files[name];
        const broken = bytes.slice();
        for (const [place, mask] of changes)
          broken[place % bytes.length] = (broken[place % bytes.length] ?? 0) ^ mask;
        await expect(readRefusal(broken)).resolves.not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('any bytes behind the signature, and any records in a sound container', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await readRefusal(joinBytes(SIGNATURE, bytes))).toBeDefined();
      }),
    );
    const ids = [
      0x06, 0x22, 0xbd, 0xd6, 0xe5, 0xfc, 0xfd, 0x203, 0x204, 0x205, 0x207, 0x208, 0x27e, 0x3c, 0x809, 0x0a,
    ];
    const anyRecord = fc
      .tuple(fc.constantFrom(...ids), fc.uint8Array({ maxLength: 24 }))
      .map(([id, data]) => joinBytes(u16(id, data.length), data));
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 8 }), async (records) => {
        const refusal = await readRefusal(xlsSheet([], ...records));
        if (refusal !== undefined) expect(['truncated', 'damaged']).toContain(refusal.problem);
      }),
      { numRuns: 500 },
    );
  });
});
