import { numeral } from '../domain/t.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { buildDay } from '../domain/dates.ts';
import { CACHE, headersFor, HSTS, hostRules, extension, TYPES } from '../domain/hosting.ts';
import { addressOf, isKept, kB, LATEST_PATH, LIST_PATH, versionText, WORKER_PATH, writeManifest, ZIP_PATH, type KeptFile, type Manifest, type Pack, sentOn } from '../domain/offline.ts';
import { fill } from '../domain/measured.ts';
import { addressesIn } from '../model/files.ts';
import { hostMoves } from '../model/host-moves.ts';
import { diskZip } from './disk-zip.ts';

/** Bytes of one pack at most, so that a stop on the way loses little. */
const PACK = 2_000_000;
const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
/** Level 5 is what hosts use when they compress on the way; those who compress beforehand send less. */
const brotli = (data: Uint8Array): number => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const isText = (path: string): boolean => TYPES[extension(path)]?.text ?? false;

interface Made {
  list: Manifest;
  packs: { path: string; data: Uint8Array }[];
  gzip: number;
}

/** Lists and packs what belongs to the copy. `read` gives a file's bytes by its address in the folder. */
function make(files: readonly string[], read: (file: string) => Uint8Array, base: { built: string; moves: Record<string, string> }, sizes: Map<string, { brotli: number; gzip: number }>): Made {
  const size = (data: Uint8Array, hash: string, text: boolean) => {
    const known = sizes.get(hash) ?? (text ? { brotli: brotli(data), gzip: gzipSync(data).length } : { brotli: data.length, gzip: data.length });
    sizes.set(hash, known);
    return known;
  };
  const kept = files.filter(isKept);
  const entries: KeptFile[] = [];
  const packs: Pack[] = [];
  const data: Made['packs'] = [];
  let gzip = 0;
  let open: { parts: Uint8Array[]; bytes: number } = { parts: [], bytes: 0 };
  const close = (text: boolean) => {
    if (open.parts.length === 0) return;
    const whole = Buffer.concat(open.parts);
    const path = `/offline/pack-${packs.length + 1}.${text ? 'txt' : 'bin'}`;
    const sent = size(whole, sha256(whole), text);
    packs.push({ path, sent: sent.brotli, count: open.parts.length });
    gzip += sent.gzip;
    data.push({ path, data: whole });
    open = { parts: [], bytes: 0 };
  };
  for (const text of [true, false]) {
    for (const file of kept.filter((f) => isText(f) === text)) {
      const bytes = read(file);
      const hash = sha256(bytes);
      if (open.bytes + bytes.length > PACK) close(text);
      open.parts.push(bytes);
      open.bytes += bytes.length;
      entries.push({ path: addressOf(file), hash, bytes: bytes.length, sent: size(bytes, hash, text).brotli });
    }
    close(text);
  }
  const ends = new Set(entries.map((f) => (f.path.endsWith('/') ? 'html' : extension(f.path))));
  const types = Object.fromEntries(Object.entries(TYPES).flatMap(([end, t]) => (ends.has(end) ? [[end, t.text ? `${t.type}; charset=utf-8` : t.type]] : [])));
  const headers = Object.fromEntries(Object.entries(headersFor('/', hostRules([]))).filter(([name]) => name !== HSTS[0] && name !== CACHE));
  const version = sha256(versionText({ files: entries, moves: base.moves }));
  return { list: { version, built: base.built, files: entries, packs, moves: base.moves, types, headers }, packs: data, gzip };
}

/** Writes what the kept copy needs into the finished site: the worker, the lists, the packs; and the sizes into pages. */
export function offlineCopy(language: string): AstroIntegration {
  let root = '';
  let address = { site: '', base: '/' };
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        address = { site: config.site ?? '', base: config.base };
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const write = (path: string, data: Uint8Array | string) => writeFileSync(join(out, path), data);
        mkdirSync(join(out, 'offline'), { recursive: true });
        write(WORKER_PATH, await worker(root));

        const built = buildDay(process.env['SOURCE_DATE_EPOCH'], Date.now());
        // Only English pages have moved so far; a language's own moves would be read here.
        const moves = Object.fromEntries((language === 'en' ? hostMoves(root) : []).filter((m) => !m.standing).map((m) => [m.from, m.to]));
        // Short links to kept pages work without a network too.
        const files = addressesIn(out).filter((file) => {
          const to = file.endsWith('/index.html') && isKept(file) ? sentOn(readFileSync(join(out, file), 'utf8'), address.base) : undefined;
          if (to) moves[addressOf(file)] = to;
          return !to;
        });
        const zip = diskZip(out, files, { ...address, built });
        write(ZIP_PATH, zip);
        const others = { 'zip-bytes': kB(zip.length), 'book-sent': kB(brotli(readFileSync(join(out, 'book/index.html')))) };
        const sizes = new Map<string, { brotli: number; gzip: number }>();
        const original = readFileSync(join(out, 'offline/index.html'), 'utf8');
        let page = original;
        const read = (file: string): Uint8Array => (file === '/offline/index.html' ? Buffer.from(page) : readFileSync(join(out, file)));
        let made = make(files, read, { built, moves }, sizes);
        // The page is one of the files whose sizes it tells: fill and measure until the numbers stay.
        for (let i = 0; i < 5; i += 1) {
          const before = page;
          page = fill(original, { ...measures(made), ...others });
          if (page === before) break;
          made = make(files, read, { built, moves }, sizes);
        }
        write('offline/index.html', page);
        for (const p of made.packs) write(p.path, p.data);
        write(LIST_PATH, writeManifest(made.list));
        write(LATEST_PATH, JSON.stringify({ version: made.list.version, built }));
        logger.info(`${made.list.files.length} files in ${made.packs.length} packs, ${kB(sum(made.list.packs.map((p) => p.sent)))} on the way`);
      },
    },
  };
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

function measures({ list, gzip }: Made): Record<string, string> {
  return {
    'kept-files': numeral(list.files.length),
    'kept-sent': kB(sum(list.packs.map((p) => p.sent))),
    'kept-gzip': kB(gzip),
    'kept-bytes': kB(sum(list.files.map((f) => f.bytes))),
  };
}

/** The worker as one plain script: a service worker that imports would have to be fetched in parts. */
async function worker(root: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: join(root, 'src/islands/offline-worker.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
  const [made] = [result].flat();
  const chunk = made && 'output' in made ? made.output[0] : undefined;
  if (!chunk || (made && 'output' in made && made.output.length !== 1)) throw new Error('the service worker did not become one script');
  return chunk.code;
}
