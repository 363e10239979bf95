import { joinBytes, u16, u32, utf16 } from './bytes';

/** Streams by name; a folder ("storage") holds streams of its own. */
export interface Storage {
  readonly [name: string]: Uint8Array | Storage;
}

const SECTOR = 512;
const MINI = 64;
const MINI_CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const NONE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;

interface Entry {
  readonly name: string;
  readonly type: 1 | 2 | 5;
  readonly content: Uint8Array;
  child: number;
  sibling: number;
  start: number;
}

const padded = (bytes: Uint8Array, unit: number): Uint8Array =>
  joinBytes(bytes, new Uint8Array((unit - (bytes.length % unit)) % unit));

/** Lists a folder's members after those already listed, chained as siblings; gives the number of the first. */
function list(entries: Entry[], storage: Storage): number {
  let first = NONE;
  let last: Entry | undefined;
  for (const [name, content] of Object.entries(storage)) {
    const isStream = content instanceof Uint8Array;
    const entry: Entry = {
      name,
      type: isStream ? 2 : 1,
      content: isStream ? content : new Uint8Array(),
      child: NONE,
      sibling: NONE,
      start: isStream ? END : 0,
    };
    const number = entries.push(entry) - 1;
    if (last === undefined) first = number;
    else last.sibling = number;
    last = entry;
    if (!isStream) entry.child = list(entries, content);
  }
  return first;
}

/** An OLE2 compound file (version 3) as Office writes it: short streams in the mini stream, the rest in sectors. */
export function compoundFile(storage: Storage): Uint8Array {
  const root: Entry = {
    name: 'Root Entry',
    type: 5,
    content: new Uint8Array(),
    child: NONE,
    sibling: NONE,
    start: END,
  };
  const entries = [root];
  root.child = list(entries, storage);

  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const place = (content: Uint8Array): number => {
    if (content.length === 0) return END;
    const first = sectors.length;
    const whole = padded(content, SECTOR);
    for (let at = 0; at < whole.length; at += SECTOR) {
      sectors.push(whole.subarray(at, at + SECTOR));
      fat.push(at + SECTOR < whole.length ? sectors.length : END);
    }
    return first;
  };

  const miniFat: number[] = [];
  let mini: Uint8Array = new Uint8Array();
  for (const entry of entries) {
    if (entry.type !== 2) continue;
    if (entry.content.length >= MINI_CUTOFF) entry.start = place(entry.content);
    else if (entry.content.length > 0) {
      entry.start = miniFat.length;
      const count = Math.ceil(entry.content.length / MINI);
      for (let i = 1; i <= count; i++) miniFat.push(i < count ? miniFat.length + 1 : END);
      mini = joinBytes(mini, padded(entry.content, MINI));
    }
  }
  root.start = place(mini);
  const miniFatStart = place(u32(...miniFat, ...Array.from({ length: 128 }, () => FREE)));

  const directory = entries.map(({ name, type, content, child, sibling, start }, index) => {
    const text = utf16(name);
    return joinBytes(
      text,
      new Uint8Array(64 - text.length),
      u16(text.length + 2),
      Uint8Array.of(type, 1),
      u32(NONE, sibling, child),
      new Uint8Array(36),
      u32(start, index === 0 ? mini.length : content.length, 0),
    );
  });
  const directoryStart = place(joinBytes(...directory));

  let fatSectors = 1;
  while (fatSectors * 128 < fat.length + fatSectors) fatSectors++;
  const fatStart = sectors.length;
  for (let i = 0; i < fatSectors; i++) fat.push(FAT_SECTOR);
  const table = u32(...fat, ...Array.from({ length: fatSectors * 128 - fat.length }, () => FREE));

  const header = joinBytes(
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(16),
    u16(0x3e, 3, 0xfffe, 9, 6),
    new Uint8Array(6),
    u32(0, fatSectors, directoryStart, 0, MINI_CUTOFF, miniFatStart, 1, END, 0),
    u32(...Array.from({ length: 109 }, (_, index) => (index < fatSectors ? fatStart + index : FREE))),
  );
  return joinBytes(header, ...sectors, table);
}
