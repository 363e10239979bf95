import { strToU8 } from 'fflate';

/** The characters that are turned into bytes at once. */
const BLOCK = 64 * 1024;

/**
 * A text that comes in pieces, as UTF-8. None of them is held longer than its turn: a sheet of many rows, put together as
 * one text first, takes several times the memory of its bytes. No piece ends within a surrogate pair.
 */
export function utf8Pieces(pieces: Iterable<string>): Uint8Array {
  const blocks: Uint8Array[] = [];
  let length = 0;
  let waiting = '';
  const encode = (): void => {
    const block = strToU8(waiting);
    blocks.push(block);
    length += block.length;
    waiting = '';
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length >= BLOCK) encode();
  }
  encode();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}
