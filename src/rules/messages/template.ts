import type { MessageParam, MessageParams } from '../finding';

/** `{name}`, or `{count error|errors}`: a number with its noun, the second form unless it is 1. */
const SLOT = /\{(\w+)(?: ([^{}|]+)\|([^{}|]+))?\}/;

/** Literal text, the name of a parameter and the two forms of its noun in turn, the text first. */
type Parts = readonly (string | undefined)[];
const STRIDE = 4;

/** The templates that were filled so far, in parts: as many as the catalogue has sentences. */
const PARTS = new Map<string, Parts>();

function partsOf(template: string): Parts {
  const known = PARTS.get(template);
  if (known !== undefined) return known;
  const parts: Parts = template.split(SLOT);
  PARTS.set(template, parts);
  return parts;
}

/**
 * A sentence with its parameters filled in. In place of a parameter that is not given stands its name, in braces.
 *
 * @param and what stands between the entries of a list in the sentence's language
 */
export function filled(template: string, params: MessageParams, and: string): string {
  const parts = partsOf(template);
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += STRIDE) {
    const name = parts[i] ?? '';
    const value = params[name];
    const noun = parts[i + (value === 1 ? 1 : 2)];
    text +=
      (value === undefined ? `{${name}}` : worded(value, and)) +
      (noun === undefined ? '' : ` ${noun}`) +
      (parts[i + 3] ?? '');
  }
  return text;
}

const worded = (value: MessageParam, and: string): string =>
  typeof value === 'object' ? value.join(and) : String(value);
