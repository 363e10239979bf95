import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, writeWorkbook } from './support/workbook';

const DATE = ['--date', '2025-03-26'];
const folder = new Folder();
const good = folder.file('good.xlsx');
const bad = folder.file('bad.xlsx');

beforeAll(async () => {
  await writeWorkbook(good, { 名单: sheetOf(rowOf()) });
  await writeWorkbook(bad, {
    名单: sheetOf(
      rowOf({ idNumber: '500103198507121210', employer: '渝中区人社局', education: '本科' }),
      rowOf({
        idNumber: '511202199505050448',
        sex: '女',
        name: '李晓',
        phone: '13900001111',
        workYears: 9,
        skillCertificate: '保育师\n电工/三级',
        skillCertificateNo: '无\n无',
      }),
    ),
  });
});
afterAll(() => {
  folder.remove();
});

describe('what a person reads', () => {
  test('a sound sheet: nothing found, everybody eligible, the fee, status 0', async () => {
    const { status, out, err } = await kpy(['check', good, ...DATE]);
    expect(out.split('\n')).toEqual([
      `${good} · 名单（表头在第2行，1人）`,
      '  没有发现问题',
      '逐人结论',
      '  第3行  陈立新  符合',
      '错误 0，提醒 0；符合 1 人，不符合 0 人，待核实 0 人；费用 1200 元',
      '',
      '',
    ]);
    expect(err).toBe('');
    expect(status).toBe(0);
  });

  test('a finding a line with the cell first, the verdicts with clause and fact, status 1', async () => {
    const { status, out } = await kpy(['check', bad, ...DATE]);
    const lines = out.split('\n');
    expect(lines).toContain('  E3  错误  身份证号码的校验码不对，请按证件核对各位数字 id.checksum');
    expect(lines).toContain('  I3  提醒  “本科”应写作“大学本科”（可自动修正） choice.unknown');
    expect(lines).toContain('  第3行  陈立新  不符合');
    expect(lines).toContain('      六（二）3 所在单位“渝中区人社局”是人力资源社会保障部门，在职人员不得申报');
    expect(status).toBe(1);
  });

  test('what is only a suggestion is said to be one', async () => {
    const file = await writeWorkbook(folder.file('建议.xlsx'), {
      名单: sheetOf(rowOf({ phone: '88152283' })),
    });
    const { out } = await kpy(['check', file, ...DATE]);
    expect(out).toMatch(
      /^ {2}O3 {2}错误 {2}固定电话“88152283”缺少区号 → 023-88152283（须确认） phone\.invalid$/m,
    );
  });

  test('a sheet without a header has its name, and nothing of rows', async () => {
    const file = await writeWorkbook(folder.file('通讯录.xlsx'), { 通讯录: [['姓名', '电话']] });
    const [first, second] = (await kpy(['check', file, ...DATE])).out.split('\n');
    expect(first).toBe(`${file} · 通讯录`);
    expect(second).toMatch(/^ {2}整表 {2}错误 {2}/);
  });

  test('a line break within a cell does not break the line', async () => {
    const { out } = await kpy(['check', bad, ...DATE]);
    expect(out).toContain('“保育师↵电工/三级”');
    expect(out).not.toContain('“保育师\n');
  });

  test('a story in place of a name pushes nobody’s verdict out of sight', async () => {
    const file = folder.file('story.xlsx');
    const sheet = sheetOf(rowOf({ name: '李'.repeat(300) }), rowOf());
    await writeWorkbook(file, { 名单: sheet });
    const verdicts = (await kpy(['check', file, ...DATE])).out
      .split('\n')
      .filter((line) => / {2}不?符合$/.test(line));
    expect(verdicts.map((line) => line.length < 60)).toEqual([true, true]);
    expect(verdicts[0]).toContain('李…  ');
  });

  test('a story in a cell is quoted by its beginning, and so is what it is to be', async () => {
    const file = folder.file('long.xlsx');
    const cells = {
      employer: ` ${'渝江机电'.repeat(8_000)}\u3000`,
      phone: '1'.repeat(30_000),
    };
    await writeWorkbook(file, { 名单: sheetOf(rowOf(cells)) });
    const { out } = await kpy(['check', file, ...DATE]);
    expect(out).toContain(`应为“${'渝江机电'.repeat(25)}…”`);
    expect(out).toContain(`“${'1'.repeat(100)}…”`);
    expect(out.split('\n').filter((line) => line.length > 400)).toEqual([]);
  });

  test('whom the fee leaves out is said beside it', async () => {
    const file = folder.file('level.xlsx');
    await writeWorkbook(file, { 名单: sheetOf(rowOf(), rowOf({ level: '' })) });
    const { out } = await kpy(['check', file, ...DATE]);
    expect(out).toMatch(/费用 1200 元\n费用中没有计入1人（第4行）/);
    expect((await kpy(['check', good, ...DATE])).out).not.toContain('没有计入');
  });

  test('of several sheets in a file it is said that each is judged on its own', async () => {
    const file = folder.file('two.xlsx');
    await writeWorkbook(file, { 名单: sheetOf(rowOf()), 去年: sheetOf(rowOf()), 空表: sheetOf() });
    const { status, out } = await kpy(['check', file, ...DATE]);
    expect([status, out]).toEqual([0, expect.stringContaining('此文件有2张汇总表，各自判断')]);
    expect(out).toContain('六（二）2 “去年”表第3行也申报这一职业');
    expect((await kpy(['check', good, ...DATE])).out).not.toContain('各自判断');
  });

  test('a hidden sheet with people is named, for it was not checked', async () => {
    const file = folder.file('hidden.xlsx');
    await writeWorkbook(file, { 名单: sheetOf(rowOf()), 第二批: sheetOf(rowOf()), 空表: sheetOf() }, [
      '第二批',
      '空表',
    ]);
    const { status, out } = await kpy(['check', file, ...DATE]);
    expect([status, out]).toEqual([0, expect.stringContaining('隐藏的汇总表，没有检查：第二批。')]);
    expect((await kpy(['check', good, ...DATE])).out).not.toContain('隐藏');
  });

  test('the name of a sheet drives no terminal', async () => {
    const file = folder.file('escape.xlsx');
    await writeWorkbook(file, { 名单: sheetOf(rowOf()), 第二批: sheetOf(rowOf()) }, ['第二批']);
    const { 'xl/workbook.xml': book = new Uint8Array(), ...parts } = unzipSync(readFileSync(file));
    const named = strFromU8(book).replace('第二批', 'x&#27;]0;y&#7;');
    writeFileSync(file, zipSync({ ...parts, 'xl/workbook.xml': strToU8(named) }));
    const { out } = await kpy(['check', file, ...DATE]);
    expect(out).toContain('没有检查：x¤]0;y¤。');
  });

  test('in English', async () => {
    const { out } = await kpy(['check', bad, ...DATE, '--lang', 'en-US']);
    expect(out).toContain('“本科” should be written “大学本科” (safe to fix) choice.unknown');
    expect(out).not.toMatch(/错误|提醒|逐人/);
  });

  test('--quiet shows the counts alone', async () => {
    const { status, out } = await kpy(['check', bad, ...DATE, '--quiet']);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(out).toContain('错误 3，提醒 ');
    expect(status).toBe(1);
  });

  test('what is only told of 51 rows alike is one line', async () => {
    const { out } = await kpy(['check', 'tests/cases/over-50/input.xlsx', ...DATE]);
    expect(out.match(/occupation\.over-50/g)).toHaveLength(1);
    expect(out).toContain('（另有 50 处相同）');
  });
});

