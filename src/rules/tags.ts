import type { Rulebook } from './rulebook';

/** The marks of an occupation, in the order of design §7: 数字类, 紧缺, 绿色, 安全类, 新职业. */
export function tagsOf(rulebook: Rulebook, code: string): readonly string[] {
  const { catalogue, notice } = rulebook;
  const occupation = catalogue.occupation(code);
  const marks: readonly (readonly [boolean, string])[] = [
    [catalogue.inDigital(code), '数字类'],
    [catalogue.inShortage(code), '紧缺'],
    [occupation?.green === true, '绿色'],
    [rulebook.safetyTrade(code) === 'named', '安全类'],
    [notice.parameters.relaxation.editions.includes(occupation?.edition ?? ''), '新职业'],
  ];
  return marks.flatMap(([applies, mark]) => (applies ? [mark] : []));
}
