import { linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, textsOf, writeWorkbook } from './support/workbook';

const DATE = ['--date', '2025-03-26'];
const MESSY = rowOf({
  name: '陈 立新',
  ethnicity: '汉',
  workYears: '15年',
  occupationCode: '4—04—05—05',
  phone: '88152283',
});

let folder: Folder;
let input: string;
beforeEach(async () => {
  folder = new Folder();
  input = await writeWorkbook(folder.file('名单.xlsx'), { 名单: sheetOf(MESSY) });
});
afterEach(() => {
  folder.remove();
});

test('a sheet without a header is said to have none', async () => {
  const file = await writeWorkbook(folder.file('通讯录.xlsx'), {
    通讯录: [
      ['姓名', '电话'],
      ['陈立新', '13900001111'],
    ],
  });
  const { status, out } = await kpy(['fix', file, ...DATE]);
  expect([status, out]).toEqual([1, expect.stringContaining('表头')]);
});

describe('the copy', () => {
  test('has the safe fixes and nothing else changed; the original stays', async () => {
    const before = readFileSync(input);
    const { status, out, err } = await kpy(['fix', input, ...DATE]);
    const copy = folder.file('名单-已修正.xlsx');
    expect(out.split('\n')).toEqual([
      '可自动修正 4 处：',
      '  G3  姓名                      陈␣立新 → 陈立新',
      '  H3  民族                      汉 → 汉族',
      '  N3  工龄                      15年 → 15',
      '  Z3  申报职业编码（考评员和…  4—04—05—05 → 4-04-05-05',
      '名单：修正后还有错误 1 处、提醒 0 处',
      `已写入 ${copy}`,
      `其余须人工改正；运行 kpy check "${copy}" 查看`,
      '',
    ]);
    expect(err).toBe('');
    expect(status).toBe(1);
    const [was, is] = [await textsOf(input), await textsOf(copy)];
    const changed = is.flatMap((row, r) =>
      row.flatMap((text, c) => (text === was[r]?.[c] ? [] : [[r, c, text]])),
    );
    expect(changed).toEqual([
      [2, 6, '陈立新'],
      [2, 7, '汉族'],
      [2, 13, '15'],
      [2, 25, '4-04-05-05'],
    ]);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(folder.names()).toEqual(['名单-已修正.xlsx', '名单.xlsx'].sort());
  });

  test('has no result any more of a formula that looks at what was fixed, which is said', async () => {
    const sex = { formula: 'IF(MOD(MID(E3,17,1),2)=1,"男","女")', result: '女' };
    const row = [...rowOf({ idNumber: ' 500103198507121215', sex: '' })].map((value, column) =>
      column === 5 ? sex : value,
    );
    const file = await writeWorkbook(folder.file('公式.xlsx'), { 名单: sheetOf(row) });
    expect((await kpy(['fix', file, ...DATE])).out).toContain(
      '有 1 处公式由改正的单元格算出，原来的结果已去掉',
    );
    const { out } = await kpy(['check', folder.file('公式-已修正.xlsx'), ...DATE]);
    expect(out).toMatch(/F3 +错误 +此栏是公式，没有保存结果/);
    expect(out).not.toContain('id.sex');
  });

  test('is patched in place: parts other than the sheet and its styles are the same', async () => {
    await kpy(['fix', input, ...DATE]);
    const was = unzipSync(readFileSync(input));
    const is = unzipSync(readFileSync(folder.file('名单-已修正.xlsx')));
    expect(Object.keys(is)).toEqual(Object.keys(was));
    const different = Object.keys(was).filter(
      (part) => !Buffer.from(was[part] ?? []).equals(Buffer.from(is[part] ?? [])),
    );
    expect(different.sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  });

  test('leaves a sound file with status 0 and nothing more to fix', async () => {
    const sound = await writeWorkbook(folder.file('好.xlsx'), { 名单: sheetOf(rowOf({ ethnicity: '汉' })) });
    expect((await kpy(['fix', sound, ...DATE])).status).toBe(0);
    const again = await kpy(['fix', folder.file('好-已修正.xlsx'), ...DATE]);
    expect(again).toMatchObject({ status: 0, err: '' });
    expect(again.out).toContain('没有可以自动修正的问题');
    expect(folder.names()).not.toContain('好-已修正-已修正.xlsx');
  });

  test.each([
    ['of a workbook with macros', '宏.xlsm', '宏-已修正.xlsm'],
    ['of a template', '模板.XLTX', '模板-已修正.xltx'],
    ['of a template with macros', '模板.xltm', '模板-已修正.xltm'],
  ])('%s keeps its extension', async (_, name, fixed) => {
    const file = folder.file(name);
    writeFileSync(file, readFileSync(input));
    await kpy(['fix', file, ...DATE]);
    expect(folder.names()).toContain(fixed);
  });

  test('the fixes of each sheet go to that sheet', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), {
      三月: sheetOf(rowOf({ ethnicity: '汉' })),
      四月: sheetOf(rowOf({ politicalStatus: '党员' })),
    });
    const { out } = await kpy(['fix', file, ...DATE]);
    expect(out).toContain('三月\n  H3  民族  汉 → 汉族\n四月\n  J3  政治面貌  党员 → 中共党员\n');
    const copy = folder.file('两张-已修正.xlsx');
    expect((await textsOf(copy, 0))[2]?.[7]).toBe('汉族');
    expect((await textsOf(copy, 1))[2]?.[9]).toBe('中共党员');
  });
});

