import fc from 'fast-check';
import type { CellWrite, SheetId } from '../../../src/hosts/host';
import { COLUMN_KEYS, type ColumnKey } from '../../../src/rules/application';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../../src/rules/cell';
import { messageText } from '../../../src/rules/messages/message';
import { COLUMNS } from '../../../src/sheet/columns';
import { LiveSheet } from '../../../src/sheet/live-sheet';
import { parseA1 } from '../../../src/sheet/a1';
import { officialValue } from '../../../src/sheet/official-rows';
import { makeFixes, newPerson, type Action } from '../../../src/taskpane/actions';
import { appendRows } from '../../../src/taskpane/fill/append-rows';
import { writesFor } from '../../../src/taskpane/fill/row-cells';
import { wordsOf, type PaneContents } from '../../../src/taskpane/pane-context';
import { sheetMarks } from '../../../src/taskpane/session/marks';
import { Session, writeOf } from '../../../src/taskpane/session/session';
import type { FollowedSheet } from '../../../src/taskpane/session/state';
import { FIRST_VIEW } from '../../../src/taskpane/view';
import { applicant, type Given } from '../../support/applicant';
import { MemoryHost } from '../../support/memory-host';
import { RULEBOOK } from '../../support/rulebook';
import { settled, TestClock } from '../../support/test-clock';
import { CODES, UnrulyHost, type Fault } from './unruly-host';

const HEADER = COLUMNS.map(({ header }) => header);
const at = (key: ColumnKey): number => COLUMN_KEYS.indexOf(key);
const NAME = at('name');

const line = (given: Given): Cell[] => {
  const application = applicant(given);
  return COLUMN_KEYS.map((key) => application[key] ?? EMPTY_CELL);
};

/** Columns that are edited, and what is typed there: sound, to be mended, and wrong. A person keeps the name. */
const TYPED: readonly (readonly [ColumnKey, readonly (string | number)[]])[] = [
  ['sex', ['男', '女', ' 男', '']],
  ['ethnicity', ['汉', '汉族', '汉 族']],
  ['politicalStatus', ['党员', '群众']],
  ['workYears', ['15年', 15, '三年', '']],
  ['occupationYears', ['8 年', 8, 20]],
  ['phone', ['138 1234 5678', '13812345678', '63000000']],
  ['occupationCode', ['4—04—05—05', '4-04-05-05', '４-04-05-05']],
  ['idNumber', ['500103198507121215', '50010319850712121x', '5001031985']],
];

const cellOf = (value: string | number): Cell => {
  if (typeof value === 'number') return numberCell(value);
  return value === '' ? EMPTY_CELL : textCell(value);
};

/** What undo is to put back: the cell, and in whose row it was. */
interface Found {
  readonly person: string;
  readonly cell: Cell;
}

/** A workbook with its user and its pane, and a list of what should not have happened there. */
class World {
  readonly host = new MemoryHost();
  readonly clock = new TestClock();
  readonly unruly = new UnrulyHost(this.host, this.clock);
  readonly session = new Session({ host: this.host, rulebook: RULEBOOK, clock: this.clock });
  readonly wrong: string[] = [];
  isStopped = false;
  /** Jobs of the user's that have not come to their end. */
  readonly open = new Set<string>();
  /** In whose row each write was meant to go. */
  readonly #meant = new WeakMap<CellWrite, string>();
  readonly #found = new WeakMap<object, Found>();
  /** All that the sheets ever were, to know an export by. */
  readonly #moments: ReadonlyMap<SheetId, string>[] = [];
  #people = 0;
  #jobs = 0;

  constructor() {
    const people = (sex: string): Cell[] => line({ name: this.newName(), sex, ethnicity: '汉' });
    this.host.add('说明', [['填表说明']]);
    for (const name of ['甲表', '乙表'])
      this.host.add(name, [
        ['考评人员申报汇总表'],
        HEADER,
        ...[people('男'), people('女'), people('女')],
        [],
        ['填报单位：某某'],
      ]);
    this.#watchWrites();
    this.look();
  }

  newName(): string {
    const number = this.#people++;
    return `人${'甲乙丙丁戊己庚辛壬癸'.charAt(number % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(Math.floor(number / 10) % 12)}`;
  }

