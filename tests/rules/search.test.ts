import fc from 'fast-check';
import pinyin from '../../src/rules/reference/pinyin.json';
import { createPinyin } from '../../src/rules/pinyin';
import { CatalogueSearch, searchableEntries } from '../../src/rules/search';
import { pinyinIndex, syllablesOf } from '../../tools/pinyin-index';
import { RULEBOOK } from '../support/rulebook';

const { catalogue } = RULEBOOK;
const search = new CatalogueSearch(catalogue, pinyin);
const entries = searchableEntries(catalogue);
const namesFor = (keyword: string, limit?: number): readonly string[] =>
  search.find(keyword, limit).map(({ name }) => name);

test.each([
  ['人工智能训练师', '人工智能训练师'],
  ['rengongzhinengxunlianshi', '人工智能训练师'],
  ['rgznxls', '人工智能训练师'],
  ['RGZNXLS', '人工智能训练师'],
  ['4-04-05-05', '人工智能训练师'],
  ['４-04-05-05', '人工智能训练师'],
  ['叉车', '叉车司机'],
  ['重庆小面', '重庆小面制作'],
  ['cqxm', '重庆小面制作'],
  // As the notice prints them.
  ['4-04-04-07', '密码技术应用员'],
  ['4-99-00-00', '无人机驾驶员'],
  ['物业管理员', '物业管理师'],
  ['果树花卉嫁接', '果树花卉嫁'],
])('%s finds %s', (keyword, name) => {
  expect(namesFor(keyword)).toContain(name);
});

test('the whole name comes before names that begin with it, and these before the rest', () => {
  const names = namesFor('电工', 50);
  const begins = names.map((name) => (name === '电工' ? 0 : name.startsWith('电工') ? 1 : 2));
  expect(names[0]).toBe('电工');
  expect(begins).toEqual([...begins].sort((a, b) => a - b));
});

test('nothing is found for nothing, nor for what nobody wrote', () => {
  expect([namesFor(''), namesFor('  '), namesFor('量子厨师')]).toEqual([[], [], []]);
});

test('two letters are no part of a pinyin, or they would match almost anything', () => {
  expect(namesFor('xx', 2000).every((name) => name !== '人工智能训练师')).toBe(true);
});

test('every entry is among the first by its name and its code', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), ({ name, code }) => {
      expect(namesFor(name, 3)).toContain(name);
      expect(search.find(code, 400).map((entry) => entry.name)).toContain(name);
    }),
    { numRuns: 60 },
  );
});

test('a limit cuts the same list', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('工', 'dian', '4-0', '师'),
      fc.integer({ min: 0, max: 40 }),
      (keyword, limit) => {
        expect(namesFor(keyword, limit)).toEqual(namesFor(keyword, 40).slice(0, limit));
      },
    ),
    { numRuns: 20 },
  );
});

/** Read by a person, character by character (现代汉语词典). */
test.each([
  ['铣工', 'xigong'],
  ['数控铣工', 'shukongxigong'],
  ['普通铣工', 'putongxigong'],
  ['无人机群飞行规划员', 'wurenjiqunfeixingguihuayuan'],
  ['无人机群飞行规划员', 'wrjqfxghy'],
  ['丰都麻辣鸡块制作', 'fengdumalajikuaizhizuo'],
  ['轧制原料工', 'zhazhiyuanliaogong'],
  ['金属轧制工', 'jinshuzhazhigong'],
  ['轧制工程技术人员', 'zhazhigongcheng'],
  ['铸轧工', 'zhuzhagong'],
  ['铁路车站调车作业员', 'tieluchezhandiaochezuoyeyuan'],
  ['旅行社计调', 'lvxingshejidiao'],
  ['智能网联汽车装调运维员', 'qichezhuangtiaoyunwei'],
  ['刨插工', 'baochagong'],
  ['刨花板工', 'baohuabangong'],
  ['薄膜加热器件制造工', 'bomojiareqijian'],
  ['饰面块材粘贴', 'shimiankuaicaizhantie'],
  ['手工藏地毯编织', 'shougongzangditan'],
  ['手工藏地毯编织', 'sgzdtbz'],
  ['电子设备机械装校工', 'jixiezhuangjiaogong'],
  ['静观花木蟠扎', 'jingguanhuamupanza'],
  ['园林植物盘扎造型', 'panzazaoxing'],
  ['整模脱模工', 'zhengmutuomugong'],
  // Read rightly before, and to stay so.
  ['康乐服务员', 'kanglefuwuyuan'],
  ['校对员', 'jiaoduiyuan'],
  ['会计专业人员', 'kuaiji'],
  ['银行信贷员', 'yinhangxindai'],
  ['畜牧技术人员', 'xumujishu'],
  ['家畜饲养员', 'jiachusiyang'],
  ['文物藏品专业人员', 'wenwucangpin'],
  ['模特', 'mote'],
  ['称重计量工', 'chengzhongjiliang'],
  ['重庆小面制作', 'chongqingxiaomian'],
])('%s is read as %s', (name, keyword) => {
  expect(namesFor(keyword, 400)).toContain(name);
});

