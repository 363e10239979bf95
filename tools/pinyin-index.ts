import { writeFileSync } from 'node:fs';
import { customPinyin, pinyin } from 'pinyin-pro';
import { createCatalogue } from '../src/rules/catalogue';
import { notice2025_8 } from '../src/rules/notice-2025-8';
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
function syllablesOf(name: string): readonly string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  if (syllables.length !== hanOf(name).length) throw new Error(`${name}: ${syllables.join(' ')}`);
  return syllables;
}

/** Each character under the syllable that it has most often, and the names that are read otherwise. */
export function pinyinIndex(): PinyinIndex {
  const names = [...new Set(searchableEntries(createCatalogue(notice2025_8)).map(({ name }) => name))];
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const read = syllablesOf(name);
    hanOf(name).forEach((character, i) => {
      const syllable = read[i] ?? '';
      const there = counts.get(character) ?? new Map<string, number>();
      counts.set(character, there.set(syllable, (there.get(syllable) ?? 0) + 1));
    });
  }
  const usual = new Map<string, string>();
  const syllables: Record<string, string> = {};
  for (const [character, readings] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [most] = [...readings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (most === undefined) continue;
    usual.set(character, most[0]);
    syllables[most[0]] = (syllables[most[0]] ?? '') + character;
  }
  const exceptions: Record<string, string> = {};
  for (const name of names) {
    const right = syllablesOf(name);
    if (hanOf(name).some((character, i) => usual.get(character) !== right[i]))
      exceptions[name] = right.join(' ');
  }
  return { syllables, exceptions, also: ALSO_TYPED };
}

/** The index as it is committed. */
export const pinyinFile = (): string => `${JSON.stringify(pinyinIndex(), null, 1)}\n`;

if (process.argv.includes('--write')) writeFileSync(PINYIN_FILE, pinyinFile());
