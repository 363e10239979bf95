import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { createCatalogue } from '../src/rules/catalogue';
import { notice2025_8 } from '../src/rules/notice-2025-8';
import { searchableEntries, type PinyinIndex } from '../src/rules/search';

export const PINYIN_FILE = 'src/rules/reference/pinyin.json';

/** Full pinyin of every searchable entry, without tones, syllables parted by a space. */
export const pinyinIndex = (): PinyinIndex =>
  searchableEntries(createCatalogue(notice2025_8)).map(({ name }) =>
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase(),
  );

/** The index as it is committed: one entry a line. */
export const pinyinFile = (): string =>
  `[\n${pinyinIndex()
    .map((text) => JSON.stringify(text))
    .join(',\n')}\n]\n`;

if (process.argv.includes('--write')) writeFileSync(PINYIN_FILE, pinyinFile());
