import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { EMPTY_CELL, textCell, type Cell } from '../../src/rules/cell';
import { checkSheet } from '../../src/sheet/check-sheet';
import { COLUMNS } from '../../src/sheet/columns';
import type { Grid } from '../../src/sheet/grid';
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
  name: '汇总表',
  rows: [TITLE, HEADER, ...body, FOOTER],
  merges: [],
  hiddenRows: new Set(),
  visible: true,
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
          expect(stated(live.report)).toEqual(stated(fresh(live)));
          for (const [row, before] of rowsBefore)
            if (!changed.has(row)) expect(JSON.stringify(live.row(row))).toBe(before);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Which of several people is named as the one to share with may differ; that one is named may not. */
function stated(report: unknown): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      key === 'reading' || key === 'params' ? undefined : value,
    ),
  );
}
