import { CARD_WORDS } from './certificate-words';
import { fold } from './fold';
import { withHyphens } from './hyphens';
import type { NoticePack } from './notice';
import { remembered } from './remembered';

/** What is said not to be there: 无职称, 没有证书, 暂无编号. */
const WHAT = new RegExp(`${CARD_WORDS}|考评员|专业技术|职[称务]|编[号码]|相关|任何`, 'g');
/** More than a word has around it: that, brackets, a mark at the end. */
const AROUND = 10;

/**
 * Tells 无 and the ways of writing it (附件1备注3), in any width, in brackets and whatever the dash: ／, ——, （无）, 无。, 无；, also
 * with what there is none of.
 */
export function noneReader({ parameters }: NoticePack): (text: string) => boolean {
  const { value, aliases } = parameters.none;
  const words = new Set([value, ...aliases].map(plain));
  const longest = Math.max(...[...words].map((word) => word.length)) + AROUND;
  const isWord = remembered((text) => {
    const said = plain(text);
    return words.has(said) || words.has(said.replace(WHAT, ''));
  });
  // Most short texts are numbers, no two of them the same.
  return (text) => text === value || (text.length <= longest && !/\d/.test(text) && isWord(text));
}

const plain = (text: string): string =>
  withHyphens(fold(text))
    .replace(/^\((.+)\)$/, '$1')
    .replace(/[。.、，,;；]+$/, '')
    .replace(/^(.)\1+$/, '$1');
