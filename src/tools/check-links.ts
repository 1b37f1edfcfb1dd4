/**
 * npm run check:links -- [--sources] [--dry-run] [--only text] [--timeout ms] [--pause ms] [--root folder]
 * Asks every outside link of the register whether it still answers, prints what it found and writes the day and the
 * result back. `--sources` adds the sources' links. Exit code: 0 all answer, 1 a link is gone, 2 nothing could be checked.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { checkLinks, LINK_RESULTS, looksOffline } from '../domain/link-check.ts';
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
  url?: string;
  website?: string;
  complaint?: { url: string };
}
const data = join(options.root, 'content/data');
const list = (path: string): Entry[] => (existsSync(path) ? ((parse(readFileSync(path, 'utf8')) ?? []) as Entry[]) : []);
const routes = join(data, 'routes.yml');
const authorities = join(data, 'authorities.yml');
const folder = join(data, 'sources');
const sources = options.sources && existsSync(folder) ? readdirSync(folder).flatMap((f) => list(join(folder, f))) : [];
const urls = [...list(routes), ...list(authorities), ...sources]
  .flatMap((e) => [e.url, e.website, e.complaint?.url])
  .filter((u) => u !== undefined)
  .filter((u) => !options.only || u.includes(options.only));
if (urls.length === 0) fail(`No links to check under ${data}${options.only ? ` that contain "${options.only}"` : ''}.`);

const reports = await checkLinks(urls, { fetch, timeout, pause, sleep: (ms) => new Promise((r) => setTimeout(r, ms)) });
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
      if (after !== before) writeFileSync(path, after);
    }
}
process.exitCode = reports.some((r) => r.result === 'gone') ? 1 : 0;
