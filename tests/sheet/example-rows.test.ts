import { isHintRow } from '../../src/sheet/example-rows';

const NOBODY = ['', ''];

describe('how few texts make a row of hints', () => {
  test('two hints do, one may be what is not known yet of a person', () => {
    expect(isHintRow(['必填', '18位'], NOBODY)).toBe(true);
    expect(isHintRow(['（待定）'], NOBODY)).toBe(false);
    expect(isHintRow(['必填', '李晓梅'], NOBODY)).toBe(false);
  });

  test('half of the texts have to be hints', () => {
    expect(isHintRow(['必填', '18位', '教师', '汉族'], NOBODY)).toBe(true);
    expect(isHintRow(['必填', '18位', '教师', '汉族', '女'], NOBODY)).toBe(false);
  });

  test('six names for programs do, five may be a foreigner’s', () => {
    const fields = ['tjsj', 'pjjg', 'id_number', 'sex', 'name', 'nation'];
    expect(isHintRow(fields, NOBODY)).toBe(true);
    expect(isHintRow(fields.slice(0, 5), NOBODY)).toBe(false);
  });

  test('the same text four times does, three times may be chance', () => {
    expect(isHintRow(['甲', '甲', '甲', '甲'], NOBODY)).toBe(true);
    expect(isHintRow(['甲', '甲', '甲'], NOBODY)).toBe(false);
  });
});
