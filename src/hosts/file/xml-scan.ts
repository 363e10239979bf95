import { detached } from './detached';
import type { Budget } from './limits';
import { UnreadableFile } from './unreadable-file';

/**
 * A scanner of the XML that spreadsheets are made of. It takes the text in pieces, so that a large part never
 * stands in memory as a whole, and reports places in the text, so that a part can be patched where it stands.
 * Namespaces are reduced to local names: files with `<x:row>` exist, and no element we read shares its local name
 * with a foreign one at the same depth.
 */

/** A start tag. The attributes are looked up in its text when asked for, which spares a map for every cell. */
export class Tag {
  /** The name without its prefix. */
  readonly name: string;
  /** The prefix with its colon, or ''. */
  readonly prefix: string;

  constructor(
    readonly raw: string,
    readonly qualifiedName: string,
    readonly selfClosing: boolean,
  ) {
    const colon = qualifiedName.indexOf(':');
    this.name = qualifiedName.slice(colon + 1);
    this.prefix = qualifiedName.slice(0, colon + 1);
  }

  /** The value of an attribute without a prefix, decoded. */
  get(name: string): string | undefined {
    const span = attributeSpan(this.raw, name);
    return span === undefined ? undefined : decodeXml(this.raw.slice(span.start, span.end));
  }

  /** The value of an attribute that has a prefix, such as `r:id`, whatever the prefix is. */
  getPrefixed(name: string): string | undefined {
    const span = attributeSpan(this.raw, name, 'prefixed');
    return span === undefined ? undefined : decodeXml(this.raw.slice(span.start, span.end));
  }
}

export interface XmlHandler {
  open(tag: Tag, start: number, end: number): void;
  /** Also called for a self-closing element, with the places of its tag. */
  close?(name: string, start: number, end: number): void;
  /** A piece of text, decoded; the text of one element may come in several. */
  text?(piece: string): void;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Where the value of the first attribute of this name, without or with some prefix, stands in a tag, without its quotes. */
export function attributeSpan(
  raw: string,
  name: string,
  form: 'plain' | 'prefixed' = 'plain',
): { nameStart: number; start: number; end: number } | undefined {
  let at = 1;
  while (at < raw.length && !isSpace(raw.charCodeAt(at))) at++;
  for (;;) {
    while (isSpace(raw.charCodeAt(at))) at++;
    const nameStart = at;
    const equals = raw.indexOf('=', at);
    if (equals < 0) return undefined;
    let nameEnd = equals;
    while (isSpace(raw.charCodeAt(nameEnd - 1))) nameEnd--;
    at = equals + 1;
    while (isSpace(raw.charCodeAt(at))) at++;
    const quote = raw[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const start = at + 1;
    const end = raw.indexOf(quote, start);
    if (end < 0) return undefined;
    const local = nameEnd - name.length;
    const matches = form === 'plain' ? local === nameStart : local > nameStart && raw[local - 1] === ':';
    if (matches && raw.startsWith(name, local)) return { nameStart, start, end };
    at = end + 1;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named entities and character references; anything else stays as it is. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const damaged = (reason: string): UnreadableFile => new UnreadableFile('damaged', { reason });

/** A tag, comment or the like longer than this is no spreadsheet's; it bounds what is carried between pieces. */
const LONGEST_MARKUP = 1024 * 1024;
const DEEPEST = 200;

/** Feed it the text in pieces with `push`, then call `finish`; it calls the handler as it goes. */
export class XmlScanner {
  private rest = '';
  /** The place of `rest` in the whole text. */
  private offset = 0;
  private readonly open: Tag[] = [];
  private started = false;
  private tags = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly budget: Budget,
  ) {}

  /** True once the root element has begun: no document type can follow. */
  get rootSeen(): boolean {
    return this.started;
  }

  push(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 0x3c ? this.markup(text, at) : this.characters(text, at);
      if (next < 0) break;
      at = next;
    }
    this.budget.tags(this.tags);
    this.tags = 0;
    if (text.length - at > LONGEST_MARKUP) throw damaged('xml');
    this.rest = text.slice(at);
    this.offset += at;
  }

  finish(): void {
    if (!this.started || this.open.length > 0 || this.rest.trim() !== '') throw damaged('xml');
  }

  /** Text up to the next tag. What may be the first half of an entity or of a line end waits for the next piece. */
  private characters(text: string, at: number): number {
    let end = text.indexOf('<', at);
    if (end < 0) {
      end = text.length;
      const ampersand = text.lastIndexOf('&');
      if (ampersand >= Math.max(at, end - 12) && !text.includes(';', ampersand)) end = ampersand;
      if (end > at && text.charCodeAt(end - 1) === 0x0d) end--;
      if (end <= at) return -1;
    }
    if (this.handler.text !== undefined && this.open.length > 0) {
      const raw = text.slice(at, end);
      // XML reads every line end as a line feed; a carriage return that was meant is written as &#13; or _x000D_.
      this.handler.text(detached(decodeXml(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)));
    }
    return end;
  }

  /** Markup at `at`; -1 where its end has not come yet. */
  private markup(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (second === 0x2f) return this.endTag(text, at);
    if (second === 0x3f) return past(text, '?>', at + 2);
    if (second === 0x21) return this.declaration(text, at);
    return Number.isNaN(second) ? -1 : this.startTag(text, at);
  }

  private declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return past(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = past(text, ']]>', at + 9);
      if (end > 0 && this.open.length > 0) this.handler.text?.(detached(text.slice(at + 9, end - 3)));
      return end;
    }
    if (text.length - at < 9) return -1;
    throw new UnreadableFile('dtd');
  }

  private startTag(text: string, at: number): number {
    const end = tagEnd(text, at);
    if (end < 0) return -1;
    const selfClosing = text.charCodeAt(end - 2) === 0x2f;
    const raw = text.slice(at, end);
    const name = elementName(raw, selfClosing);
    if (name === '' || (this.started && this.open.length === 0)) throw damaged('xml');
    this.started = true;
    this.tags++;
    const tag = new Tag(raw, name, selfClosing);
    this.handler.open(tag, this.offset + at, this.offset + end);
    if (selfClosing) this.handler.close?.(tag.name, this.offset + at, this.offset + end);
    else if (this.open.push(tag) > DEEPEST) throw damaged('xml');
    return end;
  }

  private endTag(text: string, at: number): number {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    const tag = this.open.pop();
    if (tag?.qualifiedName !== text.slice(at + 2, end).trimEnd()) throw damaged('xml');
    this.handler.close?.(tag.name, this.offset + at, this.offset + end + 1);
    return end + 1;
  }
}

const past = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** The place after a start tag's `>`, which may also stand inside a quoted value. */
function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  let checked = at;
  let quote = '';
  while (end >= 0) {
    for (; checked < end; checked++) {
      const code = text.charCodeAt(checked);
      if (code !== 0x22 && code !== 0x27) continue;
      const mark = code === 0x22 ? '"' : "'";
      if (quote === '') quote = mark;
      else if (quote === mark) quote = '';
    }
    if (quote === '') return end + 1;
    end = text.indexOf('>', end + 1);
  }
  return -1;
}

function elementName(raw: string, selfClosing: boolean): string {
  const limit = raw.length - (selfClosing ? 2 : 1);
  let end = 1;
  while (end < limit && !isSpace(raw.charCodeAt(end))) end++;
  return raw.slice(1, end);
}

/** Scans a text that is held as a whole. */
export function scanXml(text: string, handler: XmlHandler, budget: Budget): void {
  const scanner = new XmlScanner(handler, budget);
  scanner.push(text);
  scanner.finish();
}
