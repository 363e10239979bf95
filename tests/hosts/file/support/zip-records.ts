import { inflateRawSync } from 'node:zlib';
import { strFromU8 } from 'fflate';

/** One part as it lies in a zip, read without the product's own code. */
export interface ZipRecord {
  readonly name: string;
  /** Everything from the local header to the next one: header, packed bytes, descriptor. */
  readonly local: Uint8Array;
  /** Its record in the directory, but for the offset, which moves with what stands before it. */
  readonly central: Uint8Array;
  /** Where its directory record begins. */
  readonly centralAt: number;
  readonly localAt: number;
  /** The content, inflated. */
  readonly content: Uint8Array;
}

/** The parts of a zip without comment and ZIP64, in the order of its directory. */
export function zipRecords(bytes: Uint8Array): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('No end record at the end of the zip.');
  const directory = view.getUint32(end + 16, true);
  const places: { at: number; length: number; local: number; packed: number; method: number }[] = [];
  for (let at = directory; at < end;) {
    const length =
      46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    places.push({
      at,
      length,
      local: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    });
    at += length;
  }
  if (places.length !== view.getUint16(end + 10, true)) throw new Error('The zip counts its parts wrongly.');
  const starts = [...places.map(({ local }) => local), directory];
  return places.map(({ at, length, local, packed, method }) => {
    const central = bytes.slice(at, at + length);
    central.fill(0, 42, 46);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.slice(data, data + packed);
    return {
      name: strFromU8(bytes.slice(at + 46, at + 46 + view.getUint16(at + 28, true))),
      local: bytes.slice(local, Math.min(...starts.filter((start) => start > local))),
      central,
      centralAt: at,
      localAt: local,
      content: method === 0 ? content : new Uint8Array(inflateRawSync(content)),
    };
  });
}

/** The record of one part. */
export function zipRecord(bytes: Uint8Array, name: string): ZipRecord {
  const found = zipRecords(bytes).find((record) => record.name === name);
  if (found === undefined) throw new Error(`The zip has no ${name}.`);
  return found;
}

/** The text of one part. */
export const partText = (bytes: Uint8Array, name: string): string =>
  strFromU8(zipRecord(bytes, name).content);
