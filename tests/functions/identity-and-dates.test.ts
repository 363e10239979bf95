import fc from 'fast-check';
import { addDays, fromSerial, isoDate, toSerial, type IsoDate } from '../../src/rules/calendar-date';
import { checkCharacter } from '../../src/rules/id-number';
import { day } from '../support/rulebook';
import { bad, call, cell, na, one, type Shown } from './support/call';

const serial = (text: string): number => toSerial(day(text));

afterEach(() => jest.useRealTimers());

describe('IDCHECK', () => {
  test.each<[about: string, id: unknown, result: string]>([
    ['有效', '500103198507121215', '有效'],
    ['末位X', '50010319600325121X', '有效'],
    ['校验码', '500103198507121216', '身份证号码的校验码不对，请按证件核对各位数字'],
    ['少一位', '50010319850712121', '身份证号码应为18位，现为17位'],
    ['15位', '500103850712121', '15位身份证号码已停用，请按证件核对18位号码'],
    ['字母', '5001031985071212AB', '身份证号码应为17位数字加1位数字或X'],
    [
      '数字单元格',
      500103198507121200,
      '身份证号码被当作数字保存，末尾几位已丢失（500103198507121200），无法还原；请把单元格设为文本格式后按证件重新填写',
    ],
    [
      '由数字转成的文本',
      '5.00103E+17',
      '身份证号码被当作数字保存，末尾几位已丢失（5.00103E+17），无法还原；请把单元格设为文本格式后按证件重新填写',
    ],
    ['小写x', '50010319600325121x', '字母应大写，应为“50010319600325121X”'],
    ['乘号', '50010319600325121×', '末位是乘号，不是字母X，应为“50010319600325121X”'],
    ['小写x和空格', ' 50010319600325121x', '含有多余的空格、全角字符或不可见字符，应为“50010319600325121X”'],
  ])('%s', (_, id, result) => {
    expect(one('IDCHECK', id)).toBe(result);
  });

  test('a birth date still to come is wrong', () => {
    jest.useFakeTimers({ now: new Date(2025, 2, 26) });
    const first17 = '50010320250327121';
    expect(one('IDCHECK', first17 + checkCharacter(first17))).toBe(
      '身份证号码中的出生日期 20250327 不存在或尚未到来',
    );
    jest.setSystemTime(new Date(2025, 2, 27));
    expect(one('IDCHECK', first17 + checkCharacter(first17))).toBe('有效');
  });
});

