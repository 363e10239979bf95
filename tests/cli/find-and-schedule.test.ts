import { kpy } from './support/kpy';

describe('kpy find', () => {
  test.each([
    ['initials', 'rgznxls', '4-04-05-05  人工智能训练师'],
    ['full pinyin', 'baoanyuan', '4-07-05-01  保安员'],
    ['Han', '钳工', '6-20-01-01  装配钳工'],
    ['a code', '4-04-05-05', '4-04-05-05  人工智能训练师'],
    ['an ability', '重庆小面', '重庆小面制作'],
  ])('by %s', async (_, keyword, line) => {
    const { status, out } = await kpy(['find', keyword]);
    expect(out).toContain(line);
    expect(status).toBe(0);
  });

  test('columns are aligned by the width of Han', async () => {
    const { out } = await kpy(['find', '钳工', '--limit', '4']);
    const lines = out.trimEnd().split('\n').slice(0, 4);
    // Every Han takes two columns, all else one.
    const starts = lines.map((line) => {
      const before = /^(.*?)(?:职业|工种|专项职业能力)/.exec(line)?.[1] ?? '';
      return before.length + (before.match(/\p{Script=Han}/gu)?.length ?? 0);
    });
    expect(new Set(starts).size).toBe(1);
  });

  test('nothing found is said; JSON has an empty list', async () => {
    expect(await kpy(['find', '没有这种职业'])).toMatchObject({ status: 0, out: '没有找到“没有这种职业”\n' });
    expect(JSON.parse((await kpy(['find', '没有这种职业', '--json'])).out)).toEqual({
      keyword: '没有这种职业',
      entries: [],
      more: false,
    });
  });

  test('that there are more than the limit is said', async () => {
    const lines = (await kpy(['find', '钳工', '--limit', '3'])).out.split('\n');
    expect(lines.slice(3)).toEqual(['只列出前 3 条；加 --limit 可以多列，或者把关键词写得更具体', '']);
    const documentOf = async (limit: string): Promise<unknown> =>
      JSON.parse((await kpy(['find', '钳工', '--limit', limit, '--json'])).out);
    expect(await documentOf('3')).toMatchObject({ more: true, entries: { length: 3 } });
    const all = (await documentOf('999')) as { readonly entries: readonly unknown[] };
    expect(await documentOf(String(all.entries.length))).toEqual({ ...all, more: false });
    expect((await kpy(['find', '钳工', '--limit', '999'])).out).not.toContain('只列出');
  });

  test('JSON names code, name, kind and tags', async () => {
    const { entries } = JSON.parse((await kpy(['find', '保安员', '--json', '--limit', '1'])).out) as {
      entries: unknown[];
    };
    expect(entries).toMatchObject([{ code: '4-07-05-01', name: '保安员', kind: '职业', tags: ['紧缺'] }]);
  });

  test.each([
    ['an ability', '重庆小面', { field: '中式烹调师', occupation: '中式烹调师' }, '中式烹调师、安全类'],
    [
      'an ability whose field is printed under a former name',
      '标牌制作',
      { field: '平版制版员', occupation: '印前处理和制作员' },
      '平版制版员',
    ],
    ['a work type', '数控铣工', { field: null, occupation: '铣工' }, '铣工、紧缺'],
    ['an occupation', '装配钳工', { field: null, occupation: '装配钳工' }, '紧缺、安全类'],
  ])(
    'of %s its field and occupation, where they say more than its name',
    async (_, keyword, found, words) => {
      const { out } = await kpy(['find', keyword, '--limit', '1', '--json']);
      expect(JSON.parse(out)).toMatchObject({ entries: [found] });
      const [line = ''] = (await kpy(['find', keyword, '--limit', '1'])).out.split('\n');
      expect(line.split('  ').slice(3)).toEqual([words]);
    },
  );
});

describe('kpy schedule', () => {
  test('months, the next session that can be reached, and the days of the window', async () => {
    expect(await kpy(['schedule', '电工', '--date', '2025-03-26'])).toEqual({
      status: 0,
      err: '',
      out:
        '电工（6-31-01-03）：3月、6月、10月、12月中下旬\n' +
        '2025-03-26 报送，最迟 2025-04-10 反馈审核结果，可赶上 2025年6月中下旬的考核认证\n' +
        '受理日期：2025年3月26日、27日、28日\n',
    });
  });

  test('JSON', async () => {
    expect(JSON.parse((await kpy(['schedule', '6-31-01-03', '--date', '2025-03-26', '--json'])).out)).toEqual(
      {
        name: '电工',
        code: '6-31-01-03',
        months: '3月、6月、10月、12月中下旬',
        date: '2025-03-26',
        next: '2025年6月中下旬',
        submitted: '2025-03-26',
        feedback: '2025-04-10',
        acceptance: ['2025-03-26', '2025-03-27', '2025-03-28'],
      },
    );
  });

  test('between two windows, papers are handed in on the next acceptance day', async () => {
    const { out } = await kpy(['schedule', '保安员', '--date', '2025-05-06']);
    expect(out).toContain('2025-05-26 报送，最迟 2025-06-10 反馈审核结果，可赶上 2025年7月中下旬的考核认证');
  });

  test('after the last window of the year', async () => {
    const { out } = await kpy(['schedule', '钳工', '--date', '2025-12-26']);
    expect(out).not.toContain('报送');
    expect(out).toContain('2025年的受理期已经结束');
  });

  test('an occupation of the second major class is in neither group', async () => {
    const { status, out } = await kpy(['schedule', '人工智能工程技术人员', '--date', '2025-03-26']);
    expect(out).toContain('不在附件6的任一组内');
    expect(status).toBe(0);
  });

  test.each(['4-04-05-01', '4—04—05—01'])(
    '%s, which annex 5 prints for another, is said to be so',
    async (code) => {
      const { status, out } = await kpy(['schedule', code, '--date', '2025-03-26']);
      expect(out).toContain('计算机程序设计员（4-04-05-01）：3月、6月、10月、12月中下旬\n');
      expect(out).toContain('附件5把“全媒体运营师”的编码印作 4-04-05-01，现行编码为 4-13-01-05');
      expect(status).toBe(0);
    },
  );

  test('of one that has no session --json names neither months nor a next one', async () => {
    const { out } = await kpy(['schedule', '人工智能工程技术人员', '--date', '2025-03-26', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      months: null,
      next: null,
      feedback: null,
      submitted: '2025-03-26',
    });
  });

  test('what cannot be seen in a code does not matter', async () => {
    const { status, out } = await kpy(['schedule', '4\u200b-04-05-05', '--date', '2025-03-26']);
    expect(out).toContain('人工智能训练师（4-04-05-05）');
    expect(status).toBe(0);
  });

  test.each([
    ['4-03-01', '“住宿服务人员”（4-03-01）是小类，不是职业；请填写其中的职业\n'],
    ['电工、车工', '“电工、车工”是几个名称，请分别查询\n'],
  ])('%s is no one occupation, and that is what is said', async (text, said) => {
    expect(await kpy(['schedule', text])).toMatchObject({ status: 2, err: said });
  });

  test('an unknown name is wrong usage', async () => {
    const { status, err } = await kpy(['schedule', '智能养生师']);
    expect(err).toBe('“智能养生师”不在职业目录和附件5中；可用 kpy find 查找\n');
    expect(status).toBe(2);
  });
});
