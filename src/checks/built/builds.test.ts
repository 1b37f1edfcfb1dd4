/**
 * Whole builds: a planted fault stops one and leaves the last site as it was, as do a kill and a full disk; another
 * address builds clean; the same text on another day's clock, elsewhere and in another language makes the same bytes.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { languages } from '../../model/languages.ts';
import { copyOf } from '../../tools/editions.ts';
import { checkSite } from '../run.ts';
import { englishPages } from '../english.ts';

const root = process.cwd();
const made: string[] = [];
after(() => made.forEach((d) => rmSync(d, { recursive: true, force: true })));

/** A copy of the project. A build of every language is dear: most tests need English only. */
function copy(keep: readonly string[] = []): string {
  const dir = copyOf(root);
  made.push(dir);
  for (const { code } of languages(root)) if (code !== 'en' && !keep.includes(code)) rmSync(join(dir, 'content', code), { recursive: true });
  return dir;
}
const BUILD = [join('src', 'tools', 'build.ts')];
const QUIET = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
async function build(dir: string, env: Record<string, string> = {}): Promise<{ status: number | null; log: string }> {
  const child = spawn(process.execPath, BUILD, { cwd: dir, env: { ...QUIET, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, log };
}
/** A site that was built before: small, so that a change is seen at once. */
function lastGood(dir: string): () => void {
  mkdirSync(join(dir, 'dist/about'), { recursive: true });
  writeFileSync(join(dir, 'dist/index.html'), 'the last good page');
  writeFileSync(join(dir, 'dist/about/index.html'), 'about');
  const before = hashes(join(dir, 'dist'));
  return () => assert.deepEqual(hashes(join(dir, 'dist')), before, 'dist/ changed');
}
/** Each file under a folder with the hash of its bytes. */
function hashes(folder: string, at = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(folder, at), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((e) => {
        const path = join(at, e.name);
        return e.isDirectory()
          ? Object.entries(hashes(folder, path))
          : [
              [
                path,
                createHash('sha256')
                  .update(readFileSync(join(folder, path)))
                  .digest('hex'),
              ],
            ];
      }),
  ) as Record<string, string>;
}

// Each is a process with one main thread: two at a time fill two processors.
describe('whole builds', { concurrency: 2 }, () => {
  test('an unknown claim stops the build with file, line and remedy', async () => {
    const dir = copy();
    const file = join(dir, 'content/en/articles/myths.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n<Claim id="eu-2025-05-27-strat">It began.</Claim>\n`);
    const { status, log } = await build(dir);
    assert.notEqual(status, 0);
    assert.match(log, new RegExp(`content/en/articles/myths\\.mdx:${text.split('\n').length + 1} {2}unknown claim "eu-2025-05-27-strat"`));
    assert.match(log, /did you mean "eu-2025-05-27-start"\?/);
  });

  test('a link to a fragment that is not there, and a lost address, stop the build and leave the last one', async () => {
    const dir = copy();
    const unchanged = lastGood(dir);
    const file = join(dir, 'content/en/articles/myths.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nRead [the record](/policy-record/#no-such-heading).\n`);
    const list = join(dir, 'content/data/published-addresses.txt');
    writeFileSync(list, `${readFileSync(list, 'utf8')}/once-published/\n`);
    const { status, log } = await build(dir);
    assert.notEqual(status, 0);
    assert.match(log, /no-such-heading names a place that is not on \/policy-record\//);
    assert.match(log, /\/once-published\/ {2}a published address is gone/);
    assert.match(log, /dist\/ is the last good one, unchanged/);
    unchanged();
    assert.equal(existsSync(join(dir, 'dist.new')), false, 'what was half made is gone');
  });

  test('a build that is killed leaves the last one; the next build clears up, and makes the same bytes as the one before', async () => {
    // English and a language of letters; each page names all the others.
    const codes = ['en', 'bg'];
    const dir = copy(languages(root).map((l) => l.code));
    const unchanged = lastGood(dir);
    // A group of its own, so that the build inside the build dies too, as when a machine loses power.
    const child = spawn(process.execPath, BUILD, { cwd: dir, detached: true, stdio: 'ignore', env: QUIET });
    const ended = new Promise((done) => child.on('exit', done));
    const started = (): boolean => existsSync(join(dir, 'dist.new')) && readdirSync(join(dir, 'dist.new')).some((f) => f === 'about' || f === '404.html');
    while (!started() && child.exitCode === null) await new Promise((done) => setTimeout(done, 50));
    assert.equal(child.exitCode, null, 'the build ended before it could be killed');
    process.kill(-(child.pid as number), 'SIGKILL');
    await ended;
    unchanged();
    assert.ok(started(), 'it was killed in the middle');
    writeFileSync(join(dir, 'dist.new/left-over.html'), 'x');

    // Another folder, language and time zone; the day of the build that npm test has just made.
    const made = Math.floor(statSync(join(root, 'dist/index.html')).mtimeMs / 1000);
    const { status, log } = await build(dir, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: String(made), EDITIONS: codes.join() });
    assert.equal(status, 0, log.slice(-3000));
    for (const f of ['dist.new', 'dist.old', 'dist/left-over.html']) assert.equal(existsSync(join(dir, f)), false, f);
    const others = languages(root).flatMap((l) => (codes.includes(l.code) ? [] : [`${l.code}/`]));
    const first = Object.fromEntries(Object.entries(hashes(join(root, 'dist'))).filter(([f]) => !others.some((o) => f.startsWith(o))));
    const second = hashes(join(dir, 'dist'));
    assert.ok(Object.keys(first).length > 500);
    const differ = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter((f) => first[f] !== second[f]);
    assert.deepEqual(differ, [], 'files that differ between two builds');
  });

  test('a full disk stops the build and leaves the last one', async () => {
    const dir = copy();
    const unchanged = lastGood(dir);
    // After 100 pages each write fails, as the system lets it fail when nothing fits any more.
    const full = join(dir, 'full-disk.mjs');
    writeFileSync(
      full,
      `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const write = fs.promises.writeFile; let pages = 0;
    fs.promises.writeFile = (path, ...rest) => String(path).endsWith('.html') && ++pages > 100
      ? Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })) : write(path, ...rest);
    syncBuiltinESMExports();`,
    );
    const { status, log } = await build(dir, { NODE_OPTIONS: `--import=${full}` });
    assert.notEqual(status, 0);
    assert.match(log, /ENOSPC: no space left/);
    unchanged();
    assert.equal(existsSync(join(dir, 'dist.new')), false, 'what was half made takes no space');
  });

  test('the same project builds clean for a sub-path and another day, with a page at an address that moved and what hosts read; what is past its next check is a warning and a banner, and stops nothing', async () => {
    const dir = copy(['bg']);
    const moved = join(dir, 'content/data/redirects.yml');
    writeFileSync(moved, `${readFileSync(moved, 'utf8')}\n- {from: /once/here/, to: /about/}\n`);
    const { status, log } = await build(dir, { SITE_URL: 'https://example.org/sub/', SOURCE_DATE_EPOCH: String(Date.parse('2027-06-01') / 1000) });
    assert.equal(status, 0, log.slice(-3000));
    const home = readFileSync(join(dir, 'dist/index.html'), 'utf8');
    assert.match(home, /<link rel="alternate" hreflang="bg" href="https:\/\/example\.org\/sub\/bg\/"/);
    assert.match(readFileSync(join(dir, 'dist/bg/index.html'), 'utf8'), /<html lang="bg"[\s\S]*<link rel="canonical" href="https:\/\/example\.org\/sub\/bg\/"/);
    assert.match(home, /<link rel="canonical" href="https:\/\/example\.org\/sub\/"/);
    assert.match(home, /href="\/sub\/object\/"/);
    assert.doesNotMatch(home, /(?:href|src)="\/(?!sub\/)/);
    const once = readFileSync(join(dir, 'dist/once/here/index.html'), 'utf8');
    assert.match(once, /url=\/sub\/about\/"/);
    assert.match(once, /rel="canonical" href="https:\/\/example\.org\/sub\/about\/"/);
    const copied = readFileSync(join(dir, 'dist/offline/files.json'), 'utf8');
    assert.ok(copied.includes('"/once/here/":"/about/"'), 'the kept copy knows the move');
    assert.ok(!copied.includes('"/sub/'), 'addresses without the base path');
    assert.match(readFileSync(join(dir, 'dist/_redirects'), 'utf8'), /^\/sub\/once\/here \/sub\/about\/ 301$/m);
    assert.match(readFileSync(join(dir, 'dist/_headers'), 'utf8'), /^\/sub\/embed\/\*$/m);
    assert.ok(existsSync(join(dir, 'dist/.nojekyll')));
    assert.ok(!readFileSync(join(dir, 'dist/sitemap-0.xml'), 'utf8').includes('/once/here/'));
    assert.deepEqual(
      checkSite(englishPages(join(dir, 'dist'), '/sub/', dir), dir).filter((p) => p.severity === 'error' && p.file.includes('/once/here/')),
      [],
      'the page that leads on is no page to judge',
    );
    const loud = log.split('\n').filter((line) => /\[(WARN|ERROR)\]/.test(line));
    assert.deepEqual(
      loud.filter((line) => !/ was due for a check on /.test(line)),
      [],
      'the log is quiet but for what is due',
    );
    assert.match(log, /content\/data\/routes\.yml:\d+ {2}route "facebook-ai-form" was due for a check on 2027-02-21/);
    const page = (path: string) => readFileSync(join(dir, 'dist', path, 'index.html'), 'utf8').replace(/\s+/g, ' ');
    assert.match(page('object/facebook'), /class="overdue">\s*Our check of this route was due on 21 Feb 2027/);
    assert.match(page('routes'), /class="overdue">\s*\d+ of \d+ routes are due for a check/);
    assert.match(page('countries/de'), /class="overdue">\s*This page was due for a check on 21 Feb 2027/);
  });

  test('an address that is none stops the build in words', async () => {
    const { status, log } = await build(copy(), { SITE_URL: 'example.org' });
    assert.notEqual(status, 0);
    assert.match(log, /SITE_URL is not a web address: "example\.org"/);
  });
});
