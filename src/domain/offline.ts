import { numeral, t } from './t.ts';
/**
 * The copy of the site that a reader keeps on a device: which files belong to it, how a list of them is read, what an
 * update has to fetch, and which kept file answers an address. Pure; the build, the pages and the worker share it.
 *
 * What is stored, all in one cache (`cacheName`):
 * - `<base>offline/blob/<hash>`: the bytes of each file, checked against their hash before they are put there;
 * - `<base>offline/kept`: the list of one complete version. It is written last, in one step, and the worker reads
 *   nothing else. So a reader has the old version or the new one, never a mixture, wherever a download stops;
 * - `<base>offline/pending`: how large the update is that was found last.
 */

/** One kept file. `path` is root-relative without the base path; a page's ends in a slash. */
export interface KeptFile {
  path: string;
  /** SHA-256 in hexadecimal. */
  hash: string;
  bytes: number;
  /** Bytes on the way, where the host compresses with Brotli. */
  sent: number;
}

/** Files one after the other in one file: pages repeat one another, so together they are a quarter of the size. */
export interface Pack {
  path: string;
  sent: number;
  /** How many of the list's files it holds; packs hold the list's files in order. */
  count: number;
}

export interface Manifest {
  /** Names the content: equal files, equal version. */
  version: string;
  /** The day of the build, `YYYY-MM-DD`. */
  built: string;
  files: KeptFile[];
  packs: Pack[];
  /** Addresses that moved. */
  moves: Record<string, string>;
  /** Content types by the end of the name. */
  types: Record<string, string>;
  /** Headers that a host sends with every file. */
  headers: Record<string, string>;
}

/** What a page asks for to learn whether there is a newer version. */
export interface Latest {
  version: string;
  built: string;
}

export const LIST_PATH = '/offline/files.json';
export const LATEST_PATH = '/offline/version.json';
export const WORKER_PATH = '/sw.js';
export const ZIP_PATH = '/offline/right-to-object.zip';
/** Shown without a network for an address that is not in the copy. */
export const MISSING_PATH = '/offline/missing/';
/** How long a page may load before the kept one is shown, in milliseconds. */
export const PATIENCE = 5000;

export const cacheName = (base: string): string => `rto-offline:${base}`;
export const blobPath = (hash: string): string => `/offline/blob/${hash}`;
export const KEPT_PATH = '/offline/kept';
export const PENDING_PATH = '/offline/pending';

/**
 * Not kept: pictures and pages made for other sites, what only hosts and crawlers read, whole downloads, the book (it
 * repeats every text), and the parts of Pagefind that this site does not use.
 */
const LEFT_OUT = [
  /^\/(?:og|embed|book|\.well-known)\//,
  /^\/(?:404\.html|sw\.js|robots\.txt|sitemap[^/]*|llms[^/]*|_headers|_redirects|\.nojekyll)$/,
  /^\/(?:offline|data)\/.*(?<!\.html)$/,
  /^\/pagefind\/pagefind-(?:component-ui|modular-ui|ui|highlight)\./,
];
/** Whether a file of the finished site, such as `/about/index.html`, belongs to the copy. */
export const isKept = (file: string): boolean => !LEFT_OUT.some((r) => r.test(file));

/** Where a page that only sends on leads, inside the site; nothing for other pages. The copy knows the move instead. */
export function sentOn(html: string, base: string): string | undefined {
  const to = /<meta http-equiv="refresh" content="\d+;\s*url=([^"]+)"/.exec(html)?.[1];
  return to?.startsWith(base) ? `/${to.slice(base.length)}` : undefined;
}

/** `/about/index.html` -> `/about/`. */
export const addressOf = (file: string): string => file.replace(/\/index\.html$/, '/');

/** Files whose name changes with their content: the kept one is the right one, whenever it is there. */
export const isFixed = (path: string): boolean => /^\/(?:_astro|pagefind\/(?:fragment|index|filter)|search-index\/parts)\//.test(path);

/** The address inside the site, or nothing for what lies outside its base path. `base` has slashes at both ends. */
export function sitePath(pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return `${pathname}/` === base ? '/' : undefined;
  try {
    return `/${decodeURIComponent(pathname.slice(base.length))}`;
  } catch {
    return `/${pathname.slice(base.length)}`;
  }
}

/** Requests that the worker leaves to the browser: the copy's own lists and packs, and the worker. */
export const isOwn = (path: string): boolean => (/^\/offline\/./.test(path) && !path.endsWith('/')) || path === WORKER_PATH;

export type Found = { as: 'file'; file: KeptFile } | { as: 'moved'; to: string } | { as: 'missing' };

