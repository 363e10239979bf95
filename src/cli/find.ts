import pinyin from '../rules/reference/pinyin.json';
import { CatalogueSearch } from '../rules/search';
import { tagsOf } from '../rules/tags';
import type { Context } from './context';
import { EXIT, type ExitStatus } from './failure';
import { aligned, paint } from './terminal';

/** `kpy find KEYWORD`: occupations, work types and abilities by code, Han, pinyin or initials. */
export function find(context: Context, keyword: string, options: { readonly limit: number }): ExitStatus {
  const { terminal, rulebook, say } = context;
  const { catalogue } = rulebook;
  const { limit } = options;
  const found = new CatalogueSearch(catalogue, pinyin).find(keyword, limit + 1);
  const more = found.length > limit;
  const entries = found.slice(0, limit).map((entry) => ({
    ...entry,
    tags: tagsOf(rulebook, entry.code),
    field: catalogue.ability(entry.name)?.occupation ?? null,
    occupation: catalogue.occupation(entry.code)?.name ?? null,
  }));
  if (context.json) terminal.write(`${JSON.stringify({ keyword, entries, more })}\n`);
  else if (entries.length === 0) terminal.write(`${say('search.nothing-found', { keyword })}\n`);
  else {
    const rows = entries.map(({ code, name, kind, tags, field, occupation }) => [
      code,
      name,
      kind,
      paint(
        terminal,
        'gray',
        [kind === '职业' ? '' : (field ?? occupation ?? ''), ...tags]
          .filter((text) => text !== '')
          .join('、'),
      ),
    ]);
    for (const line of aligned(rows)) terminal.write(`${line}\n`);
    if (more) terminal.write(`${say('command.more-entries', { limit })}\n`);
  }
  return EXIT.ok;
}
