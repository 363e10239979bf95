import type { ColumnKey } from '../rules/application';
import { CURRENT_NOTICE } from '../rules/current-notice';
import { COLUMNS } from './columns';
import type { SheetFooter } from './footer';

/** The official layout of annex 2, as data for whoever writes it. */
export interface OfficialLayout {
  readonly title: string;
  readonly columns: readonly {
    readonly key: ColumnKey;
    readonly header: string;
    readonly width: number;
    readonly prompt: string;
  }[];
  readonly footer: string;
  readonly remarks: readonly string[];
}

const PROMPTS: Readonly<Record<ColumnKey, string>> = {
  submittedOn: `报送材料的日期，如 ${CURRENT_NOTICE.parameters.window.example}`,
  institution: '评价机构的全称，与公章一致',
  institutionTier: '从列表中选',
  idType: '一般为居民身份证',
  idNumber: '18位，末位可为X。本栏为文本格式，请勿改为数字',
  sex: '从列表中选，与身份证一致',
  name: '与身份证一致',
  ethnicity: '如 汉族、土家族',
  education: '最高学历，如 大学本科',
  politicalStatus: '如 群众、中共党员',
  position: '现任职务或岗位，没有的填“无”',
  title: '专业技术职称，如 工程师；没有的填“无”',
  employer: '现工作单位的全称',
  workYears: '参加工作的年数，只填数字，如 12',
  phone: '手机号码，或带区号的固定电话',
  occupationYears: '从事本职业或相关职业的年数，只填数字',
  skillCertificate: '职业和等级，如 电工/技师；多个用顿号分开；没有的填“无”',
  skillCertificateNo: '与证书一致；多个按顺序用顿号分开；没有的填“无”',
  titleCertificate: '证书上的职称，如 高级工程师（机械）；没有的填“无”',
  titleCertificateNo: '与证书一致；没有的填“无”',
  assessorCard: '职业和级别，如 电工考评员；没有的填“无”',
  assessorCardNo: '与证卡一致；没有的填“无”',
  trained: '从列表中选',
  level: '从列表中选',
  occupationName: '职业（工种）名称；专项考评员填所报能力的名称',
  occupationCode: '如 4-04-05-05；专项考评员填所报能力的职业领域',
  category: '职业大类，如 第四大类',
};

const TITLE = '考评人员申报汇总表';
const GAP = '　　　　　　　　　　';
const REMARKS = [
  '备注：1.市级企业/院校/社会培训评价组织在填报单位处盖本评价机构的公章。',
  '　　　2.在各区、县（自治县）备案的企业/院校/社会培训评价组织在填报单位处由备案地人力社保部门盖公章。',
] as const;

/** The layout, with the footer of the sheet that it replaces, or an empty one. */
export function officialLayout(footer: SheetFooter | null): OfficialLayout {
  const { institution = '', contact = '', phone = '' } = footer ?? {};
  return {
    title: TITLE,
    columns: COLUMNS.map(({ key, header, width }) => ({
      key,
      header,
      width,
      prompt: PROMPTS[key],
    })),
    footer: `填报单位（加盖公章）：${institution}${GAP}联系人：${contact}${GAP}联系电话：${phone}`,
    remarks: REMARKS,
  };
}
