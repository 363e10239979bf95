import { associated } from '../../src/functions/registry';
import '../../src/functions/functions';
import { COLUMN_KEYS } from '../../src/rules/application';
import { fromSerial } from '../../src/rules/calendar-date';
import { headerOf } from '../../src/sheet/columns';
import { EXAMPLE_ROWS, FUNCTION_EXAMPLES, TELLING_COLUMNS, type Argument } from './examples';
import { describedFunctions, type DescribedFunction } from './metadata';

/*
 * docs/functions.md: what each function is comes from its docstring, as in Excel, and every result is computed by the
 * function itself. `npm run docs` writes the page; a test says when it is stale.
 */

const INTRODUCTION = `# 自定义函数 KPY.\\*

装好加载项后，在任意单元格输入 \`=KPY.\` 即可看到以下函数。它们只在本机计算，不读写工作簿的其他内容，不联网。本页由 \`npm run docs\` 生成，示例的结果都是函数算出来的。

- **一次算多行**：参数可以是一个单元格，也可以是一片区域；区域有几行（格），结果就向下（右）溢出几行（格），各行单独判断，一行出错不影响其他行。空单元格的结果为空。
- **日期**：参数可以引用日期单元格，也可以写 \`DATE(2025,3,26)\`。注明“省略为今天”的函数每次重算都会更新，要固定结论请给出日期。
- **编码与名称**：只给出现行的编码和名称；原编码、原名称、工种名称可以用来查找。
- **0 与空单元格**：Excel 把空单元格当作 0 传给函数，二者无法区分，所以 0 一律按未填写处理；确实是 0 年的，请填写文本 0。
- **错误**：参数用不了时为 \`#VALUE!\`，查不到时为 \`#N/A\`；在 Excel 中点单元格旁的感叹号，在工作台中选中单元格，可以看到说明。
- **没有加载项的电脑、WPS、LibreOffice**：函数不能计算，显示 \`#NAME?\` 或上次的结果。报送前请用任务窗格的“导出”，导出的表只有内容，没有公式；也可以复制后“选择性粘贴—数值”。`;

/** One page, one section a function. */
export async function functionsPage(): Promise<string> {
  const functions = await describedFunctions();
  const parts = [INTRODUCTION, overview(functions), sampleRows(), ...functions.map(section)];
  return `${parts.join('\n\n')}\n`;
}

const overview = (functions: readonly DescribedFunction[]): string =>
  ['## 函数一览', '', ...functions.map((each) => `- \`${syntax(each)}\`：${firstSentence(each)}`)].join('\n');

const syntax = ({ name, parameters }: DescribedFunction): string =>
  `KPY.${name}(${parameters.map((each) => (each.optional === true ? `[${each.name}]` : each.name)).join(', ')})`;

const firstSentence = ({ description = '' }: DescribedFunction): string =>
  description.slice(0, description.indexOf('。') + 1);

/** The rows that the examples refer to. */
function sampleRows(): string {
  const rows = EXAMPLE_ROWS.map((row, at) => {
    const cells = TELLING_COLUMNS.map((key) => {
      const value = row[key];
      return `${headerOf(key)} ${typeof value === 'number' ? `${String(value)}（数字）` : value}`;
    });
    return `- 第${String(at + 4)}行：${cells.join('，')}`;
  });
  return [
    '## 示例所用的表',
    '',
    `表头在第3行，${String(COLUMN_KEYS.length)}列按官方次序为 A 至 AA 列；提交时间都是 2025-03-26，其余各栏填写无误，第7行是空行。人员均为虚构。`,
    '',
    ...rows,
  ].join('\n');
}

function section(described: DescribedFunction): string {
  const { id, name, description = '', parameters, returns, options } = described;
  const entry = FUNCTION_EXAMPLES[id];
  if (entry === undefined) throw new Error(`${id} has no examples.`);
  const lines = [
    `## KPY.${name}`,
    '',
    `\`=${syntax(described)}\``,
    '',
    description,
    '',
    ...parameters.map(
      (each) => `- \`${each.name}\`${each.optional === true ? '（可省略）' : ''}：${each.description ?? ''}`,
    ),
    `- 结果：${returns}`,
  ];
  if (options?.volatile === true) lines.push('- 每次重算都会更新');
  lines.push(...entry.notes.map((note) => `- ${note}`));
  lines.push('', '示例：', '', ...entry.examples.map((given) => example(described, given)));
  if (entry.errors.length > 0)
    lines.push('', '错误：', '', ...entry.errors.map((given) => example(described, given)));
  return lines.join('\n');
}

function example({ id, parameters }: DescribedFunction, given: readonly Argument[]): string {
  const work = associated.get(id);
  if (work === undefined) throw new Error(`${id} is not associated.`);
  const values = parameters.map(({ dimensionality }, at) => {
    const value = given[at]?.value ?? null;
    return dimensionality === 'matrix' && value !== null && !Array.isArray(value) ? [[value]] : value;
  });
  const result = work(...values) as readonly (readonly unknown[])[];
  const formula = `=KPY.${id}(${given.map(({ shown }) => shown).join(', ')})`;
  const isDate = id === 'BIRTHDATE' || id === 'FEEDBACK';
  const rows = result.map((row) => row.map((value) => shownValue(value, isDate)).join(' | '));
  if (rows.length === 1) return `- \`${formula}\` → ${rows.join('')}`;
  return [`- \`${formula}\` →`, ...rows.map((row, at) => `  ${String(at + 1)}. ${row}`)].join('\n');
}

function shownValue(value: unknown, isDate: boolean): string {
  if (value instanceof CustomFunctions.Error) return `\`${value.code}\` ${value.message ?? ''}`;
  if (typeof value === 'number')
    return isDate ? `${String(value)}（${fromSerial(value) ?? ''}）` : String(value);
  return value === '' ? '（空）' : String(value);
}
