import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinBytes, latin1, u16, u32 } from './bytes';

/** A part with whatever its headers are to claim; what is left out is true. */
export interface RawPart {
  readonly name: string;
  readonly content?: Uint8Array;
  /** The bytes as they lie in the file; the content deflated unless given. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly localName?: string;
  /** Where its local header is said to be. */
  readonly localOffset?: number;
  /** Sizes and offset in the 64-bit extra field. */
  readonly zip64?: boolean;
  /** Sizes behind the data, as programs write that cannot go back in a file. */
  readonly descriptor?: boolean;
}

export interface RawEnd {
  readonly count?: number;
  readonly comment?: string;
  /** Bytes before the first part. */
  readonly before?: Uint8Array;
  /** Bytes after the end of the zip. */
  readonly after?: Uint8Array;
}

const u64 = (value: number): Uint8Array => u32(value, Math.floor(value / 0x1_0000_0000));

/** A zip written field by field, so that any field can lie. */
export function rawZip(parts: readonly RawPart[], end: RawEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = [end.before ?? new Uint8Array()];
  let offset = pieces[0]?.length ?? 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  const central: Uint8Array[] = [];
  for (const part of parts) {
    const content = part.content ?? new Uint8Array();
    const packed = part.packed ?? new Uint8Array(deflateRawSync(content));
    const method = part.method ?? 8;
    const flags = part.descriptor ? 8 : 0;
    const crc = part.crc ?? crc32(content);
    const size = part.size ?? content.length;
    const packedSize = part.packedSize ?? packed.length;
    const at = part.localOffset ?? offset;
    const localName = latin1(part.localName ?? part.name);
    const known = part.descriptor ? u32(0, 0, 0) : u32(crc, packedSize, size);
    put(
      joinBytes(
        u32(0x04034b50),
        u16(20, flags, method, 0, 0x5a21),
        known,
        u16(localName.length, 0),
        localName,
        packed,
      ),
    );
    if (part.descriptor) put(u32(0x08074b50, crc, packedSize, size));
    const name = latin1(part.name);
    const extra = part.zip64
      ? joinBytes(u16(0x0001, 24), u64(size), u64(packedSize), u64(at))
      : new Uint8Array();
    const narrow = part.zip64 ? [0xffffffff, 0xffffffff, 0xffffffff] : [packedSize, size, at];
    central.push(
      joinBytes(
        u32(0x02014b50),
        u16(20, 20, flags, method, 0, 0x5a21),
        u32(crc, narrow[0] ?? 0, narrow[1] ?? 0),
        u16(name.length, extra.length, 0, 0, 0),
        u32(0, narrow[2] ?? 0),
        name,
        extra,
      ),
    );
  }
  const directory = joinBytes(...central);
  const start = offset;
  put(directory);
  const count = end.count ?? parts.length;
  const comment = latin1(end.comment ?? '');
  if (parts.some(({ zip64 }) => zip64)) {
    const record = offset;
    put(
      joinBytes(
        u32(0x06064b50),
        u64(44),
        u16(45, 45),
        u32(0, 0),
        u64(count),
        u64(count),
        u64(directory.length),
        u64(start),
      ),
    );
    put(joinBytes(u32(0x07064b50, 0), u64(record), u32(1)));
  }
  put(
    joinBytes(
      u32(0x06054b50),
      u16(0, 0, count, count),
      u32(directory.length, start),
      u16(comment.length),
      comment,
    ),
  );
  put(end.after ?? new Uint8Array());
  return joinBytes(...pieces);
}

/** These parts as a zip that tells the truth. */
export const honestZip = (parts: Readonly<Record<string, Uint8Array>>, end?: RawEnd): Uint8Array =>
  rawZip(
    Object.entries(parts).map(([name, content]) => ({ name, content })),
    end,
  );

/** A megabyte many times over, deflated; made without holding what it inflates to. */
export function deflatedMegabytes(byte: number, count: number): Uint8Array {
  const megabyte = new Uint8Array(1024 * 1024).fill(byte);
  const block = new Uint8Array(deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH }));
  const last = new Uint8Array(deflateRawSync(new Uint8Array()));
  return joinBytes(...Array.from({ length: count }, () => block), last);
}
