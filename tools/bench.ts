import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseIsoDate, type IsoDate } from '../src/rules/calendar-date';
import { Checker } from '../src/rules/checker';
import { COLUMN_KEYS } from '../src/rules/application';
import { notice2025_8 } from '../src/rules/notice-2025-8';
import { rulebookOf } from '../src/rules/rulebook';
import { officialWorkbook } from '../src/documents/official-workbook';
import { officialLayout } from '../src/sheet/layout';
import { editToMark, requestTable } from './bench/excel';
import { eligibleLoops } from './bench/functions';
import { applicationOf, plainRows, type PlainRow } from './bench/rows';
import { cellRulesEngine } from './bench/engine-rules';
import { ajvSchema, plainCode, plainNames, rulesEngine, zodRefinements, zodSchema } from './bench/rivals';
import { READERS } from './bench/readers';

/**
 * `npm run bench`: ratios taken in one run, never absolute times, over 10,000 rows of 27 columns. `--write` puts the table
 * into docs/performance.md.
 */
const ROWS = 10_000;
const RUNS = 5;
const HERE = fileURLToPath(new URL('..', import.meta.url));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => unknown, runs = RUNS): Promise<number> {
  const times: number[] = [];
  await work();
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

function theDay(): IsoDate {
  const day = parseIsoDate('2025-03-26');
  if (day === null) throw new Error('2025-03-26 is a date');
  return day;
}

async function checkRatios(): Promise<readonly string[]> {
  const rulebook = rulebookOf(notice2025_8);
  const today = theDay();
  const rows = plainRows(ROWS);
  const each = (work: (row: PlainRow) => unknown) => (): void => void rows.forEach(work);
  const fullCheck = (): Checker => {
    const checker = new Checker(rulebook, today);
    checker.load(rows.map((row, i) => ({ row: i + 1, cells: applicationOf(row) })));
    for (const row of checker.rows) checker.judgement(row);
    return checker;
  };
  const full = await timed(fullCheck);
  const perRow = await timed(each(plainCode(rulebook, today)));
  const engine = rulesEngine(rulebook, today);
  const fewer = rows.slice(0, ROWS / 20);
  const rules =
    (await timed(async () => {
      for (const row of fewer) await engine(row);
    }, 1)) * 20;
  const cellEngine = cellRulesEngine(rulebook, today);
  const named = plainNames(rulebook, today);
  for (const row of fewer) sameNames(await cellEngine(row), named(row));
  const cellRules =
    (await timed(async () => {
      for (const row of fewer) await cellEngine(row);
    }, 1)) * 20;
  const refined = await timed(each(zodRefinements(rulebook, today)));
  const plain = await timed(each(zodSchema(rulebook)));
  const ajv = await timed(each(ajvSchema(rulebook)));
  const checker = fullCheck();
  const changed = applicationOf({ ...(rows[17] ?? plainRows(1)[0] ?? missing()), name: '改名' });
  const original = applicationOf(rows[17] ?? missing());
  const updateRow = (on: Checker, times: number) => (): void => {
    for (let i = 0; i < times; i++)
      for (const row of on.update(18, i % 2 === 0 ? changed : original)) on.findings(row);
  };
  const update = (await timed(updateRow(checker, 200))) / 200;
  const crowded = new Checker(rulebook, today);
  crowded.load(
    rows.map((row, i) => ({
      row: i + 1,
      cells: applicationOf(i < 500 ? { ...row, phone: '023-67890000' } : row),
    })),
  );
  const shared = { ...(rows[17] ?? missing()), phone: '023-67890000' };
  const crowdedUpdate =
    (await timed(() => {
      for (let i = 0; i < 20; i++) {
        const cells = applicationOf({ ...shared, workYears: 20 + (i % 2) });
        for (const row of crowded.update(18, cells)) crowded.findings(row);
      }
    })) / 20;
  return [
    row('full check (findings, verdicts with reason trees)', 1),
    row('its per-row conditions alone, in plain code', perRow / full),
    row('json-rules-engine 7, the same per-row conditions, each one operator of ours', rules / full),
    row('json-rules-engine 7, the same written in its own conditions, a rule a cell', cellRules / full),
    row('zod 4, the same per-row conditions as refinements', refined / full),
    row('zod 4, a plain schema of the cells', plain / full),
    row('ajv 8, the same plain schema, compiled', ajv / full),
    row('one-row update', update / full),
    row('one-row update where 500 rows share a phone', crowdedUpdate / full),
  ];
}

/** A rival that says something else is not measured. */
function sameNames(theirs: readonly string[], ours: readonly string[]): void {
  const [a, b] = [theirs, ours].map((names) => [...names].sort().join(' '));
  if (a !== b) throw new Error(`The engine says "${a ?? ''}", the product "${b ?? ''}".`);
}

const missing = (): never => {
  throw new Error('no rows to measure with');
};

const row = (what: string, ratio: number): string =>
  `| ${what} | ${ratio >= 0.1 ? ratio.toFixed(2) : `1/${Math.round(1 / ratio).toLocaleString('en-US')}`} |`;

async function functionRatio(): Promise<string> {
  const { pure, called } = eligibleLoops(theDay());
  return row(
    '`=KPY.ELIGIBLE` through the associated function, against the pure one',
    (await timed(called)) / (await timed(pure)),
  );
}

/** Whole processes, start and exit included: what a user waits for. */
function endToEndRatios(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kpy-bench-'));
  try {
    const file = join(folder, 'large.xlsx');
    const layout = officialLayout(null);
    const rows = plainRows(ROWS).map((each) => COLUMN_KEYS.map((key) => each[key]));
    writeFileSync(file, officialWorkbook({ ...layout, rows }));
    const spawned = (args: readonly string[]): number => {
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
        if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${String(stderr)}`);
        return performance.now() - start;
      });
      return median(times);
    };
    const reading = READERS.map(
      (reader) => [reader, spawned([join(HERE, 'build/bench-reader.js'), reader, file])] as const,
    );
    const check = spawned([join(HERE, 'dist/kpy.js'), 'check', file, '--json', '--date', '2025-03-26']);
    return [
      row('`kpy check --json`, end to end', 1),
      ...reading.map(([reader, time]) => row(`only reading the file with ${reader}`, time / check)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bundleSize = (): string => {
  const bytes = gzipSync(readFileSync(join(HERE, 'dist/index.js')), { level: 9 }).length;
  return `The library bundle (\`dist/index.js\`: rules, sheet, all notice and reference data, two languages) is ${(bytes / 1024).toFixed(1)} KB gzipped.`;
};

async function main(): Promise<void> {
  const table = [
    '# Performance',
    '',
    'Made by `npm run bench -- --write` in one run, on 10,000 rows × 27 columns. Figures are ratios of the first line of their table:',
    'a machine changes the seconds, not these. Medians of five warm runs in one process, of three processes end to end.',
    '',
    '| in one process | × the full check |',
    '|---|---|',
    ...(await checkRatios()),
    '',
    '| whole processes | × `kpy check` |',
    '|---|---|',
    ...endToEndRatios(),
    '',
    '| custom functions, 10,000 calls | × the pure function |',
    '|---|---|',
    await functionRatio(),
    '',
    'Requests to Excel, with kilobytes out / in, over the simulated Excel 2021:',
    '',
    '| operation | 100 rows | 1,000 rows | 10,000 rows |',
    '|---|---|---|---|',
    ...(await requestTable(rulebookOf(notice2025_8), theDay())),
    '',
    `From an edited cell to its marks at 10,000 rows, the host's own latency set aside: ${editToMark(rulebookOf(notice2025_8), theDay()).toFixed(1)} ms on the machine of this run.`,
    '',
    bundleSize(),
    '',
  ].join('\n');
  process.stdout.write(table);
  if (process.argv.includes('--write')) writeFileSync(join(HERE, 'docs/performance.md'), table);
}

await main();
