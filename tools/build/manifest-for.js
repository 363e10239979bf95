import { URL } from 'node:url';

/** Where the manifest of this repository has the site: the developer's own server. */
export const DEVELOPMENT_URL = 'https://localhost:3000/';

/**
 * The address of a site, as a folder.
 *
 * @throws Error for what Office would not load pages from: an address must be absolute, HTTPS, and end in its path
 */
export function siteUrlOf(given) {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new Error(`KPY_URL is the https address of a folder, not "${given}".`);
  return url.href.replace(/\/*$/, '/');
}

/** The manifest of a site: every address of the developer's server becomes one of the site. */
export function manifestFor(manifest, siteUrl) {
  const written = siteUrl.replaceAll('&', '&amp;');
  return manifest.replaceAll(DEVELOPMENT_URL, () => written);
}
