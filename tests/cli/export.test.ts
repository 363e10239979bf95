import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readWorkbookFile } from '../../src/cli/files';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { HEADERS, rowOf, sheetOf, textsOf, writeWorkbook } from './support/workbook';

const DATE = ['--date', '2025-03-26'];

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

const unprinted = (text: string): string => text.replace(/\s/g, '');

test('the official layout with the rows, safe fixes made; the input stays', async () => {
  const file = await writeWorkbook(folder.file('名单.xlsx'), {
    名单: sheetOf(rowOf({ ethnicity: '汉', submittedOn: '2025.3.26' })),
  });
  const before = readFileSync(file);
  const { status, out, err } = await kpy(['export', file, ...DATE]);
  const exported = folder.file('名单-上报.xlsx');
  expect(out.split('\n')).toEqual([
    `已导出 1 人到 ${exported}（其中自动修正 1 处）`,
    '错误 0，提醒 0；符合 1 人，不符合 0 人，待核实 0 人；费用 1200 元',
    '',
  ]);
  expect(err).toBe('');
  expect(status).toBe(0);
  const rows = await textsOf(exported);
  const header = rows.findIndex((row) => row.some((text) => unprinted(text) === '身份证号码'));
  expect(rows[header]?.map(unprinted)).toEqual(HEADERS);
  expect(rows[header + 1]).toEqual(
    rowOf({ ethnicity: '汉族', submittedOn: '2025-03-26' }).map((value) => String(value)),
  );
  expect(rows.flat().join()).toContain('赵丁');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect((await kpy(['check', exported, ...DATE])).out).toContain('没有发现问题');
});

test('a row that is left out though something stands in it is named', async () => {
  const file = await writeWorkbook(folder.file('错位.xlsx'), {
    名单: sheetOf(rowOf(), ['李晓梅', '511202199505050448', '13900000002']),
  });
  const { out } = await kpy(['export', file, ...DATE]);
  expect(out).toMatch(/^已导出 1 人.*\n不在其中：第\d+行有内容/);
});

test('rows that are no people are named too, blank ones are not', async () => {
  const total = ['合计', '', '', '', '', '', '2人'];
  const file = await writeWorkbook(folder.file('合计.xlsx'), {
    名单: sheetOf(rowOf(), [], HEADERS, rowOf({ name: '陈立秋' }), total),
  });
  const { out } = await kpy(['export', file, ...DATE]);
  expect(out.split('\n').slice(1, 4)).toEqual([
    '不在其中：第7行是合计行。',
    '不在其中：第5行是重复的表头或栏号。',
    expect.stringMatching(/^错误 /),
  ]);
});

test('whom the fee leaves out is said beside it, by the rows of the copy', async () => {
  const file = await writeWorkbook(folder.file('级别.xlsx'), {
    名单: [[], [], ...sheetOf(rowOf(), rowOf({ level: '' }))],
  });
  const { out } = await kpy(['export', file, ...DATE]);
  expect(out).toMatch(/费用 1200 元\n费用中没有计入1人（导出的表第4行）：/);
  expect((await kpy(['check', folder.file('级别-上报.xlsx'), ...DATE])).out).toContain(
    '没有计入1人（第4行）',
  );
});

test('columns that the form does not have are named, one that counts the rows is not', async () => {
  const [titles, header, ...rows] = sheetOf(rowOf());
  const file = await writeWorkbook(folder.file('另加.xlsx'), {
    名单: [
      titles ?? [],
      ['序号', ...(header ?? []), '备\n注', '是否交费'],
      ...rows.map((row, index) => (index === 0 ? [1, ...row, '老学员', '是'] : row)),
    ],
  });
  const { out } = await kpy(['export', file, ...DATE]);
  expect(out).toMatch(/^已导出 1 人.*\n不在其中：您另加的栏（备注、是否交费）。\n错误 0/);
});

