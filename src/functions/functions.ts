/// <reference types="custom-functions-runtime" />
import { acceptanceWindow, feedbackDay } from '../rules/acceptance-window';
import { completedYears, toSerial } from '../rules/calendar-date';
import { fee as feeOf } from '../rules/fee';
import { resolveOccupation, whyNoOccupation, type ResolvedOccupation } from '../rules/resolve-occupation';
import { majorClass } from '../rules/major-class';
import { CURRENT_NOTICE } from '../rules/current-notice';
import pinyin from '../rules/reference/pinyin.json';
import { rulebookOf } from '../rules/rulebook';
import { nextSession, nextSessionMessage, scheduleOf } from '../rules/schedule';
import { CatalogueSearch } from '../rules/search';
import { tagsOf } from '../rules/tags';
import { tidy } from '../rules/tidy';
import { cellOf, dateOf, dateOrToday, isBlank, perCell, wholeNumber, type Result } from './arguments';
import { isFailure, notAvailable, say, unusable } from './failure';
import { readId } from './identity-answers';
import { eligibilityText, findingsText, perRow } from './row-answers';
import { today } from './today';

/*
 * The KPY.* functions of Excel (design §7). Their docstrings are what Excel shows: custom-functions-metadata turns them
 * into functions.json, and they are in Chinese for that reason. The generator knows no types but TypeScript's own;
 * `unknown` is its "any": the value as it stands in the cell. Results are ranges, so that every function spills.
 * `{notice.…}` is filled in by the build: see tools/build/notice-words.js.
 */

const RULEBOOK = rulebookOf(CURRENT_NOTICE);
const { catalogue: CATALOGUE, notice: NOTICE } = RULEBOOK;
const { annexes: ANNEXES } = NOTICE.parameters;

/**
 * 判断一行或多行汇总表是否符合申报条件，并说明依据的条款。每行单独判断，不核对同一人申报几个职业（{notice.perPerson.clause}）。
 * @customfunction ELIGIBLE
 * @param row 汇总表的一行或多行，从“提交时间”到“申报职业类别”共27列；少选的列按没有处理
 * @param [headers] 汇总表的表头，列数与 row 相同；列的次序与汇总表不同时给出
 * @param [date] 没有提交时间的行按此日期计算年龄；省略为今天
 * @returns 符合；或“不符合：”“待核实：”及理由；空行和表头为空
 * @volatile
 */
export function eligible(row: unknown[][], headers?: unknown[][], date?: unknown): unknown[][] {
  return perRow(row, headers, date, (application, day) => eligibilityText(RULEBOOK, application, day));
}

/**
 * 检查一行或多行汇总表，列出各栏的问题。每行单独检查，不与其他行比较。
 * @customfunction CHECK
 * @param row 汇总表的一行或多行，从“提交时间”到“申报职业类别”共27列；少选的列按没有处理
 * @param [headers] 汇总表的表头，列数与 row 相同；列的次序与汇总表不同时给出
 * @param [date] 没有提交时间的行按此日期计算年龄；省略为今天
 * @returns 全部问题；没有问题为“无”，空行和表头为空
 * @volatile
 */
export function check(row: unknown[][], headers?: unknown[][], date?: unknown): unknown[][] {
  return perRow(row, headers, date, (application, day) => findingsText(RULEBOOK, application, day));
}

/**
 * 查询考核认证的月份（附件{notice.annexes.sessions}）。给出报送日期时，为当天报送可以赶上的第一场。
 * @customfunction SCHEDULE
 * @param code 职业编码，或职业、工种、专项职业能力的名称
 * @param [date] 报送材料的日期
 * @returns 如“3月、6月、10月、12月中下旬”；给出日期时如“2025年6月中下旬”
 */
export function schedule(code: unknown[][], date?: unknown): unknown[][] {
  const submitted = cellOf(date);
  const day = isBlank(submitted) ? null : dateOf(submitted);
  if (isFailure(day)) return [[day]];
  return perEntry(code, (entry, text) => {
    const result = scheduleOf(RULEBOOK, entry);
    if (result.kind === 'unknown') return noOccupation(text);
    if (result.kind !== 'months')
      return notAvailable(
        say('schedule.not-scheduled', { name: result.name, code: result.code, annex: ANNEXES.sessions }),
      );
    if (day === null) return result.text;
    const next = nextSession(NOTICE, result.session, day);
    if (next.kind === 'session') return next.text;
    const { code: message, params } = nextSessionMessage('zh-CN', NOTICE, next, day);
    return notAvailable(say(message, params));
  });
}

