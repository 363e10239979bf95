import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { dayOfMoment, parseIsoDate, type IsoDate } from '../rules/calendar-date';
import type { MessageParams } from '../rules/finding';
import { LOCALES, type Locale } from '../rules/messages/message';
import type { NoticePack } from '../rules/notice';
import { CURRENT_NOTICE } from '../rules/current-notice';
import { NOTICES } from '../rules/notices';
import { parseNotice } from '../rules/parse-notice';
import { rulebookOf, type Rulebook } from '../rules/rulebook';
import { EXIT, Failure } from './failure';
import { localeNamed } from './language';
import { sentence } from './sentence';
import { readingProblem } from './system-problem';
import type { Terminal } from './terminal';

/** The options that every command takes. */
export interface SharedOptions {
  readonly date?: string;
  readonly notice?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly rulebook: Rulebook;
  readonly today: IsoDate;
  readonly locale: Locale;
  readonly json: boolean;
  /** A sentence of the catalogue in the chosen language. */
  readonly say: (code: string, params?: MessageParams) => string;
}

/** @throws Failure for an option that says nothing usable */
export async function contextOf(terminal: Terminal, options: SharedOptions): Promise<Context> {
  const locale = localeNamed(options.lang ?? LOCALES[0]);
  if (locale === undefined)
    throw new Failure(EXIT.usage, 'command.bad-language', {
      value: options.lang ?? '',
      known: LOCALES,
    });
  const today = options.date === undefined ? dayOfMoment(new Date()) : parseIsoDate(options.date);
  if (today === null)
    throw new Failure(EXIT.usage, 'command.bad-date', {
      value: options.date ?? '',
      day: CURRENT_NOTICE.parameters.window.example,
    });
  const say: Context['say'] = (code, params) => sentence(locale, code, params);
  return {
    terminal,
    rulebook: rulebookOf(await loadNotice(options.notice, say)),
    today,
    locale,
    json: options.json === true,
    say,
  };
}

/** A built-in notice by its id, or a pack: a folder with one .json a part, or one .json with all of them. */
async function loadNotice(name: string | undefined, say: Context['say']): Promise<NoticePack> {
  if (name === undefined) return CURRENT_NOTICE;
  const builtIn = Object.hasOwn(NOTICES, name) ? NOTICES[name] : undefined;
  if (builtIn !== undefined) return builtIn;
  const information = await stat(name).catch(() => null);
  if (information === null)
    throw new Failure(EXIT.usage, 'command.no-notice', {
      value: name,
      known: Object.keys(NOTICES),
    });
  const parsed = parseNotice(information.isDirectory() ? await readFolder(name) : await readJson(name));
  if (parsed.ok) return parsed.notice;
  const faults = parsed.faults
    .slice(0, 20)
    .map(({ path, code, params }) => `  ${path}: ${say(code, params)}`);
  throw new Failure(EXIT.usage, 'command.bad-notice', { value: name, faults: faults.join('\n') });
}

/** `ability-tags.json` of a folder is the part `abilityTags`. */
async function readFolder(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const parts: Record<string, unknown> = {};
  const files = await readdir(folder).catch((error: unknown) => {
    throw new Failure(EXIT.usage, readingProblem(error), { file: folder });
  });
  for (const file of files) {
    if (extname(file) !== '.json') continue;
    const part = basename(file, '.json').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    parts[part] = await readJson(join(folder, file));
  }
  return parts;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(EXIT.usage, readingProblem(error), { file: path });
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(EXIT.usage, 'command.bad-json', {
      file: path,
      problem: error instanceof Error ? error.message : '',
    });
  }
}
