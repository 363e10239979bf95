import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { staticSite } from '../../../tools/site/static-site';

export interface ServedSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves what `npm run build` made, as `npm run excel` does, but without certificates. */
export async function serveSite(): Promise<ServedSite> {
  const server = createServer(staticSite(join(__dirname, '../../../dist')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
