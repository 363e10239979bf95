import { fold } from './fold';
import { withHyphens } from './hyphens';
import type { NoticePack } from './notice';
import { remembered } from './remembered';

/** More than a word has around it: brackets, a mark at the end, a dash written twice. */
const AROUND = 3;

/** Tells 无 and the ways of writing it (附件1备注3), in any width, in brackets and whatever the dash: ／, ——, （无）, 无。, 无；. */
export function noneReader({ parameters }: NoticePack): (text: string) => boolean {
  const { value, aliases } = parameters.none;
  const words = new Set([value, ...aliases].map(plain));
  const longest = Math.max(...[...words].map((word) => word.length)) + AROUND;
  const isWord = remembered((text) => words.has(plain(text)));
  return (text) => text === value || (text.length <= longest && isWord(text));
}

const plain = (text: string): string =>
  withHyphens(fold(text))
    .replace(/^\((.+)\)$/, '$1')
    .replace(/[。.、，,;；]+$/, '')
    .replace(/^(.)\1+$/, '$1');
