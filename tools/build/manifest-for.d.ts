export declare const DEVELOPMENT_URL: string;
export declare function siteUrlOf(given: string): string;
export declare function manifestFor(manifest: string, siteUrl: string): string;
