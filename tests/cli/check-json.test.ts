import { COLUMN_KEYS } from '../../src/rules/application';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';
import { rowOf, sheetOf, writeWorkbook } from './support/workbook';

/** The contract of design §8, field by field: other programs read these names. */

const folder = new Folder();
afterAll(() => {
  folder.remove();
});

const documentOf = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { out } = await kpy(['check', ...args, '--date', '2025-03-26', '--json']);
  expect(out.endsWith('}\n')).toBe(true);
  return JSON.parse(out) as Record<string, unknown>;
};

test('a sheet with a finding, a fix and a verdict', async () => {
  const file = await writeWorkbook(folder.file('a.xlsx'), {
    Sheet1: sheetOf(rowOf({ ethnicity: '汉', workYears: 3 })),
  });
  expect(await documentOf(file)).toEqual({
    notice: '2025-8',
    date: '2025-03-26',
    files: [
      {
        file,
        sheet: 'Sheet1',
        headerRow: 2,
        rows: 1,
        skipped: [],
        hiddenSheets: [],
        findings: [
          {
            rule: 'choice.unknown',
            severity: 'warning',
            row: 3,
            cell: 'H3',
            column: 'ethnicity',
            value: '汉',
            message: '“汉”应写作“汉族”',
            clause: null,
            fix: { value: '汉族', safe: true },
          },
          {
            rule: 'years.order',
            severity: 'error',
            row: 3,
            cell: 'P3',
            column: 'occupationYears',
            value: '8',
            message: '本职业或相关职业任职年限（8年）多于工龄（3年）',
            clause: null,
            fix: null,
          },
        ],
        verdicts: [
          {
            row: 3,
            name: '陈立新',
            verdict: '符合',
            reasons: [
              {
                clause: '二（一）3',
                truth: 'met',
                message: '男，2025-03-26 时39周岁，不超过65周岁',
              },
              {
                clause: '二（二）2',
                truth: 'met',
                message: expect.stringContaining('持有本职业证书“人工智能训练师/三级”') as string,
              },
              {
                clause: '六（一）',
                truth: 'met',
                message: '“人工智能训练师”（4-04-05-05）在第三至六大类内',
              },
              { clause: '六（二）2', truth: 'met', message: '本表中申报1个职业，不超过2个' },
              {
                clause: '六（二）3',
                truth: 'met',
                message: '所在单位“重庆天和职业技能培训学校”不是人力资源社会保障部门',
              },
            ],
          },
        ],
        summary: { errors: 1, warnings: 1, eligible: 1, ineligible: 0, unknown: 0, fee: 1200 },
      },
    ],
  });
});

test('the fee sums the rows with a known level: 1200, and 1300 for a senior', async () => {
  const file = await writeWorkbook(folder.file('fee.xlsx'), {
    Sheet1: sheetOf(rowOf(), rowOf({ level: '高级考评员' }), rowOf({ level: '' })),
  });
  const { files } = (await documentOf(file)) as { files: { summary: { fee: number } }[] };
  expect(files.map(({ summary }) => summary.fee)).toEqual([2500]);
});

test('a clause stands with the finding; the language changes messages, not names', async () => {
  const file = await writeWorkbook(folder.file('clause.xlsx'), {
    Sheet1: sheetOf(rowOf({ employer: '渝中区人社局' })),
  });
  const { out } = await kpy(['check', file, '--date', '2025-03-26', '--json', '--lang', 'en-US']);
  const { files } = JSON.parse(out) as {
    files: { findings: unknown[]; verdicts: { verdict: string }[] }[];
  };
  expect(files[0]?.findings).toMatchObject([
    { rule: 'eligibility.unmet', severity: 'error', cell: 'M3', column: 'employer', clause: '六（二）3' },
  ]);
  expect(files[0]?.verdicts[0]?.verdict).toBe('不符合');
  expect(JSON.stringify(files[0]?.findings)).not.toContain('人力资源社会保障部门');
});

test('no header: the finding, rows 0, no verdicts, status 1', async () => {
  const file = await writeWorkbook(folder.file('other.xlsx'), {
    成绩: [
      ['姓名', '成绩'],
      ['陈立新', 90],
    ],
  });
  const { status, out } = await kpy(['check', file, '--date', '2025-03-26', '--json']);
  expect(JSON.parse(out)).toEqual({
    notice: '2025-8',
    date: '2025-03-26',
    files: [
      {
        file,
        sheet: '成绩',
        headerRow: null,
        rows: 0,
        skipped: [],
        hiddenSheets: [],
        findings: [
          {
            rule: 'sheet.no-header',
            severity: 'error',
            row: null,
            cell: null,
            column: null,
            value: '',
            message: '没有找到《考评人员申报汇总表》的表头',
            clause: null,
            fix: null,
          },
        ],
        verdicts: [],
        summary: { errors: 1, warnings: 0, eligible: 0, ineligible: 0, unknown: 0, fee: 0 },
      },
    ],
  });
  expect(status).toBe(1);
});

