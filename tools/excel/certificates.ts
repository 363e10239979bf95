import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Certificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Why the system does not trust them, with the certificate to be trusted by hand; null where it does. */
  readonly untrusted: { readonly reason: string; readonly ca: string } | null;
}

/** Where office-addin-dev-certs keeps what it makes. */
const FOLDER = join(homedir(), '.office-addin-dev-certs');

/**
 * Certificates for https://localhost. Where the system cannot be made to trust them (no right to, or the user said no)
 * they still serve, and a person can trust them by hand.
 *
 * @throws Error where none could be made
 */
export async function developmentCertificates(): Promise<Certificates> {
  // It runs scripts that lie beside it: it stays outside the bundle.
  const { getHttpsServerOptions } = await import(/* webpackIgnore: true */ 'office-addin-dev-certs');
  try {
    return { ...(await getHttpsServerOptions()), untrusted: null };
  } catch (error) {
    const read = (name: string): Buffer => readFileSync(join(FOLDER, name));
    return {
      ca: read('ca.crt'),
      cert: read('localhost.crt'),
      key: read('localhost.key'),
      untrusted: {
        reason: error instanceof Error ? error.message : String(error),
        ca: join(FOLDER, 'ca.crt'),
      },
    };
  }
}
