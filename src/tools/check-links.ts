/**
 * npm run check:links -- [--sources] [--dry-run] [--only text] [--timeout ms] [--pause ms] [--root folder]
 * Asks every outside link of the register whether it still answers, prints what it found and writes the day and the
 * result back. `--sources` adds the sources' links. Exit code: 0 no link is gone, 1 a link is gone,
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
        sources: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        only: { type: 'string' },
        timeout: { type: 'string', default: '15000' },
        pause: { type: 'string', default: '1000' },
        root: { type: 'string', default: process.cwd() },
      },
    }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\nThe options are --sources, --dry-run, --only, --timeout, --pause and --root.`);
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
/** The records as the file will read: the write-back works on lines, so what it made is read again and compared. */
function writtenAsMeant(before: string, after: string, field: 'url' | 'website', results: ReadonlyMap<unknown, LinkReport>, date: string): boolean {
  const meant = (parse(before) as (Entry | null)[]).map((e) => {
    const report = results.get(e?.[field]);
    return report ? { ...e, link_checked: { date, result: report.result } } : e;
  });
  try {
    return isDeepStrictEqual(parse(after), meant);
  } catch {
    return false;
  }
}
const routes = join(data, 'routes.yml');
const authorities = join(data, 'authorities.yml');
const folder = join(data, 'sources');
const sources =
  options.sources && existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith('.yml'))
        .flatMap((f) => list(join(folder, f)))
    : [];
const urls = [...list(routes), ...list(authorities), ...sources]
  .flatMap((e) => [e.url, e.website, e.complaint?.url])
  .filter((u) => typeof u === 'string')
  .filter((u) => !options.only || u.includes(options.only));
if (urls.length === 0) fail(`No links to check under ${data}${options.only ? ` that contain "${options.only}"` : ''}.`);

const reports = await checkLinks(urls, { fetch, timeout, pause, now: () => performance.now(), sleep: (ms) => new Promise((r) => setTimeout(r, ms)) });
for (const r of reports) console.log([r.result.padEnd(10), r.status ?? '   ', r.url, r.to && `-> ${r.to}`, r.detail && `(${r.detail})`].filter(Boolean).join(' '));
console.log(LINK_RESULTS.map((k) => `${k}: ${reports.filter((r) => r.result === k).length}`).join(', '));
if (looksOffline(reports)) fail('Nothing answered at all: is there a network? No file was changed.');
if (!options['dry-run']) {
  const byUrl = new Map(reports.map((r) => [r.url, r]));
  const day = new Date().toISOString().slice(0, 10);
  for (const [path, field] of [
    [routes, 'url'],
    [authorities, 'website'],
  ] as const)
    if (existsSync(path)) {
      const before = readFileSync(path, 'utf8');
      const after = withResults(before, field, byUrl, day);
      if (!writtenAsMeant(before, after, field, byUrl, day)) fail(`${path} was not changed: a record in it is laid out in a way the results cannot be written into.`);
      if (after !== before) writeFileSync(path, after);
    }
}
process.exitCode = reports.some((r) => r.result === 'gone') ? 1 : 0;
