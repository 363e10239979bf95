import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { readSheet, readSheets, type SheetReading } from '../../src/sheet/read-sheet';
import {
  CHEN,
  FOOTER,
  LI,
  PRINTED_HEADERS,
  REMARK,
  TITLE,
  at,
  gridOf,
  officialGrid,
  personRow,
  rowWith,
  type Value,
} from './support/grids';
import { messyRow } from './support/messy';

const chen = personRow(CHEN);
const li = personRow(LI);

const textOf = (value: Value): string =>
  typeof value === 'object' ? (value?.text ?? '') : String(value ?? '');

/** The rows by number and name. */
const namesOf = ({ rows }: SheetReading): unknown => rows.map(({ row, cells }) => [row, cells.name?.text]);
const skippedOf = ({ skipped }: SheetReading): unknown => skipped.map(({ row, reason }) => [row, reason]);
/** The findings by message, row and cell. */
const findingsOf = ({ findings }: SheetReading): unknown =>
  findings.map(({ message, row, cell }) => [message, row, cell]);

/** A sheet with what is given between the header, in row 2, and the footer. */
const read = (...rows: readonly (readonly Value[])[]): SheetReading => readSheet(officialGrid(rows));

test('a sheet as printed: rows, footer, nothing to say', () => {
  const reading = read(chen, li);
  expect(reading).toMatchObject({
    sheet: 'Sheet1',
    headerRow: 2,
    footer: { row: 5, institution: '重庆天和职业技能培训学校', contact: '赵丁', phone: '023-67890000' },
    skipped: [],
    findings: [],
  });
  expect(namesOf(reading)).toEqual([
    [3, '陈立新'],
    [4, '李晓梅'],
  ]);
  expect(reading.rows[0]?.cells).toEqual(
    Object.fromEntries([...reading.columns.keys()].map((key) => [key, chen[at(key)]])),
  );
});

test('columns of the own are known by their headers, as far as none of ours may be meant', () => {
  const header = ['序号', ...PRINTED_HEADERS, '备\n注', 'Paid  on', '姓名'];
  expect(readSheet(gridOf([header, [1, ...chen, '老学员', '', '陈立新']])).otherHeaders).toEqual([
    '备注',
    'Paid on',
  ]);
  expect(read(chen).otherHeaders).toEqual([]);
});

test('the form that nobody has filled has no rows', () => {
  const reading = read([], [], []);
  expect(reading.rows).toEqual([]);
  expect(reading.findings).toEqual([]);
});

