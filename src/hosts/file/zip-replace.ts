import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { UnreadableFile } from './unreadable-file';
import type { ZipDirectory, ZipEntry } from './zip-directory';

/** New content of a part, or null to leave the part out. */
export type PartChanges = ReadonlyMap<ZipEntry, Uint8Array | null>;

const NO_DESCRIPTOR = ~0x0008 & 0xffff;

/**
 * A zip with some parts replaced. Every other part's local record (header, packed bytes, descriptor) is copied byte
 * for byte and in its place, and its record in the directory changes in its offset only.
 * @throws UnreadableFile `not-patchable` for a zip with something else between its directory and its end
 */
export function replaceParts(bytes: Uint8Array, directory: ZipDirectory, changes: PartChanges): Uint8Array {
  const { entries, centralStart, centralEnd, wideEnd, endRecord } = directory;
  if (centralEnd !== (wideEnd ?? endRecord))
    throw new UnreadableFile('not-patchable', { reason: 'zip directory' });
  const pieces: Uint8Array[] = [];
  let length = 0;
  const put = (piece: Uint8Array): number => {
    pieces.push(piece);
    length += piece.length;
    return length - piece.length;
  };
  const ordered = [...entries].sort((a, b) => a.localOffset - b.localOffset);
  put(bytes.slice(0, ordered[0]?.localOffset ?? 0));
  const central = new Map<ZipEntry, Uint8Array>();
  ordered.forEach((entry, index) => {
    const content = changes.get(entry);
    if (content === null) return;
    const end = ordered[index + 1]?.localOffset ?? centralStart;
    if (content === undefined) {
      const offset = put(bytes.slice(entry.localOffset, end));
      central.set(entry, movedRecord(bytes, entry, offset));
      return;
    }
    const packed = deflateSync(content, { level: 6 });
    const sizes = { crc: crc32(content), packed: packed.length, size: content.length };
    const offset = put(localHeader(bytes, entry, sizes));
    put(packed);
    central.set(entry, centralRecord(bytes, entry, sizes, offset));
  });
  const start = length;
  for (const entry of entries) {
    const record = central.get(entry);
    if (record !== undefined) put(record);
  }
  put(endRecords(bytes, directory, { count: central.size, start, end: length }));
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** A number of 64 bits; all that is read and written here fits into 32. */
function setUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value, true);
  view.setUint32(at + 4, 0, true);
}

/** The record of a part that is copied to another place. */
function movedRecord(bytes: Uint8Array, entry: ZipEntry, offset: number): Uint8Array {
  const record = bytes.slice(entry.centralStart, entry.centralEnd);
  const view = new DataView(record.buffer);
  if (entry.wideOffsetAt === undefined) view.setUint32(42, offset, true);
  else setUint64(view, entry.wideOffsetAt - entry.centralStart, offset);
  return record;
}

interface NewDirectory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** What ends the zip, up to its last byte: ZIP64's record and locator where the file has them, then the end record. */
function endRecords(
  bytes: Uint8Array,
  { centralEnd, wideEnd, endRecord }: ZipDirectory,
  { count, start, end }: NewDirectory,
): Uint8Array {
  const records = bytes.slice(centralEnd);
  const view = new DataView(records.buffer);
  const at = endRecord - centralEnd;
  if (wideEnd !== undefined) {
    setUint64(view, 24, count);
    setUint64(view, 32, count);
    setUint64(view, 40, end - start);
    setUint64(view, 48, start);
    setUint64(view, at - 20 + 8, end);
  }
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, end - start, true);
  view.setUint32(at + 16, start, true);
  return records;
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** The part's own header without extra fields, which may state the old sizes. */
function localHeader(bytes: Uint8Array, entry: ZipEntry, sizes: Sizes): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + entry.localOffset);
  const header = bytes.slice(entry.localOffset, entry.localOffset + 30 + view.getUint16(26, true));
  const out = new DataView(header.buffer);
  out.setUint16(6, entry.flags & NO_DESCRIPTOR, true);
  out.setUint16(8, 8, true);
  out.setUint32(14, sizes.crc, true);
  out.setUint32(18, sizes.packed, true);
  out.setUint32(22, sizes.size, true);
  out.setUint16(28, 0, true);
  return header;
}

function centralRecord(bytes: Uint8Array, entry: ZipEntry, sizes: Sizes, offset: number): Uint8Array {
  const old = new DataView(bytes.buffer, bytes.byteOffset + entry.centralStart);
  const record = bytes.slice(entry.centralStart, entry.centralStart + 46 + old.getUint16(28, true));
  const out = new DataView(record.buffer);
  out.setUint16(8, entry.flags & NO_DESCRIPTOR, true);
  out.setUint16(10, 8, true);
  out.setUint32(16, sizes.crc, true);
  out.setUint32(20, sizes.packed, true);
  out.setUint32(24, sizes.size, true);
  out.setUint16(30, 0, true);
  out.setUint16(32, 0, true);
  out.setUint32(42, offset, true);
  return record;
}
