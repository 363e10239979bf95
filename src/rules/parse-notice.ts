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
    return { ok: false, faults: result.error.issues.map(({ path, message }) => ({ path: pathText(path), problem: message })) };
  }
  const faults = contradictions(result.data);
  return faults.length === 0 ? { ok: true, notice: result.data } : { ok: false, faults };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('');

/** What no schema of single values can say: numbers given twice, references to nothing, a level without its conditions. */
function contradictions(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  for (const part of ['digital', 'shortage', 'abilities', 'abilityTags'] as const) {
    const seen = new Set<number>();
    notice[part].forEach(({ seq }, i) => {
      if (seen.has(seq)) faults.push({ path: `${part}[${String(i)}].seq`, problem: `序号 ${String(seq)} 出现两次` });
      seen.add(seq);
    });
  }
  const abilities = new Map(notice.abilities.map(({ seq, name }) => [seq, name]));
  notice.abilityTags.forEach(({ seq, name }, i) => {
    if (abilities.get(seq) === name) return;
    faults.push({ path: `abilityTags[${String(i)}]`, problem: `附件5第${String(seq)}项不是“${name}”` });
  });
  const keys = notice.parameters.levels.map(({ key }) => key);
  for (const key of ['assessor', 'senior', 'special'] as const) {
    if (keys.filter((each) => each === key).length !== 1) faults.push({ path: 'parameters.levels', problem: `${key} 应有且只有一项` });
  }
  const { firstMonth, lastMonth, firstDay, lastDay } = notice.parameters.window;
  if (firstMonth > lastMonth || firstDay > lastDay) faults.push({ path: 'parameters.window', problem: '起止颠倒' });
  return faults;
}
