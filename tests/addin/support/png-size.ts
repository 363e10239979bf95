const SIGNATURE = '89504e470d0a1a0a';

/** Width and height of a PNG, in pixels, from its IHDR, which the format puts first. */
export function pngSize(bytes: Buffer): readonly [width: number, height: number] {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE || bytes.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('This is no PNG.');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