test('a hidden sheet with people is named, for it was not exported', async () => {
  const sheets = { 三月: sheetOf(rowOf()), 去年: sheetOf(rowOf()) };
  const file = await writeWorkbook(folder.file('隐藏.xlsx'), sheets, ['去年']);
  const { out } = await kpy(['export', file, ...DATE]);
  expect(out).toContain('隐藏的汇总表没有导出：去年。');
});

test('people whose rows are hidden or filtered out are named, for they were exported', async () => {
  const input = 'tests/cases/merged-and-hidden-rows/input.xlsx';
  const { out } = await kpy(['export', input, '-o', folder.file('上报.xlsx'), ...DATE]);
  expect(out).toContain('已导出 4 人');
  expect(out).toContain('也在其中：第4、5行在原表中被隐藏或筛选掉了；不报送的，请从导出的表中删去。\n');
});

test('people on a hidden sheet alone are said to be there', async () => {
  const sheets = { 目录: [['目录']], 名单: sheetOf(rowOf()) };
  const file = await writeWorkbook(folder.file('隐藏.xlsx'), sheets, ['名单']);
  const told = `${file} 里的人员在隐藏的工作表中：名单。请先取消隐藏再导出\n`;
  expect(await kpy(['export', file, ...DATE])).toEqual({ status: 1, out: '', err: told });
  const asked = await kpy(['export', file, '--sheet', '名单', ...DATE]);
  expect(asked).toEqual({ status: 2, out: '', err: '工作表“名单”是隐藏的，请先取消隐藏再导出\n' });
});

test('formulas become values, text that would run as a formula stays text', async () => {
  const file = await writeWorkbook(folder.file('公式.xlsx'), {
    名单: sheetOf(
      rowOf({ position: '=1+1', employer: '@SUM(A1)' }).map((value, i) =>
        i === 6 ? { formula: 'CONCATENATE("陈","立新")', result: '陈立新' } : value,
      ),
    ),
  });
  // A formula is an error of the file, and none of the copy.
  const { status, out } = await kpy(['export', file, ...DATE]);
  expect([status, out]).toEqual([0, expect.stringMatching(/^已导出 1 人到 .*公式-上报.xlsx\n错误 0，/)]);
  const { workbook } = await readWorkbookFile(folder.file('公式-上报.xlsx'));
  const cells = workbook.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row ?? []));
  expect(cells.filter((cell) => cell !== undefined && 'formula' in cell)).toEqual([]);
  expect(cells.map((cell) => cell?.text)).toContain('陈立新');
  // Another program takes them for text too.
  const other = new ExcelJS.Workbook();
  await other.xlsx.readFile(folder.file('公式-上报.xlsx'));
  const values: unknown[] = [];
  other.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => values.push(cell.value));
    });
  });
  expect(values).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)', '陈立新']));
});

test('what is still wrong is said, with status 1', async () => {
  const file = await writeWorkbook(folder.file('错.xlsx'), {
    名单: sheetOf(rowOf({ employer: '渝中区人社局' })),
  });
  const { status, out } = await kpy(['export', file, ...DATE]);
  expect(out).toContain(
    `导出的表还有错误 1 处，报送前须改正；运行 kpy check "${folder.file('错-上报.xlsx')}" 查看`,
  );
  expect(status).toBe(1);
});