describe('SEX, BIRTHDATE, AGE', () => {
  test.each<[id: unknown, sex: Shown, birth: Shown, age: Shown]>([
    ['500103198507121215', '男', serial('1985-07-12'), 39],
    ['50010319600325121x', '男', serial('1960-03-25'), 65],
    ['', '', '', ''],
    [0, '', '', ''],
    ['500103198507121216', ...thrice(bad('身份证号码的校验码不对，请按证件核对各位数字'))],
    ['123', ...thrice(bad('身份证号码应为18位，现为3位'))],
  ])('%s', (id, sex, birth, age) => {
    expect(one('SEX', id)).toEqual(sex);
    expect(one('BIRTHDATE', id)).toEqual(birth);
    expect(one('AGE', id, serial('2025-03-26'))).toEqual(age);
  });

  test.each<[about: string, date: unknown, age: Shown]>([
    ['生日前一天', serial('2025-07-11'), 39],
    ['生日当天', serial('2025-07-12'), 40],
    ['当天下午', serial('2025-07-12') + 0.75, 40],
    ['文本日期', '2025年7月12日', 40],
    ['出生之前', serial('1985-07-11'), bad('出生日期 1985-07-12 在 1985-07-11 之后')],
    ['不是日期', '去年', bad('“去年”不是日期；请引用日期单元格，或写 DATE(2025,3,26)')],
    ['逻辑值', true, bad('“TRUE”不是日期；请引用日期单元格，或写 DATE(2025,3,26)')],
  ])('AGE on %s', (_, date, age) => {
    expect(one('AGE', '500103198507121215', date)).toEqual(age);
  });

  test.each([null, 0, ''])('AGE today where the date is left out or its cell is empty (%j)', (date) => {
    jest.useFakeTimers({ now: new Date(2025, 6, 11, 23, 59) });
    expect(one('AGE', '500103198507121215', date)).toBe(39);
    jest.setSystemTime(new Date(2025, 6, 12, 0, 0));
    expect(one('AGE', '500103198507121215', date)).toBe(40);
  });

  test('birth date and sex come back from any valid number', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n): IsoDate => addDays(day('1900-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 999 }), (born, order) => {
        const first17 = `500103${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
        const id = first17 + checkCharacter(first17);
        fc.pre(!id.endsWith('000'));
        expect(fromSerial(Number(one('BIRTHDATE', id)))).toBe(born);
        expect(one('SEX', id)).toBe(order % 2 === 1 ? '男' : '女');
      }),
    );
  });
});

describe('SCHEDULE', () => {
  const FIRST = '3月、6月、10月、12月中下旬';
  const SECOND = '4月、5月、7月、8月、9月、11月中下旬';

  test.each<[subject: string, date: unknown, result: Shown]>([
    ['4-04-05-05', null, FIRST],
    ['电工', null, FIRST],
    ['钳工', null, FIRST],
    ['茶艺师（三级）', null, FIRST],
    ['收银员', null, SECOND],
    ['收银结算', null, SECOND],
    ['4-09-99', null, SECOND],
    ['电工', 0, FIRST],
    ['电工', '2025-03-26', '2025年6月中下旬'],
    ['电工', serial('2025-11-28'), '2025年12月中下旬'],
    ['收银员', serial('2025-03-26'), '2025年4月中下旬'],
    [
      '收银员',
      serial('2025-11-28'),
      na('2025-11-28 报送，最迟 2025-12-12 反馈审核结果，2025年已没有后续场次'),
    ],
    ['电工', serial('2028-03-27'), na('2028-03-27 报送的反馈日期无法推算：没有所需年度的官方放假安排')],
    ['2-02-38-01', null, na('人工智能工程技术人员（2-02-38-01）：不在附件6的任一组内，请咨询市职鉴中心')],
    ['4-03-01', null, na('“住宿服务人员”（4-03-01）是小类，不是职业；请填写其中的职业')],
    ['电工、车工', null, na('“电工、车工”是几个名称，请分别查询')],
    ['没有', null, na('“没有”不在职业目录和附件5中；可用 KPY.FIND 查找')],
    ['电工', '月底', bad('“月底”不是日期；请引用日期单元格，或写 DATE(2025,3,26)')],
  ])('%s, %s', (subject, date, result) => {
    expect(one('SCHEDULE', subject, date)).toEqual(result);
  });
});

describe('WINDOW and FEEDBACK', () => {
  test.each<[date: unknown, result: Shown]>([
    [serial('2025-04-27'), '2025年4月27日、28日、29日、30日'],
    [serial('2025-04-01'), '2025年4月25日、27日、28日、29日、30日'],
    [serial('2024-05-01'), '2025年2月25日、26日、27日、28日'],
    ['2025-11-28', '2025年11月28日'],
    [serial('2025-12-01'), na('2025年的受理期已经结束')],
    ['以后', bad('“以后”不是日期；请引用日期单元格，或写 DATE(2025,3,26)')],
  ])('WINDOW(%s)', (date, result) => {
    expect(cell('WINDOW', date)).toEqual(result);
  });

  test('WINDOW from today where the date is left out', () => {
    jest.useFakeTimers({ now: new Date(2025, 3, 30, 20) });
    expect(cell('WINDOW')).toBe('2025年4月30日');
    expect(cell('WINDOW', 0)).toBe('2025年4月30日');
  });

  test('FEEDBACK is the tenth working day after, make-up days among them', () => {
    const dates = ['2025-03-26', '2025-04-27', '2025-09-26'].map((text) => [serial(text)]);
    expect(
      call('FEEDBACK', [...dates, [0], ['某日'], [serial('2028-03-27')], [serial('2024-12-10')]]),
    ).toEqual([
      [serial('2025-04-10')],
      [serial('2025-05-14')],
      [serial('2025-10-16')],
      [''],
      [bad('“某日”不是日期；请引用日期单元格，或写 DATE(2025,3,26)')],
      [na('2028-03-27 报送的反馈日期无法推算：没有所需年度的官方放假安排')],
      [na('2024-12-10 报送的反馈日期无法推算：没有所需年度的官方放假安排')],
    ]);
  });

  test('a day is a day, whatever way it is written', () => {
    const days = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(days, ([month, date]) => {
        const there = isoDate(2025, month, date) ?? day('2025-01-01');
        const ways = [
          there,
          there.replaceAll('-', '/'),
          `2025年${String(month)}月${String(date)}日`,
          toSerial(there),
        ];
        const results = ways.map((way) => one('FEEDBACK', way));
        expect(new Set(results.map((each) => JSON.stringify(each))).size).toBe(1);
        expect(Number(results[0])).toBeGreaterThan(toSerial(there) + 9);
      }),
    );
  });
});

function thrice(shown: Shown): [Shown, Shown, Shown] {
  return [shown, shown, shown];
}
