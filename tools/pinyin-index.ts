import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { createCatalogue } from '../src/rules/catalogue';
import { notice2025_8 } from '../src/rules/notice-2025-8';
import { createPinyin, type PinyinIndex } from '../src/rules/pinyin';
import { searchableEntries } from '../src/rules/search';

export const PINYIN_FILE = 'src/rules/reference/pinyin.json';

/** The syllables of a name as pinyin-pro reads it: of all that were measured, it alone reads names right. */
const syllablesOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase();

/** Each character under the syllable that it has most often, and the names that are read otherwise. */
export function pinyinIndex(): PinyinIndex {
  const names = [...new Set(searchableEntries(createCatalogue(notice2025_8)).map(({ name }) => name))];
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const characters = Array.from(name);
    const read = syllablesOf(name).split(' ');
    if (characters.length !== read.length) continue;
    characters.forEach((character, i) => {
      if (!/\p{Script=Han}/u.test(character)) return;
      const syllable = read[i] ?? '';
      const there = counts.get(character) ?? new Map<string, number>();
      counts.set(character, there.set(syllable, (there.get(syllable) ?? 0) + 1));
    });
  }
  const syllables: Record<string, string> = {};
  for (const [character, readings] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [usual] = [...readings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (usual !== undefined) syllables[usual[0]] = (syllables[usual[0]] ?? '') + character;
  }
  const read = createPinyin({ syllables, exceptions: {} });
  const exceptions: Record<string, string> = {};
  for (const name of names) {
    const right = syllablesOf(name);
    if (read(name).join(' ') !== right) exceptions[name] = right;
  }
  return { syllables, exceptions };
}

/** The index as it is committed. */
export const pinyinFile = (): string => `${JSON.stringify(pinyinIndex(), null, 1)}\n`;

if (process.argv.includes('--write')) writeFileSync(PINYIN_FILE, pinyinFile());
