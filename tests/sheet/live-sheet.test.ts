import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { EMPTY_CELL, textCell, type Cell } from '../../src/rules/cell';
import { Checker } from '../../src/rules/checker';
import { checkSheet, checkSheets } from '../../src/sheet/check-sheet';
import { COLUMNS } from '../../src/sheet/columns';
import { plainGrid, type Grid } from '../../src/sheet/grid';
import { LiveSheet } from '../../src/sheet/live-sheet';
import { applicant, type Given } from '../support/applicant';
import { day, RULEBOOK } from '../support/rulebook';

const TODAY = day('2025-03-26');
const HEADER = COLUMNS.map(({ header }) => textCell(header));
const TITLE = [textCell('考评人员申报汇总表')];
const FOOTER = [textCell('填报单位（加盖公章）：某某学校　联系人：赵丁　联系电话：023-67890000')];

const line = (given: Given): Cell[] => {
  const application = applicant(given);
  return COLUMN_KEYS.map((key) => application[key] ?? EMPTY_CELL);
};

const gridOf = (body: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid => ({
  ...plainGrid('汇总表', [TITLE, HEADER, ...body, FOOTER]),
  ...more,
});

const SAMPLE = gridOf([
  line({}),
  line({ idNumber: '110101197803074576', name: '王小明' }),
  [],
  line({ sex: '女' }),
]);

/** What a fresh check of the live sheet's own cells gives, in the order of rules within a row. */
const fresh = (live: LiveSheet): unknown => checkSheet(RULEBOOK, live.grid, TODAY);

test('a merged institution is told of at other rows where the first of its area stops being an application', () => {
  // Nothing is shared by which one row would touch another.
  const alone = (given: Given): Cell[] =>
    line({ idNumber: '', phone: '', skillCertificateNo: '无', ...given });
  const people = ['甲', '乙', '丙', '丁'].map((surname) => alone({ name: `${surname}小明` }));
  const first = alone({ institution: '天和学校' });
  const body = [
    first,
    alone({ institution: '', name: '戊小明' }),
    alone({ institution: '', name: '己小明' }),
    ...people,
  ];
  const live = new LiveSheet(
    RULEBOOK,
    gridOf(body, { merges: [{ top: 2, left: 1, bottom: 4, right: 1 }] }),
    TODAY,
  );
  expect(live.report).toEqual(fresh(live));
  const institutionAlone = first.map((cell, c) => (c === 1 ? cell : EMPTY_CELL));
  for (const again of [institutionAlone, first]) {
    live.edit({ top: 2, left: 0, bottom: 2, right: first.length - 1 }, [again]);
    expect(live.report).toEqual(fresh(live));
  }
});

test('what is said of a merged cell is what its rows say of it, each thing once', () => {
  const merges = [{ top: 2, left: 5, bottom: 3, right: 5 }];
  const rows = gridOf([
    line({}),
    line({ idNumber: '511202199505050448', name: '李晓', phone: '13900001111' }),
  ]);
  const live = new LiveSheet(RULEBOOK, { ...rows, merges }, TODAY);
  const rules = (row: number, column: number): readonly string[] =>
    live.findingsAt(row, column).map(({ rule }) => rule);
  expect(live.row(4)?.findings.map(({ rule, cell }) => [rule, cell])).toContainEqual(['id.sex', 'F3']);
  expect(rules(2, 5)).toEqual(['id.sex']);
  expect(rules(3, 5)).toEqual([]);
  expect(rules(2, 4)).toEqual([]);
});

describe('an edit', () => {
  test('of one row answers with the rows that it changes', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    expect(live.row(6)?.findings.map(({ rule }) => rule)).toContain('id.sex');
    expect(live.edit({ top: 5, left: 5, bottom: 5, right: 5 }, [[textCell('男')]])).toContain(6);
    expect(live.row(6)?.findings.map(({ rule }) => rule)).not.toContain('id.sex');
    expect(live.report).toEqual(fresh(live));
  });

  test('that empties a merged institution leaves what a sheet without that cell says', () => {
    const people = [line({}), line({ idNumber: '', name: '李新' }), line({ idNumber: '', name: '王新' })];
    const merges = [{ top: 2, left: 1, bottom: 4, right: 1 }];
    const live = new LiveSheet(RULEBOOK, gridOf(people, { merges }), TODAY);
    live.edit({ top: 2, left: 1, bottom: 2, right: 1 }, [[EMPTY_CELL]]);
    // As a host reads it that has nothing to say of empty cells.
    const rows = live.grid.rows.map((cells) => cells?.map((cell) => (cell?.text === '' ? undefined : cell)));
    expect(live.report.findings).toEqual(checkSheet(RULEBOOK, { ...live.grid, rows }, TODAY).findings);
    expect(live.findingsAt(2, 1).map(({ rule }) => rule)).toContain('cell.required');
  });

  test('that makes two rows one person reaches both', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    const changed = live.edit({ top: 3, left: 4, bottom: 3, right: 4 }, [[textCell('500103198507121215')]]);
    expect(new Set(changed)).toEqual(new Set([3, 4, 6]));
    expect(live.row(3)?.findings.map(({ rule }) => rule)).toContain('person.conflict');
  });

  test('of a blank row makes an application, and emptying it takes it away', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    expect(live.reading.rows).toHaveLength(3);
    live.edit({ top: 4, left: 6, bottom: 4, right: 6 }, [[textCell('李新')]]);
    expect(live.reading.rows).toHaveLength(4);
    expect(live.report).toEqual(fresh(live));
    expect(live.edit({ top: 4, left: 6, bottom: 4, right: 6 }, [[EMPTY_CELL]])).toContain(5);
    expect(live.reading.rows).toHaveLength(3);
    expect(live.row(5)).toBeUndefined();
  });

  test('that makes an example of a row, and a person of an example', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    for (const name of ['示例：王小明', '王小明']) {
      live.edit({ top: 3, left: 6, bottom: 3, right: 6 }, [[textCell(name)]]);
      expect(live.reading.rows).toHaveLength(name === '王小明' ? 3 : 2);
      expect(live.report).toEqual(fresh(live));
    }
  });

  test('of the header reads the sheet by its new header', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    live.edit({ top: 1, left: 5, bottom: 1, right: 5 }, [[textCell('备注栏')]]);
    expect(live.reading.columns.has('sex')).toBe(false);
    expect(live.report).toEqual(fresh(live));
  });

  test('below the used cells grows the sheet', () => {
    const live = new LiveSheet(RULEBOOK, SAMPLE, TODAY);
    live.edit({ top: 9, left: 0, bottom: 9, right: 26 }, [line({ name: '周远' })]);
    expect(live.report).toEqual(fresh(live));
    expect(live.reading.findings.map(({ message }) => message)).toContain('sheet.footer/rows-follow');
  });

  test('of headers alone moves what is said of their columns', () => {
    const live = new LiveSheet(RULEBOOK, gridOf([line({ position: '', title: '' })]), TODAY);
    const placeOf = (key: ColumnKey): string | null | undefined =>
      live.row(3)?.findings.find(({ column }) => column === key)?.cell;
    expect([placeOf('position'), placeOf('title')]).toEqual(['K3', 'L3']);
    live.edit({ top: 1, left: 10, bottom: 1, right: 11 }, [[textCell('职称'), textCell('职务/岗位')]]);
    expect([placeOf('position'), placeOf('title')]).toEqual(['L3', 'K3']);
    expect(live.report).toEqual(fresh(live));
  });

  test('of a row leaves what a fresh check would find in the row beside it, which nobody stands in', () => {
    const left = line({ name: '', idNumber: '', occupationName: '', occupationCode: '' });
    const beside = left.map((cell, column) => (column < 12 || column > 16 ? textCell('') : cell));
    const live = new LiveSheet(RULEBOOK, gridOf([line({}), beside]), TODAY);
    const years = COLUMN_KEYS.indexOf('workYears');
    live.edit({ top: 2, left: years, bottom: 2, right: years }, [[textCell('33')]]);
    expect(live.report).toEqual(fresh(live));
  });

  test('of people who share a phone names the same one as a fresh check, whatever was edited last', () => {
    const phone = '023-67890000';
    const people = ['甲甲', '乙乙', '丙丙'].map((name) => line({ name, phone, idNumber: '' }));
    const live = new LiveSheet(RULEBOOK, gridOf(people), TODAY);
    const column = COLUMN_KEYS.indexOf('workYears');
    for (const top of [2, 4])
      live.edit({ top, left: column, bottom: top, right: column }, [[textCell('20')]]);
    expect(live.report).toEqual(fresh(live));
  });

  test('of many rows at once judges none of them by itself, and leaves what a fresh check would find', () => {
    const people = Array.from({ length: 300 }, (_, i) => line({ name: i % 7 === 0 ? '李新' : '陈立新' }));
    const other = new LiveSheet(RULEBOOK, gridOf([line({})], { name: '另一表' }), TODAY);
    const live = new LiveSheet(RULEBOOK, gridOf(people), TODAY);
    LiveSheet.setBeside([live, other]);
    const agree = (): void => {
      const sheets = [live, other];
      const readings = sheets.map(({ reading }) => reading);
      expect(sheets.map(({ report }) => report)).toEqual(checkSheets(RULEBOOK, readings, TODAY));
    };
    agree();
    const update = jest.spyOn(Checker.prototype, 'update');
    const edit = (count: number, cells: readonly Cell[]): readonly number[] =>
      live.edit(
        { top: 2, left: 0, bottom: count + 1, right: cells.length - 1 },
        Array.from({ length: count }, () => cells),
      );
    const wang = line({ idNumber: '110101197803074576', name: '王小明' });
    // Other people, nobody, and people again.
    for (const cells of [wang, wang.map(() => EMPTY_CELL), line({})]) {
      expect(edit(200, cells)).toEqual(expect.arrayContaining([3, 202, 302]));
      agree();
    }
    expect(update).not.toHaveBeenCalled();
    edit(2, wang);
    expect(update).toHaveBeenCalledTimes(2);
    agree();
    update.mockRestore();
  });

  test('of whatever cells leaves what a fresh check would find', () => {
    const texts = [
      '',
      '无',
      '男',
      '女',
      '陈立新',
      '500103198507121215',
      '110101197803074576',
      '13812345678',
      '023-67890000',
      '重庆(A)公司',
      '重庆（A）公司',
      '乙乙',
      '合计',
      '填报单位：',
      '考评员',
      '4-04-05-05',
      '姓名',
      '性别',
      '8',
    ];
    const cell = fc.constantFrom(...texts).map(textCell);
    const edit = fc
      .record({
        top: fc.integer({ min: 0, max: 9 }),
        left: fc.integer({ min: 0, max: 27 }),
        height: fc.integer({ min: 1, max: 3 }),
        width: fc.integer({ min: 1, max: 3 }),
      })
      .chain(({ top, left, height, width }) =>
        fc
          .array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: height,
            maxLength: height,
          })
          .map((cells) => ({
            range: { top, left, bottom: top + height - 1, right: left + width - 1 },
            cells,
          })),
      );
    const merges = fc.constantFrom<Grid['merges']>([], [{ top: 2, left: 1, bottom: 3, right: 1 }]);
    fc.assert(
      fc.property(merges, fc.array(edit, { minLength: 1, maxLength: 6 }), (areas, edits) => {
        const live = new LiveSheet(RULEBOOK, { ...SAMPLE, merges: areas }, TODAY);
        for (const { range, cells } of edits) {
          const rowsBefore = new Map(
            live.reading.rows.map(({ row }) => [row, JSON.stringify(live.row(row))]),
          );
          const changed = new Set(live.edit(range, cells));
          expect(live.report).toEqual(fresh(live));
          for (const [row, before] of rowsBefore)
            if (!changed.has(row)) expect(JSON.stringify(live.row(row))).toBe(before);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('sheets beside one another', () => {
  const setOut = (...bodies: readonly (readonly Given[])[]): readonly LiveSheet[] => {
    const sheets = bodies.map(
      (body, i) => new LiveSheet(RULEBOOK, gridOf(body.map(line), { name: `表${String(i + 1)}` }), TODAY),
    );
    LiveSheet.setBeside(sheets);
    return sheets;
  };
  const truths = (sheets: readonly LiveSheet[]): unknown =>
    sheets.map(({ report }) => report.verdicts.map(({ truth }) => truth));
  const ID = COLUMN_KEYS.indexOf('idNumber');
  const OTHER = { idNumber: '511202199505050448', sex: '女', name: '李晓', phone: '13900001111' };

  test('an edit of one reaches the same person on another, and leaves everybody else there alone', () => {
    const sheets = setOut([{}, { ...OTHER, workYears: 9, occupationYears: 5 }], [{}]);
    const [one, two] = sheets;
    expect(truths(sheets)).toEqual([['unknown', 'met'], ['unknown']]);
    const before = [one?.version, one?.row(4)];
    two?.edit({ top: 2, left: ID, bottom: 2, right: ID }, [[textCell('110101197803074576')]]);
    expect(truths(sheets.slice(0, 1))).toEqual([['met', 'met']]);
    expect(one?.version).not.toBe(before[0]);
    expect(one?.row(4)).toBe(before[1]);
    const still = one?.version;
    two?.edit({ top: 2, left: 5, bottom: 2, right: 5 }, [[textCell('女')]]);
    expect(one?.version).toBe(still);
  });

  test('a hidden one is no other sheet, as in the command', () => {
    const [one, two] = setOut([{}], [{}]);
    if (one === undefined || two === undefined) throw new Error('no sheets');
    expect(truths([one, two])).toEqual([['unknown'], ['unknown']]);
    const hidden = new LiveSheet(RULEBOOK, { ...two.grid, visible: false }, TODAY);
    LiveSheet.setBeside([one, hidden]);
    expect(truths([one])).toEqual([['met']]);
  });

  test('whatever is edited, comes, goes, or gets another name: they say what a fresh check of the file would', () => {
    const people: readonly Given[] = [
      {},
      { occupationName: '茶艺师', occupationCode: '4-03-02-07' },
      { occupationName: '计算机程序设计员', occupationCode: '4-04-05-01' },
      { ...OTHER, occupationName: '电工、茶艺师', occupationCode: '' },
      { ...OTHER, occupationName: '商用车维修工', occupationCode: '4-12-01-01' },
      { ...OTHER, occupationName: '汽车电器维修工', occupationCode: '4-12-01-01' },
      { idNumber: '' },
    ];
    const person = fc.constantFrom(...people.map(line));
    const place = { at: fc.nat({ max: 2 }), row: fc.integer({ min: 1, max: 5 }) };
    const text = fc.constantFrom('', '无', '500103198507121215', '511202199505050448', '电工', '李晓');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('row' as const), ...place, cells: person }),
      fc.record({ kind: fc.constant('cell' as const), ...place, left: fc.nat({ max: 27 }), text }),
      fc.record({ kind: fc.constantFrom('gone', 'come', 'renamed', 'hidden', 'shown'), at: place.at }),
    );
    const body = fc.array(person, { minLength: 1, maxLength: 4 });
    const bodies = fc.array(body, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(bodies, fc.array(step, { minLength: 1, maxLength: 6 }), (given, steps) => {
        let sheets = given.map((rows, i) => new LiveSheet(RULEBOOK, gridOf(rows, { name: `表${i}` }), TODAY));
        const said = new Map<LiveSheet, { readonly version: number; readonly report: string }>();
        const agree = (): void => {
          const visible = sheets.filter(({ grid }) => grid.visible);
          const readings = visible.map(({ reading }) => reading);
          const reports = checkSheets(RULEBOOK, readings, TODAY);
          expect(visible.map(({ report }) => report)).toEqual(reports);
          for (const { sheet, version, report } of visible.map((each) => ({
            sheet: each,
            version: each.version,
            report: JSON.stringify(each.report),
          }))) {
            const before = said.get(sheet);
            if (before !== undefined && before.report !== report) expect(version).not.toBe(before.version);
            said.set(sheet, { version, report });
          }
        };
        LiveSheet.setBeside(sheets);
        agree();
        steps.forEach((each, i) => {
          const sheet = sheets[each.at % sheets.length];
          if (sheet === undefined) return;
          const again = (more: Partial<Grid>): LiveSheet =>
            new LiveSheet(RULEBOOK, { ...sheet.grid, ...more }, TODAY);
          const range = 'row' in each ? { top: each.row, bottom: each.row } : { top: 0, bottom: 0 };
          if ('cells' in each) sheet.edit({ ...range, left: 0, right: 26 }, [each.cells]);
          else if ('text' in each)
            sheet.edit({ ...range, left: each.left, right: each.left }, [[textCell(each.text)]]);
          else {
            if (each.kind === 'gone')
              sheets = sheets.filter((other) => other !== sheet || sheets.length === 1);
            else if (each.kind === 'come') sheets = [...sheets, again({ name: `新${i}` })];
            else {
              const more = each.kind === 'renamed' ? { name: `改${i}` } : { visible: each.kind === 'shown' };
              sheets = sheets.map((other) => (other === sheet ? again(more) : other));
            }
            LiveSheet.setBeside(sheets);
          }
          agree();
        });
      }),
      { numRuns: 100 },
    );
  });
});
