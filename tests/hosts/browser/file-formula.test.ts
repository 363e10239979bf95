import { fileFormula } from '../../../src/hosts/browser/own-file/file-formula';

const names = {
  sheet: (name: string): string | undefined =>
    new Map([
      ['汇总表', '汇总表'],
      ['新名', '旧 名'],
    ]).get(name),
  isDefined: (name: string): boolean => name === '性别',
};

const inFile = (formula: string): string | null => fileFormula(formula, names);

test.each([
  'C2+C3',
  'SUM(A1:B2,C:C,$1:5)*-2%',
  'IF(A1>=18,"成年","未""成""年")',
  'COUNTIF(汇总表!$A$3:$A$40,"男")',
  'INDEX(性别,2)',
  'SUM({1,2;3,4})',
  'IF(A1,,1)',
  'TODAY()',
  '(A1+B1)/(C1-1.5E+3)',
  'IFERROR(1/0,#N/A)',
])('=%s is the same in a file', (formula) => {
  expect(inFile(formula)).toBe(formula);
});

test.each([
  ['IFS(A1>1,TEXTJOIN("、",TRUE,B1:B3))', '_xlfn.IFS(A1>1,_xlfn.TEXTJOIN("、",TRUE,B1:B3))'],
  ['KPY.CODE("电工")', '_xldudf_KPY_CODE("电工")'],
  ['新名!A1', "'旧 名'!A1"],
  ['"IFS("&A1', '"IFS("&A1'],
])('=%s reads otherwise in a file', (formula, wanted) => {
  expect(inFile(formula)).toBe(wanted);
});

test.each([
  ['fills further cells', 'FILTER(A1:A9,B1:B9>1)'],
  ['is known to the grid alone', 'ISEMAIL(A1)'],
  ['names a sheet that the file does not have', '新表!A1'],
  ['uses a name that the file does not have', '工资*2'],
  ['uses another file', '[1]Sheet1!A1'],
  ['is a table’s', '表1[工龄]'],
  ['spills', 'SUM(A1#)'],
  ['is not closed', 'SUM(A1'],
  ['is not opened', 'A1)'],
  ['has full-width signs', 'SUM（A1，B1）'],
  ['ends in the middle', '1+'],
  ['has two operands side by side', 'A1 B1'],
  ['is none', ''],
  ['is too long', `SUM(${'A1,'.repeat(4_000)}A1)`],
])('one that %s is not for a file', (_, formula) => {
  expect(inFile(formula)).toBeNull();
});
