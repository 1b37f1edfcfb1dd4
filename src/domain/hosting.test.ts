import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersFile, hostFileProblems, LIMITS, movedPage, redirectsFile } from './host-files.ts';
import { extension, headersFor, hostRules, matches, PERMISSIONS_POLICY, type HeaderRule } from './hosting.ts';
import { moveProblems, pageMoves, type Move } from './moves.ts';
import { dockerfile, nginxMain, nginxSite } from './nginx.ts';
import { CONTENT_SECURITY_POLICY } from './policy.ts';

const FILES = ['/index.html', '/changes/rss.xml', '/timeline/feed.json', '/opensearch.xml', '/data/claims.json', '/policy-record/policy-history.csv'];
const rules = hostRules(FILES);
const at = (path: string) => headersFor(path, rules);

test('a page: all headers, framed by nobody, checked again each time', () => {
  const h = at('/about/');
  assert.ok(h['Content-Security-Policy']?.startsWith(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`));
  assert.equal(h['Cache-Control'], 'public, max-age=0, must-revalidate');
  assert.equal(h['X-Frame-Options'], 'DENY');
  assert.equal(h['Referrer-Policy'], 'no-referrer');
  assert.equal(h['X-Content-Type-Options'], 'nosniff');
  assert.equal(h['Cross-Origin-Opener-Policy'], 'same-origin');
  assert.equal(h['Cross-Origin-Resource-Policy'], 'same-origin');
  assert.match(h['Strict-Transport-Security'] ?? '', /^max-age=\d{8,}$/);
  assert.equal(h['Access-Control-Allow-Origin'], undefined);
});

test('each class of path has what is its own', () => {
  assert.match(at('/_astro/a.B1.css')['Cache-Control'] ?? '', /immutable/);
  assert.match(at('/pagefind/fragment/en_1.pf_fragment')['Cache-Control'] ?? '', /immutable/);
  assert.doesNotMatch(at('/pagefind/pagefind.js')['Cache-Control'] ?? '', /immutable/, 'a name without a hash');
  assert.match(at('/search-index/parts/1a2b/t0.json')['Cache-Control'] ?? '', /immutable/);
  assert.doesNotMatch(at('/search-index/en.json')['Cache-Control'] ?? '', /immutable/, 'it names the parts');
  assert.equal(at('/sw.js')['Cache-Control'], 'no-cache');
  assert.equal(at('/og/home.png')['Cross-Origin-Resource-Policy'], 'cross-origin');
  assert.equal(at('/data/claims.json')['Access-Control-Allow-Origin'], '*');
  assert.equal(at('/policy-record/policy-history.csv')['Access-Control-Allow-Origin'], '*');
  assert.match(at('/changes/rss.xml')['Content-Type'] ?? '', /^application\/rss\+xml/);
  assert.match(at('/timeline/feed.json')['Content-Type'] ?? '', /^application\/feed\+json/);
  assert.match(at('/opensearch.xml')['Content-Type'] ?? '', /opensearchdescription/);
  const embed = at('/embed/claim/x/');
  assert.match(embed['Content-Security-Policy'] ?? '', /frame-ancestors \*$/);
  assert.doesNotMatch(embed['Content-Security-Policy'] ?? '', /script-src/);
  assert.equal(embed['X-Frame-Options'], undefined);
});

test('a path has the first rule and at most one more', () => {
  const patterns = rules.slice(1).flatMap((r) => r.paths);
  const overlaps = patterns.flatMap((p, i) => patterns.slice(i + 1).filter((q) => matches(p, q.replace('*', 'x')) || matches(q, p.replace('*', 'x'))));
  assert.deepEqual(overlaps, []);
});

test('what holds below the root holds below each language, in one rule for all of them', () => {
  const many = hostRules([...FILES, '/sw.js', '/de/index.html', '/de/sw.js', '/fr/sw.js', '/de/changes/rss.xml', '/bg/index.html']);
  const twin = (path: string) => [headersFor(path, many), headersFor(`/de${path}`, many), headersFor(`/bg${path}`, many)];
  for (const path of ['/about/', '/_astro/a.B1.css', '/sw.js', '/og/home.png', '/changes/rss.xml', '/embed/claim/x/', '/data/claims.json']) {
    const [english, german, bulgarian] = twin(path);
    assert.deepEqual(german, english, path);
    assert.deepEqual(bulgarian, english, path);
  }
  assert.ok(!many.flatMap((r) => r.paths).some((p) => p.startsWith('/de/')), 'no rule names a language');
  assert.equal(headersFor('/object/og/x.png', many)['Cross-Origin-Resource-Policy'], 'same-origin', 'a folder of two letters alone is a language');
});

test('permissions: a dictionary of tokens, each named once, all off but what the share bar uses', () => {
  const entries = PERMISSIONS_POLICY.split(', ');
  // Structured Fields (RFC 9651): a key is lower case, a member an inner list.
  for (const e of entries) assert.match(e, /^[a-z][a-z0-9-]*=\((self)?\)$/);
  assert.equal(new Set(entries.map((e) => e.split('=')[0])).size, entries.length);
  assert.deepEqual(
    entries.filter((e) => e.endsWith('(self)')),
    ['clipboard-write=(self)', 'web-share=(self)'],
  );
  for (const f of ['camera', 'microphone', 'geolocation', 'usb', 'payment', 'browsing-topics']) assert.ok(entries.includes(`${f}=()`), f);
});

/** Reads `_headers` as Cloudflare does: rules in order, `! Name` removes, an equal name is joined with a comma. */
function asCloudflare(text: string, path: string): Record<string, string> {
  const out: Record<string, string> = {};
  let on = false;
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) on = matches(line, path);
    else if (!on) continue;
    else if (line.startsWith('! ')) Reflect.deleteProperty(out, line.slice(2));
    else {
      const [name = '', ...rest] = line.split(':');
      const value = rest.join(':').trim();
      out[name] = name in out ? `${out[name]}, ${value}` : value;
    }
  }
  return out;
}
/** As Netlify’s own parser does: lines without a colon are skipped, the last rule wins. */
const asNetlify = (text: string, path: string): Record<string, string> =>
  Object.assign(
    {},
    ...text
      .split(/\n(?=\/)/)
      .slice(1)
      .map((block) => block.split('\n'))
      .filter(([p = '']) => matches(p.trim(), path))
      .map(([, ...lines]) => Object.fromEntries(lines.filter((l) => l.includes(':')).map((l) => [l.slice(0, l.indexOf(':')).trim(), l.slice(l.indexOf(':') + 1).trim()]))),
  ) as Record<string, string>;

const PATHS = ['/', '/about/', '/_astro/a.css', '/sw.js', '/og/home.png', '/data/claims.json', '/changes/rss.xml', '/opensearch.xml', '/embed/figure/x/', '/no-such-page/'];
for (const base of ['/', '/sub/'])
  test(`_headers gives each path what it needs, read by Cloudflare’s rules and by Netlify’s, under ${base}`, () => {
    const text = headersFile(base, rules);
    for (const path of PATHS) {
      const asked = base.replace(/\/$/, '') + path;
      assert.deepEqual(asCloudflare(text, asked), at(path), asked);
      const netlify = asNetlify(text, asked);
      // Netlify cannot take a header away. A browser that knows frame-ancestors does not look at X-Frame-Options.
      if (path.startsWith('/embed/')) delete netlify['X-Frame-Options'];
      assert.deepEqual(netlify, at(path), asked);
    }
    assert.deepEqual(hostFileProblems(text, redirectsFile([], base)), []);
  });

test('_redirects: both spellings, under the base path, with the fragment; forced for Netlify', () => {
  const moves: Move[] = [{ from: '/old/', to: '/new/#part' }];
  assert.match(redirectsFile(moves, '/'), /^\/old\/ \/new\/#part 301\n\/old \/new\/#part 301$/m);
  assert.match(redirectsFile(moves, '/sub/'), /^\/sub\/old\/ \/sub\/new\/#part 301$/m);
  assert.match(redirectsFile(moves, '/', true), /^\/old \/new\/#part 301!$/m);
});

test('moves that have a page give way when the limit is reached; the others never do', () => {
  const standing = Array.from({ length: LIMITS.redirects }, (_, i): Move => ({ from: `/s/${i}/`, to: '/about/', standing: true }));
  const text = redirectsFile([...standing, { from: '/old/', to: '/new/' }], '/');
  assert.equal(text.split('\n').filter((l) => l.startsWith('/')).length, LIMITS.redirects);
  assert.ok(text.includes('\n/old/ /new/ 301\n'));
  assert.deepEqual(hostFileProblems('', text), []);
});

test('what a host would ignore is named', () => {
  const many = Array.from({ length: LIMITS.headerRules + 1 }, (_, i) => `/${i}\n  A: b`).join('\n');
  assert.match(hostFileProblems(many, '').join(), /101 rules, the limit is 100/);
  assert.match(hostFileProblems('/*.js\n  A: b', '').join(), /wildcard must end the path/);
  assert.match(hostFileProblems(`/*\n  A: ${'x'.repeat(2000)}`, '').join(), /a line of 200\d characters/);
  const moves = Array.from({ length: 1001 }, (_, i): Move => ({ from: `/${i}/`, to: '/' }));
  assert.match(hostFileProblems('', redirectsFile(moves, '/')).join(), /2002 lines/);
  assert.match(hostFileProblems('', redirectsFile([{ from: `/${'x'.repeat(1000)}/`, to: '/' }], '/')).join(), /_redirects: a line of/);
});

test('moves that lead astray are found, each with a remedy', () => {
  const ids = new Map([
    ['/a/', new Set(['part'])],
    ['/b/', new Set<string>()],
  ]);
  const files = new Set(['/feed.xml']);
  const problems = (moves: Move[]) => moveProblems(moves, ids, files).map((p) => `${p.from} ${p.what}`);
  assert.deepEqual(
    problems([
      { from: '/old/', to: '/a/#part' },
      { from: '/old.xml', to: '/feed.xml' },
      { from: '/b/', to: '/a/', standing: true },
    ]),
    [],
  );
  assert.match(problems([{ from: '/a/', to: '/b/' }]).join(), /a page still stands there/);
  assert.match(problems([{ from: '/old/', to: '/c/' }]).join(), /\/c\/, which is not there/);
  assert.match(problems([{ from: '/old/', to: '/a/#prat' }]).join(), /#prat, which is not on \/a\//);
  assert.match(
    problems([
      { from: '/x/', to: '/y/' },
      { from: '/y/', to: '/a/' },
    ]).join(),
    /\/y\/, which has moved too/,
  );
  assert.match(
    problems([
      { from: '/x/', to: '/a/' },
      { from: '/x/', to: '/b/' },
    ]).join(),
    /moves twice/,
  );
  assert.match(problems([{ from: '/x y/', to: '/a/' }]).join(), /a character/);
  assert.deepEqual(
    pageMoves([
      { from: '/a/#x', to: '/a/#y' },
      { from: '/o/', to: '/a/' },
    ]),
    [{ from: '/o/', to: '/a/' }],
  );
});

test('the page at a moved address leads on without script and stays out of engines', () => {
  const html = movedPage('/new/#x', '/sub/', 'https://example.org/sub/new/#x');
  assert.match(html, /http-equiv="refresh" content="0; url=\/sub\/new\/#x"/);
  assert.match(html, /<a href="\/sub\/new\/#x">/);
  assert.match(html, /name="robots" content="noindex"/);
  assert.match(html, /default-src 'none'/);
});

test('nginx: maps instead of headers in locations, moves keep the query before the fragment', () => {
  const options = { base: '/sub/', rules, root: '/srv/www', listen: ['80'], serverName: 'example.org', brotli: false };
  const site = nginxSite({ ...options, moves: [{ from: '/old/', to: '/new/#part' }] });
  assert.match(site, /location = \/sub\/old { return 301 "\/sub\/new\/\$is_args\$args#part"; }/);
  assert.match(site, /~\^\/sub\/embed\/ ".*frame-ancestors \*";/);
  assert.match(site, /^ {2}# brotli_static on;/m);
  assert.equal(site.match(/location[^}]*add_header/), null);
  assert.match(nginxSite({ ...options, moves: [], brotli: true }), /^ {2}brotli_static on;/m);
  assert.throws(() => nginxSite({ ...options, moves: [], rules: [{ id: 'x', paths: ['/*'], set: { A: 'b"c' } } satisfies HeaderRule] }), /cannot stand in nginx/);
  const main = nginxMain(site, { modules: ['/m.so'], temp: '/tmp/x' });
  assert.match(main, /^load_module \/m\.so;$/m);
  assert.match(dockerfile(), /USER www-data/);
});

test('a language of letters alone, which keeps no copy, has the rules too', () => {
  const one = hostRules([...FILES, '/og/home.png', '/bg/index.html', '/bg/og/home.png']);
  assert.equal(headersFor('/bg/_astro/a.B1.css', one)['Cache-Control'], headersFor('/_astro/a.B1.css', one)['Cache-Control']);
  assert.equal(headersFor('/bg/og/home.png', one)['Cross-Origin-Resource-Policy'], 'cross-origin');
});

test('nginx: one expression for the folders of all languages', () => {
  const text = nginxSite({
    base: '/',
    moves: [],
    rules: hostRules([...FILES, '/sw.js', '/de/index.html', '/de/sw.js', '/de/changes/rss.xml']),
    root: '/srv',
    listen: ['80'],
    serverName: '_',
    brotli: false,
  });
  assert.match(text, /~\^\/\[a-z\]\[a-z\]\/sw\\\.js\$/);
  assert.ok(!text.includes(':lang'));
});

test('the end of a name', () => {
  assert.deepEqual(['/a/b.tar.gz', '/a.b/c', '/.env', '/x.css'].map(extension), ['gz', '', '', 'css']);
});
