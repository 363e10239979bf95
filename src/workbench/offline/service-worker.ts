/**
 * Keeps every file of the workbench in the browser, so that it opens without its server. The build puts the list of
 * files, each with a hash of its content, in front of this script: another build is another script, which takes over
 * when no page of the one before is open any more, so that no page meets files of two builds.
 */

/** TypeScript has no service worker beside a page: the few members that are used. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly kpyFiles: Readonly<Record<string, string>>;
  readonly kpyBuild: string;
  addEventListener(kind: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Asked) => void): void;
}

const worker = self as unknown as Worker;
const PREFIX = 'kpy-workbench-';
const CACHE = PREFIX + worker.kpyBuild;
const HOME = new URL('./', location.href).href;
const kept = new Set(Object.keys(worker.kpyFiles).map((file) => new URL(file, HOME).href));

worker.addEventListener('install', (event) => {
  const fetched = caches
    .open(CACHE)
    .then((cache) => cache.addAll([...kept].map((url) => new Request(url, { cache: 'no-cache' }))));
  event.waitUntil(fetched);
});

worker.addEventListener('activate', (event) => {
  const cleaned = caches
    .keys()
    .then((names) =>
      Promise.all(
        names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
      ),
    );
  event.waitUntil(cleaned);
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const page = url.href === HOME ? new URL('index.html', HOME).href : url.href;
  if (request.method !== 'GET' || !kept.has(page)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(page))
      .then((answer) => answer ?? fetch(request)),
  );
});

export {};