  look(): void {
    this.#moments.push(new Map([...this.host.sheets].map(([id, { rows }]) => [id, textsOf(rows)] as const)));
  }

  /** Notes for whom a write was made up, in whose row it goes, and what undo puts back. */
  #watchWrites(): void {
    const { host, session, unruly } = this;
    const nameAt = (sheet: SheetId, row: number): string => host.cell(sheet, row, NAME).text;
    const made = session.write.bind(session);
    session.write = (sheet, writes, ...named) => {
      for (const write of writes) this.#meant.set(write, sheet.live.grid.rows[write.row]?.[NAME]?.text ?? '');
      return made(sheet, writes, ...named);
    };
    const write = host.write.bind(host);
    host.write = async (sheet, writes) => {
      const before = new Map<string, Found>();
      unruly.beforeWrite = () => {
        if (!host.sheets.has(sheet)) return;
        for (const each of writes) {
          const cell = host.cell(sheet, each.row, each.column);
          const found = { person: nameAt(sheet, each.row), cell };
          before.set(`${each.row},${each.column}`, found);
          const meant = backTo(each)?.person ?? this.#meant.get(each);
          if (cell.text === each.expected && meant !== undefined && meant !== found.person)
            this.wrong.push(`${each.expected} of ${found.person} was overwritten with what was for ${meant}`);
        }
      };
      const backTo = ({ value }: CellWrite): Found | undefined =>
        typeof value === 'object' ? this.#found.get(value) : undefined;
      const outcome = await write(sheet, writes);
      if (!outcome.ok) return outcome;
      for (const { row, column, before: content, after } of outcome.value.changes) {
        const there = before.get(`${row},${column}`);
        if (there !== undefined) this.#found.set(content, there);
        const back = writes.filter((each) => each.row === row && each.column === column).map(backTo)[0];
        // A formula is no more than a text to this host.
        if (
          back !== undefined &&
          back.cell.formula === undefined &&
          JSON.stringify(back.cell) !== JSON.stringify(after)
        )
          this.wrong.push(`${JSON.stringify(back.cell)} was taken back as ${JSON.stringify(after)}`);
      }
      return outcome;
    };
  }

  /** Starts something that the user has the pane do. */
  start(name: string, work: () => Promise<unknown>): void {
    if (this.isStopped) return;
    const job = `${name} ${String(this.#jobs++)}`;
    this.open.add(job);
    work().then(
      () => this.open.delete(job),
      (error: unknown) => this.wrong.push(`${name}: ${String(error)}`),
    );
  }

  run(action: Action): void {
    const pane = this.pane;
    if (action.enabled(pane)) this.start(action.name, async () => action.run(pane));
  }

  get pane(): PaneContents {
    const { session } = this;
    return {
      ...{ session, state: session.state, locale: 'zh-CN', words: wordsOf('zh-CN'), view: FIRST_VIEW },
      show: () => undefined,
      see: () => undefined,
    };
  }

  async export(): Promise<void> {
    const { sheet } = this.session.state;
    if (sheet === null) return;
    const first = this.#moments.length - 1;
    const now = await this.session.readAnew(sheet.id);
    if (now === null) return;
    this.look();
    const texts = textsOf(now.live.grid.rows);
    if (!this.#moments.slice(first).some((moment) => moment.get(sheet.id) === texts))
      this.wrong.push('what was exported was never on the sheet');
  }

  /** What is shown once all is done, against the sheets as they are. */
  async settle(): Promise<void> {
    const { session, host, unruly } = this;
    await unruly.clearUp();
    const { state } = session;
    this.wrong.push(...[...this.open].map((job) => `${job} never ended`));
    if (state.busy) this.wrong.push('busy for ever');
    if (this.isStopped) {
      const calls = host.calls.length;
      for (const id of host.sheets.keys()) host.type(id, 2, at('sex'), '男');
      await this.clock.pass(200_000);
      const isMarked = [...host.sheets.values()].some(({ marks }) => marks !== null);
      if (isMarked && !unruly.hasFailed) this.wrong.push('marks after the end');
      if (host.calls.length > calls)
        this.wrong.push(`asked for ${host.calls.slice(calls).join()} after the end`);
      return;
    }
    if (state.unread !== null) this.wrong.push('unread for ever');
    const read = await host.readAll();
    if (!read.ok) throw new Error(read.problem);
    const inOrder = [...read.value].sort((a, b) => a.position - b.position);
    const fresh = inOrder.map(({ grid }) => new LiveSheet(RULEBOOK, grid, session.today));
    LiveSheet.setBeside(fresh);
    if (inOrder.map(({ id }) => id).join() !== state.sheets.map(({ id }) => id).join())
      this.wrong.push('other sheets');
    fresh.forEach((live, i) => {
      const shown = state.sheets[i];
      if (shown === undefined) return;
      if (textsOf(shown.live.grid.rows) !== textsOf(live.grid.rows)) this.wrong.push('other cells');
      const said = ({ report }: LiveSheet): string => JSON.stringify([report.findings, report.verdicts]);
      if (said(shown.live) !== said(live)) this.wrong.push('other findings');
      if (shown.protected !== inOrder[i]?.protected) this.wrong.push('protection');
    });
    if (state.undo !== null && !state.sheets.some(({ id }) => id === state.undo?.sheet))
      this.wrong.push('undo of a sheet that is gone');
    // What the host refused to mark, or to take off, was told: it is tried again when the user does.
    await session.recheck();
    if (!session.state.live) await session.setLive(false);
    await this.clock.pass(2_000);
    for (const { id, live, protected: isProtected } of session.state.sheets) {
      const marks = host.sheets.get(id)?.marks ?? new Map();
      const due = session.state.live ? sheetMarks(live) : new Map();
      if (!isProtected && marksText(marks) !== marksText(due)) this.wrong.push('other marks');
    }
  }

  /** A problem is told in words of both languages. */
  hear(): void {
    const { notice } = this.session.state;
    if (notice === null) return;
    for (const locale of ['zh-CN', 'en-US'] as const)
      if (messageText(locale, notice.code, notice.params) === '') this.wrong.push(notice.code);
  }
}

