/** A sheet that lives in a grid on a web page. `openedWork` does without the grid; `createBrowserHost` brings it along. */
export { KEPT_IN_FILE, type KeptInFile } from './bridge/kept-in-file';
import type { BrowserHost, BrowserHostOptions, FoundText } from './browser-host';
export type { BrowserHost, BrowserHostOptions, FoundText };
export type { GridFunction } from './grid-functions';
export { openedWork } from './opened-work';
export type { OwnFile, OwnFileFailure, OwnFileOutcome } from './own-file/own-file';
export type { GridLanguage } from './univer';
export type { RowVerdict } from './verdict-margin';
export type { WorkRecord } from './work-record';

/** Loads the grid, which is large, and starts it in an element. */
export async function createBrowserHost(
  container: HTMLElement,
  options: BrowserHostOptions,
): Promise<BrowserHost> {
  const { startBrowserHost } = await import('./univer-host');
  return startBrowserHost(container, options);
}