test.each([
  ['xiangong', '铣工'],
  ['yazhi', '金属轧制工'],
  ['paohuaban', '刨花板工'],
  ['baomojiare', '薄膜加热器件制造工'],
  ['niantie', '饰面块材粘贴'],
  ['mojugong', '模具工'],
  ['tuomo', '整模脱模工'],
  ['dianqiexuegong', '电切削工'],
])('%s, as many type it, finds %s', (keyword, name) => {
  expect(namesFor(keyword, 400)).toContain(name);
});

test.each([
  ['toumianbubaojian', '头、面部保健'],
  ['tmbbj', '头、面部保健'],
  ['头面部保健', '头、面部保健'],
  ['yunchanfu', '照料孕、产妇'],
  ['jiachuqin', '家畜（禽）疫病防治'],
  ['5gjizhan', '5G基站安装与维护'],
  ['5gjz', '5G基站安装与维护'],
  ['3DMAX', '3DMAX图形图像处理'],
  ['3dmaxtxtxcl', '3DMAX图形图像处理'],
  ['aitishi', 'AI提示工程运用'],
  ['linuxxitongjichu', 'Linux系统基础运维'],
])('%s finds %s: brackets, commas and dots are not typed, digits are', (keyword, name) => {
  expect(namesFor(keyword, 400)).toContain(name);
});

test('every name is found by its own letters and digits, whatever else stands in it', () => {
  for (const { name } of entries)
    expect(namesFor(name.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(), 20)).toContain(name);
});

test.each([
  ['4-13-01-07', '图书馆服务员', '档案数字化管理师'],
  ['4-04-04-07', '网络安全等级保护测评师', '密码技术应用员'],
  ['5-03-02-02', '家禽饲养员', '家畜饲养员'],
])('%s finds the occupation of that code before what the notice prints it for', (code, own, printed) => {
  const [first, ...others] = namesFor(code);
  expect(first).toBe(own);
  expect(others).toContain(printed);
});

test.each([
  ['劝募员', '3-01-01-05'],
  ['婚姻家庭咨询师', '4-10-05-03'],
  ['研学旅行指导师', '4-13-04-04'],
  ['2-02-32-00', '2-02-32-01'],
  ['4-05-02-00', '4-05-02-01'],
])('%s, which it was once, finds %s', (keyword, code) => {
  expect(search.find(keyword, 1).map((entry) => entry.code)).toEqual([code]);
});

test('a keyword is what can be seen of it', () => {
  expect(namesFor('\u200b茶艺师', 1)).toEqual(['茶艺师']);
  expect(namesFor('茶\u200b艺师', 1)).toEqual(['茶艺师']);
  expect(namesFor('4\u200b-04-05-05', 1)).toEqual(['人工智能训练师']);
  expect(namesFor('\u200b')).toEqual([]);
});

test('the committed index is the one that the tool makes, and reads every name as the tool does', () => {
  expect(pinyin).toEqual(pinyinIndex());
  const read = createPinyin(pinyin);
  for (const { name } of entries.filter((entry) => /^\p{Script=Han}+$/u.test(entry.name)))
    expect([name, read(name)[0]]).toEqual([name, syllablesOf(name).join('')]);
});