const marksText = (marks: ReturnType<typeof sheetMarks>): string =>
  JSON.stringify(
    [...marks]
      .filter(([, ofRow]) => ofRow.size > 0)
      .sort(([a], [b]) => a - b)
      .map(([row, ofRow]) => [row, [...ofRow].sort(([a], [b]) => a - b)]),
  );

/** What stands in the cells, without the empty ones at the end. */
const textsOf = (rows: FollowedSheet['live']['grid']['rows']): string =>
  [...rows]
    .map((row) =>
      [...(row ?? [])]
        .map((cell) => `${cell?.kind ?? ''}${cell?.text ?? ''}`.replace(/^empty$/, ''))
        .join('|')
        .replace(/\|+$/, ''),
    )
    .join('\n')
    .trimEnd();

type Step = readonly [name: keyof typeof STEPS, a: number, b: number, c: number];

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

const STEPS = {
  type: (world, a, b, c) => {
    const sheet = seen(world, a);
    const [key, values] = TYPED[b % TYPED.length] ?? ['sex', []];
    if (sheet !== undefined && isBody(world, sheet, 2 + (c % 5)))
      world.host.type(sheet, 2 + (c % 5), at(key), cellOf(pick(values, a + c) ?? ''));
  },
  paste: (world, a, b, c) => {
    const sheet = seen(world, a);
    if (sheet === undefined) return;
    const rows = [0, 1].map((i) =>
      line({ name: world.newName(), sex: i + b > 1 ? '女' : '男', ethnicity: '汉' }),
    );
    const top = 2 + (c % 4);
    const from = at('workYears');
    // A block of columns, or whole people in the rows below all others.
    if (b % 2 === 0)
      put(
        world,
        sheet,
        top,
        from,
        rows.map((row) => row.slice(from, from + 3)),
      );
    else {
      const all = world.host.sheets.get(sheet)?.rows ?? [];
      const free = all.findIndex((row, i) => i > 1 && row.every(({ text }) => text === ''));
      if (free > 0) put(world, sheet, free, 0, rows.slice(0, 1));
    }
  },
  insertRow: (world, a, b) => {
    return restructure(world, a, (rows) => rows.splice(2 + (b % 4), 0, []));
  },
  deleteRow: (world, a, b) => {
    return restructure(world, a, (rows) => rows.splice(2 + (b % 4), 1));
  },
  sort: (world, a) => {
    return restructure(world, a, (rows) => {
      const people = rows.splice(2, 3);
      rows.splice(2, 0, ...people.reverse());
    });
  },
  hideRow: (world, a, b) => {
    const sheet = seen(world, a);
    const hidden = sheet === undefined ? undefined : world.host.sheets.get(sheet)?.filteredOut;
    if (sheet === undefined || hidden === undefined) return;
    const row = 2 + (b % 3);
    if (!hidden.delete(row)) hidden.add(row);
    world.host.emit({ kind: 'altered', sheet });
  },
  protect: (world, a) => {
    const sheet = seen(world, a);
    const there = sheet === undefined ? undefined : world.host.sheets.get(sheet);
    if (sheet === undefined || there === undefined) return;
    there.protected = !there.protected;
    world.host.emit({ kind: 'altered', sheet });
  },
  renameSheet: (world, a, b) => {
    const there = world.host.sheets.get(seen(world, a) ?? ('' as SheetId));
    if (there === undefined) return;
    there.name = `表${String(b)}`;
    world.host.emit({ kind: 'sheets' });
  },
  hideSheet: (world, a) => {
    const there = pick([...world.host.sheets.values()].slice(1), a);
    if (there === undefined) return;
    there.visible = !there.visible;
    world.host.emit({ kind: 'sheets' });
  },
  deleteSheet: (world, a) => {
    const sheet = seen(world, a);
    if (sheet === undefined || world.host.sheets.size < 2) return;
    world.host.sheets.delete(sheet);
    world.host.emit({ kind: 'sheets' });
  },
  addSheet: (world) => {
    const id = world.host.add(`新表${world.newName()}`, [
      HEADER,
      line({ name: world.newName(), ethnicity: '汉' }),
    ]);
    world.host.emit({ kind: 'sheets' });
    world.host.click(id, 1, 0);
  },
  click: (world, a, b, c) => {
    const sheet = seen(world, a);
    if (sheet !== undefined) world.host.click(sheet, b % 7, c % 27);
  },
  calculate: (world, a, b) => {
    const sheet = seen(world, a);
    const [row, column] = [2, at('category')];
    if (sheet === undefined || !isBody(world, sheet, row)) return;
    const cell: Cell = { ...textCell(b % 2 === 0 ? '第四大类' : '第五大类'), formula: 'A1' };
    if (world.host.cell(sheet, row, column).formula === undefined) world.host.type(sheet, row, column, cell);
    else {
      const line = world.host.sheets.get(sheet)?.rows[row];
      if (line !== undefined) line[column] = cell;
      world.host.emit({ kind: 'reshown', sheet, range: { top: 0, left: 0, bottom: 99, right: 99 } });
    }
  },
  fix: (world, a) => {
    const { sheet } = world.session.state;
    const finding = pick(sheet?.live.report.findings.filter(({ fix }) => fix !== null) ?? [], a);
    const place = finding?.cell == null ? null : parseA1(finding.cell);
    if (sheet === null || finding?.fix == null || finding.column === null || place === null) return;
    const write = writeOf(sheet, place.row, place.column, officialValue(finding.column, finding.fix.value));
    const value = finding.fix.value;
    world.start('fix', () =>
      world.session.write(sheet, [write], 'pane.fixed', { cell: finding.cell ?? '', value }),
    );
  },
  fixAll: (world) => {
    world.run(makeFixes);
  },
  undo: (world) => {
    world.start('undo', () => world.session.undo());
  },
  fill: (world, a, b, c) => {
    const { sheet } = world.session.state;
    const row = pick(sheet?.live.reading.rows ?? [], a)?.row;
    const [key, values] = TYPED[b % TYPED.length] ?? ['sex', []];
    if (sheet === null || row === undefined) return;
    const writes = writesFor(sheet, row, new Map([[key, String(pick(values, c) ?? '')]]));
    world.start('fill', () => world.session.write(sheet, writes, 'pane.filled', { header: key, row }));
  },
  newPerson: (world) => {
    world.run(newPerson);
  },
  append: (world, a) => {
    const { sheet } = world.session.state;
    if (sheet === null || sheet.protected) return;
    const people = Array.from({ length: 1 + (a % 3) }, () => new Map<ColumnKey, string>([['sex', '男']]));
    world.start('append', () => appendRows(world.session, sheet.id, people));
  },
  export: (world) => {
    world.start('export', () => world.export());
  },
  recheck: (world) => {
    world.start('recheck', () => world.session.recheck());
  },
  live: (world, a) => {
    world.start('live', () => world.session.setLive(a % 2 === 0));
  },
  showFaulty: (world, a) => {
    world.start('showFaulty', () => world.session.showFaulty(a % 2 === 0));
  },
  remember: (world, a) => {
    world.start('remember', () => world.session.amend('kpy.test', (kept) => `${kept ?? ''}${String(a)}`));
  },
  select: (world, a, b) => {
    const { sheet } = world.session.state;
    if (sheet !== null) world.start('select', () => world.session.select(sheet.id, 2 + (a % 4), b % 27));
  },
  fail: (world, a, b) => {
    const fault: Fault = { code: pick(CODES, a) ?? '', late: b % 2 === 1 };
    for (let times = 0; times <= b % 9; times++) world.unruly.fail(fault);
  },
  slow: (world, a) => {
    world.unruly.isSlow = a % 3 !== 0;
  },
  answer: (world) => world.unruly.answer(),
  wait: (world, a) => world.clock.pass([10, 450, 1_100, 3_000][a % 4] ?? 0),
  sleep: (world, a) => {
    world.clock.sleepUntil(a % 2 === 0 ? '2025-03-27' : '2025-03-28');
  },
  stop: (world, a) => {
    // Rarely: nothing is left to do afterwards.
    if (a % 3 > 0) return;
    world.start('stop', () => world.session.stop());
    world.isStopped = true;
  },
} satisfies Record<string, (world: World, a: number, b: number, c: number) => unknown>;

