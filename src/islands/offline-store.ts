/**
 * Fetches, checks, keeps and removes the copy of the site. What is stored where stands in src/domain/offline.ts.
 * Works in the page, not in the worker: the reader sees it go on, and closing the page stops it. Every failure is a
 * value, and none of them touches a version that is complete.
 */
import {
  blobPath,
  cacheName,
  hashes,
  KEPT_PATH,
  LATEST_PATH,
  LIST_PATH,
  PENDING_PATH,
  readLatest,
  readManifest,
  versionText,
  work,
  WORKER_PATH,
  writeManifest,
  type KeptFile,
  type Manifest,
} from '../domain/offline.ts';
import { sha256 } from '../domain/vault.ts';
import { withBase } from '../domain/routes.ts';

/**
 * - `no-network`: something did not arrive. What did stays, and the next try goes on from there.
 * - `damaged`: something arrived, twice, that is not what the list says.
 * - `no-room`: the browser has no room for it.
 * - `refused`: the browser keeps no worker or no cache, as in some private windows.
 */
export type Failure = 'no-network' | 'damaged' | 'no-room' | 'refused';
class Stop extends Error {
  readonly why: Failure;
  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}

export type Kept = { state: 'unsupported' } | { state: 'none' } | { state: 'partial' } | { state: 'kept'; list: Manifest };
export type Outcome = { ok: true; list: Manifest; promised: boolean } | { ok: false; why: Failure };
/** Bytes that came, of all that are to come. */
export type Progress = (done: number, of: number) => void;

/** The site's base path, from the link every page has. */
export const siteBase = (): string => new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/', location.href).pathname;
const supported = (): boolean => 'caches' in globalThis && 'serviceWorker' in navigator && Boolean(globalThis.crypto?.subtle);

/** One page at a time: two would delete each other's files. */
const alone = <T>(base: string, what: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(cacheName(base), what) : what());

const stored = (base: string, path: string): Promise<Response | undefined> => caches.match(withBase(base, path), { cacheName: cacheName(base) });

async function keptList(base: string): Promise<Manifest | undefined> {
  try {
    return readManifest(await (await stored(base, KEPT_PATH))?.json());
  } catch {
    return undefined;
  }
}

/** What is on this device. Asks the network for nothing and makes nothing. */
export async function state(base: string): Promise<Kept> {
  if (!supported()) return { state: 'unsupported' };
  try {
    if (!(await caches.has(cacheName(base)))) return { state: 'none' };
    const list = await keptList(base);
    const worker = await navigator.serviceWorker.getRegistration(base);
    return list && worker ? { state: 'kept', list } : { state: 'partial' };
  } catch {
    return { state: 'unsupported' };
  }
}

async function get(base: string, path: string, how: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(withBase(base, path), { cache: how });
    if (!response.ok) throw new Stop('no-network');
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Stop('no-network');
  }
}

async function getJson(base: string, path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await get(base, path, 'no-store')));
  } catch (e) {
    throw e instanceof Stop ? e : new Stop('damaged');
  }
}

async function newestList(base: string): Promise<Manifest> {
  const list = readManifest(await getJson(base, LIST_PATH));
  if (!list || (await sha256(new TextEncoder().encode(versionText(list)))) !== list.version) throw new Stop('damaged');
  return list;
}

async function have(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map((r) => /\/offline\/blob\/([0-9a-f]{64})$/.exec(r.url)?.[1]).filter((h) => h !== undefined));
}

async function put(cache: Cache, base: string, path: string, body: BodyInit): Promise<void> {
  try {
    await cache.put(withBase(base, path), new Response(body));
  } catch (e) {
    throw new Stop(e instanceof DOMException && e.name === 'QuotaExceededError' ? 'no-room' : 'refused');
  }
}

/** Fetches something and keeps its files if each is what the list says; else tries once more past every cache. */
async function fetchChecked(cache: Cache, base: string, path: string, files: readonly KeptFile[], there: Set<string>): Promise<void> {
  for (const how of ['no-cache', 'reload'] as const) {
    const bytes = await get(base, path, how);
    let at = 0;
    const parts = files.map((f) => bytes.subarray(at, (at += f.bytes)));
    const whole = at === bytes.length && (await Promise.all(files.map(async (f, i) => (await sha256(parts[i] ?? new Uint8Array())) === f.hash))).every(Boolean);
    if (!whole) continue;
    for (const [i, f] of files.entries()) {
      if (there.has(f.hash)) continue;
      await put(cache, base, blobPath(f.hash), parts[i] ?? new Uint8Array());
      there.add(f.hash);
    }
    return;
  }
  throw new Stop('damaged');
}

