import { UnreadableFile } from './unreadable-file';

/** Sector numbers from here on mean an end or a special sector. */
const LAST_SECTOR = 0xfffffffa;

const damaged = (): UnreadableFile => new UnreadableFile('damaged', { reason: 'compound file' });

/** No entry of the directory. */
const NO_ENTRY = 0xffffffff;

interface DirectoryEntry {
  readonly name: string;
  /** 0 unused, 1 a storage, 2 a stream, 5 the root. */
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams at the top of an OLE2 compound file, the container of .xls and of encrypted .xlsx. Storages are not
 * walked: an object embedded in a document may be a workbook itself, and must not be taken for it.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly miniCutoff: number;
  private readonly fat: number[] = [];
  private readonly miniFat: number[];
  private readonly streams: DirectoryEntry[] = [];
  private root: DirectoryEntry | undefined;
  private miniStream: Uint8Array | undefined;

  /** @throws UnreadableFile `truncated` or `damaged` */
  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < 512) throw new UnreadableFile('truncated');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.sectorSize = 1 << shift;
    this.miniCutoff = this.view.getUint32(56, true);
    this.readFat();
    this.readDirectory(this.chain(this.view.getUint32(48, true)));
    this.miniFat = this.numbers(this.chain(this.view.getUint32(60, true)));
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** The bytes of a stream; undefined where there is none. @throws UnreadableFile where its end is missing */
  stream(name: string): Uint8Array | undefined {
    const entry = this.find(name);
    if (entry === undefined) return undefined;
    if (entry.size >= this.miniCutoff) return this.sized(this.join(this.chain(entry.start)), entry.size);
    this.miniStream ??= this.root === undefined ? new Uint8Array() : this.join(this.chain(this.root.start));
    const stream = this.miniStream;
    const sectors = follow(this.miniFat, entry.start);
    const joined = new Uint8Array(sectors.length * 64);
    sectors.forEach((sector, index) => {
      joined.set(stream.subarray(sector * 64, sector * 64 + 64), index * 64);
    });
    return this.sized(joined, entry.size);
  }

  private find(name: string): DirectoryEntry | undefined {
    const folded = name.toLowerCase();
    return this.streams.find((entry) => entry.name.toLowerCase() === folded);
  }

  private sized(bytes: Uint8Array, size: number): Uint8Array {
    if (bytes.length < size) throw new UnreadableFile('truncated');
    return bytes.subarray(0, size);
  }

  /** A sector's bytes; the last one of a file may be cut short, which some writers do. */
  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.sectorSize;
    if (start >= this.bytes.length) throw new UnreadableFile('truncated');
    return this.bytes.subarray(start, start + this.sectorSize);
  }

  private numbers(sectors: readonly number[]): number[] {
    const found: number[] = [];
    for (const number of sectors) {
      const sector = this.sector(number);
      for (let at = 0; at + 4 <= sector.length; at += 4) {
        found.push(this.view.getUint32((number + 1) * this.sectorSize + at, true));
      }
    }
    return found;
  }

  private readFat(): void {
    const sectors: number[] = [];
    for (let i = 0; i < 109; i++) sectors.push(this.view.getUint32(76 + i * 4, true));
    const most = this.bytes.length / this.sectorSize;
    const perSector = this.sectorSize / 4 - 1;
    let next = this.view.getUint32(68, true);
    for (let count = 0; next < LAST_SECTOR && count <= most; count++) {
      const list = this.numbers([next]);
      sectors.push(...list.slice(0, perSector));
      // One that goes round in a circle would fill the memory first.
      if (sectors.length > most + 109 + perSector) throw damaged();
      next = list[perSector] ?? LAST_SECTOR;
    }
    const used = sectors.filter((sector) => sector < LAST_SECTOR);
    if (used.length > most) throw damaged();
    for (const number of this.numbers(used)) this.fat.push(number);
  }

  private chain(start: number): number[] {
    return follow(this.fat, start);
  }

  private join(sectors: readonly number[]): Uint8Array {
    const joined = new Uint8Array(sectors.length * this.sectorSize);
    sectors.forEach((sector, index) => {
      joined.set(this.sector(sector), index * this.sectorSize);
    });
    return joined;
  }

  private readDirectory(sectors: readonly number[]): void {
    const bytes = this.join(sectors);
    const view = new DataView(bytes.buffer);
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = Math.min(view.getUint16(at + 64, true), 64);
      let name = '';
      for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      const [left, right, child] = [68, 72, 76].map((place) => view.getUint32(at + place, true));
      const [start, size] = [view.getUint32(at + 116, true), view.getUint32(at + 120, true)];
      const links = { left: left ?? NO_ENTRY, right: right ?? NO_ENTRY, child: child ?? NO_ENTRY };
      entries.push({ name, type: view.getUint8(at + 66), ...links, start, size });
    }
    this.root = entries.find(({ type }) => type === 5);
    if (this.root === undefined) throw damaged();
    this.listStreams(entries, this.root.child);
  }

  /** Lists the streams of one level: its members are a tree of siblings. */
  private listStreams(entries: readonly DirectoryEntry[], first: number): void {
    const seen = new Set<number>();
    const waiting = [first];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (number === NO_ENTRY) continue;
      const entry = entries[number];
      const isMember = entry?.type === 1 || entry?.type === 2;
      if (entry === undefined || !isMember || seen.has(number)) throw damaged();
      seen.add(number);
      if (entry.type === 2) this.streams.push(entry);
      waiting.push(entry.left, entry.right);
    }
  }
}

/** The sectors of a chain; one that comes back to itself or leaves the table is damage. */
function follow(table: readonly number[], start: number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < LAST_SECTOR;) {
    sectors.push(sector);
    const next = table[sector];
    if (next === undefined || sectors.length > table.length) throw damaged();
    sector = next;
  }
  return sectors;
}
