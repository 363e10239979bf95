export interface OfficeSource {
  readonly name: string;
  /** The address of office.js, for the page. */
  readonly script: string;
  /** What follows `'self'` in the page's script-src: nothing, or a space and an origin. */
  readonly policy: string;
}
export declare function officeSourceOf(name: string): OfficeSource;
