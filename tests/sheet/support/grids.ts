import { COLUMN_KEYS, type ColumnKey } from '../../../src/rules/application';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../../src/rules/cell';
import { plainGrid, type Grid } from '../../../src/sheet/grid';
import { applicant, type Given } from '../../support/applicant';

/** The headers of annex 2 as they are printed, typed here from the notice. */
export const PRINTED_HEADERS: readonly string[] = [
  '提交时间',
  '评价机构名称',
  '机构类别（央企在渝分支、市级、区级）',
  '证件类型',
  '身份证号码',
  '性别',
  '姓名',
  '民族',
  '文化程度',
  '政治面貌',
  '职务/岗位',
  '职称',
  '所在单位',
  '工龄',
  '联系电话',
  '本职业或相关职业任职年限',
  '已取得职业资格或等级认定证书工种',
  '证书编码',
  '已取得职称证书',
  '证书编码',
  '已取得考评人员证卡职业（工种）',
  '证书编码',
  '是否参加过考评人员业务培训',
  '申报考评员等级',
  '申报职业（工种）名称',
  '申报职业编码（考评员和高级考评员）专项考评员填写所属职业领域',
  '申报职业类别',
];

export const TITLE = '考评人员申报汇总表';
export const FOOTER =
  '填报单位（加盖公章）：重庆天和职业技能培训学校　　联系人：赵丁　　联系电话：023-67890000';
export const REMARK = '备注：1.市级企业/院校/社会培训评价组织在填报单位处盖本评价机构的公章。';

export type Value = string | number | Cell | null | undefined;

const cellOf = (value: Value): Cell | undefined => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return numberCell(value);
  return typeof value === 'string' ? textCell(value) : value;
};

/** A worksheet from its rows of values. */
export const gridOf = (rows: readonly (readonly Value[])[], more: Partial<Grid> = {}): Grid => ({
  ...plainGrid(
    'Sheet1',
    rows.map((row) => row.map(cellOf)),
  ),
  ...more,
});

/** A person's row in the printed order. */
export const personRow = (given: Given = {}): Cell[] => {
  const cells = applicant(given);
  return COLUMN_KEYS.map((key) => cells[key] ?? EMPTY_CELL);
};

/** Invented people, all sound but for what they share with each other. */
export const CHEN: Given = {};
export const LI: Given = {
  name: '李晓梅',
  idNumber: '511202199505050448',
  sex: '女',
  phone: '13900001111',
  workYears: 8,
  occupationYears: 6,
  skillCertificateNo: 'S000050000001223000025',
};

/** A sheet in the printed layout with these rows: title in row 1, header in row 2, the first person in row 3. */
export const officialGrid = (rows: readonly (readonly Value[])[], more: Partial<Grid> = {}): Grid =>
  gridOf([[TITLE], PRINTED_HEADERS, ...rows, [FOOTER], [REMARK]], more);

/** Where a column stands in the printed order, from 0. */
export const at = (key: ColumnKey): number => COLUMN_KEYS.indexOf(key);

/** A row that is empty but for some columns. */
export function rowWith(values: Readonly<Partial<Record<ColumnKey, Value>>>): Value[] {
  return COLUMN_KEYS.map((key) => values[key]);
}
