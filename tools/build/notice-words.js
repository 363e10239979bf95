import { readFileSync } from 'node:fs';

/** From the project's folder, where npm runs every script: this is bundled too, and a bundle lies elsewhere. */
const RULES = 'src/rules';

function parametersInForce() {
  const folder = /from '\.\/(notice-[\w-]+)'/.exec(readFileSync(`${RULES}/current-notice.ts`, 'utf8'))?.[1];
  if (folder === undefined) throw new Error('src/rules/current-notice.ts imports no folder notice-….');
  return JSON.parse(readFileSync(`${RULES}/${folder}/parameters.json`, 'utf8'));
}

/**
 * A text that is no message (the manifest, a page, a docstring of a function) with `{notice.perPerson.clause}` and the like
 * filled in from the parameters of the notice in force.
 *
 * @throws Error for a parameter that the notice does not have
 */
export function inNoticeWords(text) {
  const parameters = parametersInForce();
  return text.replace(/\{notice\.([\w.]+)\}/g, (slot, path) => {
    const value = path.split('.').reduce((within, key) => within?.[key], parameters);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error(`The notice in force has no single value for ${slot}.`);
    return String(value);
  });
}
