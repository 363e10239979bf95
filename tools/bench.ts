import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseIsoDate, type IsoDate } from '../src/rules/calendar-date';
import { Checker } from '../src/rules/checker';
import { COLUMN_KEYS } from '../src/rules/application';
import { CURRENT_NOTICE } from '../src/rules/current-notice';
import { rulebookOf } from '../src/rules/rulebook';
import { officialWorkbook } from '../src/documents/official-workbook';
import { officialLayout } from '../src/sheet/layout';
import { editToMark, requestTable } from './bench/excel';
import { eligibleLoops } from './bench/functions';
import { applicationOf, benchRow, plainRows, type BenchRow } from './bench/rows';
import { cellRulesEngine } from './bench/engine-rules';
import { ajvSchema, plainCode, plainNames, rulesEngine, zodRefinements, zodSchema } from './bench/rivals';
import { READERS } from './bench/readers';
import { workbenchTable } from './bench/workbench';

/**
 * `npm run bench`: ratios taken in one run, never absolute times, over 10,000 rows of 27 columns. `--write` puts the table
 * into docs/performance.md.
 */
const ROWS = 10_000;
const WARM_UP = 3;
const RUNS = 9;
const PROCESSES = 5;
const HERE = fileURLToPath(new URL('..', import.meta.url));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Something to time; what it takes, times `share`, is what it is compared by. */
interface Contender {
  readonly what: string;
  readonly work: () => unknown;
  readonly share?: number;
}

/**
 * The median of each one's warm runs, taken in turn, so that whatever else the machine does meets all of them. Nothing forces
 * a collection between them: it would throw the optimised code away as well.
 */
async function timed(contenders: readonly Contender[]): Promise<readonly number[]> {
  const times: readonly number[][] = contenders.map(() => []);
  for (let run = -WARM_UP; run < RUNS; run++) {
    for (const [i, { work, share = 1 }] of contenders.entries()) {
      const start = performance.now();
      await work();
      if (run >= 0) times[i]?.push((performance.now() - start) * share);
    }
  }
  return times.map(median);
}

function theDay(): IsoDate {
  const day = parseIsoDate('2025-03-26');
  if (day === null) throw new Error('2025-03-26 is a date');
  return day;
}

async function checkRatios(): Promise<readonly string[]> {
  const rulebook = rulebookOf(CURRENT_NOTICE);
  const today = theDay();
  const rows = plainRows(ROWS);
  const given = rows.map(benchRow);
  const each = (work: (row: BenchRow) => unknown) => (): void => void given.forEach(work);
  const asRead = given.map(({ cells }, i) => ({ row: i + 1, cells }));
  const checkOf = (sheet: typeof asRead): Checker => {
    const checker = new Checker(rulebook, today);
    checker.load(sheet);
    for (const row of checker.rows) checker.judgement(row);
    return checker;
  };
  const fullCheck = (): Checker => checkOf(asRead);
  const fewer = given.slice(0, ROWS / 50);
  const eachInTurn = (work: (row: BenchRow) => Promise<unknown>) => async (): Promise<void> => {
    for (const row of fewer) await work(row);
  };
  const engine = rulesEngine(rulebook, today);
  const cellEngine = cellRulesEngine(rulebook, today);
  const named = plainNames(rulebook, today);
  for (const row of given.slice(0, 1000)) sameNames(await cellEngine(row), named(row));
  const checker = fullCheck();
  const changed = applicationOf({ ...(rows[17] ?? plainRows(1)[0] ?? missing()), name: '改名' });
  const original = applicationOf(rows[17] ?? missing());
  const update = (): void => {
    for (let i = 0; i < 200; i++)
      for (const row of checker.update(18, i % 2 === 0 ? changed : original)) checker.findings(row);
  };
  const crowded = new Checker(rulebook, today);
  crowded.load(
    rows.map((row, i) => ({
      row: i + 1,
      cells: applicationOf(i < 500 ? { ...row, phone: '023-67890000' } : row),
    })),
  );
  const onePerson = rows.map((row, i) => ({
    row: i + 1,
    cells: applicationOf({ ...row, idNumber: original.idNumber?.text ?? missing() }),
  }));
  const shared = { ...(rows[17] ?? missing()), phone: '023-67890000' };
  const crowdedUpdate = (): void => {
    for (let i = 0; i < 20; i++) {
      const cells = applicationOf({ ...shared, workYears: 20 + (i % 2) });
      for (const row of crowded.update(18, cells)) crowded.findings(row);
    }
  };
  return ratios([
    { what: 'full check (findings, verdicts with reason trees)', work: fullCheck },
    { what: 'the same of rows that all bear one ID number', work: () => checkOf(onePerson) },
    { what: 'its per-row conditions alone, in plain code', work: each(plainCode(rulebook, today)) },
    {
      what: 'json-rules-engine 7, the same per-row conditions, each one operator of ours',
      work: eachInTurn(engine),
      share: 50,
    },
    {
      what: 'json-rules-engine 7, the same written in its own conditions, a rule a cell',
      work: eachInTurn(cellEngine),
      share: 50,
    },
    {
      what: 'zod 4, the same per-row conditions as refinements',
      work: each(zodRefinements(rulebook, today)),
    },
    { what: 'zod 4, a plain schema of the cells', work: each(zodSchema(rulebook)) },
    { what: 'ajv 8, the same plain schema, compiled', work: each(ajvSchema(rulebook)) },
    { what: 'one-row update', work: update, share: 1 / 200 },
    { what: 'one-row update where 500 rows share a phone', work: crowdedUpdate, share: 1 / 20 },
  ]);
}

