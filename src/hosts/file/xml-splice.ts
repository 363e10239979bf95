import { escapeXml } from './xml-escapes';
import { attributeSpan } from './xml-scan';

/** Changes of a text at places of the text as it was; all else stays as it is, character for character. */
export class Splices {
  private readonly changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(private readonly original: string) {}

  /** Puts `text` in the place of what stands from `start` to `end`. Changes at one place apply in their order. */
  replace(start: number, end: number, text: string): void {
    this.changes.push({ start, end, text });
  }

  apply(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of [...this.changes].sort((a, b) => a.start - b.start)) {
      pieces.push(this.original.slice(at, start), text);
      at = end;
    }
    return pieces.join('') + this.original.slice(at);
  }
}

/** A start tag with an attribute set; its other attributes keep their place, their quotes and their spacing. */
export function setAttribute(raw: string, name: string, value: string): string {
  const span = attributeSpan(raw, name);
  if (span !== undefined) {
    const quote = raw[span.end] ?? '"';
    const text = escapeXml(value).replaceAll("'", '&apos;');
    return `${raw.slice(0, span.start)}${text}${quote}${raw.slice(span.end + 1)}`;
  }
  const end = raw.endsWith('/>') ? raw.length - 2 : raw.length - 1;
  return `${raw.slice(0, end).trimEnd()} ${name}="${escapeXml(value)}"${raw.slice(end)}`;
}

/** A start tag without an attribute. */
export function removeAttribute(raw: string, name: string): string {
  const span = attributeSpan(raw, name);
  if (span === undefined) return raw;
  return `${raw.slice(0, span.nameStart).trimEnd()} ${raw.slice(span.end + 1).trimStart()}`.replace(
    / (\/?>)$/,
    '$1',
  );
}
