/** @jest-environment jsdom */
import { line, loaded, showPane } from './support/shown-pane';

test('the sessions that can be reached are those of the acceptance day that is picked', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '日程与费用');
  await loaded();
  expect(pane.text).toContain('2025-03-26 报送，最迟 2025-04-10 反馈审核结果');
  await pane.click('button', '2025-03-28');
  expect(pane.text).not.toContain('2025-03-26 报送');
  expect(pane.text).toContain('2025-03-28 报送，最迟 2025-04-14 反馈审核结果');
});

test('whom to ask and where the papers go stands there as the notice prints it', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '日程与费用');
  await loaded();
  expect(pane.text).toContain('申报资料受理：邓雨函，88152283');
  expect(pane.text).toContain('培训认证安排：王森，88152319');
  expect(pane.text).toContain('地址：重庆市渝北区春华大道99号人力资源服务产业园3号楼3409');
});

/** The field in which another occupation is looked up. */
function lookUp(): HTMLElement {
  const labels = [...document.querySelectorAll('label')];
  const field = labels.find((each) => each.textContent.includes('查其他职业'));
  return document.getElementById(field?.htmlFor ?? '') ?? document.body;
}

test.each([
  ['4-03-01', '“住宿服务人员”（4-03-01）是小类，不是职业；请填写其中的职业'],
  ['电工、车工', '“电工、车工”是几个名称，请分别查询'],
])('%s is no one occupation, and that is what is said', async (text, said) => {
  const pane = await showPane([line()]);
  await pane.click('tab', '日程与费用');
  await loaded();
  await pane.focus(lookUp());
  await pane.type(text);
  expect(pane.text).toContain(said);
});

test('what is looked up is heard: the place that says it is there before', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '日程与费用');
  await loaded();
  const said = (): readonly Element[] => [...document.querySelectorAll('[role=status]')];
  const before = said();
  await pane.focus(lookUp());
  await pane.type('铣工');
  expect(said()).toEqual(before);
  expect(said().map((each) => each.textContent)).toContainEqual(expect.stringContaining('铣工（'));
});

test.each(['日程与费用', '导出'])('%s: whom the fee does not count, and why, is said', async (tab) => {
  const pane = await showPane([line(), line({ name: '王小明', level: '特级' })]);
  await pane.click('tab', tab);
  await loaded();
  expect(pane.text).toContain('费用中没有计入1人（第4行）：申报考评员等级没有填写，或不在选项内。');
});

test('where the fee counts everybody, nothing more is said of it', async () => {
  const pane = await showPane([line()]);
  await pane.click('tab', '日程与费用');
  await loaded();
  expect(pane.text).not.toContain('没有计入');
});

test('a person without an occupation is not told as nobody', async () => {
  const pane = await showPane([line({ occupationName: '', occupationCode: '' })]);
  await pane.click('tab', '日程与费用');
  await loaded();
  expect(pane.text).toContain('表中还没有填写申报职业');
});
