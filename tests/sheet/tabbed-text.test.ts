import fc from 'fast-check';
import { tabbedCells, tabbedText } from '../../src/sheet/tabbed-text';
import { copiedText } from './support/copied-text';

test.each<readonly [why: string, text: string, cells: readonly (readonly string[])[]]>([
  [
    'lines of tabs',
    '姓名\t性别\r\n张三\t男\r\n',
    [
      ['姓名', '性别'],
      ['张三', '男'],
    ],
  ],
  ['the last line end is no line', 'a\n\n', [['a'], ['']]],
  ['the last line without an end', 'a\tb', [['a', 'b']]],
  [
    'blank cells keep their places',
    '\t\tc\r\n\t',
    [
      ['', '', 'c'],
      ['', ''],
    ],
  ],
  ['line breaks in quotes', '"电工\n钳工"\tx', [['电工\n钳工', 'x']]],
  ['a Windows line break in a cell', '"电工\r\n钳工"', [['电工\n钳工']]],
  [
    'quotes at the end of a line of LibreOffice',
    '甲\t"电工\n钳工"\n乙\t"焊工"\r丙',
    [['甲', '电工\n钳工'], ['乙', '焊工'], ['丙']],
  ],
  ['doubled quotes', '"他说""好""\n了"', [['他说"好"\n了']]],
  ['a tab in quotes', '"a\tb"\tc', [['a\tb', 'c']]],
  ['quotes in the middle of a cell are its own', '第"一"职校\tx', [['第"一"职校', 'x']]],
  ['so is a quoted word before others', '"第一"职校\tx', [['"第一"职校', 'x']]],
  ['and a quote that nothing closes', '"第一职校\tx\ny', [['"第一职校', 'x'], ['y']]],
  ['old Mac line ends', 'a\rb', [['a'], ['b']]],
  ['an ID is a text', '500103198507121215', [['500103198507121215']]],
  ['nothing', '', [['']]],
])('%s', (_, text, cells) => {
  expect(tabbedCells(text)).toEqual(cells);
});

test('what Excel copies is what comes out, whatever stands in the cells', () => {
  const character = fc.constantFrom('甲', 'a', '1', ' ', '"', '\t', '\n', ',', '　', '\u{20bb7}');
  // A text that begins with a quote and is copied without quotes cannot be told from one in quotes.
  const cell = fc.string({ unit: character, maxLength: 8 }).filter((text) => !/^"[^\t\n]*$/.test(text));
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      expect(tabbedCells(copiedText(rows))).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('what we copy is what comes out, quotes and all', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '"', '\t', '\n', ','), maxLength: 6 });
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(tabbedCells(tabbedText(rows))).toEqual(rows);
    }),
  );
});

test('a long text of quotes that nothing closes takes no time', () => {
  const text = '"甲""\t'.repeat(100_000);
  expect(tabbedCells(text)[0]).toHaveLength(100_001);
});
