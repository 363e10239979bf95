import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { checkSheet, eligibility, NOTICES, parseNotice, resolveOccupation, schedule } from '../src';
import { SOUND } from './support/applicant';
import { HEADERS, rowOf } from './cli/support/workbook';

const DATE = { date: '2025-03-26' };

/** The public door: what `import … from 'kpy'` gives. */
describe('checkSheet', () => {
  const rows = [HEADERS, rowOf({ ethnicity: '汉' })];

  test('takes rows of values, headers and all', () => {
    const { headerRow, rows: count, findings, verdicts, summary } = checkSheet(rows, DATE);
    expect({ headerRow, count }).toEqual({ headerRow: 1, count: 1 });
    expect(findings.filter(({ rule }) => rule !== 'sheet.footer')).toEqual([
      {
        rule: 'choice.unknown',
        severity: 'warning',
        row: 2,
        cell: 'H2',
        column: 'ethnicity',
        value: '汉',
        message: '“汉”应写作“汉族”',
        clause: null,
        fix: { value: '汉族', safe: true },
      },
    ]);
    expect(verdicts.map(({ name, verdict }) => [name, verdict])).toEqual([['陈立新', '符合']]);
    expect(summary).toMatchObject({ errors: 0, eligible: 1, fee: 1200 });
  });

  test('speaks English where asked', () => {
    expect(checkSheet(rows, { ...DATE, locale: 'en-US' }).findings.map(({ message }) => message)).toContain(
      '“汉” should be written “汉族”',
    );
  });

  test('takes blank rows, and true as Excel has it', () => {
    const sheet = [
      null,
      HEADERS,
      undefined,
      rowOf({}).map((value, at) => (HEADERS[at] === '姓名' ? true : value)),
    ];
    const { headerRow, verdicts } = checkSheet(sheet, DATE);
    expect([headerRow, verdicts.map(({ row, name }) => [row, name])]).toEqual([2, [[4, 'TRUE']]]);
  });

  test('refuses what is no value of a cell, where it would have been taken for a blank one', () => {
    const wrong: unknown = new Date(0);
    expect(() => checkSheet([[wrong as string]], DATE)).toThrow(/write a date as text/);
    expect(() => eligibility({ submittedOn: wrong as string }, DATE)).toThrow(TypeError);
  });

  test('an ID number given as a number has lost its digits', () => {
    const sheet = [HEADERS, rowOf({ idNumber: 500103198507121200 })];
    expect(checkSheet(sheet, DATE).findings.map(({ rule }) => rule)).toContain('id.damaged');
  });

  test('refuses a date that is none', () => {
    expect(() => checkSheet(rows, { date: 'today' })).toThrow(RangeError);
  });
});

describe('eligibility', () => {
  test('one row by the keys of its columns', () => {
    const { verdict, reasons } = eligibility(SOUND, DATE);
    expect(verdict).toBe('符合');
    expect(reasons.map(({ clause, truth }) => [clause, truth])).toEqual([
      ['二（一）3', 'met'],
      ['二（二）2', 'met'],
      ['六（一）', 'met'],
      ['六（二）3', 'met'],
    ]);
  });

  test('an unmet row says why', () => {
    const { verdict, reasons } = eligibility({ ...SOUND, employer: '渝中区人社局' }, DATE);
    expect(verdict).toBe('不符合');
    expect(reasons.find(({ truth }) => truth === 'unmet')).toEqual({
      clause: '六（二）3',
      truth: 'unmet',
      message: '所在单位“渝中区人社局”是人力资源社会保障部门，在职人员不得申报',
    });
  });

  test('a column that is left out is one that the sheet lacks', () => {
    const rest = Object.fromEntries(Object.entries(SOUND).filter(([key]) => key !== 'idNumber'));
    expect(eligibility(rest, DATE).verdict).toBe('待核实');
  });

  test('the date counts where the row has none', () => {
    const row = { ...SOUND, submittedOn: '', idNumber: '500103196003261215' };
    expect(eligibility(row, { date: '2025-03-26' }).verdict).toBe('符合');
    expect(eligibility(row, { date: '2025-03-27' }).verdict).toBe('待核实');
    expect(eligibility(row, { date: '2026-03-26' }).verdict).toBe('不符合');
  });
});

