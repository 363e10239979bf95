import type * as z from 'zod/mini';
import { parseIsoDate } from './calendar-date';
import { IMPLEMENTED_READINGS, AGREES_WITH_VALUES, type InterpretationId } from './implemented-readings';
import { noticeSchema, type NoticePack } from './notice';

/** What is wrong with a pack, and where: `parameters.age.male`. */
export interface NoticeFault {
  readonly path: string;
  readonly problem: string;
}

export type ParsedNotice =
  | { readonly ok: true; readonly notice: NoticePack }
  | { readonly ok: false; readonly faults: readonly NoticeFault[] };

/** Reads a notice pack that comes from outside. A pack that breaks the schema, or contradicts itself, is refused. */
export function parseNotice(input: unknown): ParsedNotice {
  const result = noticeSchema.safeParse(input);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => ({
      path: pathText(issue.path),
      problem: problemText(issue, valueAt(input, issue.path)),
    }));
    return { ok: false, faults };
  }
  const faults = contradictions(result.data);
  return faults.length === 0 ? { ok: true, notice: result.data } : { ok: false, faults };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, i) =>
      typeof step === 'number' ? `[${String(step)}]` : `${i === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');

/** What the input holds at a path; undefined where there is nothing. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组值',
};

type Issue = z.core.$ZodIssue;

/** A broken rule of the schema in words that the writer of a pack can act on. */
function problemText(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return '缺少';
  switch (issue.code) {
    case 'invalid_type':
      return `应为${KINDS[issue.expected] ?? issue.expected}，现为 ${shown(value)}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一，现为 ${shown(value)}`;
    case 'too_small':
      if (issue.origin === 'string') return '不能为空';
      return issue.origin === 'array'
        ? `至少要有 ${String(issue.minimum)} 项`
        : `不能小于 ${String(issue.minimum)}，现为 ${shown(value)}`;
    case 'too_big':
      return `不能大于 ${String(issue.maximum)}，现为 ${shown(value)}`;
    case 'invalid_format':
      return `写法不对：${shown(value)}`;
    default:
      return issue.message;
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object' && value !== null) return '一组值';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What no schema of single values can say: numbers given twice, references to nothing, a level without its conditions. */
function contradictions(notice: NoticePack): readonly NoticeFault[] {
  return [
    ...repeatedNumbers(notice),
    ...danglingReferences(notice),
    ...levelFaults(notice),
    ...calendarFaults(notice),
    ...interpretationFaults(notice),
  ];
}

function repeatedNumbers(notice: NoticePack): readonly NoticeFault[] {
  return (['digital', 'shortage', 'abilities', 'abilityTags'] as const).flatMap((part) =>
    repeated(notice[part].map(({ seq }) => String(seq))).map(([i, seq]) => ({
      path: `${part}[${String(i)}].seq`,
      problem: `序号 ${seq} 出现两次`,
    })),
  );
}

/** The values that stood earlier in the list, with where they stand again. */
function repeated(values: readonly string[]): readonly (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, i) => {
    if (seen.has(value)) return [[i, value] as const];
    seen.add(value);
    return [];
  });
}

function danglingReferences(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const abilities = new Map(notice.abilities.map(({ seq, name }) => [seq, name]));
  notice.abilityTags.forEach(({ seq, name }, i) => {
    if (abilities.get(seq) === name) return;
    faults.push({ path: `abilityTags[${String(i)}]`, problem: `附件5第${String(seq)}项不是“${name}”` });
  });
  const listed = { 附件3: notice.digital, 附件4: notice.shortage, 附件5: notice.abilities };
  notice.errata.forEach(({ annex, seqs }, i) => {
    for (const seq of seqs) {
      if (listed[annex].some((row) => row.seq === seq)) continue;
      faults.push({ path: `errata[${String(i)}].seqs`, problem: `${annex}没有第${String(seq)}项` });
    }
  });
  return faults;
}

function levelFaults(notice: NoticePack): readonly NoticeFault[] {
  const keys = notice.parameters.levels.map(({ key }) => key);
  return (['assessor', 'senior', 'special'] as const)
    .filter((key) => keys.filter((each) => each === key).length !== 1)
    .map((key) => ({ path: 'parameters.levels', problem: `${key} 应有且只有一项` }));
}

function calendarFaults(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const { firstMonth, lastMonth, firstDay, lastDay } = notice.parameters.window;
  if (firstMonth > lastMonth || firstDay > lastDay)
    faults.push({ path: 'parameters.window', problem: '起止颠倒' });
  if (parseIsoDate(notice.parameters.issued) === null)
    faults.push({ path: 'parameters.issued', problem: '没有这一天' });
  notice.sessions.forEach(({ months }, i) => {
    const inOrder = months.every((month, k) => k === 0 || month > (months[k - 1] ?? 0));
    if (!inOrder) faults.push({ path: `sessions[${String(i)}].months`, problem: '月份应由小到大，不重复' });
  });
  return faults;
}

/** Every interpretation that the code relies on is stated once, and takes a reading that something carries out. */
function interpretationFaults(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const ids = notice.interpretations.map(({ id }) => id);
  for (const [i, id] of repeated(ids))
    faults.push({ path: `interpretations[${String(i)}].id`, problem: `${id} 出现两次` });
  for (const id of Object.keys(IMPLEMENTED_READINGS) as InterpretationId[]) {
    const i = ids.indexOf(id);
    const taken = notice.interpretations[i]?.taken;
    if (taken === undefined) {
      faults.push({ path: 'interpretations', problem: `缺少 ${id}` });
      continue;
    }
    const path = `interpretations[${String(i)}].taken`;
    const readings: readonly string[] = IMPLEMENTED_READINGS[id];
    if (!readings.includes(taken))
      faults.push({ path, problem: `${id} 目前只能取 ${readings.join('、')}，不能取 ${taken}` });
    else if (AGREES_WITH_VALUES[id]?.(notice, taken) === false)
      faults.push({ path, problem: `${id} 取 ${taken}，但包中的数据不是这样写的` });
  }
  return faults;
}
