import type { MessageParams } from '../finding';

/** Literal text and the names of parameters in turn, the text first. */
type Parts = readonly string[];

/** The templates that were filled so far, in parts: as many as the catalogue has sentences. */
const PARTS = new Map<string, Parts>();

function partsOf(template: string): Parts {
  const known = PARTS.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\{(\w+)\}/);
  PARTS.set(template, parts);
  return parts;
}

/** A sentence with its parameters, `{name}`, filled in. A parameter that is not given stays as it is written. */
export function filled(template: string, params: MessageParams = {}): string {
  const parts = partsOf(template);
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] ?? '';
    text += String(params[name] ?? `{${name}}`) + (parts[i + 1] ?? '');
  }
  return text;
}
