import { writeFileSync } from 'node:fs';
import { customPinyin, pinyin } from 'pinyin-pro';
import { createCatalogue } from '../src/rules/catalogue';
import { CURRENT_NOTICE } from '../src/rules/current-notice';
import type { PinyinIndex } from '../src/rules/pinyin';
import { searchableEntries } from '../src/rules/search';

export const PINYIN_FILE = 'src/rules/reference/pinyin.json';

/** What pinyin-pro reads wrongly in the words of these trades (现代汉语词典). */
const READ_WRONGLY: Readonly<Record<string, string>> = {
  铣: 'xi',
  轧: 'zha',
  刨: 'bao',
  薄膜: 'bo mo',
  粘贴: 'zhan tie',
  蟠扎: 'pan za',
  盘扎: 'pan za',
  整模: 'zheng mu',
  脱模: 'tuo mu',
  装校: 'zhuang jiao',
  装调: 'zhuang tiao',
  计调: 'ji diao',
  调车: 'diao che',
  飞行规划: 'fei xing gui hua',
  手工藏: 'shou gong zang',
  丰都: 'feng du',
};

/** What many people type for a character that is read otherwise in these names. */
const ALSO_TYPED: Readonly<Record<string, string>> = {
  铣: 'xian',
  轧: 'ya',
  刨: 'pao',
  薄: 'bao',
  粘: 'nian',
  扎: 'zha',
  模: 'mo',
  削: 'xue',
};

customPinyin({ ...READ_WRONGLY });

const hanOf = (name: string): readonly string[] => name.match(/\p{Script=Han}/gu) ?? [];

/** The syllables of a name's Han characters as pinyin-pro reads it: of all that were measured, it reads names best. */
export function syllablesOf(name: string): readonly string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  if (syllables.length !== hanOf(name).length) throw new Error(`${name}: ${syllables.join(' ')}`);
  return syllables;
}

/** A character of a name, its syllable there, and the two words that it makes with its neighbours. */
interface Place {
  readonly character: string;
  readonly syllable: string;
  readonly words: readonly { readonly word: string; readonly syllables: string }[];
}

function placesOf(name: string): readonly Place[] {
  const syllables = syllablesOf(name);
  const characters = hanOf(name);
  return characters.map((character, i) => ({
    character,
    syllable: syllables[i] ?? '',
    words: [i - 1, i]
      .map((from) => ({
        word: characters.slice(Math.max(from, 0), from + 2).join(''),
        syllables: syllables.slice(Math.max(from, 0), from + 2).join(' '),
      }))
      .filter(({ word }) => word.length === 2 && name.includes(word)),
  }));
}

/** Each character under the syllable that it has most often, and the words of two in which it is read otherwise. */
export function pinyinIndex(): PinyinIndex {
  const names = [...new Set(searchableEntries(createCatalogue(CURRENT_NOTICE)).map(({ name }) => name))];
  const places = names.flatMap(placesOf);
  const counts = new Map<string, Map<string, number>>();
  for (const { character, syllable } of places) {
    const there = counts.get(character) ?? new Map<string, number>();
    counts.set(character, there.set(syllable, (there.get(syllable) ?? 0) + 1));
  }
  const usual = new Map<string, string>();
  const syllables: Record<string, string> = {};
  for (const [character, readings] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [most] = [...readings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (most === undefined) continue;
    usual.set(character, most[0]);
    syllables[most[0]] = (syllables[most[0]] ?? '') + character;
  }
  return { syllables, words: wordsReadOtherwise(places, usual), also: ALSO_TYPED };
}

/** As few words as tell for every place that is not read as usual, and are read alike wherever they stand. */
function wordsReadOtherwise(
  places: readonly Place[],
  usual: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const readings = new Map<string, Set<string>>();
  for (const { word, syllables } of places.flatMap((place) => place.words))
    readings.set(word, (readings.get(word) ?? new Set()).add(syllables));
  const unusual = places.filter(({ character, syllable }) => usual.get(character) !== syllable);
  const found: Record<string, string> = {};
  for (let left = unusual; left.length > 0;) {
    const telling = left.flatMap(({ words }) => words.filter(({ word }) => readings.get(word)?.size === 1));
    const often = (wanted: string): number => telling.filter(({ word }) => word === wanted).length;
    const [best] = telling.sort((a, b) => often(b.word) - often(a.word) || (a.word < b.word ? -1 : 1));
    if (best === undefined) throw new Error(`No word tells how ${left[0]?.character ?? ''} is read.`);
    found[best.word] = best.syllables;
    left = left.filter(({ words }) => !words.some(({ word }) => word === best.word));
  }
  return found;
}

/** The index as it is committed. */
export const pinyinFile = (): string => `${JSON.stringify(pinyinIndex(), null, 1)}\n`;

if (process.argv.includes('--write')) writeFileSync(PINYIN_FILE, pinyinFile());
