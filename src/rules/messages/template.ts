import type { MessageParam, MessageParams } from '../finding';

/**
 * `{name}`, `{count error|errors}`, or `{row|rows rows}`: a number, or the entries of a list, with the noun after or before
 * it, in its second form unless it is 1, or there is one of them.
 */
const SLOT = /\{(?:(\w+)\|(\w+) )?(\w+)(?: ([^{}|]+)\|([^{}|]+))?\}/;

/** Literal text, the two forms of a noun, the name of a parameter and the two forms of a noun in turn, the text first. */
type Parts = readonly (string | undefined)[];
const STRIDE = 6;

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
    const name = parts[i + 2] ?? '';
    const value = params[name];
    const form = isOne(value) ? 0 : 1;
    const [before, after] = [parts[i + form], parts[i + 3 + form]];
    text +=
      (before === undefined ? '' : `${before} `) +
      (value === undefined ? `{${name}}` : worded(value, and)) +
      (after === undefined ? '' : ` ${after}`) +
      (parts[i + 5] ?? '');
  }
  return text;
}

const isOne = (value: MessageParam | undefined): boolean =>
  typeof value === 'object' ? value.length === 1 : value === 1;

const worded = (value: MessageParam, and: string): string =>
  typeof value === 'object' ? value.join(and) : String(value);
