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
