import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { CURRENT_PRINT as print } from '../../src/rules/current-print';
import type { Given } from '../../tests/support/applicant';
import { typed } from './markdown';

/** 第26栏申报职业编码: a column by its number and its header, without what stands in brackets. */
export function columnLabel(key: ColumnKey): string {
  const index = COLUMN_KEYS.indexOf(key);
  // Column 26 says in one header what two kinds of applicants write.
  const header = (print.forms.annex2.headers[index] ?? '').replace(/（[^）]*）|专项考评员.*/g, '');
  return `第${String(index + 1)}栏${header}`;
}

type Value = Given[ColumnKey];

function valueText(value: Value): string {
  if (value === undefined) return '（表中没有此栏）';
  if (typeof value === 'number') return `${typed(String(value))}（数字）`;
  if (typeof value === 'string') return value === '' ? '（空）' : typed(value);
  if (value.formula !== undefined) return `公式 ${typed(`=${value.formula}`)}`;
  if (value.kind === 'date') return `${typed(value.text)}（日期）`;
  return typed(value.text);
}

/** The cells in which a row differs from the sound one. */
export const rowText = (given: Given): string =>
  COLUMN_KEYS.filter((key) => key in given)
    .map((key) => `${columnLabel(key)} ${valueText(given[key])}`)
    .join('；');