/**
 * 由名称查现行职业编码；“钳工”一类的统称给出全部编码。
 * @customfunction CODE
 * @param name 职业、工种、专项职业能力的名称，也可以是原名称
 * @returns 职业编码，如 4-04-05-05；专项职业能力为所属职业领域的编码
 */
export function code(name: unknown[][]): unknown[][] {
  return perEntry(name, ({ codes }) => codes.join('、'));
}

/**
 * 由编码查现行名称。
 * @customfunction NAME
 * @param code 职业编码；原编码、写法不规范的编码和工种名称也可以
 * @returns 现行的职业名称；专项职业能力为其本身的名称
 */
export function name(code: unknown[][]): unknown[][] {
  return perEntry(code, (entry) => entry.name);
}

/**
 * 查专项职业能力所属的职业领域（附件{notice.annexes.abilities}），即汇总表第26列所填的内容。
 * @customfunction FIELD
 * @param ability 专项职业能力的名称
 * @returns 附件{notice.annexes.abilities}所印的职业领域
 */
export function field(ability: unknown[][]): unknown[][] {
  return perCell(ability, ({ text }) => {
    const found = CATALOGUE.ability(tidy('occupationName', text));
    return (
      found?.occupation ??
      notAvailable(say('function.unknown-ability', { value: text, annex: ANNEXES.abilities }))
    );
  });
}

/**
 * 查职业所属的大类，即汇总表第27列可填的内容。
 * @customfunction CATEGORY
 * @param code 职业编码，或职业、工种、专项职业能力的名称
 * @returns 如“第四大类”
 */
export function category(code: unknown[][]): unknown[][] {
  return perEntry(code, ({ codes }) => [...new Set(codes.map(majorClass))].join('、'));
}

/**
 * 查职业的标记：数字类（附件{notice.annexes.digital}）、紧缺（附件{notice.annexes.shortage}）、绿色、安全类（{notice.requirements.safety.clause}）、新职业。
 * @customfunction TAGS
 * @param code 职业编码，或职业、工种、专项职业能力的名称
 * @returns 用顿号连接的标记；没有标记为空
 */
export function tags(code: unknown[][]): unknown[][] {
  return perEntry(code, ({ codes }) =>
    [...new Set(codes.flatMap((each) => tagsOf(RULEBOOK, each)))].join('、'),
  );
}

const MOST_FOUND = 20;
let search: CatalogueSearch | undefined;

/**
 * 查找职业、工种和专项职业能力，最接近的在前。
 * @customfunction FIND
 * @param keyword 编码、汉字、全拼或拼音首字母
 * @param [limit] 最多几条；省略、空白或为0时20条
 * @returns 编码、名称、种类三列
 */
export function find(keyword: unknown, limit?: unknown): unknown[][] {
  const wanted = cellOf(keyword);
  if (wanted.kind === 'error') return [[unusable(say('function.error-value', { value: wanted.text }))]];
  if (isBlank(wanted)) return [[unusable(say('function.no-keyword'))]];
  const most = wholeNumber(limit, MOST_FOUND);
  if (most === null) return [[unusable(say('function.limit', { value: cellOf(limit).text }))]];
  search ??= new CatalogueSearch(CATALOGUE, pinyin);
  const found = search.find(wanted.text, most || MOST_FOUND);
  if (found.length === 0) return [[notAvailable(say('search.nothing-found', { keyword: wanted.text }))]];
  return found.map((entry) => [entry.code, entry.name, entry.kind]);
}

/**
 * 检查居民身份证号码：位数、字符、地区、出生日期、校验码，以及是否被当作数字保存而丢失末尾几位。
 * @customfunction IDCHECK
 * @param id 身份证号码，单元格应为文本格式
 * @returns “有效”，或存在的问题
 */
export function idCheck(id: unknown[][]): unknown[][] {
  // A birth date still to come is wrong on whatever day the formula is read again: today does not make this volatile.
  return perCell(id, (cell) => readId(RULEBOOK, cell, today()).problems || say('function.id-valid'));
}

/**
 * 由居民身份证号码得出性别。
 * @customfunction SEX
 * @param id 身份证号码，单元格应为文本格式
 * @returns 男或女
 */
export function sex(id: unknown[][]): unknown[][] {
  return perCell(id, (cell) => {
    const answer = readId(RULEBOOK, cell, today());
    return answer.sex ?? unusable(answer.problems);
  });
}

/**
 * 由居民身份证号码得出出生日期。
 * @customfunction BIRTHDATE
 * @param id 身份证号码，单元格应为文本格式
 * @returns 日期序列号；请把单元格设为日期格式
 */
