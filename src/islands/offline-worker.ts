/**
 * The service worker, `<base>sw.js`: answers from the kept copy. It fetches nothing by itself and changes nothing.
 *
 * Pages come from the network first: a site about rights must not show old words without saying so. The kept page
 * stands in when the network fails, the server does, or five seconds pass; the page then says so (offline-note.ts).
 * Files whose name changes with their content come from the copy first.
 */
import { blobPath, cacheName, find, headersOf, isFixed, isOwn, KEPT_PATH, MISSING_PATH, PATIENCE, readManifest, sitePath, type Manifest } from '../domain/offline.ts';
import { withBase } from '../domain/routes.ts';

/** The parts of a worker's global that are used; TypeScript's own types for it clash with those of pages. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (e: { waitUntil(p: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (e: FetchAsked) => void): void;
  addEventListener(type: 'message', listener: (e: { source: { id?: string } | null; ports: readonly MessagePort[] }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface FetchAsked {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(r: Promise<Response>): void;
}
const scope = self as unknown as WorkerScope;
const base = new URL('./', location.href).pathname;
const cache = cacheName(base);
/** Pages that were shown from the copy. Forgotten when the browser stops the worker; they then ask the network first. */
const shownFromCopy = new Set<string>();

// `caches.match` with a name makes no cache where there is none: after a removal nothing must come back.
const stored = (path: string): Promise<Response | undefined> => caches.match(withBase(base, path), { cacheName: cache, ignoreVary: true });

async function kept(): Promise<Manifest | undefined> {
  try {
    return readManifest(await (await stored(KEPT_PATH))?.json());
  } catch {
    return undefined;
  }
}

/** The kept answer, or nothing. */
async function fromCopy(path: string, list: Manifest, status = 200): Promise<Response | undefined> {
  const found = find(path, list);
  if (found.as === 'moved') return Response.redirect(new URL(withBase(base, found.to), location.href).href, 301);
  if (found.as === 'missing') return undefined;
  const blob = await stored(blobPath(found.file.hash));
  return blob && new Response(blob.body, { status, headers: headersOf(found.file.path, list) });
}

async function page(request: Request, path: string, list: Manifest, client: string): Promise<Response> {
  const network = fetch(request)
    .then((r) => (r.status >= 500 ? undefined : r))
    .catch(() => undefined);
  const copy = await fromCopy(path, list);
  const first = copy ? await Promise.race([network, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]) : await network;
  if (first) return first;
  shownFromCopy.add(client);
  return copy ?? (await fromCopy(MISSING_PATH, list, 404)) ?? Response.error();
}

async function part(request: Request, path: string, list: Manifest, client: string): Promise<Response> {
  // A page from the copy gets its parts from there too: two versions would not fit together.
  const copyFirst = isFixed(path) || shownFromCopy.has(client);
  const copy = copyFirst ? await fromCopy(path, list) : undefined;
  if (copy) return copy;
  try {
    return await fetch(request);
  } catch (e) {
    const late = copyFirst ? undefined : await fromCopy(path, list);
    if (late) return late;
    throw e;
  }
}

scope.addEventListener('install', (e) => e.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (e) => e.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (e) => {
  const { request } = e;
  const url = new URL(request.url);
  const path = url.origin === location.origin ? sitePath(url.pathname, base) : undefined;
  if (request.method !== 'GET' || path === undefined || isOwn(path)) return;
  e.respondWith(
    kept().then((list) => {
      if (!list) return fetch(request);
      return request.mode === 'navigate' ? page(request, path, list, e.resultingClientId) : part(request, path, list, e.clientId);
    }),
  );
});
/** A page asks whether it was shown from the copy. */
scope.addEventListener('message', (e) => e.ports[0]?.postMessage(shownFromCopy.has(e.source?.id ?? '')));