/** Removes files that no complete version needs. */
async function sweep(cache: Cache, base: string, needed: ReadonlySet<string>): Promise<void> {
  for (const h of await have(cache)) if (!needed.has(h)) await cache.delete(withBase(base, blobPath(h)));
}

async function register(base: string): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(withBase(base, WORKER_PATH), { scope: base, updateViaCache: 'none' });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (!worker) throw new Stop('refused');
    if (worker.state === 'activated') return;
    await new Promise<void>((done, fail) => {
      worker.addEventListener('statechange', () => (worker.state === 'activated' ? done() : worker.state === 'redundant' ? fail(new Stop('refused')) : undefined));
    });
  } catch {
    throw new Stop('refused');
  }
}

async function promise(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

const IN_PARALLEL = 6;

async function download(base: string, list: Manifest, cache: Cache, progress: Progress): Promise<void> {
  const there = await have(cache);
  const { packs, files, sent } = work(list, there);
  const { quota, usage } = await navigator.storage.estimate().catch(() => ({ quota: undefined, usage: undefined }));
  const needed = list.files.reduce((n, f) => n + (there.has(f.hash) ? 0 : f.bytes), 0);
  if (quota !== undefined && quota - (usage ?? 0) < needed) throw new Stop('no-room');
  let done = 0;
  const came = (n: number) => progress((done += n), sent);
  came(0);
  for (const { pack, files: own } of packs) {
    await fetchChecked(cache, base, pack.path, own, there);
    came(pack.sent);
  }
  const queue = [...files];
  const one = async () => {
    try {
      for (let f = queue.shift(); f; f = queue.shift()) {
        await fetchChecked(cache, base, f.path, [f], there);
        came(f.sent);
      }
    } finally {
      // One that failed stops the others: nothing may write once the outcome is told.
      queue.length = 0;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: IN_PARALLEL }, one));
  for (const e of ends) if (e.status === 'rejected') throw e.reason;
}

/** Keeps the newest version, or what is missing of it. Used for the first copy, for going on, and for updates. */
export const keep = (base: string, progress: Progress): Promise<Outcome> =>
  alone(base, async () => {
    if (!supported()) return { ok: false, why: 'refused' };
    const before = (await state(base)).state === 'kept' ? await keptList(base) : undefined;
    let cache: Cache | undefined;
    try {
      const list = await newestList(base);
      cache = await caches.open(cacheName(base)).catch(() => {
        throw new Stop('refused');
      });
      await download(base, list, cache, progress);
      const there = await have(cache);
      if ([...hashes(list)].some((h) => !there.has(h))) throw new Stop('no-room');
      await register(base);
      const promised = await promise();
      // From here on the new version counts.
      await put(cache, base, KEPT_PATH, writeManifest(list));
      await cache.delete(withBase(base, PENDING_PATH)).catch(() => false);
      await sweep(cache, base, hashes(list)).catch(() => undefined);
      return { ok: true, list, promised };
    } catch (e) {
      const why = e instanceof Stop ? e.why : 'refused';
      // What came stays for the next try, unless room is what is missing.
      if (why !== 'no-network' && why !== 'damaged') {
        if (before) await (cache && sweep(cache, base, hashes(before)).catch(() => undefined));
        else await erase(base);
      }
      return { ok: false, why };
    }
  });

async function erase(base: string): Promise<boolean> {
  try {
    const worker = await navigator.serviceWorker.getRegistration(base);
    const gone = !worker || (await worker.unregister());
    await caches.delete(cacheName(base));
    return gone && !(await caches.has(cacheName(base)));
  } catch {
    return false;
  }
}

/** Removes the worker and every kept file. False when the browser refused. True where nothing could be kept. */
export const remove = async (base: string): Promise<boolean> => !supported() || alone(base, () => erase(base));

/** The newest version, if it is not the kept one, and the bytes an update takes. Nothing without a network. */
export async function newer(base: string, kept: Manifest): Promise<{ built: string; sent: number } | undefined> {
  try {
    const latest = readLatest(await getJson(base, LATEST_PATH));
    if (!latest || latest.version === kept.version) return undefined;
    const before = (await (await stored(base, PENDING_PATH))?.json()) as { version: string; built: string; sent: number } | undefined;
    // The whole list is fetched once for each version, not on every page.
    if (before?.version === latest.version) return before;
    const list = await newestList(base);
    const found = { version: list.version, built: list.built, sent: work(list, hashes(kept)).sent };
    await put(await caches.open(cacheName(base)), base, PENDING_PATH, JSON.stringify(found));
    return found;
  } catch {
    return undefined;
  }
}

/** Whether this page was shown from the copy: only the worker knows. */
export const shownFromCopy = (): Promise<boolean> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (e) => done(e.data === true);
    navigator.serviceWorker.controller?.postMessage('shown from the copy?', [port2]);
    setTimeout(() => done(false), 2000);
  });
