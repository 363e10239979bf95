import { UnreadableFile } from './unreadable-file';

/** The BIFF8 records that are read here. */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** A record's content; the CONTINUE records after it are segments of their own, since strings restart in each. */
export interface BiffRecord {
  readonly id: number;
  readonly data: DataView;
  readonly segments: readonly Uint8Array[];
}

/** The records from a place of the stream on. A record whose end is missing is a truncated file. */
export function* biffRecords(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const content = (at: number): Uint8Array => {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > stream.length) throw new UnreadableFile('truncated');
    return stream.subarray(at + 4, end);
  };
  let at = start;
  while (at + 4 <= stream.length) {
    const id = view.getUint16(at, true);
    const first = content(at);
    const segments = [first];
    at += 4 + first.length;
    while (at + 4 <= stream.length && view.getUint16(at, true) === RECORD.continue) {
      const more = content(at);
      segments.push(more);
      at += 4 + more.length;
    }
    yield { id, data: new DataView(first.buffer, first.byteOffset, first.byteLength), segments };
  }
}

/** Reads numbers and strings that may run over several segments. */
export class SegmentReader {
  private segment = 0;

  constructor(
    private readonly segments: readonly Uint8Array[],
    private at = 0,
  ) {}

  /** True while something is left. */
  get more(): boolean {
    this.advance();
    return this.segment < this.segments.length;
  }

  private get left(): number {
    return (this.segments[this.segment]?.length ?? 0) - this.at;
  }

  private advance(): void {
    while (this.left <= 0 && this.segment < this.segments.length) {
      this.segment++;
      this.at = 0;
    }
  }

  u8(): number {
    this.advance();
    const byte = this.segments[this.segment]?.[this.at++];
    if (byte === undefined) throw new UnreadableFile('truncated');
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  passOver(count: number): void {
    for (let left = count; left > 0;) {
      if (!this.more) throw new UnreadableFile('truncated');
      const step = Math.min(left, this.left);
      this.at += step;
      left -= step;
    }
  }

  /**
   * A Unicode string: its flags, rich runs and phonetics (both skipped), and characters of one or two bytes. A
   * string that runs into the next segment begins there with new flags.
   * @param length the number of characters, where a caller has read it already
   */
  text(length = this.u16()): string {
    let flags = this.u8();
    const runs = flags & 0x08 ? this.u16() : 0;
    const phonetic = flags & 0x04 ? this.u32() : 0;
    let text = '';
    for (let i = 0; i < length; i++) {
      if (this.left <= 0) {
        if (!this.more) throw new UnreadableFile('truncated');
        flags = this.u8();
      }
      text += String.fromCharCode(flags & 0x01 ? this.u16() : this.u8());
    }
    this.passOver(runs * 4 + phonetic);
    return text;
  }
}