/** What the copy has for an address, in any spelling a host would answer: without the slash, or with `index.html`. */
export function find(path: string, kept: Manifest): Found {
  const spellings = [path, addressOf(path), `${path}/`];
  for (const s of spellings) {
    const file = kept.files.find((f) => f.path === s);
    if (file) return { as: 'file', file };
  }
  for (const s of spellings) {
    const to = kept.moves[s];
    if (to) return { as: 'moved', to };
  }
  return { as: 'missing' };
}

/** The headers a kept file is answered with. */
export const headersOf = (path: string, kept: Manifest): Record<string, string> => ({
  ...kept.headers,
  'Content-Type': kept.types[path.endsWith('/') ? 'html' : (/\.([^./]+)$/.exec(path)?.[1] ?? '')] ?? 'application/octet-stream',
});

export interface Work {
  packs: { pack: Pack; files: KeptFile[] }[];
  files: KeptFile[];
  /** Bytes on the way, by the list's own figures. */
  sent: number;
}

/** The least that has to be fetched: a pack where it is smaller than its missing files one by one, else those files. */
export function work(list: Manifest, have: ReadonlySet<string>): Work {
  const out: Work = { packs: [], files: [], sent: 0 };
  let at = 0;
  for (const pack of list.packs) {
    const files = list.files.slice(at, at + pack.count);
    at += pack.count;
    const missing = files.filter((f) => !have.has(f.hash));
    const single = missing.reduce((n, f) => n + f.sent, 0);
    if (missing.length === 0) continue;
    if (pack.sent <= single) out.packs.push({ pack, files });
    else out.files.push(...missing);
    out.sent += Math.min(pack.sent, single);
  }
  return out;
}

/** What has to lie in the cache for this list. */
export const hashes = (list: Manifest): Set<string> => new Set(list.files.map((f) => f.hash));

/** The text that a version is the hash of. */
export const versionText = (list: Pick<Manifest, 'files' | 'moves'>): string => JSON.stringify([list.files.map((f) => [f.path, f.hash]), list.moves]);

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isWords = (v: unknown): v is Record<string, string> => isObject(v) && Object.values(v).every((x) => typeof x === 'string');
const isSize = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 0;

/** As it is sent: the list without the names of its fields. */
export const writeManifest = (list: Manifest): string => JSON.stringify({ ...list, files: list.files.map((f) => [f.path, f.hash, f.bytes, f.sent]) });

/** Reads a list that came over the network. Nothing when it is not one, or not whole. */
export function readManifest(value: unknown): Manifest | undefined {
  if (!isObject(value)) return undefined;
  const { version, built, files, packs, moves, types, headers } = value;
  if (typeof version !== 'string' || typeof built !== 'string' || !Array.isArray(files) || !Array.isArray(packs) || !isWords(moves) || !isWords(types) || !isWords(headers)) return undefined;
  const read: KeptFile[] = [];
  for (const f of files as unknown[]) {
    if (!Array.isArray(f)) return undefined;
    const [path, hash, bytes, sent] = f as unknown[];
    if (typeof path !== 'string' || !path.startsWith('/') || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || !isSize(bytes) || !isSize(sent)) return undefined;
    read.push({ path, hash, bytes, sent });
  }
  const readPacks: Pack[] = [];
  for (const p of packs as unknown[]) {
    if (!isObject(p)) return undefined;
    const { path, sent, count } = p;
    if (typeof path !== 'string' || !path.startsWith('/offline/') || !isSize(sent) || !isSize(count)) return undefined;
    readPacks.push({ path, sent, count });
  }
  if (readPacks.reduce((n, p) => n + p.count, 0) !== read.length) return undefined;
  return { version, built, files: read, packs: readPacks, moves, types, headers };
}

/** Why keeping a copy failed, in words. */
export const FAILURES = {
  'no-network': t('A part did not arrive. What came is kept for the next try, which goes on from there.'),
  damaged: t('A part arrived damaged, or the site changed meanwhile. Nothing was replaced. Try again.'),
  'no-room': t('This browser has no room for the copy. Nothing was replaced. Free some space and try again.'),
  refused: t('This browser does not keep copies of sites, at least not in this window. Nothing was replaced. The single file below works everywhere.'),
} as const;

/** Reads the answer to "is there a newer version". */
export const readLatest = (value: unknown): Latest | undefined =>
  isObject(value) && typeof value['version'] === 'string' && typeof value['built'] === 'string' ? { version: value['version'], built: value['built'] } : undefined;

/** "1,234 kB", rounded up. */
export const kB = (bytes: number): string => t('{size} kB', { size: numeral(Math.ceil(bytes / 1000)) });
