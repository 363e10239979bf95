/** The one setting of the workbook that is ours: texts by their keys. */
const SETTING = 'kpy';

type Memory = Readonly<Record<string, string>>;

function read(setting: Excel.Setting): Memory {
  if (setting.isNullObject) return {};
  const value: unknown = setting.value;
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}

async function load(context: Excel.RequestContext): Promise<Excel.Setting> {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load('value');
  await context.sync();
  return setting;
}

/** A text kept within the workbook; null where there is none. One request. */
export async function recall(context: Excel.RequestContext, key: string): Promise<string | null> {
  return read(await load(context))[key] ?? null;
}

/** Keeps a text within the workbook; null forgets it, and the last one leaves nothing behind. Two requests at most. */
export async function remember(
  context: Excel.RequestContext,
  key: string,
  text: string | null,
): Promise<void> {
  const setting = await load(context);
  const before = read(setting);
  if ((before[key] ?? null) === text) return;
  const rest = Object.entries(before).filter(([each]) => each !== key);
  const entries = text === null ? rest : [...rest, [key, text] as const];
  if (entries.length > 0) context.workbook.settings.add(SETTING, Object.fromEntries(entries));
  else setting.delete();
  await context.sync();
}
