import { createHash } from 'node:crypto';
import { COLUMN_KEYS } from '../../src/rules/application';
import { createCatalogue } from '../../src/rules/catalogue';
import { IMPLEMENTED_READINGS } from '../../src/rules/implemented-readings';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import definitions from '../../src/rules/notice-2025-8/ability-definitions.json';
import { noticePrint2025_8 as print } from '../../src/rules/notice-2025-8/print';
import { noticeTexts2025_8 as texts } from '../../src/rules/notice-2025-8/texts';
import { clausesOf } from '../../src/rules/cited-clauses';
import { noticePrintSchema, noticeTextsSchema } from '../../src/rules/notice-texts';
import { parseNotice } from '../../src/rules/parse-notice';

const notice = notice2025_8;
const { parameters } = notice;

/** The first eight hex digits of a list's SHA-256: an edit of any entry changes it. */
const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);

const countBy = (values: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

test('the pack keeps to the schema, so that the cast in index.ts tells the truth', () => {
  expect(parseNotice(notice)).toEqual({ ok: true, notice });
  expect(noticeTextsSchema.parse(texts)).toEqual(texts);
  expect(noticePrintSchema.parse(print)).toEqual(print);
});

describe('the annexes', () => {
  test.each([
    ['附件3', notice.digital, 43],
    ['附件4', notice.shortage, 30],
    ['附件5', notice.abilities, 258],
    ['附件5能力定义', definitions, 258],
  ] as const)('%s is numbered from 1 without a gap', (_annex, rows, count) => {
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  // An intended edit changes one digest: say in the commit what the print says and why it changed.
  test.each([
    ['附件3', notice.digital, '0a267806'],
    ['附件4', notice.shortage, 'd856ebe3'],
    ['附件5', notice.abilities, 'ff278676'],
    ['附件5能力定义', definitions, 'c660628f'],
    ['附件5标注', notice.abilityTags, '4899f4f7'],
    ['附件6', notice.sessions, '70d08799'],
    ['勘误', notice.errata, '5c77879c'],
    ['勘误说明', print.errataRemarks, '1c32ddc4'],
    ['条文', texts.clauses.map(({ id, clause, text }) => [id, clause, text]), '19d76f45'],
    ['附件1、附件2', print.forms, '68ead608'],
  ] as const)('%s is what was copied from the print', (_annex, rows, expected) => {
    expect(digest(rows)).toBe(expected);
  });

  test('258 abilities have 258 names', () => {
    expect(new Set(notice.abilities.map(({ name }) => name)).size).toBe(258);
  });

  test('every tag is one that 二（二）5 counts, and every one that counts is used', () => {
    expect(notice.abilityTags).toHaveLength(46);
    expect([...new Set(notice.abilityTags.flatMap(({ tags }) => tags))].sort()).toEqual(
      [...parameters.relaxation.abilityTags].sort(),
    );
  });
});

describe('errata', () => {
  test('47 entries by class', () => {
    expect(countBy(notice.errata.map((entry) => entry.class))).toEqual({
      A: 10,
      B: 6,
      C: 3,
      D: 23,
      E: 3,
      F: 1,
      G: 1,
    });
  });

  const catalogue = createCatalogue(notice);

  test.each(notice.errata.flatMap((entry) => entry.seqs.map((seq) => ({ ...entry, seq }))))(
    '$list第$seq项 $printedName $printedCode: the print is kept',
    ({ list, seq, printedCode, printedName }) => {
      const row = notice[list].find((each) => each.seq === seq);
      const name = row === undefined ? undefined : 'occupation' in row ? row.occupation : row.name;
      expect(name).toBe(printedName.replace(/ L$/, ''));
      if (row !== undefined && 'rawCode' in row) expect(row.rawCode).toBe(printedCode);
      else expect(row?.code ?? '').toBe(printedCode);
    },
  );

  test.each([
    ['标牌制作', '4-08-01-01', '4-08-01-01', '6-08-01-01', '印前处理和制作员'],
    ['山羊饲养', '5-03-02-02', '5-03-02-02', '5-03-02-01', '家畜饲养员'],
    ['堆绣制作', '6-09-03-7', '6-09-03-17', '6-09-03-17', '民间工艺品制作工'],
    ['微信公众号运营', '4-04-05-01', '4-04-05-01', '4-13-01-05', '全媒体运营师'],
    ['AI提示工程运用', '2-02-38-01', '2-02-38-01', '4-04-05-05', '人工智能训练师'],
    ['数字城管坐席话务', '4—04—05—03', '4-04-05-03', '4-04-05-03', '呼叫中心服务员'],
    ['钢筋加工', '6-29-1-04', '6-29-01-04', '6-29-01-04', '钢筋工'],
  ])('%s is printed %s, mended %s, current %s %s', (name, rawCode, code, currentCode, currentOccupation) => {
    expect(catalogue.ability(name)).toMatchObject({ rawCode, code, currentCode, currentOccupation });
  });

  test.each([
    ['密码技术应用员', '4-04-04-06', '4-04-04-07'],
    ['档案数字化管理师', '4-13-01-06', '4-13-01-07'],
    ['无人机驾驶员', '4-02-04-06', '4-99-00-00'],
  ])('%s belongs to annex 4 by its current code %s, not by the printed %s', (_name, current, printed) => {
    expect([catalogue.inShortage(current), catalogue.inShortage(printed)]).toEqual([true, false]);
  });
});

/** Every `clause` that a part of the pack cites. */
function citations(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citations);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' ? [String(inner)] : citations(inner),
  );
}

describe('the clauses', () => {
  test('every numbered clause is there, in the printed order', () => {
    expect(
      texts.clauses
        .map(({ clause }) => clause.replace(/-.*/, ''))
        .filter((clause, i, all) => clause !== all[i - 1]),
    ).toEqual([
      ...['发文字号', '标题', '主送', '引言'],
      ...['一（一）', '一（二）'],
      ...['二（一）1', '二（一）2', '二（一）3'],
      ...['二（二）1', '二（二）2', '二（二）3', '二（二）4', '二（二）5'],
      ...['三', '四', '五1', '五2'],
      ...['六（一）', '六（二）1', '六（二）2', '六（二）3', '六（三）', '七'],
      ...['附件清单', '印发', '抄送'],
      ...['附件1备注1', '附件1备注2', '附件1备注3', '附件1照片格', '附件2备注1', '附件2备注2', '附件5'],
      ...['附件6备注', '附件6注', '附件6第一组', '附件6第二组'],
      ...['附件2第3栏', '附件2第19栏', '附件2第26栏', '附件2第27栏', '附件4第30项'],
    ]);
    expect(new Set(texts.clauses.map(({ id }) => id)).size).toBe(texts.clauses.length);
  });

  test.each([...new Set(citations([parameters, notice.interpretations, notice.sessions]))])(
    '%s, which the pack cites, has its text',
    (cited) => {
      expect(clausesOf(texts, cited)).not.toEqual([]);
    },
  );

  test.each([
    ['二（二）2', ['R11']],
    ['二（二）2、3', ['R11', 'R12']],
    ['二（二）1、2、4', ['R10', 'R11', 'R13']],
    ['六（三）', ['R30', 'R31', 'R32']],
    ['五', ['R23', 'R24']],
    ['二（二）', ['R10', 'R11', 'R12', 'R13', 'R14']],
    ['八', []],
  ])('the citation %s means %j', (cited, ids) => {
    expect(clausesOf(texts, cited).map(({ id }) => id)).toEqual(ids);
  });

  test('how each is decided', () => {
    expect(countBy(texts.clauses.map(({ decidedBy }) => decidedBy))).toEqual({
      sheet: 18,
      document: 11,
      open: 5,
      none: 21,
    });
  });

  // A number in parameters.json and the sentence that states it.
  test.each([
    ['二（一）3', `男性年龄不超${parameters.age.male}周岁，女性不超${parameters.age.female}周岁`],
    ['五1', `${parameters.levels[0]?.fee}元`],
    ['五1', `${parameters.levels[2]?.fee}元`],
    ['五2', `${parameters.levels[1]?.fee}元`],
    ['二（二）1', `执行考评任务满${parameters.requirements.senior.dutyYears}年`],
    ['二（二）2', `工作${parameters.requirements.assessor.years}年及以上`],
    ['二（二）3', `工作${parameters.requirements.safety.years}年及以上`],
    ['二（二）3', parameters.requirements.safety.trades.map(({ name }) => name).join('、')],
    [
      '二（二）4',
      `职称证书${parameters.requirements.special.titleYears}年以上，且从事本职业或相关职业工作${parameters.requirements.special.years}年及以上；或从事本职业工作${parameters.requirements.special.craftYears}年以上`,
    ],
    ['一（一）', `不足${parameters.renewal.monthsLeft}个月`],
    ['六（二）2', `每人每次申报不超${parameters.perPerson.occupations}个`],
    [
      '六（三）',
      `${parameters.year}年${parameters.window.firstMonth} - ${parameters.window.lastMonth}月原则上每月${parameters.window.firstDay} - ${parameters.window.lastDay}日（工作日）`,
    ],
    ['六（三）', `${parameters.feedback.workingDays}个工作日内反馈`],
    ['附件6注', `超过${parameters.separateSession.moreThan}人`],
    [
      '三',
      `登记照为${parameters.photo.background}，以申报人员${parameters.photo.name}命名，不小于${parameters.photo.minimumKilobytes}KB`,
    ],
    ['附件2第3栏', `机构类别（${parameters.tiers.values.join('、')}）`],
    ['附件1备注3', `没有的请写“${parameters.none.value}”`],
    ...notice.sessions.map(({ clause, months, period }) => [
      clause,
      months.map((month) => `${month}月`).join('、') + period,
    ]),
    ...parameters.contacts.map(({ purpose, name, phone }) => ['七', `${purpose}：${name}，${phone}`]),
    ['七', parameters.email],
    ['七', parameters.address],
    ['标题', parameters.name],
    ['发文字号', parameters.documentNumber],
  ] as [string, string][])('%s says “%s”', (cited, words) => {
    expect(
      clausesOf(texts, cited)
        .map(({ text }) => text)
        .join(''),
    ).toContain(words);
  });

  test.each(parameters.institutionReview)('$clause leaves “$text” to the institution', ({ clause, text }) => {
    const printed = clausesOf(texts, clause).map((each) => each.text);
    expect(printed).not.toEqual([]);
    // Two of the four sentences say 具有本职业的专业知识.
    for (const sentence of printed)
      expect(sentence.replace('本职业的', '本职业')).toContain(text.replace('本职业的', '本职业'));
  });

  test('every clause that leaves something to the institution is in its list', () => {
    const listed = parameters.institutionReview.flatMap(({ clause }) => clausesOf(texts, clause));
    const leaving = texts.clauses.filter(({ how }) => how.includes('由申报机构初审'));
    expect(leaving.map(({ clause }) => clause)).toEqual(listed.map(({ clause }) => clause));
  });
});

describe('the forms', () => {
  test('annex 2 has 27 headers, annex 1 has 26 fields', () => {
    expect(print.forms.annex2.headers).toHaveLength(COLUMN_KEYS.length);
    expect(print.forms.annex1.fields.map(({ index }) => index)).toEqual(
      Array.from({ length: 26 }, (_, i) => i + 1),
    );
  });

  test('无 may fill columns 11, 12 and 17 to 22', () => {
    const columns = parameters.none.columns.map((key) => COLUMN_KEYS.findIndex((each) => each === key) + 1);
    expect(columns).toEqual([11, 12, 17, 18, 19, 20, 21, 22]);
  });
});

describe('the interpretations', () => {
  test('the readings taken', () => {
    expect(Object.fromEntries(notice.interpretations.map(({ id, taken }) => [id, taken]))).toEqual(
      Object.fromEntries(Object.entries(IMPLEMENTED_READINGS).map(([id, readings]) => [id, readings[0]])),
    );
    expect(Object.fromEntries(notice.interpretations.map(({ id, taken }) => [id, taken]))).toMatchObject({
      'age-limit': 'open',
      'safety-trades': 'open',
      'safety-or-shortage': 'strict',
      'annex4-row30': 'priority',
      'years-both-routes': 'both',
      'category-scheme': 'major-class',
      'make-up-days': 'working',
      'feedback-start': 'submission',
    });
  });

  test('each is worded, and the wording of none is left over', () => {
    expect(texts.interpretations.map(({ id }) => id)).toEqual(notice.interpretations.map(({ id }) => id));
  });

  test('every reading that the code can act on is one of the entry', () => {
    for (const { id, readings } of texts.interpretations) {
      const known: readonly string[] = readings.map((reading) => reading.id);
      const implemented = Object.entries(IMPLEMENTED_READINGS).find(([each]) => each === id)?.[1] ?? [];
      expect({ id, unknown: implemented.filter((each) => !known.includes(each)) }).toEqual({
        id,
        unknown: [],
      });
    }
  });

  test('every open sentence of the print has one, but three that touch no decision', () => {
    const open = print.defects.filter(({ category }) =>
      ['规则歧义', '附件6歧义', '时间矛盾'].includes(category),
    );
    // The date of issue is only inferred; a book title's brackets; telephone numbers without an area code.
    expect(open.filter(({ interpretations }) => interpretations === undefined).map(({ id }) => id)).toEqual([
      'AN-106',
      'AN-119',
      'AN-120',
    ]);
    const ids = notice.interpretations.map(({ id }) => id);
    for (const { interpretations = [] } of open) expect(ids).toEqual(expect.arrayContaining(interpretations));
  });
});
