import { copyFileSync } from 'node:fs';
import fc from 'fast-check';
import { aligned, clipped, oneLine, widthOf } from '../../src/cli/terminal';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, writeWorkbook } from './support/workbook';

const DATE = ['--date', '2025-03-26'];
const folder = new Folder();
let file: string;
let another: string;
beforeAll(async () => {
  file = await writeWorkbook(folder.file('名单.xlsx'), {
    名单: sheetOf(rowOf({ workYears: 3, ethnicity: '汉' })),
  });
  another = folder.file('another.xlsx');
  copyFileSync(file, another);
});
afterAll(() => {
  folder.remove();
});

describe('widths', () => {
  test.each([
    ['abc', 3],
    ['考评员', 6],
    ['（）', 4],
    ['第10行', 6],
    ['e\u0301', 1],
    ['阿依古丽·买买提', 16],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('columns begin at the same place whatever stands before them', () => {
    expect(
      aligned([
        ['第3行', '陈立新', '符合'],
        ['第10行', 'Li', '待核实'],
      ]),
    ).toEqual(['第3行   陈立新  符合', '第10行  Li      待核实']);
  });

  test('a clipped text never takes more columns than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const clip = clipped(text, columns);
        expect(widthOf(clip)).toBeLessThanOrEqual(columns);
        if (widthOf(text) <= columns) expect(clip).toBe(text);
      }),
    );
  });

  test('what would break a line or steer a terminal is shown as a sign', () => {
    expect(oneLine('一\r\n二\n三\u001b[31m四\u200b')).toBe('一↵二↵三¤[31m四¤');
  });
});

describe('colour', () => {
  test('severities and verdicts have theirs where the terminal has colour', async () => {
    const { out } = await kpy(['check', file, ...DATE], { colour: true });
    expect(out).toContain('\u001b[31m错误\u001b[39m');
    expect(out).toContain('\u001b[33m提醒\u001b[39m');
    expect(out).toContain('\u001b[32m符合\u001b[39m');
  });

  test('without colour there is no escape, and the text is the same', async () => {
    const plain = await kpy(['check', file, ...DATE]);
    const coloured = await kpy(['check', file, ...DATE], { colour: true });
    expect(plain.out).not.toContain('\u001b');
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });

  test('JSON is never coloured', async () => {
    expect((await kpy(['check', file, '--json', ...DATE], { colour: true })).out).not.toContain('\u001b');
  });
});

describe('progress', () => {
  const LIVE = { live: true, columns: 30 };

  test('one line a file, drawn over and cleared, within the width of the terminal', async () => {
    const { err } = await kpy(['check', file, another, ...DATE], LIVE);
    const drawn = err.split('\r').filter((text) => text.trim() !== '');
    expect(drawn.map((text) => /\d+\/\d+/.exec(text)?.[0])).toEqual(['1/2', '2/2']);
    for (const text of drawn) expect(widthOf(text)).toBeLessThan(30);
    expect(err.endsWith('\r')).toBe(true);
  });

  test('a bar, the count and the name, whatever characters that has', async () => {
    const odd = folder.file('名\n单.xlsx');
    copyFileSync(file, odd);
    const { err } = await kpy(['check', file, odd, ...DATE], { live: true, columns: 200 });
    const lines = [
      `[${'#'.repeat(10)}${'-'.repeat(10)}] 1/2 ${file}`,
      `[${'#'.repeat(20)}] 2/2 ${folder.file('名↵单.xlsx')}`,
    ];
    expect(err).toBe(lines.map((line) => `${line}\r${' '.repeat(widthOf(line))}\r`).join(''));
  });

  test('not for one file, not where nobody watches', async () => {
    expect((await kpy(['check', file, ...DATE], LIVE)).err).toBe('');
    expect((await kpy(['check', file, another, ...DATE])).err).toBe('');
  });
});