describe('several sheets', () => {
  const sheets = { 三月: sheetOf(rowOf()), 四月: sheetOf(rowOf({ name: '陈立秋' })) };

  test('are asked for by name', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), sheets);
    const { status, err } = await kpy(['export', file, ...DATE]);
    expect(err).toBe(`${file} 里有几张汇总表，请用 --sheet 指定：三月、四月\n`);
    expect(status).toBe(2);
    expect(folder.names()).toEqual(['两张.xlsx']);
  });

  test('an empty form beside the filled one is not meant', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), { 空表: sheetOf(), 名单: sheets['三月'] });
    const { status, out } = await kpy(['export', file, '--json', ...DATE]);
    expect(JSON.parse(out)).toMatchObject({ sheet: '名单', rows: 1, otherSheets: [] });
    expect(status).toBe(0);
    const empty = await writeWorkbook(folder.file('空.xlsx'), { 一: sheetOf(), 二: sheetOf() });
    expect((await kpy(['export', empty, ...DATE])).err).toContain('请用 --sheet 指定：一、二');
  });

  test('--sheet takes one', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), sheets);
    const out = folder.file('四月.xlsx');
    const exported = await kpy(['export', file, '--sheet', '四月', '-o', out, ...DATE]);
    expect(exported.status).toBe(0);
    // The one ID number of both sheets is the file's to be told of.
    expect(exported.out).toContain('没有与文件里的其他汇总表（三月）比较');
    const texts = (await textsOf(out)).flat();
    expect(texts).toContain('陈立秋');
    expect(texts).not.toContain('陈立新');
  });

  test('--json names the others', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), { ...sheets, 说明: [['填表说明']] });
    const { out } = await kpy(['export', file, '--sheet', '四月', '--json', ...DATE]);
    expect(JSON.parse(out)).toMatchObject({ sheet: '四月', rows: 1, otherSheets: ['三月'] });
  });

  test('each has a name of its own beside the file', async () => {
    const file = await writeWorkbook(folder.file('全年.xlsx'), {
      '三<月>': sheets['三月'],
      四月: sheets['四月'],
    });
    for (const sheet of ['三<月>', '四月'])
      expect((await kpy(['export', file, '--sheet', sheet, ...DATE])).status).toBe(0);
    expect(folder.names()).toEqual(['全年-三_月_-上报.xlsx', '全年-四月-上报.xlsx', '全年.xlsx']);
  });

  test('none leads out of the folder of the file', async () => {
    mkdirSync(folder.file('收件'));
    const file = await writeWorkbook(folder.file('收件/外来.xlsx'), sheets);
    const { 'xl/workbook.xml': book = new Uint8Array(), ...parts } = unzipSync(readFileSync(file));
    const named = strFromU8(book).replace('三月', '/../../三月');
    writeFileSync(file, zipSync({ ...parts, 'xl/workbook.xml': strToU8(named) }));
    const { status, out } = await kpy(['export', file, '--sheet', '/../../三月', '--json', ...DATE]);
    expect([status, folder.names()]).toEqual([0, ['收件']]);
    expect(JSON.parse(out)).toMatchObject({ out: folder.file('收件/外来-_.._.._三月-上报.xlsx') });
  });

  test('--sheet with a name that is not there', async () => {
    const file = await writeWorkbook(folder.file('两张.xlsx'), sheets);
    const { status, err } = await kpy(['export', file, '--sheet', '五月', ...DATE]);
    expect(err).toBe(`${file} 里没有汇总表“五月”；现有：三月、四月\n`);
    expect(status).toBe(2);
  });
});

test('a file without a header has nothing to export', async () => {
  const file = await writeWorkbook(folder.file('成绩.xlsx'), { 成绩: [['姓名', '成绩']] });
  const { status, err } = await kpy(['export', file]);
  expect(err).toBe(`${file} 里没有找到汇总表的表头，没有可以导出的内容\n`);
  expect(status).toBe(1);
  expect(folder.names()).toEqual(['成绩.xlsx']);
});

test('an ID number that lost its last digits is no text that would pass for a whole one', async () => {
  // As text this one would be sound: its check digit happens to fit, and only its type says that it was rounded.
  const lost = 500103198507121100;
  const file = await writeWorkbook(folder.file('丢失.xlsx'), { 名单: sheetOf(rowOf({ idNumber: lost })) });
  const { status } = await kpy(['export', file, ...DATE]);
  const { out } = await kpy(['check', folder.file('丢失-上报.xlsx'), ...DATE]);
  expect(out).toContain('末尾几位已丢失（500103198507121100）');
  expect(out).not.toMatch(/id\.(?:length|checksum)/);
  expect(status).toBe(1);
});