describe('several files', () => {
  test('the highest status, totals, and the unreadable one named in one sentence', async () => {
    const broken = folder.file('broken.xlsx');
    writeFileSync(broken, readFileSync(good).subarray(0, 2000));
    const { status, out, err } = await kpy(['check', good, broken, bad, ...DATE]);
    expect(status).toBe(3);
    expect(err).toBe(`${broken}: 文件不完整，末尾缺失，请重新复制或下载\n`);
    expect(out).toContain('共 2 张表，3 人；1 个文件未能检查');
    expect((await kpy(['check', good, bad, ...DATE])).status).toBe(1);
    expect((await kpy(['check', good, good, ...DATE])).status).toBe(0);
  });

  test('the totals are the sums of what each sheet comes to', async () => {
    const again = folder.file('again.xlsx');
    copyFileSync(bad, again);
    const { out } = await kpy(['check', bad, again, '-q', ...DATE]);
    const counts = out.match(/^错误 .*$/gm)?.map((line) => line.match(/\d+/g)?.map(Number) ?? []) ?? [];
    expect(counts).toHaveLength(3);
    const [first = [], second, total] = counts;
    expect(first.slice(0, 2)).not.toContain(0);
    expect(second).toEqual(first);
    expect(total).toEqual(first.map((count) => count * 2));
  });

  test('a path that does not exist does not keep the others from being checked', async () => {
    const { status, out, err } = await kpy(['check', folder.file('nobody.xlsx'), good, ...DATE]);
    expect(status).toBe(3);
    expect(err).toBe(`找不到 ${folder.file('nobody.xlsx')}，请核对路径\n`);
    expect(out).toContain('符合 1 人');
  });

  test('a folder gives the workbooks below it, without lock files, hidden files and other kinds', async () => {
    const inbox = folder.file('inbox');
    mkdirSync(join(inbox, '渝中区'), { recursive: true });
    copyFileSync(good, join(inbox, 'b.xlsx'));
    copyFileSync(good, join(inbox, '渝中区', 'a.XLSX'));
    for (const other of ['~$b.xlsx', '.b.xlsx', 'b.docx']) writeFileSync(join(inbox, other), 'x');
    const { status, out } = await kpy(['check', inbox, ...DATE, '--json']);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(files.map(({ file }) => file)).toEqual([join(inbox, 'b.xlsx'), join(inbox, '渝中区', 'a.XLSX')]);
    expect(status).toBe(0);
  });

  test('a folder without workbooks is wrong usage', async () => {
    const empty = folder.file('empty');
    mkdirSync(empty);
    const { status, err } = await kpy(['check', empty]);
    expect(err).toBe(`${empty} 里没有表格文件（.xlsx、.xlsm、.xls、.et、.ods、.xlsb）\n`);
    expect(status).toBe(2);
  });
});

test('the file that is checked stays as it was', async () => {
  const link = folder.file('link.xlsx');
  symlinkSync(bad, link);
  const before = readFileSync(bad);
  const { mtimeMs } = statSync(bad);
  expect((await kpy(['check', link, ...DATE])).status).toBe(1);
  expect(readFileSync(bad).equals(before)).toBe(true);
  expect(statSync(bad).mtimeMs).toBe(mtimeMs);
});
