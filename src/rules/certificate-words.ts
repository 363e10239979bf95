/**
 * What a certificate or card is called besides its occupation and level, the longer words before the shorter ones: 国家职业
 * 资格证书, 职业技能等级认定证书. 证 alone only where a name or a level ends.
 */
export const CERTIFICATE_WORDS = [
  '国家(?=职业)',
  '职业技能等级认定(?:证书?)?',
  '职业技能等级(?:证书?)?',
  '技能等级(?:证书?)?',
  '职业资格(?:证书?)?',
  '等级认定(?:证书?)?',
  '等级证书?',
  '资格证书?',
  '证书',
  '证(?=$|[(（:：/／]|[一二三四五]级)',
].join('|');

/** What an assessor's card is called besides, but for the words of its own level. */
export const CARD_WORDS = `${CERTIFICATE_WORDS}|职业技能鉴定|技能人才评价|考评人员|证卡|资格`;

/**
 * What is said of a certificate that nobody may hold, or no longer: 未取证, 在考, 公示中, 待发证, 已过期. A 培训中心 gave it,
 * 未过期 says that it holds, 未发编码 is said of its number, and 培训中字 begins one.
 */
export const NOT_IN_HAND = new RegExp(
  [
    '(?:未|没有?)(?:取|发|颁|领|考|评|获|拿|得|下|到手|通过|办)(?!编)',
    '在[读考办培评]',
    '待[发颁出取领考办评审]',
    '拟(?:[取领考评申报升]|晋)',
    '正在[办申考学培读评]',
    '(?:办理|申请|申报|审核|评审|认定|公示|考核|考试|培训|学习)中(?![心字级])',
    '公示期|预计|即将|报名|暂[无未]',
    '[补报备]考',
    '(?<!未)(?:过期|注销|吊销|撤销|作废|无效|失效(?!日期|时间))',
  ].join('|'),
);

const WHOLE_NUMBER = /[A-Z]\d{21}|\d{16}/i;

/** Whether what stands in a number's column says that nobody may hold the certificate. With a whole number, somebody does. */
export const isNotInHand = (number: string): boolean =>
  NOT_IN_HAND.test(number) && !WHOLE_NUMBER.test(number);

/**
 * The entries of a cell, where what is said of one stands behind a separator of its own: 工程师、评审中 is 工程师（评审中）.
 *
 * @param isEntry whether a part that says so is an entry itself, such as 拟评副教授
 */
export function withRemarks(parts: readonly string[], isEntry: (part: string) => boolean): readonly string[] {
  // What stands before brackets is a name with a remark of its own, known or not.
  const isRemark = (part: string): boolean =>
    NOT_IN_HAND.test(part) && !/.[(（]/.test(part) && !isEntry(part);
  const entries: string[] = [];
  for (const part of parts) {
    const before = isRemark(part) ? entries.pop() : undefined;
    entries.push(before === undefined ? part : `${before}（${part}）`);
  }
  return entries;
}
