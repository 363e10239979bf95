import { URL } from 'node:url';

/** Where office.js comes from: our own copy, unless a closed network is none and the administrator prefers Microsoft's. */
const OFFICE_JS = {
  self: 'office/office.js',
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

/**
 * The address of office.js, and what the page's policy has to allow for it beside the site itself.
 *
 * @throws Error for a name that is none of the sources
 */
export function officeSourceOf(name) {
  if (!Object.hasOwn(OFFICE_JS, name))
    throw new Error(`KPY_OFFICE_JS is one of ${Object.keys(OFFICE_JS).join(', ')}, not "${name}".`);
  const script = OFFICE_JS[name];
  return { name, script, policy: URL.canParse(script) ? ` ${new URL(script).origin}` : '' };
}
