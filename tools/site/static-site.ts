import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Files whose name changes with what they hold: a browser need not ask for them again, nor compile them. */
const HASHED = /\.[0-9a-f]{8}\.(?:js|css)$/;

/** What `readFile` says of a name that stands for no file. */
const NO_FILE: ReadonlySet<unknown> = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

/** The file that a request names, within the folder; null for what leads out of it, and for a name that is none. */
function fileOf(root: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = resolve(root, `.${sep}${path === '/' ? 'index.html' : path}`);
  return file.startsWith(root + sep) ? file : null;
}

/**
 * Answers requests with the files of one folder, as an ordinary static web server does: GET and HEAD, index.html for the
 * folder itself, no listings, no file outside. Excel on the web reads the functions' metadata from another origin, hence
 * the open CORS header.
 */
export function staticSite(folder: string): RequestListener {
  const root = resolve(folder);
  const serve = async (...[request, response]: Parameters<RequestListener>): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileOf(root, request.url ?? '/');
    const body = file === null ? null : await contentOf(file);
    if (file === null || body === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
}

/** Null where there is no such file. */
async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && NO_FILE.has(error.code))
      return null;
    throw error;
  }
}
