import { LIMITS } from './limits';
import { UnreadableFile } from './unreadable-file';

/** One part as the zip's central directory lists it. Offsets are those of the file's bytes. */
export interface ZipEntry {
  /** The part name with `/` as its separator. */
  readonly name: string;
  readonly method: 0 | 8;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the entry's local header begins, and where its data begin. */
  readonly localOffset: number;
  readonly dataOffset: number;
  /** The central directory's record of this entry, from start to end. */
  readonly centralStart: number;
  readonly centralEnd: number;
  /** Where in the directory the local header's place is written in 64 bits; undefined where it is in its usual 32. */
  readonly wideOffsetAt: number | undefined;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly centralStart: number;
  /** Where the central directory's own records end; the end record (and ZIP64's) follows. */
  readonly centralEnd: number;
  /** Where ZIP64's end record begins, if there is one. */
  readonly wideEnd: number | undefined;
  readonly endRecord: number;
}

const damaged = (reason: string): UnreadableFile => new UnreadableFile('damaged', { reason });

/** Little-endian numbers at a place of the file; past its end is a truncated file. */
class Fields {
  private readonly view: DataView;
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  private inside(at: number, length: number): number {
    if (at < 0 || at + length > this.bytes.length) throw new UnreadableFile('truncated');
    return at;
  }
  u16(at: number): number {
    return this.view.getUint16(this.inside(at, 2), true);
  }
  u32(at: number): number {
    return this.view.getUint32(this.inside(at, 4), true);
  }
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 0x1_0000_0000;
  }
  /** Part names are ASCII in practice; a byte beyond it is kept apart, so that different names stay different. */
  name(at: number, length: number): string {
    this.inside(at, length);
    let name = '';
    for (const byte of this.bytes.subarray(at, at + length)) name += String.fromCharCode(byte);
    return name.replaceAll('\\', '/');
  }
}

function findEndRecord(fields: Fields): number {
  const { bytes } = fields;
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes[at] === 0x50 && fields.u32(at) === 0x06054b50 && at + 22 + fields.u16(at + 20) <= bytes.length)
      return at;
  }
  throw new UnreadableFile('truncated');
}

/** Where the wide values of a ZIP64 extra field stand, in the order in which the narrow ones overflow. */
function widePlaces(fields: Fields, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + fields.u16(at + 2)) {
    if (fields.u16(at) !== 0x0001) continue;
    const count = Math.floor(Math.min(fields.u16(at + 2), end - at - 4) / 8);
    return Array.from({ length: count }, (_, index) => at + 4 + index * 8);
  }
  return [];
}

function readEntry(fields: Fields, at: number, limit: number): ZipEntry {
  if (fields.u32(at) !== 0x02014b50) throw damaged('zip directory');
  const nameEnd = at + 46 + fields.u16(at + 28);
  const extraEnd = nameEnd + fields.u16(at + 30);
  const centralEnd = extraEnd + fields.u16(at + 32);
  if (centralEnd > limit) throw damaged('zip directory');
  const name = fields.name(at + 46, nameEnd - at - 46);
  const flags = fields.u16(at + 8);
  if (flags & 1) throw new UnreadableFile('encrypted');
  const method = fields.u16(at + 10);
  if (method !== 0 && method !== 8) throw damaged('zip method');
  const wide = widePlaces(fields, nameEnd, extraEnd);
  const placeOf = (narrowAt: number): { readonly value: number; readonly wideAt?: number } => {
    const value = fields.u32(narrowAt);
    if (value !== 0xffffffff) return { value };
    const wideAt = wide.shift();
    if (wideAt === undefined) throw damaged('zip64');
    return { value: fields.u64(wideAt), wideAt };
  };
  const { value: size } = placeOf(at + 24);
  const { value: packedSize } = placeOf(at + 20);
  const { value: localOffset, wideAt: wideOffsetAt } = placeOf(at + 42);
  if (size > LIMITS.inflatedBytes) throw new UnreadableFile('too-large', { limit: 'inflatedBytes' });
  if (localOffset + packedSize > fields.bytes.length) throw new UnreadableFile('truncated');
  if (fields.u32(localOffset) !== 0x04034b50) throw damaged('zip entry');
  // A reader that goes by local headers would see another part than one that goes by the directory.
  if (fields.name(localOffset + 30, fields.u16(localOffset + 26)) !== name) throw damaged('zip entry');
  const dataOffset = localOffset + 30 + fields.u16(localOffset + 26) + fields.u16(localOffset + 28);
  if (dataOffset + packedSize > fields.bytes.length) throw new UnreadableFile('truncated');
  if (method === 0 && size !== packedSize) throw damaged('zip entry');
  const crc = fields.u32(at + 16);
  return {
    name,
    method,
    flags,
    crc,
    packedSize,
    size,
    localOffset,
    dataOffset,
    centralStart: at,
    centralEnd,
    wideOffsetAt,
  };
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const folded = name.toLowerCase().replace(/^\//, '');
    if (seen.has(folded)) throw damaged('duplicate part');
    seen.add(folded);
    if (name.includes('\0') || /^[a-z]:/i.test(name) || name.split('/').includes('..'))
      throw damaged('part name');
  }
}

/** Parts that share bytes are how a small zip becomes a large one. */
function checkOverlap(entries: readonly ZipEntry[], centralStart: number): void {
  const ordered = [...entries].sort((a, b) => a.localOffset - b.localOffset);
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1]?.localOffset ?? centralStart;
    if (entry.dataOffset + entry.packedSize > next) throw damaged('overlapping parts');
  });
}

/**
 * Reads a zip's directory and refuses, before anything is inflated, what no spreadsheet program writes: duplicate
 * or escaping part names, overlapping parts, too many parts, sizes or ratios beyond the limits.
 * @throws UnreadableFile
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const fields = new Fields(bytes);
  const endRecord = findEndRecord(fields);
  let count = fields.u16(endRecord + 10);
  let length = fields.u32(endRecord + 12);
  let centralStart = fields.u32(endRecord + 16);
  const locator = endRecord - 20;
  let wideEnd: number | undefined;
  if (locator >= 0 && fields.u32(locator) === 0x07064b50) {
    wideEnd = fields.u64(locator + 8);
    if (wideEnd >= locator || fields.u32(wideEnd) !== 0x06064b50) throw damaged('zip64');
    count = fields.u64(wideEnd + 32);
    length = fields.u64(wideEnd + 40);
    centralStart = fields.u64(wideEnd + 48);
  }
  if (count > LIMITS.parts) throw new UnreadableFile('too-large', { limit: 'parts' });
  if (centralStart + length > endRecord) throw damaged('zip directory');
  const entries: ZipEntry[] = [];
  let at = centralStart;
  while (entries.length < count) {
    const entry = readEntry(fields, at, centralStart + length);
    entries.push(entry);
    at = entry.centralEnd;
  }
  checkNames(entries);
  checkOverlap(entries, centralStart);
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > LIMITS.inflatedBytes) throw new UnreadableFile('too-large', { limit: 'inflatedBytes' });
  if (declared > LIMITS.ratioAskedFrom && declared / bytes.length > LIMITS.ratio) {
    throw new UnreadableFile('too-large', { limit: 'ratio' });
  }
  return { entries, centralStart, centralEnd: at, wideEnd, endRecord };
}