export function birthDate(id: unknown[][]): unknown[][] {
  return perCell(id, (cell) => {
    const answer = readId(RULEBOOK, cell, today());
    return answer.birth === null ? unusable(answer.problems) : toSerial(answer.birth);
  });
}

/**
 * 由居民身份证号码计算周岁；生日当天已满。
 * @customfunction AGE
 * @param id 身份证号码，单元格应为文本格式
 * @param [date] 计算到此日期；省略为今天
 * @returns 周岁
 * @volatile
 */
export function age(id: unknown[][], date?: unknown): unknown[][] {
  const day = dateOrToday(date);
  if (isFailure(day)) return [[day]];
  return perCell(id, (cell) => {
    const { birth, problems } = readId(RULEBOOK, cell, today());
    if (birth === null) return unusable(problems);
    if (birth > day) return unusable(say('function.born-later', { birth, date: day }));
    return completedYears(birth, day);
  });
}

/**
 * 计算培训认证费用（五）：每人每个职业的费用乘以人次。
 * @customfunction FEE
 * @param level 申报考评员等级
 * @param [count] 人次；省略、空白或为0时1人次
 * @returns 元
 */
export function fee(level: unknown[][], count?: unknown): unknown[][] {
  const times = wholeNumber(count, 1);
  if (times === null) return [[unusable(say('function.count', { value: cellOf(count).text }))]];
  const { choices } = RULEBOOK;
  return perCell(level, ({ text }) => {
    const key = choices.levelOf(choices.read('level', tidy('level', text)));
    return key === null
      ? unusable(say('function.level', { value: text, some: choices.examples('level') }))
      : feeOf(NOTICE, key, times);
  });
}

/**
 * 查询受理日期（{notice.window.clause}）：本次受理期余下的日子，或下一个受理期的全部日子。
 * @customfunction WINDOW
 * @param [date] 从此日期起；省略为今天
 * @returns 如“2025年4月27日、28日、29日、30日”
 * @volatile
 */
export function acceptance(date?: unknown): unknown[][] {
  const day = dateOrToday(date);
  if (isFailure(day)) return [[day]];
  const window = acceptanceWindow(NOTICE, day);
  if (window.kind === 'days') return [[window.text]];
  if (window.kind === 'no-calendar') return [[notAvailable(say('schedule.no-calendar', { date: day }))]];
  return [[notAvailable(say('schedule.window-over', { year: NOTICE.parameters.year }))]];
}

/**
 * 计算审核结果最迟反馈的日期（{notice.feedback.clause}）：报送后第{notice.feedback.workingDays}个工作日。
 * @customfunction FEEDBACK
 * @param date 报送材料的日期
 * @returns 日期序列号；请把单元格设为日期格式
 */
export function feedback(date: unknown[][]): unknown[][] {
  return perCell(date, (cell) => {
    const day = dateOf(cell);
    if (isFailure(day)) return day;
    const last = feedbackDay(NOTICE, day);
    return last === undefined ? notAvailable(say('schedule.no-calendar', { date: day })) : toSerial(last);
  });
}

/** One answer for each code or name of a range. */
const perEntry = (
  values: unknown[][],
  answer: (entry: ResolvedOccupation, text: string) => Result,
): Result[][] =>
  perCell(values, ({ text }) => {
    const entry = resolveOccupation(RULEBOOK, text);
    if (entry === undefined) return noOccupation(text);
    if (entry.verified) return answer(entry, text);
    return notAvailable(
      say('catalogue.unverified', { value: text, name: entry.name, code: entry.codes.join('、') }),
    );
  });

function noOccupation(text: string): Result {
  const why = whyNoOccupation(RULEBOOK, text);
  return notAvailable(
    why === null
      ? say('function.unknown-occupation', { value: text, annex: ANNEXES.abilities })
      : say(why.code, why.params),
  );
}

CustomFunctions.associate('ELIGIBLE', eligible);
CustomFunctions.associate('CHECK', check);
CustomFunctions.associate('SCHEDULE', schedule);
CustomFunctions.associate('CODE', code);
CustomFunctions.associate('NAME', name);
CustomFunctions.associate('FIELD', field);
CustomFunctions.associate('CATEGORY', category);
CustomFunctions.associate('TAGS', tags);
CustomFunctions.associate('FIND', find);
CustomFunctions.associate('IDCHECK', idCheck);
CustomFunctions.associate('SEX', sex);
CustomFunctions.associate('BIRTHDATE', birthDate);
CustomFunctions.associate('AGE', age);
CustomFunctions.associate('FEE', fee);
CustomFunctions.associate('WINDOW', acceptance);
CustomFunctions.associate('FEEDBACK', feedback);
