import { strToU8 } from 'fflate';

/** The bytes of a part. One in UTF-16 becomes UTF-8 like all others, and its first line must not say otherwise. */
export const utf8Part = (xml: string): Uint8Array =>
  strToU8(xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])utf-16(?:[bl]e)?\2/i, '$1$2UTF-8$2'));
