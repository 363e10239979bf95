import { firstCells } from './support/read';
import { sheetZip } from './support/workbook-zip';

const formulas = async (rows: string): Promise<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(await firstCells(sheetZip(rows))).map(([cell, { formula }]) => [cell, formula]),
  );

test('a formula comes with its cached value, of any kind', async () => {
  const file = sheetZip(
    '<row r="1"><c r="A1"><f>B1*2</f><v>25</v></c><c r="B1" t="str"><f>D1&amp;"同志"</f><v>李乙同志</v></c>' +
      '<c r="C1" t="e"><f>NA()</f><v>#N/A</v></c><c r="D1" t="b"><f>1=1</f><v>1</v></c>' +
      '<c r="E1" s="1"><f>TODAY()</f><v>45742</v></c><c r="F1"><f>_xldudf_KPY_CODE(A1)</f></c></row>',
  );
  expect(await firstCells(file)).toEqual({
    A1: { kind: 'number', text: '25', number: 25, formula: 'B1*2' },
    B1: { kind: 'text', text: '李乙同志', formula: 'D1&"同志"' },
    C1: { kind: 'error', text: '#N/A', formula: 'NA()' },
    D1: { kind: 'boolean', text: 'TRUE', formula: '1=1' },
    E1: { kind: 'date', text: '2025-03-26', number: 45_742, formula: 'TODAY()' },
    F1: { kind: 'empty', text: '', formula: '_xldudf_KPY_CODE(A1)' },
  });
});

test('a shared formula reads in each cell as Excel shows it there', async () => {
  const rows =
    '<row r="2"><c r="B2"><f t="shared" ref="B2:C4" si="0">A2*$A$1+SUM(A$2:A2)</f><v>1</v></c>' +
    '<c r="C2"><f t="shared" si="0"/><v>1</v></c></row>' +
    '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>1</v></c></row>' +
    '<row r="4"><c r="C4"><f t="shared" si="0"/><v>1</v></c></row>';
  expect(await formulas(rows)).toEqual({
    B2: 'A2*$A$1+SUM(A$2:A2)',
    C2: 'B2*$A$1+SUM(B$2:B2)',
    B3: 'A3*$A$1+SUM(A$2:A3)',
    C4: 'B4*$A$1+SUM(B$2:B4)',
  });
});

test.each([
  ['"A1"&amp;A1', '"A1"&B2'],
  ["'A1 表'!A1", "'A1 表'!B2"],
  ['表1!A1+A1', '表1!B2+B2'],
  ['LOG10(A1)', 'LOG10(B2)'],
  ['A1税率*A1', 'A1税率*B2'],
  ['SUM(A:A)+SUM(1:1)', 'SUM(B:B)+SUM(2:2)'],
  ['SUM($A:A)+SUM($1:1)', 'SUM($A:B)+SUM($1:2)'],
  ['表[A1]+[1]表!A1', '表[A1]+[1]表!B2'],
  ['XFD1+A1048576', '#REF!+#REF!'],
  ['1.5E3+A1', '1.5E3+B2'],
  ['Total2025+A1', 'Total2025+B2'],
])('moved one down and one to the right, %s reads %s', async (first, moved) => {
  const rows =
    `<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="3">${first}</f><v>0</v></c></row>` +
    '<row r="2"><c r="B2"><f t="shared" si="3"/><v>0</v></c></row>';
  expect((await formulas(rows)).B2).toBe(moved);
});

test.each([
  ['an array formula', '<f t="array" ref="A1:A2">B1:B2*2</f>', 'B1:B2*2'],
  ['a formula that spills', '<f t="array" ref="A1:A2" aca="1">TRIM(B1:B2)</f>', 'TRIM(B1:B2)'],
  ['a data table', '<f t="dataTable" ref="A1:A2" r1="B1"/>', ''],
])(
  '%s: its first cell has it, the cells that it fills have one that no cell could have alone',
  async (_, f, first) => {
    const rows =
      `<row r="1"><c r="A1">${f}<v>2</v></c><c r="B1"><v>1</v></c></row>` +
      '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>4</v></c></row>';
    expect(await formulas(rows)).toEqual({ A1: first, A2: '', A3: undefined, B1: undefined, B2: undefined });
  },
);

test('a cell that a formula fills is a formula also where no program has computed it yet', async () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f></c></row>' +
    '<row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3" s="1"/></row>';
  expect(await formulas(rows)).toEqual({ A1: 'B1:B2*2', A2: '' });
});