test('a form that nobody stands in has nothing to export, and kpy check says so', async () => {
  const file = await writeWorkbook(folder.file('空表.xlsx'), { 名单: sheetOf() });
  const { status, err } = await kpy(['export', file, ...DATE]);
  expect([status, err]).toEqual([1, `${file} 的表头下面没有人员，没有可以导出的内容\n`]);
  const { out } = await kpy(['check', file, ...DATE]);
  expect(out).toContain('（表头在第2行，0人）\n  表头下面没有人员，没有可以检查的内容\n');
  expect(out).not.toContain('没有发现问题');
});

test('an old .xls is exported to .xlsx', async () => {
  const out = folder.file('上报.xlsx');
  const { status } = await kpy(['export', 'tests/cases/libreoffice-xls/input.xls', '-o', out, ...DATE]);
  expect(status).toBe(1);
  expect((await textsOf(out)).flat()).toContain('邹立群');
});

test('--json says what was written; an existing file is kept', async () => {
  const file = await writeWorkbook(folder.file('名单.xlsx'), { 名单: sheetOf(rowOf()) });
  const out = folder.file('上报.xlsx');
  expect(JSON.parse((await kpy(['export', file, '-o', out, '--json', ...DATE])).out)).toEqual({
    file,
    sheet: '名单',
    out,
    rows: 1,
    fixes: 0,
    hiddenRows: [],
    skipped: [],
    otherColumns: [],
    otherSheets: [],
    hiddenSheets: [],
    withoutFee: [],
    summary: { errors: 0, warnings: 0, eligible: 1, ineligible: 0, unknown: 0, fee: 1200 },
  });
  writeFileSync(out, 'mine');
  const again = await kpy(['export', file, '-o', out, ...DATE]);
  expect(again.status).toBe(2);
  expect(readFileSync(out, 'utf8')).toBe('mine');
});

test('what a formula comes to is mended in the copy, and counted', async () => {
  const file = await writeWorkbook(folder.file('公式.xlsx'), {
    名单: sheetOf(rowOf().map((value, i) => (i === 7 ? { formula: '"汉"', result: '汉' } : value))),
  });
  const out = folder.file('上报.xlsx');
  const { status, out: told } = await kpy(['export', file, '-o', out, '--json', ...DATE]);
  expect([status, JSON.parse(told)]).toMatchObject([0, { fixes: 1, summary: { errors: 0, warnings: 0 } }]);
  expect((await textsOf(out)).flat()).toContain('汉族');
});

test('what --json sums up is the copy, as kpy check finds it', async () => {
  const file = await writeWorkbook(folder.file('公式.xlsx'), {
    名单: sheetOf(
      rowOf({ ethnicity: '汉', employer: '渝中区人社局' }).map((value, i) =>
        i === 6 ? { formula: 'CONCATENATE("陈","立新")', result: '陈立新' } : value,
      ),
    ),
  });
  const out = folder.file('上报.xlsx');
  const exported = await kpy(['export', file, '-o', out, '--json', ...DATE]);
  const checked = await kpy(['check', out, '--json', ...DATE]);
  const { summary } = JSON.parse(exported.out) as { summary: { errors: number; warnings: number } };
  expect(JSON.parse(checked.out)).toMatchObject({ files: [{ rows: 1, summary }] });
  expect(summary).toMatchObject({ errors: 1, warnings: 0, ineligible: 1 });
  expect([exported.status, checked.status]).toEqual([1, 1]);
});

test('template: an empty sheet that kpy check finds its header in, never written over', async () => {
  const out = folder.file('汇总表.xlsx');
  expect(await kpy(['template', '-o', out, '--rows', '5'])).toEqual({
    status: 0,
    out: `已写入 ${out}\n`,
    err: '',
  });
  const { out: checked } = await kpy(['check', out, '--json', ...DATE]);
  expect(JSON.parse(checked)).toMatchObject({ files: [{ rows: 0, findings: [] }] });
  expect((await kpy(['template', '-o', out])).status).toBe(2);
  expect(JSON.parse((await kpy(['template', '-o', out, '-f', '--json'])).out)).toEqual({ out, rows: 30 });
});