const seen = ({ host }: World, n: number): SheetId | undefined =>
  pick(
    [...host.sheets].filter(([, { visible }]) => visible).map(([id]) => id),
    n,
  );

const isBody = ({ host }: World, sheet: SheetId, row: number): boolean =>
  host.cell(sheet, row, NAME).text !== '';

function put(
  world: World,
  sheet: SheetId,
  top: number,
  left: number,
  cells: readonly (readonly Cell[])[],
): void {
  const there = world.host.sheets.get(sheet);
  if (there === undefined) return;
  cells.forEach((row, i) => {
    while (there.rows.length <= top + i) there.rows.push([]);
    const line = there.rows[top + i] ?? [];
    while (line.length < left) line.push(EMPTY_CELL);
    line.splice(left, row.length, ...row);
  });
  const range = { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 1) - 1 };
  world.host.emit({ kind: 'edited', sheet, range });
}

async function restructure(world: World, n: number, work: (rows: Cell[][]) => void): Promise<void> {
  await world.unruly.reachWork();
  const sheet = seen(world, n);
  const there = sheet === undefined ? undefined : world.host.sheets.get(sheet);
  if (sheet === undefined || there === undefined || there.rows.length < 5) return;
  work(there.rows);
  world.host.emit({ kind: 'restructured', sheet });
}

