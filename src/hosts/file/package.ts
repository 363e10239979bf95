import { Inflate, strFromU8, strToU8 } from 'fflate';
import { crc32 } from './crc32';
import { Budget, LIMITS } from './limits';
import { UnreadableFile } from './unreadable-file';
import { XmlScanner, type XmlHandler } from './xml-scan';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory';

/** Packed bytes handed to the inflater at once: deflate grows at most 1,032-fold, so at most 8 MB come out. */
const SLICE = 8 * 1024;

/** The parts of an Office Open XML file, inflated one at a time under one budget. */
export class Package {
  readonly budget = new Budget();
  readonly directory: ZipDirectory;
  private readonly byName = new Map<string, ZipEntry>();
  /** By what a name comes to once its percent escapes are undone; a part's own name goes before it. */
  private readonly byBytes = new Map<string, ZipEntry>();

  /** @throws UnreadableFile where the zip's directory is refused. */
  constructor(readonly bytes: Uint8Array) {
    this.directory = readZipDirectory(bytes);
    for (const entry of this.directory.entries) {
      this.byName.set(folded(entry.name), entry);
      this.byBytes.set(folded(unescaped(entry.name)), entry);
    }
  }

  /**
   * The entry of a part. Part names ignore letter case; one that is not ASCII may stand as it is in the zip and with
   * percent escapes in a relationship, or the other way round.
   */
  entry(name: string): ZipEntry | undefined {
    return this.byName.get(folded(name)) ?? this.byBytes.get(folded(unescaped(bytesOf(name))));
  }

  /** Scans an XML part in pieces. A part that is missing scans as nothing and gives false. */
  scan(name: string, handler: XmlHandler, limit: number = LIMITS.inflatedBytes): boolean {
    const entry = this.entry(name);
    if (entry === undefined) return false;
    if (entry.size > limit) throw new UnreadableFile('too-large', { limit: 'part', part: entry.name });
    const scanner = new XmlScanner(handler, this.budget);
    const decoder = textDecoder((piece) => {
      scanner.push(piece);
    });
    this.inflate(entry, (chunk, final) => {
      decoder(chunk, final);
      return true;
    });
    scanner.finish();
    return true;
  }

  /** The text of a part that has to be held as a whole, without a byte order mark. */
  text(name: string, limit: number): string | undefined {
    const entry = this.entry(name);
    if (entry === undefined) return undefined;
    if (entry.size > limit) throw new UnreadableFile('too-large', { limit: 'part', part: entry.name });
    const pieces: string[] = [];
    const decoder = textDecoder((piece) => pieces.push(piece));
    this.inflate(entry, (chunk, final) => {
      decoder(chunk, final);
      return true;
    });
    return pieces.join('');
  }

  /**
   * Looks for a document type in every XML part, also in those that nobody will read. It can only stand before the
   * root element, so that no part is inflated further than that.
   */
  refuseDocumentTypes(): void {
    for (const entry of this.directory.entries) {
      if (!/\.(?:xml|rels|vml)$/i.test(entry.name) || entry.size === 0) continue;
      const scanner = new XmlScanner({ open: () => undefined }, this.budget);
      const decoder = textDecoder((piece) => {
        scanner.push(piece);
      });
      try {
        this.inflate(entry, (chunk, final) => {
          decoder(chunk, final);
          return !scanner.rootSeen;
        });
      } catch (error) {
        // VML and custom parts are often no well-formed XML, and nothing of them is read here.
        if (error instanceof UnreadableFile && error.problem !== 'damaged') throw error;
      }
    }
  }

  /** Inflates a part piece by piece until `take` gives false, checking its length and checksum at the end. */
  private inflate(entry: ZipEntry, take: (chunk: Uint8Array, final: boolean) => boolean): void {
    const packed = this.bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedSize);
    let crc = 0;
    let length = 0;
    const progress = { more: true };
    const receive = (chunk: Uint8Array, final: boolean): void => {
      length += chunk.length;
      this.budget.inflated(chunk.length);
      if (length > entry.size) throw damaged(entry);
      crc = crc32(chunk, crc);
      if (final && (length !== entry.size || crc !== entry.crc)) throw damaged(entry);
      progress.more = take(chunk, final);
    };
    const inflater = entry.method === 8 ? new Inflate(receive) : undefined;
    for (let at = 0; progress.more; at += SLICE) {
      const final = at + SLICE >= packed.length;
      const slice = packed.subarray(at, at + SLICE);
      if (inflater === undefined) receive(slice, final);
      else inflater.push(slice, final);
      if (final) break;
    }
  }
}

const folded = (name: string): string => name.toLowerCase().replace(/^\//, '');

/** A name as the zip has it, a character a byte (see `zip-directory.ts`). */
const bytesOf = (name: string): string => strFromU8(strToU8(name), true);

const unescaped = (name: string): string =>
  name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const damaged = (entry: ZipEntry): UnreadableFile => new UnreadableFile('damaged', { part: entry.name });

/**
 * UTF-8, or UTF-16 where a byte order mark says so: the two encodings that the format allows. The mark is left out.
 * Bytes that are no text in it throw a TypeError.
 */
function textDecoder(take: (piece: string) => void): (chunk: Uint8Array, final: boolean) => void {
  let decoder: TextDecoder | undefined;
  return (chunk, final) => {
    if (chunk.length === 0 && !final) return;
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    take(decoder.decode(chunk, { stream: !final }));
  };
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