test('a file that cannot be read has an error in place of the rest', async () => {
  const file = folder.file('nobody.xlsx');
  const { status, out, err } = await kpy(['check', file, '--date', '2025-03-26', '--json']);
  expect(JSON.parse(out)).toEqual({
    notice: '2025-8',
    date: '2025-03-26',
    files: [{ file, error: `找不到 ${file}，请核对路径` }],
  });
  expect(err).toBe('');
  expect(status).toBe(3);
});

test('every visible worksheet with a header is an entry of its own', async () => {
  const file = await writeWorkbook(folder.file('sheets.xlsx'), {
    说明: [['请按附件2填写']],
    三月: sheetOf(rowOf()),
    四月: sheetOf(rowOf(), rowOf({ occupationName: '', occupationCode: '' })),
  });
  const { files } = (await documentOf(file)) as { files: { file: string; sheet: string; rows: number }[] };
  expect(files.map(({ file: path, sheet, rows }) => [path, sheet, rows])).toEqual([
    [file, '三月', 1],
    [file, '四月', 2],
  ]);
});

test('hidden sheets with people are named, for they were not checked', async () => {
  const sheets = { 三月: sheetOf(rowOf()), 去年: sheetOf(rowOf()), 说明: [['请按附件2填写']] };
  const file = await writeWorkbook(folder.file('hidden.xlsx'), sheets, ['去年', '说明']);
  expect(await documentOf(file)).toMatchObject({ files: [{ sheet: '三月', hiddenSheets: ['去年'] }] });
  const { out } = await kpy(['fix', file, '--date', '2025-03-26', '--json', '--dry-run']);
  expect(JSON.parse(out)).toMatchObject({ left: { files: [{ sheet: '三月', hiddenSheets: ['去年'] }] } });
});

test('columns go by the keys of design §4, cells by the workbook', async () => {
  const file = await writeWorkbook(folder.file('empty-row.xlsx'), {
    Sheet1: sheetOf(
      rowOf(Object.fromEntries(COLUMN_KEYS.map((key) => [key, key === 'name' ? '陈立新' : '']))),
    ),
  });
  const { files } = (await documentOf(file)) as {
    files: { findings: { rule: string; column: string; cell: string; severity: string }[] }[];
  };
  const required = (files[0]?.findings ?? []).filter(({ rule }) => rule === 'cell.required');
  expect(required.map(({ column }) => column)).toEqual(COLUMN_KEYS.filter((key) => key !== 'name'));
  expect(required.at(0)?.cell).toBe('A3');
  expect(required.at(-1)).toMatchObject({ cell: 'AA3', severity: 'warning' });
});

// Findings and verdicts are put into words fifty at a time.
test.each([50, 51, 120])('a sheet of %i people has a finding and a verdict for each', async (people) => {
  const rows = Array.from({ length: people }, (_, i) =>
    rowOf({ ethnicity: '汉', name: `陈立新${'甲乙丙'[i % 3]}` }),
  );
  const document = await documentOf(
    await writeWorkbook(folder.file('many.xlsx'), { 名单: sheetOf(...rows) }),
  );
  const [sheet] = document.files as {
    findings: { rule: string; row: number }[];
    verdicts: { row: number }[];
  }[];
  const all = Array.from({ length: people }, (_, i) => i + 3);
  expect(sheet?.verdicts.map(({ row }) => row)).toEqual(all);
  expect(sheet?.findings.filter(({ rule }) => rule === 'choice.unknown').map(({ row }) => row)).toEqual(all);
});

test('without --date it is judged by the day of the machine', async () => {
  jest.useFakeTimers({
    now: new Date(2025, 2, 26, 23, 59),
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
  });
  try {
    const file = await writeWorkbook(folder.file('today.xlsx'), { 名单: sheetOf(rowOf()) });
    expect(JSON.parse((await kpy(['check', file, '--json'])).out)).toMatchObject({ date: '2025-03-26' });
  } finally {
    jest.useRealTimers();
  }
});
