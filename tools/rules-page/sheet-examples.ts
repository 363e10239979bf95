import type { RuleName } from '../../src/rules/finding';
import { COLUMN_KEYS } from '../../src/rules/application';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../src/rules/cell';
import { CURRENT_PRINT as print } from '../../src/rules/current-print';
import { checkSheet } from '../../src/sheet/check-sheet';
import { plainGrid, type Grid } from '../../src/sheet/grid';
import { SOUND } from '../../tests/support/applicant';
import { RULEBOOK, saidOf, TODAY } from './judged';

const { annex2 } = print.forms;
const line = (...values: readonly (string | number)[]): readonly Cell[] =>
  values.map((value) => (typeof value === 'number' ? numberCell(value) : textCell(value)));
const TITLE = line(annex2.title);
const HEADERS = line(...annex2.headers);
const PERSON = line(...COLUMN_KEYS.map((key) => SOUND[key]));
const FOOTER = line(annex2.footer);

const sheet = (rows: Grid['rows'], more: Partial<Grid> = {}): Grid => ({
  ...plainGrid('汇总表', rows),
  ...more,
});

const POSITION = COLUMN_KEYS.indexOf('position');
const PHONE = COLUMN_KEYS.indexOf('phone');

const SECOND_LINE = line(
  ...COLUMN_KEYS.map((key) =>
    key === 'skillCertificate' ? '茶艺师/三级' : key === 'skillCertificateNo' ? 'S000050000001223000025' : '',
  ),
);

/** Worksheets that break the rules about a sheet as a whole. */
const SHEETS: readonly { readonly rule: RuleName; readonly about: string; readonly grid: Grid }[] = [
  {
    rule: 'sheet.missing-column',
    about: '没有“职务/岗位”一栏',
    grid: sheet([
      TITLE,
      HEADERS.filter((_, i) => i !== POSITION),
      PERSON.filter((_, i) => i !== POSITION),
      FOOTER,
    ]),
  },
  {
    rule: 'sheet.ambiguous-column',
    about: '有两列都叫“联系电话”',
    grid: sheet([TITLE, [...HEADERS, HEADERS[PHONE] ?? EMPTY_CELL], PERSON, FOOTER]),
  },
  { rule: 'sheet.no-header', about: '表里没有表头', grid: sheet([TITLE, PERSON]) },
  {
    rule: 'sheet.hidden-row',
    about: '第3行被隐藏',
    grid: sheet([TITLE, HEADERS, PERSON, FOOTER], { hiddenRows: new Set([2]) }),
  },
  {
    rule: 'sheet.merged',
    about: '两行的评价机构名称合并成一格',
    grid: sheet([TITLE, HEADERS, PERSON, PERSON, FOOTER], {
      merges: [{ top: 2, left: 1, bottom: 3, right: 1 }],
    }),
  },
  {
    rule: 'sheet.skipped-row',
    about: '姓名、身份证号码粘贴到了前两栏',
    grid: sheet([TITLE, HEADERS, PERSON, line('李晓梅', '500103198507121223'), FOOTER]),
  },
  {
    rule: 'sheet.skipped-row',
    about: '人的姓名上下合并成两行，第二行另写一本证书',
    grid: sheet([TITLE, HEADERS, PERSON, SECOND_LINE, FOOTER], {
      merges: [{ top: 2, left: 6, bottom: 3, right: 6 }],
    }),
  },
  {
    rule: 'sheet.skipped-row',
    about: '第一行的提交时间写着“示例”',
    grid: sheet([TITLE, HEADERS, [textCell('示例'), ...PERSON.slice(1)], PERSON, FOOTER]),
  },
  {
    rule: 'sheet.skipped-row',
    about: '表头下面一行各格都是“必填”',
    grid: sheet([TITLE, HEADERS, HEADERS.map(() => textCell('必填')), PERSON, FOOTER]),
  },
  {
    rule: 'sheet.skipped-row',
    about: '表中间有另一种次序的表头',
    grid: sheet([TITLE, HEADERS, PERSON, line('姓名', '身份证号码', '联系电话'), FOOTER]),
  },
  { rule: 'sheet.footer', about: '没有表尾', grid: sheet([TITLE, HEADERS, PERSON]) },
  { rule: 'sheet.footer', about: '表尾之后还有人员', grid: sheet([TITLE, HEADERS, FOOTER, PERSON]) },
];

/** The examples of a rule about the sheet as a whole: what is wrong, and what the checker says. */
export const sheetExamples = (rule: RuleName): readonly (readonly [about: string, said: string])[] =>
  SHEETS.filter((each) => each.rule === rule).map(({ about, grid }) => {
    const finding = checkSheet(RULEBOOK, grid, TODAY).findings.find((each) => each.rule === rule);
    if (finding === undefined) throw new Error(`${rule} finds nothing in its example: ${about}`);
    return [about, saidOf(finding)];
  });
