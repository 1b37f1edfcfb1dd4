/**
 * npm run check:links -- [--register] [--dry-run] [--only text] [--timeout ms] [--pause ms] [--root folder]
 * Asks every outside link of the site whether it still answers, prints what it found and writes the day and the
 * result back beside each. `--register` leaves the sources out: official routes and authorities only. Exit code: 0 no link is gone, 1 a link is gone,
 * 2 nothing could be checked, or the results could not be written.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { parse } from 'yaml';
import { checkLinks, LINK_RESULTS, looksOffline, type LinkReport } from '../domain/link-check.ts';
import { withResults } from './link-file.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function read() {
  try {
    return parseArgs({
      options: {
        register: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        only: { type: 'string' },
        timeout: { type: 'string', default: '15000' },
        pause: { type: 'string', default: '1000' },
        root: { type: 'string', default: process.cwd() },
      },
    }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\nThe options are --register, --dry-run, --only, --timeout, --pause and --root.`);
  }
}

const options = read();
const [timeout, pause] = [Number(options.timeout), Number(options.pause)];
if (!(timeout > 0) || !(pause >= 0)) fail('--timeout and --pause take a number of milliseconds.');

interface Entry {
  url?: unknown;
  website?: unknown;
  complaint?: { url?: unknown } | null;
  link_checked?: unknown;
}
const data = join(options.root, 'content/data');
function list(path: string): Entry[] {
  if (!existsSync(path)) return [];
  try {
    const entries: unknown = parse(readFileSync(path, 'utf8')) ?? [];
    return Array.isArray(entries) ? entries.filter((e) => typeof e === 'object' && e !== null) : fail(`${path} is not a list.`);
  } catch (error) {
    return fail(`${path} cannot be read: ${(error as Error).message}`);
  }
}
type Path = readonly ['url'] | readonly ['website'] | readonly ['complaint', 'url'];
const addressAt = (e: Entry | null, path: Path): unknown => (path[0] === 'complaint' ? e?.complaint?.url : e?.[path[0]]);

/** The records as the file will read: the write-back works on lines, so what it made is read again and compared. */
function writtenAsMeant(before: string, after: string, path: Path, results: ReadonlyMap<unknown, LinkReport>, date: string): boolean {
  const meant = (parse(before) as (Entry | null)[]).map((e) => {
    const report = results.get(addressAt(e, path));
    if (!report) return e;
    const link_checked = { date, result: report.result };
    return path[0] === 'complaint' ? { ...e, complaint: { ...e?.complaint, link_checked } } : { ...e, link_checked };
  });
  try {
    return isDeepStrictEqual(parse(after), meant);
  } catch {
    return false;
  }
}
const folder = join(data, 'sources');
const sources = options.register || !existsSync(folder) ? [] : readdirSync(folder).filter((f) => f.endsWith('.yml'));
/** Where outside links stand, and so where results are written. */
const places: { file: string; path: Path }[] = [
  { file: join(data, 'routes.yml'), path: ['url'] },
  { file: join(data, 'authorities.yml'), path: ['website'] },
  { file: join(data, 'authorities.yml'), path: ['complaint', 'url'] },
  ...sources.map((f) => ({ file: join(folder, f), path: ['url'] as const })),
];
const urls = places
  .flatMap(({ file, path }) => list(file).map((e) => addressAt(e, path)))
  .filter((u): u is string => typeof u === 'string')
  .filter((u) => !options.only || u.includes(options.only));
if (urls.length === 0) fail(`No links to check under ${data}${options.only ? ` that contain "${options.only}"` : ''}.`);

const reports = await checkLinks(urls, { fetch, timeout, pause, now: () => performance.now(), sleep: (ms) => new Promise((r) => setTimeout(r, ms)) });
for (const r of reports) console.log([r.result.padEnd(10), r.status ?? '   ', r.url, r.to && `-> ${r.to}`, r.detail && `(${r.detail})`].filter(Boolean).join(' '));
console.log(LINK_RESULTS.map((k) => `${k}: ${reports.filter((r) => r.result === k).length}`).join(', '));
if (looksOffline(reports)) fail('Nothing answered at all: is there a network? No file was changed.');
if (!options['dry-run']) {
  const byUrl = new Map(reports.map((r) => [r.url, r]));
  const day = new Date().toISOString().slice(0, 10);
  for (const { file, path } of places) {
    if (!existsSync(file)) continue;
    const before = readFileSync(file, 'utf8');
    const after = withResults(before, path, byUrl, day);
    if (!writtenAsMeant(before, after, path, byUrl, day)) fail(`${file} was not changed: a record in it is laid out in a way the results cannot be written into.`);
    if (after !== before) writeFileSync(file, after);
  }
}
process.exitCode = reports.some((r) => r.result === 'gone') ? 1 : 0;
