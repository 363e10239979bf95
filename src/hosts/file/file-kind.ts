/** What the first bytes of a file say it is, whatever its name says. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'compound' // OLE2: .xls, an encrypted .xlsx, .doc
  | 'old-xls'
  | 'html'
  | 'xml-2003'
  | 'xml'
  | 'pdf'
  | 'rtf'
  | 'text'
  | 'unknown';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/**
 * The ASCII of the first 4 KB, other bytes as spaces. Enough to know markup by, and the same for UTF-8, GBK and
 * UTF-16, since the zero bytes of UTF-16 are left out.
 */
function asciiHead(bytes: Uint8Array): string {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) {
    if (byte !== 0) head += byte < 0x80 ? String.fromCharCode(byte) : ' ';
  }
  return head.trimStart();
}

/** BIFF2 to BIFF5 without a container: a BOF record (0x09 and a version byte) of 4 to 16 bytes. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
  (bytes[2] ?? 0) >= 4 &&
  (bytes[2] ?? 0) <= 16 &&
  bytes[3] === 0x00;

/** Text has no control characters but white space; UTF-16 text (a byte order mark) has zero bytes too. */
function isText(bytes: Uint8Array): boolean {
  const wide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  return bytes
    .subarray(0, 4096)
    .every(
      (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c || wide,
    );
}

/** Tells files apart by their first bytes; never fails. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'compound';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (isBareBiff(bytes)) return 'old-xls';
  const head = asciiHead(bytes);
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(head)) return 'xml-2003';
  // `<meta:generator>` and the like are elements of other formats, such as a flat OpenDocument file.
  if (/<(?:!doctype\s+html|(?:html|head|meta|style|body|table|script)(?![\w:-]))/i.test(head)) return 'html';
  if (/^(?:MIME-Version:|From:\s)/i.test(head)) return 'html'; // a web archive, .mht
  if (head.startsWith('<?xml')) return 'xml';
  return isText(bytes) ? 'text' : 'unknown';
}
