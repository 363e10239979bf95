/** One after the other. */
export function joinBytes(...pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

export const u8 = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Little-endian numbers of two bytes. */
export function u16(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, index) => {
    view.setUint16(index * 2, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** Little-endian numbers of four bytes. */
export function u32(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setUint32(index * 4, value >>> 0, true);
  });
  return new Uint8Array(view.buffer);
}

/** A little-endian double. */
export function f64(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return new Uint8Array(view.buffer);
}

/** Text in UTF-16, two bytes a unit, little-endian and without a byte order mark. */
export const utf16 = (text: string): Uint8Array => u16(...text.split('').map((unit) => unit.charCodeAt(0)));

/** Text of ASCII, or of one byte a character. */
export const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Where `wanted` first stands from `from` on; -1 where it does not. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(wanted, from);
}

/** The same bytes with some of them changed. */
export function withBytes(bytes: Uint8Array, at: number, replacement: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed.set(replacement, at);
  return changed;
}
