/** What runs in a page before any of its scripts: installs the simulated Excel, as `window.excelHost`. */
import { installExternal } from './boot';
import { type HostOptions, Host } from './host';

export function install(window: object, options: HostOptions & { readonly locale: string }): void {
  const host = new Host(options);
  installExternal(window, host, options.locale);
  Object.assign(window, { excelHost: host });
}