describe('schedule', () => {
  test.each(['电工', '6-31-01-03'])('%s', (text) => {
    expect(schedule(text, DATE)).toEqual({
      name: '电工',
      code: '6-31-01-03',
      months: '3月、6月、10月、12月中下旬',
      next: '2025年6月中下旬',
    });
  });

  test('null for what nobody knows, no months for what annex 6 leaves out', () => {
    expect(schedule('智能养生师', DATE)).toBeNull();
    expect(schedule('人工智能工程技术人员', DATE)).toMatchObject({ months: null, next: null });
  });
});

describe('resolveOccupation', () => {
  test.each([
    ['6—31—1—3', '电工', '6-31-01-03'],
    ['电工', '电工', '6-31-01-03'],
    ['4-09-99（GBM40999）', '其他水利、环境和公共设施管理服务人员', '4-09-99'],
    ['重庆小面制作', '重庆小面制作', '4-03-02-01'],
  ])('%s', (text, name, code) => {
    expect(resolveOccupation(text)).toMatchObject({ name, codes: [code] });
  });

  test('null for what nobody knows', () => {
    expect(resolveOccupation('智能养生师')).toBeNull();
    expect(resolveOccupation('电工、车工')).toBeNull();
  });
});

describe('another notice', () => {
  test('parseNotice takes the built-in one as JSON, and it judges alike', () => {
    const parsed = parseNotice(JSON.parse(JSON.stringify(NOTICES['2025-8'])));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    expect(eligibility(SOUND, { ...DATE, notice: parsed.notice })).toEqual(eligibility(SOUND, DATE));
  });

  test('a broken one is refused with the path of each fault', () => {
    const { parameters, ...rest } = JSON.parse(JSON.stringify(NOTICES['2025-8'])) as {
      parameters: Record<string, unknown>;
    };
    const parsed = parseNotice({ ...rest, parameters: { ...parameters, year: '2025' } });
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: 'parameters.year' }] });
  });
});

describe('the bundle', () => {
  const bundle = (): string => readFileSync('dist/index.js', 'utf8');

  test('knows no Node', () => {
    expect(bundle()).not.toMatch(/["'`]node:|\brequire\(|\bprocess\.|from\s*["']/);
  });

  test('is under 120 KB gzipped, rules and all their data, and 15 KB for each other notice', () => {
    const others = Object.keys(NOTICES).length - 1;
    expect(gzipSync(bundle(), { level: 9 }).length).toBeLessThan((120 + 15 * others) * 1024);
  });

  test('has its types, also where Node’s own resolution looks for them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpy-types-'));
    const program = join(folder, 'program.mts');
    writeFileSync(
      program,
      `import { checkSheet, eligibility, resolveOccupation, schedule } from 'kpy';
       const options = { date: '2025-03-26' };
       const verdict: string = eligibility({ name: '陈立新' }, options).verdict;
       const codes: readonly string[] | undefined = resolveOccupation('电工')?.codes;
       const months: string | null | undefined = schedule('电工', options)?.months;
       // @ts-expect-error -- a report is no number
       const report: number = checkSheet([], options);
       // @ts-expect-error -- there is no such column
       eligibility({ surname: '陈' }, options);
       export { verdict, codes, months, report };`,
    );
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(process.cwd(), join(folder, 'node_modules/kpy'), 'junction');
    const settings = {
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022', 'dom'],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    };
    const { options } = ts.convertCompilerOptionsFromJson(settings, folder);
    const faults = ts.getPreEmitDiagnostics(ts.createProgram([program], options));
    rmSync(folder, { recursive: true });
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });
});