/** Each as a multiple of the first. */
async function ratios(contenders: readonly Contender[]): Promise<readonly string[]> {
  const times = await timed(contenders);
  return contenders.map(({ what }, i) => row(what, (times[i] ?? Number.NaN) / (times[0] ?? Number.NaN)));
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
  const [, ratio = ''] = await ratios([
    { what: 'pure', work: pure },
    { what: '`=KPY.ELIGIBLE` through the associated function, against the pure one', work: called },
  ]);
  return ratio;
}

/** Runs a Node program to its end. Returns the milliseconds that it took, start and exit included. */
function processTime(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${String(stderr)}`);
  return performance.now() - start;
}

const largeWorkbook = (): Uint8Array =>
  officialWorkbook({
    ...officialLayout(null),
    rows: plainRows(ROWS).map((each) => COLUMN_KEYS.map((key) => each[key])),
  });

async function workbench(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kpy-bench-'));
  try {
    return await workbenchTable(HERE, folder, largeWorkbook());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whole processes: what a user waits for. */
function endToEndRatios(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kpy-bench-'));
  try {
    const file = join(folder, 'large.xlsx');
    writeFileSync(file, largeWorkbook());
    const command = [join(HERE, 'dist/kpy.js'), 'check', file, '--date', '2025-03-26'];
    const commands = {
      '`kpy check`, end to end': command,
      '`kpy check --json`, end to end': [...command, '--json'],
      ...Object.fromEntries(
        READERS.map((reader) => [
          `only reading the file with ${reader}`,
          [join(HERE, 'build/bench-reader.js'), reader, file],
        ]),
      ),
    };
    // In turn, so that whatever else the machine does meets all of them.
    const times = new Map<string, number[]>();
    for (let i = 0; i < PROCESSES; i++)
      for (const [what, args] of Object.entries(commands))
        times.set(what, [...(times.get(what) ?? []), processTime(args)]);
    const [check = Number.NaN] = [...times.values()].map(median);
    return [...times].map(([what, each]) => row(what, median(each) / check));
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
    'another machine changes the seconds, and these by a tenth or two. Medians of nine warm runs in one process and of five processes, each in turn with the others.',
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
    ...(await requestTable(rulebookOf(CURRENT_NOTICE), theDay())),
    '',
    `From an edited cell to its marks at 10,000 rows, the host's own latency set aside: ${editToMark(rulebookOf(CURRENT_NOTICE), theDay()).toFixed(1)} ms on the machine of this run.`,
    '',
    '## The workbench',
    '',
    `In a headless Chromium, with a workbook of ${String(ROWS)} rows as \`kpy export\` writes it. Medians of four openings after the first.`,
    '',
    '| | | aim |',
    '|---|---|---|',
    ...(await workbench()),
    '',
    bundleSize(),
    '',
  ].join('\n');
  process.stdout.write(table);
  if (process.argv.includes('--write')) writeFileSync(join(HERE, 'docs/performance.md'), table);
}

await main();