test('--dry-run shows the changes and writes nothing', async () => {
  const { status, out } = await kpy(['fix', input, '--dry-run', ...DATE]);
  expect(out).toContain('  H3  民族 ');
  expect(out).toContain('修正后还有错误 1 处');
  expect(out).not.toContain('已写入');
  expect(folder.names()).toEqual(['名单.xlsx']);
  expect(status).toBe(1);
});

test('--json: the changes, the copy, and what is left in the form of kpy check', async () => {
  const copy = folder.file('out.xlsx');
  const { out } = await kpy(['fix', input, '-o', copy, '--json', ...DATE]);
  const document = JSON.parse(out) as { left: { files: { file: string; findings: object[] }[] } };
  expect(document).toMatchObject({
    file: input,
    out: copy,
    left: { notice: '2025-8', date: '2025-03-26' },
  });
  expect(document).toHaveProperty('changes.1', {
    sheet: '名单',
    cell: 'H3',
    before: '汉',
    after: '汉族',
    rules: ['choice.unknown'],
  });
  expect(document.left.files[0]?.findings).toMatchObject([
    { rule: 'phone.invalid', cell: 'O3', fix: { value: '023-88152283', safe: false } },
  ]);
});

describe('--json where no copy is written names none, but the file that is there', () => {
  test.each([
    ['with --dry-run', MESSY, ['--dry-run']],
    ['where there is nothing to fix', rowOf({ phone: '88152283' }), ['-o', 'nowhere.xlsx']],
  ])('%s', async (_, row, options) => {
    const file = await writeWorkbook(folder.file('名单.xlsx'), { 名单: sheetOf(row) });
    const { status, out } = await kpy(['fix', file, ...options, '--json', ...DATE]);
    expect(JSON.parse(out)).toMatchObject({ file, out: null, left: { files: [{ file, rows: 1 }] } });
    expect(status).toBe(1);
    expect(folder.names()).toEqual(['名单.xlsx']);
  });
});

describe('nothing is written over', () => {
  test('an existing copy is kept, and replaced with --force', async () => {
    const copy = folder.file('名单-已修正.xlsx');
    writeFileSync(copy, 'mine');
    const refused = await kpy(['fix', input, ...DATE]);
    expect(refused).toEqual({
      status: 2,
      out: '',
      err: `${copy} 已经存在；请用 -o 指定另一个文件，或加 --force 覆盖\n`,
    });
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    expect((await kpy(['fix', input, '--force', ...DATE])).status).toBe(1);
    expect((await textsOf(copy))[2]?.[7]).toBe('汉族');
    expect(folder.names()).toHaveLength(2);
  });

  test.each([
    ['by its own name', (): string => input],
    [
      'through a symbolic link',
      (): string => {
        const link = folder.file('link.xlsx');
        symlinkSync(input, link);
        return link;
      },
    ],
  ])('the input %s is refused even with --force', async (_, target) => {
    const before = readFileSync(input);
    const out = target();
    const { status, err } = await kpy(['fix', input, '-o', out, '--force', ...DATE]);
    expect(err).toBe(`${out} 就是原表；原表不会被改动，请用 -o 指定另一个文件\n`);
    expect(status).toBe(2);
    expect(readFileSync(input).equals(before)).toBe(true);
  });

  test('another name of the input gets the copy, the input keeps its bytes', async () => {
    const before = readFileSync(input);
    const hard = folder.file('hard.xlsx');
    linkSync(input, hard);
    await kpy(['fix', input, '-o', hard, '--force', ...DATE]);
    expect(readFileSync(input).equals(before)).toBe(true);
  });

  test.each([
    ['a folder that does not exist', 'nowhere/out.xlsx'],
    ['a file in place of a folder', '名单.xlsx/out.xlsx'],
  ])('%s: one sentence, nothing half-written', async (_, name) => {
    const out = folder.file(name);
    const { status, err } = await kpy(['fix', input, '-o', out, ...DATE]);
    expect(err).toBe(`无法写入 ${out}，请核对文件夹和权限\n`);
    expect(status).toBe(2);
    expect(folder.names()).toEqual(['名单.xlsx']);
  });

  test('a folder as the target, also with --force', async () => {
    const { status, err } = await kpy(['fix', input, '-o', folder.path, '--force', ...DATE]);
    expect(err).toBe(`${folder.path} 是文件夹，请指定其中的一个文件\n`);
    expect(status).toBe(2);
    expect(statSync(folder.path).isDirectory()).toBe(true);
    expect(folder.names()).toEqual(['名单.xlsx']);
  });
});

test('of two sheets the one that needs it is mended, and errors in either are to be seen to', async () => {
  const file = await writeWorkbook(folder.file('两张.xlsx'), {
    三月: sheetOf(rowOf()),
    四月: sheetOf(rowOf({ ethnicity: '汉', name: 'Li  Ming', phone: '88152283' })),
  });
  const { status, out } = await kpy(['fix', file, ...DATE]);
  const copy = folder.file('两张-已修正.xlsx');
  expect(out).toContain('\n四月\n');
  expect(out).not.toContain('\n三月\n');
  expect(out).toContain('Li␣␣Ming → Li␣Ming');
  expect(out).toContain(`已写入 ${copy}\n`);
  expect(out).toContain(`kpy check "${copy}"`);
  expect((await textsOf(copy, 1))[2]?.[7]).toBe('汉族');
  expect(status).toBe(1);
});

test('an old .xls is sent to export', async () => {
  const { status, err } = await kpy(['fix', 'tests/cases/libreoffice-xls/input.xls', ...DATE]);
  expect(err).toContain('另存为 .xlsx，或用 kpy export 导出');
  expect(status).toBe(2);
});