/** A twentieth of a second each. */
const RUNS = 150;

const number = fc.nat(30);
/** Steps that say the most one after another come more often. */
const OFTEN = [
  'type',
  'fix',
  'fix',
  'fixAll',
  'fixAll',
  'undo',
  'undo',
  'fill',
  'fill',
  'slow',
  'slow',
  'answer',
  'answer',
  'answer',
  'insertRow',
  'deleteRow',
  'sort',
] as const;

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[]), ...OFTEN),
  ...([number, number, number] as const),
);

async function wrongAfter(steps: readonly Step[]): Promise<readonly string[]> {
  const world = new World();
  await world.session.start();
  for (const [name, a, b, c] of steps) {
    await STEPS[name](world, a, b, c);
    world.look();
    // Some steps follow at once.
    if (c % 4 > 0) await settled();
    world.look();
    world.hear();
  }
  await world.settle();
  return world.wrong;
}

test('whatever the user and the host do, nothing is lost, and what is shown is what the sheet holds', async () => {
  const rejected: unknown[] = [];
  const onRejected = (error: unknown): void => void rejected.push(error);
  process.on('unhandledRejection', onRejected);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
      expect(await wrongAfter(steps)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  process.off('unhandledRejection', onRejected);
  expect(rejected).toEqual([]);
});