describe('the end of the rows', () => {
  test('remarks below the footer are no people, wherever the name stands', () => {
    const order: readonly ColumnKey[] = [
      'name',
      'idNumber',
      'phone',
      'level',
      'occupationName',
      'occupationCode',
      'sex',
    ];
    const line = (row: readonly Value[]): Value[] => order.map((key) => row[at(key)]);
    const reading = readSheet(
      gridOf([
        line(PRINTED_HEADERS),
        line(chen),
        [FOOTER],
        [REMARK],
        ['2.在各区、县备案的，由备案地人力社保部门盖公章。'],
      ]),
    );
    expect(namesOf(reading)).toEqual([[2, '陈立新']]);
    expect(reading.skipped).toEqual([]);
  });

  test('remarks without a footer end the rows too, and the footer is missed', () => {
    const order: readonly ColumnKey[] = [
      'name',
      'idNumber',
      'phone',
      'level',
      'occupationName',
      'occupationCode',
      'sex',
    ];
    const line = (row: readonly Value[]): Value[] => order.map((key) => row[at(key)]);
    const reading = readSheet(
      gridOf([
        line(PRINTED_HEADERS),
        line(chen),
        [REMARK],
        ['2.在各区、县备案的，由备案地人力社保部门盖公章。'],
      ]),
    );
    expect(namesOf(reading)).toEqual([[2, '陈立新']]);
    expect(findingsOf(reading)).toContainEqual(['sheet.footer/missing', 1, null]);
  });

  test('a row that lacks all that tells a person is one all the same where most is filled in', () => {
    const anonymous: Value[] = [...chen];
    for (const key of ['name', 'idNumber', 'occupationName', 'occupationCode'] as const)
      anonymous[at(key)] = '';
    const filledDown: Value[] = [];
    for (const key of ['submittedOn', 'institution', 'institutionTier', 'idType', 'level'] as const)
      filledDown[at(key)] = chen[at(key)];
    const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, anonymous, filledDown, [FOOTER]]));
    expect(reading.rows.map(({ row }) => row)).toEqual([3, 4]);
  });

  test.each(['审核人：李四', '制表人：王五', '负责人签字：', '2025年3月26日'])(
    'a signature below the people, %s, is nobody, wherever it stands',
    (text) => {
      const line: Value[] = [];
      line[at('name')] = text;
      for (const foot of [[[FOOTER]], []]) {
        const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, li, [], line, ...foot]));
        expect(namesOf(reading)).toHaveLength(2);
      }
    },
  );

  test.each<[string, Value[]]>([
    [
      'in cells of its own',
      rowWith({
        submittedOn: '填报单位（加盖公章）：',
        idNumber: '天和学校',
        name: '联系人：',
        education: '赵丁',
      }),
    ],
    [
      'without colons',
      rowWith({ submittedOn: '填报单位', idNumber: '天和学校', name: '联系人', ethnicity: '赵丁' }),
    ],
    [
      'from the column of ID numbers on',
      rowWith({ idNumber: '填报单位（盖章）：天和学校', name: '联系人：赵丁' }),
    ],
  ])('a footer %s, under the columns that tell a person, is the footer', (_, left) => {
    const line = [...left];
    const isBare = left.includes('联系人');
    if (left.includes('联系人：赵丁')) line[at('occupationName')] = '联系电话：023-67890000';
    else {
      line[at('occupationName')] = isBare ? '联系电话' : '联系电话：';
      line[at('occupationCode')] = '023-67890000';
    }
    const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, line, [REMARK]]));
    expect(namesOf(reading)).toEqual([[3, '陈立新']]);
    expect(reading.footer).toEqual({
      row: 4,
      institution: '天和学校',
      contact: '赵丁',
      phone: '023-67890000',
    });
  });

  test.each<[string, Value[]]>([
    [
      'labels and names beside them',
      rowWith({
        institutionTier: '制表人：',
        idNumber: '张三',
        name: '审核人：',
        employer: '李四',
        occupationName: '日期：',
        occupationCode: '2025年3月26日',
      }),
    ],
    [
      'who signs with the name',
      rowWith({ idNumber: '审核人：王五', name: '经办人：李四', occupationName: '单位负责人：赵六' }),
    ],
    [
      'no colons',
      rowWith({ idNumber: '经办人', name: '李四', occupationName: '填表日期', occupationCode: '2025.3.26' }),
    ],
    [
      'room for stamp, name and day',
      rowWith({ idNumber: '（公章）', name: '（签字）', occupationName: '年 月 日' }),
    ],
    [
      'what others think of it',
      rowWith({ submittedOn: '市职鉴中心意见：', name: '（盖章）', occupationName: '年  月  日' }),
    ],
  ])('signatures under the columns that tell a person are nobody: %s', (_, line) => {
    for (const foot of [[[FOOTER]], []]) {
      const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, li, ...foot, [], line]));
      expect(namesOf(reading)).toHaveLength(2);
      expect(findingsOf(reading)).not.toContainEqual(expect.arrayContaining(['sheet.footer/rows-follow']));
    }
  });

  test('without a footer they end at the last row that is not empty', () => {
    const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, li, [], []]));
    expect(namesOf(reading)).toHaveLength(2);
    expect(findingsOf(reading)).toEqual([['sheet.footer/missing', 2, null]]);
    expect(reading.footer).toBeNull();
  });

  test('rows below the footer are read, and each is told', () => {
    const reading = readSheet(gridOf([[TITLE], PRINTED_HEADERS, chen, [FOOTER], [REMARK], li]));
    expect(namesOf(reading)).toEqual([
      [3, '陈立新'],
      [6, '李晓梅'],
    ]);
    expect(findingsOf(reading)).toEqual([['sheet.footer/rows-follow', 6, null]]);
    expect(reading.findings[0]?.params).toEqual({ row: 4 });
  });

  test('a remark between the header and the first person ends nothing', () => {
    const reading = readSheet(gridOf([PRINTED_HEADERS, ['说明：以下为示例以外的人员'], chen, li, [FOOTER]]));
    expect(namesOf(reading)).toHaveLength(2);
    expect(reading.findings).toEqual([]);
  });

  test('a person whose first cell begins like a footer is a person', () => {
    expect(namesOf(read(personRow({ submittedOn: '填报单位' })))).toHaveLength(1);
    const { name, idNumber } = { name: '李晓梅', idNumber: '511202199505050448' };
    expect(namesOf(read(rowWith({ submittedOn: '填报单位：天和学校', name, idNumber })))).toHaveLength(1);
    expect(namesOf(read(chen, rowWith({ name, position: '负责人' })))).toHaveLength(2);
  });

  test('a complete person without a number of the usual form is not lost to the foot by three labels', () => {
    const person = personRow({
      idType: '港澳居民来往内地通行证',
      idNumber: 'H12345678',
      level: '专项职业能力考评员',
      occupationName: '重庆小面制作',
      occupationCode: '餐饮',
      position: '部门负责人',
      phone: '手机：13812345678',
      category: '备注：香港居民',
    });
    expect(read(chen, person).rows.map(({ row }) => row)).toEqual([3, 4]);
  });

  test.each(['6-31-01-03', '6—31—1—3', '6.31.1.3', '6 - 31 - 01 - 03', '６－３１－０１－０３', '6-31-01'])(
    'a person without an ID number is told from three labels by a code, be it written %s',
    (occupationCode) => {
      const person = rowWith({
        name: '李晓梅',
        position: '部门负责人',
        phone: '手机：13812345678',
        occupationName: '电工',
        occupationCode,
        category: '备注：香港居民',
      });
      expect(namesOf(read(chen, person))).toHaveLength(2);
    },
  );

  test.each(['电工', '6月31日', '6.31'])('but not by %s in its place', (occupationCode) => {
    const line = rowWith({
      name: '李四',
      position: '审核人',
      phone: '手机：13812345678',
      occupationName: '制表人：',
      occupationCode,
      category: '日期：',
    });
    expect(namesOf(read(chen, line))).toHaveLength(1);
  });

  test('nobody is lost to the foot, whatever is wrong with the row and whatever the words begin with', () => {
    const person = fc.record({
      row: messyRow,
      institution: fc.constantFrom(
        '填报单位：天和学校',
        '申报单位',
        '合计算学校',
        '联系人：赵丁',
        '备注：新设',
        '天和学校',
      ),
      name: fc.constantFrom('合文', '小计平', '总明', '经办人甲', '李晓梅'),
      position: fc.constantFrom('负责人', '审核人', '单位负责人', '教师', ''),
    });
    fc.assert(
      fc.property(person, ({ row, institution, name, position }) => {
        const line = [...row];
        line[at('institution')] = institution;
        line[at('name')] = name;
        line[at('position')] = position;
        const telling = (['idNumber', 'occupationName', 'occupationCode'] as const).filter(
          (key) => textOf(line[at(key)]).trim() !== '',
        );
        fc.pre(telling.length >= 2);
        expect(read(line).rows.map(({ row }) => row)).toEqual([3]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rows that are skipped, and said to be', () => {
  test('blank rows between people', () => {
    const reading = read(chen, [], rowWith({}), li);
    expect(namesOf(reading)).toEqual([
      [3, '陈立新'],
      [6, '李晓梅'],
    ]);
    expect(skippedOf(reading)).toEqual([
      [4, 'blank'],
      [5, 'blank'],
    ]);
  });

  test('a row with neither name, ID number nor occupation is blank, whatever else it holds', () => {
    const prefilled = rowWith({
      submittedOn: '2025-03-26',
      institution: '某校',
      institutionTier: '市级',
      sex: '男',
    });
    const reading = read(chen, prefilled, li, prefilled);
    expect(namesOf(reading)).toHaveLength(2);
    expect(skippedOf(reading)).toEqual([
      [4, 'blank'],
      [6, 'blank'],
    ]);
  });

  test('a row that was pasted beside its columns is no person, which is said', () => {
    const [name, id, phone] = ['李晓梅', '511202199505050448', '13900000002'];
    const reading = read(chen, [name, id, phone], ['王丙', '', ''], li);
    expect(namesOf(reading)).toEqual([
      [3, '陈立新'],
      [6, '李晓梅'],
    ]);
    expect(skippedOf(reading)).toEqual([
      [4, 'unread'],
      [5, 'blank'],
    ]);
    expect(findingsOf(reading)).toEqual([['sheet.skipped-row', 4, null]]);
  });

  test('a name and a phone in columns that are filled in advance are told as well', () => {
    const beside = rowWith({ institution: '李晓梅', institutionTier: '13900000002' });
    expect(skippedOf(read(chen, beside, li))).toEqual([[4, 'unread']]);
  });

  test.each(['500103850712121', '50010319850712001x', '5.00103E+17', '500103 19850712 1215'])(
    'a person is told from three labels by an ID number, be it written %s',
    (idNumber) => {
      const person = rowWith({
        idNumber,
        name: '李晓梅',
        position: '部门负责人',
        phone: '手机：13812345678',
        category: '备注：香港居民',
      });
      expect(namesOf(read(chen, person))).toHaveLength(2);
    },
  );

  test('a row of no more than what the row above or below it says too was filled down or up', () => {
    const more = { position: '实训教师', title: '高级讲师' };
    expect(skippedOf(read(personRow(more), rowWith(more), li))).toEqual([[4, 'blank']]);
    expect(skippedOf(read(chen, rowWith(more), personRow({ ...LI, ...more })))).toEqual([[4, 'blank']]);
    expect(skippedOf(read(chen, rowWith(more), li))).toEqual([[4, 'unread']]);
  });

  test.each(['以下空白', '—— 以下为空 ——', '（此处空白）', '– 以下空行 –', '——', '……', '高级考评员（2人）'])(
    'a row with nothing but %s in the place of a name is nobody',
    (text) => {
      expect(namesOf(read(chen, rowWith({ name: text }), li))).toEqual([
        [3, '陈立新'],
        [5, '李晓梅'],
      ]);
    },
  );

  test('a header in another order is no person, and it is said that the rows below are not in its columns', () => {
    const reading = read(chen, ['姓名', '身份证号码', '联系电话', '职务/岗位'], li);
    expect(skippedOf(reading)).toEqual([[4, 'repeated-header']]);
    expect(findingsOf(reading)).toEqual([['sheet.skipped-row/other-header', 4, null]]);
  });

  test('a header whose name and ID number have changed places is said to be in another order', () => {
    const other: Value[] = [...PRINTED_HEADERS];
    [other[at('name')], other[at('idNumber')]] = [other[at('idNumber')], other[at('name')]];
    expect(findingsOf(read(chen, other, li))).toEqual([['sheet.skipped-row/other-header', 4, null]]);
  });

  test.each<[string, Value[]]>([
    ['a name that begins with 示例：', personRow({ name: '示例：张三' })],
    ['样例 in brackets', personRow({ name: '（样例）张三' })],
    ['例：', personRow({ name: '例：张三' })],
    ['a first cell of 示例', personRow({ submittedOn: '示例' })],
    ['a name and little else', rowWith({ submittedOn: '填写示例', name: '张三' })],
  ])('an example is no person, which is said: %s', (_, row) => {
    const reading = read(row, li);
    expect(namesOf(reading)).toEqual([[4, '李晓梅']]);
    expect(skippedOf(reading)).toEqual([[3, 'example']]);
    expect(findingsOf(reading)).toEqual([['sheet.skipped-row/example', 3, null]]);
  });

  test('示例 in a column of numbers left of all others makes an example', () => {
    const rows = [['序号', ...PRINTED_HEADERS], ['示例', ...chen], [1, ...li], [FOOTER]];
    expect(skippedOf(readSheet(gridOf(rows)))).toEqual([[2, 'example']]);
  });

  test('an example with a header of its own, above the header of the people', () => {
    const rows = [[TITLE], ['填写示例：'], PRINTED_HEADERS, chen, [], [TITLE], PRINTED_HEADERS, li, [FOOTER]];
    expect(namesOf(readSheet(gridOf(rows)))).toEqual([[8, '李晓梅']]);
    const close = [[TITLE], ['填写示例：'], PRINTED_HEADERS, chen, PRINTED_HEADERS, li, [FOOTER]];
    expect(namesOf(readSheet(gridOf(close)))).toEqual([[6, '李晓梅']]);
    const once = [[TITLE], ['填写示例：'], PRINTED_HEADERS, chen, li, [FOOTER]];
    expect(namesOf(readSheet(gridOf(once)))).toHaveLength(2);
  });

  test('people whose names have 例 or 示 in them are people', () => {
    for (const name of ['例文', '示明', '王例', '样华'])
      expect(namesOf(read(personRow({ name })))).toHaveLength(1);
  });

  test.each(['范例', '范 例', '范例明', '示例明', '样例明'])(
    'a person with an ID number whose name is %s is a person, also in the first column',
    (name) => {
      expect(namesOf(read(personRow({ name })))).toEqual([[3, name]]);
      const order = [at('name'), ...PRINTED_HEADERS.map((_, i) => i).filter((i) => i !== at('name'))];
      const row = personRow({ name });
      const first = [order.map((i) => PRINTED_HEADERS[i]), order.map((i) => row[i]), [FOOTER]];
      expect(namesOf(readSheet(gridOf(first)))).toEqual([[2, name]]);
    },
  );

  test.each([
    '示例',
    '样例',
    '范例：张三',
    '范例(张三)',
    '示例1',
    '填写范例',
    '【范例】张三',
    '（范例）',
    '（例：张三）',
  ])('a name of %s beside an ID number is an example all the same', (name) => {
    expect(skippedOf(read(personRow({ name }), li))).toEqual([[3, 'example']]);
  });

  test('范例 without an ID number is an example', () => {
    expect(skippedOf(read(personRow({ name: '范例', idNumber: '18位数字' }), li))).toEqual([[3, 'example']]);
  });

  const hints = rowWith({
    submittedOn: '格式：2025-03-26',
    institution: '填全称',
    institutionTier: '下拉选择',
    idNumber: '18位',
    name: '与身份证一致',
    ethnicity: '如汉族',
    position: '没有填无',
    workYears: '年',
    phone: '手机号',
    skillCertificate: '工种/等级',
    occupationName: '按目录填写',
    occupationCode: '按目录填写',
  });

  test.each<[string, Value[]]>([
    ['how to fill each in', hints],
    ['the same in brackets', hints.map((text) => (text === undefined ? text : `（${textOf(text)}）`))],
    [
      'units of some',
      rowWith({
        submittedOn: '（年月日）',
        idNumber: '（18位）',
        workYears: '（年）',
        occupationYears: '（年）',
      }),
    ],
    ['the same word in each', PRINTED_HEADERS.map(() => '必填')],
    ['names of columns for programs', COLUMN_KEYS.map((key) => key)],
  ])('a row that says how to fill in the columns is no person, which is said: %s', (_, row) => {
    const reading = read(row, li);
    expect(namesOf(reading)).toEqual([[4, '李晓梅']]);
    expect(skippedOf(reading)).toEqual([[3, 'hint']]);
    expect(findingsOf(reading)).toEqual([['sheet.skipped-row/hint', 3, null]]);
  });

  test.each<[string, Value[]]>([
    [
      'what is not known yet',
      rowWith({ name: '李晓梅', idNumber: '待填写', phone: '待填写', title: '待填写' }),
    ],
    [
      'notes in brackets',
      rowWith({ name: '李晓梅', title: '（无）', position: '（教师）', employer: '（同上）' }),
    ],
    ['a foreigner', personRow({ name: 'Anna' })],
    ['a name alone', rowWith({ name: '李晓梅' })],
    ['the same three times', rowWith({ name: '李晓梅', employer: '李晓梅', occupationName: '李晓梅' })],
  ])('a person of whom little is known is a person: %s', (_, row) => {
    expect(read(chen, row).rows).toHaveLength(2);
  });

  test('a second line within the merged cells of a person is none, and is said to belong above', () => {
    const second = rowWith({ skillCertificate: '茶艺师/三级', skillCertificateNo: 'S000050000001223000025' });
    const merges = [{ top: 2, left: at('name'), bottom: 3, right: at('name') }];
    const reading = readSheet(officialGrid([chen, second, li], { merges }));
    expect(skippedOf(reading)).toEqual([[4, 'second-line']]);
    expect(findingsOf(reading)).toContainEqual(['sheet.skipped-row/second-line', 4, null]);
    expect(reading.findings.find(({ row }) => row === 4)?.params).toEqual({ row: 3 });
  });

  test('a line within merged cells that name nobody belongs to nobody', () => {
    const [first, second] = ['茶艺师/三级', '电工/三级'].map((skillCertificate, i) =>
      rowWith({ skillCertificate, skillCertificateNo: `S00005000000122300002${i}` }),
    );
    const merges = [{ top: 3, left: at('name'), bottom: 4, right: at('name') }];
    const reading = readSheet(officialGrid([chen, first ?? [], second ?? [], li], { merges }));
    expect(namesOf(reading)).toHaveLength(2);
    expect(skippedOf(reading)).toEqual([
      [4, 'unread'],
      [5, 'unread'],
    ]);
    expect(findingsOf(reading)).not.toContainEqual(['sheet.skipped-row/second-line', 5, null]);
  });

  test.each<[string, Value[]]>([
    ['alone', rowWith({ level: '高级考评员' })],
    ['and a certificate', rowWith({ level: '高级考评员', skillCertificate: '茶艺师/三级' })],
  ])('a second line with a level of its own %s is an application of its own', (_, second) => {
    const merges = (['name', 'idNumber', 'occupationName', 'occupationCode'] as const).map((key) => ({
      top: 2,
      left: at(key),
      bottom: 3,
      right: at(key),
    }));
    const reading = readSheet(officialGrid([chen, second, li], { merges }));
    expect(reading.rows.map(({ cells }) => [cells.name?.text, cells.level?.text])).toEqual([
      ['陈立新', '考评员'],
      ['陈立新', '高级考评员'],
      ['李晓梅', '考评员'],
    ]);
    expect(reading.rows[1]?.cells.occupationName?.text).toBe('人工智能训练师');
    expect(reading.skipped).toEqual([]);
  });

  test.each(['filled down', 'left in a merged cell'])(
    'a second line with a level that is %s is no application of its own',
    (how) => {
      const level = how === 'filled down' ? '考评员' : '高级考评员';
      const second = rowWith({ level, skillCertificate: '茶艺师/三级', skillCertificateNo: 'S0001' });
      const keys: readonly ColumnKey[] = how === 'filled down' ? ['name'] : ['name', 'level'];
      const merges = keys.map((key) => ({ top: 2, left: at(key), bottom: 3, right: at(key) }));
      expect(skippedOf(readSheet(officialGrid([chen, second, li], { merges })))).toEqual([
        [4, 'second-line'],
      ]);
    },
  );

  test('empty rows that the form still has below the last person are its own affair', () => {
    expect(read(chen, [], rowWith({}), []).skipped).toEqual([]);
  });

  test.each<[string, Value[]]>([
    ['a name', rowWith({ name: '李晓梅' })],
    ['an ID number', rowWith({ idNumber: '511202199505050448' })],
    ['an occupation', rowWith({ occupationName: '电工' })],
    ['an occupation’s code', rowWith({ occupationCode: '6-31-01-03' })],
  ])('a row with no more than %s is a person', (_, row) => {
    expect(read(chen, row).rows.map((each) => each.row)).toEqual([3, 4]);
  });

  test.each<[string, Value[]]>([
    ['合计 in the first column', ['合计', null, null, null, null, null, '2人']],
    ['合计 in the column of names', rowWith({ name: '合　计', workYears: 23 })],
    ['小计：2人', ['小计：2人']],
    ['总人数', rowWith({ submittedOn: '总人数', name: '2' })],
    ['共计：', rowWith({ submittedOn: '共计：', name: '2人' })],
    ['本页小计', rowWith({ name: '本页小计', occupationName: '2' })],
    ['共2人', rowWith({ name: '共2人' })],
    ['共2名', rowWith({ name: '共2名' })],
    ['累计：2人', rowWith({ name: '累计：2人' })],
    ['总计', rowWith({ submittedOn: '总计', name: '2' })],
    ['高级考评员（2名）', rowWith({ name: '高级考评员（2名）' })],
    ...['小计', '小计：4人', '合计（人）', '总计4', '合计人数'].map((text): [string, Value[]] => [
      `${text} and a number in each of three columns`,
      rowWith({ idType: text, idNumber: '4人', name: '其中：女1人', occupationName: '4人' }),
    ]),
    [
      '合计 and a number in each of the columns that tell a person',
      rowWith({
        idType: '合计',
        idNumber: '4人',
        name: '其中：女1人',
        occupationName: '4人',
        level: '考评员',
      }),
    ],
  ])('a subtotal row: %s', (_, row) => {
    const reading = read(chen, row, li);
    expect(namesOf(reading)).toHaveLength(2);
    expect(skippedOf(reading)).toEqual([[4, 'subtotal']]);
  });

  test('years that are written 累计5年 make no subtotal of a person', () => {
    const person = rowWith({ name: '李晓梅', occupationName: '电工', occupationYears: '累计5年' });
    expect(read(chen, person).rows).toHaveLength(2);
  });

  test('a header that is repeated', () => {
    const spaced = PRINTED_HEADERS.map((header) => Array.from(header).join('\n'));
    const reading = read(chen, PRINTED_HEADERS, li, [TITLE], spaced, personRow({ ...LI, name: '王五' }));
    expect(namesOf(reading)).toHaveLength(3);
    expect(skippedOf(reading)).toEqual([
      [4, 'repeated-header'],
      [6, 'blank'],
      [7, 'repeated-header'],
    ]);
  });

  test('a header that is repeated with its first cells worded otherwise', () => {
    const other = ['填报日期', '评价机构', ...PRINTED_HEADERS.slice(2)];
    expect(skippedOf(read(chen, other, li))).toEqual([[4, 'repeated-header']]);
  });

  const numbered = (mark: (column: number) => string): Value[] =>
    PRINTED_HEADERS.map((_, column) => mark(column + 1));

  test.each<[string, Value[]]>([
    ['1, 2, 3', numbered(String)],
    ['(1), (2), (3)', numbered((n) => `(${n})`)],
    ['（1）', numbered((n) => `（${n}）`)],
    ['第1栏', numbered((n) => `第${n}栏`)],
    ['第1列', numbered((n) => `第${n}列`)],
    ['1项', numbered((n) => `${n}项`)],
    ['①', Array.from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗')],
    ['甲, 乙, 1, 2', numbered((n) => (n < 3 ? ('甲乙'[n - 1] ?? '') : String(n - 2)))],
    ['0, 1, 2', numbered((n) => String(n - 1))],
    ['numbers that leave one out', numbered((n) => String(n < 5 ? n : n + 1))],
    ['numbers, and a column without one', numbered((n) => (n === 9 ? '' : String(n)))],
  ])('a row that counts the columns: %s', (_, row) => {
    expect(skippedOf(read(row, chen))).toEqual([[3, 'repeated-header']]);
  });

  test('numbers that do not rise count no columns', () => {
    expect(read(numbered((n) => String(n % 9))).rows).toHaveLength(1);
  });

  test('both rows of a header of two', () => {
    const group = at('occupationName');
    const upper = PRINTED_HEADERS.map((header, i) =>
      i === group ? '申报职业' : i === group + 1 ? null : header,
    );
    const lower = rowWith({ occupationName: '职业（工种）名称', occupationCode: '职业编码' });
    const merges = PRINTED_HEADERS.flatMap((_, column) =>
      column === group || column === group + 1 ? [] : [{ top: 0, left: column, bottom: 1, right: column }],
    );
    const reading = readSheet(gridOf([upper, lower, chen, upper, lower, li, [FOOTER]], { merges }));
    expect(reading.headerRow).toBe(2);
    expect(namesOf(reading)).toEqual([
      [3, '陈立新'],
      [6, '李晓梅'],
    ]);
    expect(skippedOf(reading)).toEqual([
      [4, 'repeated-header'],
      [5, 'repeated-header'],
    ]);
  });
});

describe('merged cells', () => {
  const down = (key: ColumnKey, top: number, bottom: number): object => ({
    merges: [{ top, left: at(key), bottom, right: at(key) }],
  });

  test('give their value to each row', () => {
    const second = personRow({ ...LI, institution: '' });
    const third = personRow({ ...LI, name: '王五', institution: '残留' });
    const reading = readSheet(officialGrid([chen, second, third, li], down('institution', 2, 4)));
    expect(reading.rows.map(({ cells }) => cells.institution?.text)).toEqual(
      Array.from({ length: 4 }, () => '重庆天和职业技能培训学校'),
    );
    expect(reading.findings).toMatchObject([{ rule: 'sheet.merged', severity: 'info', row: 3, cell: null }]);
    expect(reading.findings[0]?.params).toEqual({ range: 'B3:B5' });
  });

  test('one person over two rows, an occupation in each', () => {
    const second = rowWith({ occupationName: '电工', occupationCode: '6-31-01-03', level: '考评员' });
    const merges = (['name', 'idNumber', 'phone'] as const).map((key) => ({
      top: 2,
      left: at(key),
      bottom: 3,
      right: at(key),
    }));
    const reading = readSheet(officialGrid([chen, second], { merges }));
    expect(reading.rows.map(({ cells }) => [cells.name?.text, cells.occupationName?.text])).toEqual([
      ['陈立新', '人工智能训练师'],
      ['陈立新', '电工'],
    ]);
  });

  test('make no person of a blank row below', () => {
    const reading = readSheet(officialGrid([chen, [], []], down('institution', 2, 4)));
    expect(reading.rows).toHaveLength(1);
  });

  test('an empty one changes nothing', () => {
    const reading = readSheet(
      officialGrid([personRow({ title: '' }), personRow({ ...LI, title: '' })], down('title', 2, 3)),
    );
    expect(reading.rows.map(({ cells }) => cells.title?.text)).toEqual(['', '']);
  });

  test('outside the 27 columns, or sideways only, are nobody’s business', () => {
    const merges = [
      { top: 2, left: 30, bottom: 3, right: 30 },
      { top: 2, left: 0, bottom: 2, right: 1 },
      { top: 4, left: 0, bottom: 4, right: 26 },
    ];
    expect(readSheet(officialGrid([chen, li], { merges })).findings).toEqual([]);
  });

  test('one that ends far below the sheet costs nothing', () => {
    const reading = readSheet(
      officialGrid([chen, personRow({ ...LI, institution: '' })], down('institution', 2, 1_048_575)),
    );
    expect(reading.rows[1]?.cells.institution?.text).toBe('重庆天和职业技能培训学校');
  });
});

test('hidden and filtered rows are read and reported, blank ones not', () => {
  const reading = readSheet(officialGrid([chen, li, []], { hiddenRows: new Set([0, 3, 4]) }));
  expect(reading.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
    [3, false],
    [4, true],
  ]);
  expect(reading.findings).toMatchObject([
    { rule: 'sheet.hidden-row', severity: 'warning', row: 4, cell: null },
  ]);
});

describe('the header', () => {
  test('a missing column is said once, and its cells are not there', () => {
    const kept = PRINTED_HEADERS.map((_, column) => column).filter((column) => column !== at('workYears'));
    const reading = readSheet(
      gridOf([kept.map((i) => PRINTED_HEADERS[i]), kept.map((i) => chen[i]), [FOOTER]]),
    );
    expect(reading.rows[0]?.cells.workYears).toBeUndefined();
    expect(reading.findings).toMatchObject([
      { rule: 'sheet.missing-column', severity: 'error', row: 1, column: 'workYears', cell: null },
    ]);
  });

  test('an ambiguous one is named with its cells, and not called missing', () => {
    const reading = readSheet(gridOf([[TITLE], [...PRINTED_HEADERS, '姓名'], chen, [FOOTER]]));
    expect(reading.rows[0]?.cells.name).toBeUndefined();
    expect(reading.findings).toMatchObject([
      { rule: 'sheet.ambiguous-column', row: 2, column: 'name', cell: 'G2', value: '姓名' },
      { rule: 'sheet.ambiguous-column', row: 2, column: 'name', cell: 'AB2', value: '姓名' },
    ]);
    expect(reading.findings[0]?.params).toEqual({ header: ['姓名'], cells: ['G2', 'AB2'] });
  });

  test('an empty cell of a column that is there is an empty cell', () => {
    const short = chen.slice(0, 26);
    expect(read(short).rows[0]?.cells.category).toEqual({ kind: 'empty', text: '' });
  });
});

test('no value is lost or moved: every person comes back with every cell', () => {
  const word = fc.string({
    unit: fc.constantFrom('甲', '乙', '丙', '丁', '1', '2', '-'),
    minLength: 1,
    maxLength: 4,
  });
  const people = fc.array(fc.array(word, { minLength: 27, maxLength: 27 }), { maxLength: 8 });
  fc.assert(
    fc.property(people, fc.array(fc.nat(3), { maxLength: 8 }), (rows, gaps) => {
      const spread = rows.flatMap((row, i) => [...Array.from({ length: gaps[i] ?? 0 }, () => []), row]);
      const reading = read(...spread);
      const { columns } = reading;
      const found = reading.rows.map(({ cells }) => [...columns.keys()].map((key) => cells[key]?.text));
      expect(found).toEqual(rows.map((row) => [...columns.values()].map((column) => row[column])));
      expect(reading.rows.map(({ row }) => spread[row - 3])).toEqual(rows);
    }),
  );
});

describe('a workbook', () => {
  const filled = (name: string): ReturnType<typeof officialGrid> => officialGrid([chen], { name });
  const note = gridOf([['填表说明'], ['请按要求填写']], { name: '说明' });

  test('every visible worksheet with a header is an entry, in the order of the tabs', () => {
    const readings = readSheets([filled('一月'), note, filled('二月'), { ...filled('旧'), visible: false }]);
    expect(readings.map(({ sheet }) => sheet)).toEqual(['一月', '二月']);
  });

  test('without any header the first visible worksheet says so', () => {
    const readings = readSheets([{ ...filled('旧'), visible: false }, note, { ...note, name: '其他' }]);
    expect(readings).toMatchObject([{ sheet: '说明', headerRow: null, rows: [], footer: null }]);
    expect(readings[0]?.findings).toMatchObject([
      { rule: 'sheet.no-header', severity: 'error', row: null, column: null, cell: null },
    ]);
  });

  test('without a visible worksheet the hidden ones are read', () => {
    const sheets = readSheets([{ ...filled('旧'), visible: false }]);
    expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([['旧', 1]]);
  });

  test('without any worksheet there is nothing', () => {
    expect(readSheets([])).toEqual([]);
  });
});

test('a sheet of very many rows with nobody in them is read', () => {
  const institution = ['重庆天和职业技能培训学校'];
  const filledDown = Array.from({ length: 200_000 }, () => institution);
  expect(readSheet(gridOf([PRINTED_HEADERS, personRow(), ...filledDown])).rows).toHaveLength(1);
  expect(readSheet(gridOf([PRINTED_HEADERS, personRow(), ...filledDown, personRow()])).rows).toHaveLength(2);
});

test('a sheet of very many merged cells is read', () => {
  const people = Array.from({ length: 5_000 }, () => [personRow(), []]);
  const merges = people.flatMap((_, i) =>
    COLUMN_KEYS.map((__, column) => ({ top: 1 + i * 2, left: column, bottom: 2 + i * 2, right: column })),
  );
  const { rows, findings } = readSheet(gridOf([PRINTED_HEADERS, ...people.flat()], { merges }));
  expect(rows).toHaveLength(5_000);
  expect(findings.filter(({ rule }) => rule === 'sheet.merged')).toHaveLength(merges.length);
});
