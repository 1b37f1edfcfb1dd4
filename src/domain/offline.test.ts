import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostRules } from './hosting.ts';
import { addressOf, find, hashes, headersOf, isFixed, isKept, isOwn, kB, readLatest, readManifest, sentOn, sitePath, versionText, work, writeManifest, type Manifest } from './offline.ts';

const hash = (c: string): string => c.repeat(64);
const list: Manifest = {
  version: hash('f'),
  built: '2026-11-27',
  files: [
    { path: '/', hash: hash('1'), bytes: 100, sent: 40 },
    { path: '/about/', hash: hash('2'), bytes: 100, sent: 40 },
    { path: '/_astro/a.css', hash: hash('3'), bytes: 50, sent: 20 },
    { path: '/icon.png', hash: hash('4'), bytes: 10, sent: 10 },
  ],
  packs: [
    { path: '/offline/pack-1.txt', sent: 60, count: 3 },
    { path: '/offline/pack-2.bin', sent: 10, count: 1 },
  ],
  moves: { '/old/': '/about/#x', '/gone.json': '/icon.png' },
  types: { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', png: 'image/png' },
  headers: { 'X-Content-Type-Options': 'nosniff' },
};

test('kept: pages, scripts, the search index, holidays; not: pictures for other sites, host files, downloads, the book', () => {
  for (const f of [
    '/index.html',
    '/about/index.html',
    '/plan/eu-eea/index.html',
    '/_astro/x.js',
    '/pagefind/pagefind.js',
    '/pagefind/pagefind-worker.js',
    '/pagefind/pagefind-entry.json',
    '/pagefind/fragment/en_1.pf_fragment',
    '/pagefind/wasm.en.pagefind',
    '/holidays/de.json',
    '/manifest.webmanifest',
    '/offline/index.html',
    '/offline/missing/index.html',
    '/data/index.html',
    '/sources/index.html',
  ])
    assert.ok(isKept(f), f);
  for (const f of [
    '/og/home.png',
    '/embed/x/index.html',
    '/book/index.html',
    '/404.html',
    '/sw.js',
    '/_headers',
    '/_redirects',
    '/.nojekyll',
    '/robots.txt',
    '/sitemap-0.xml',
    '/llms.txt',
    '/.well-known/security.txt',
    '/offline/files.json',
    '/offline/right-to-object.zip',
    '/offline/pack-1.txt',
    '/data/claims.json',
    '/pagefind/pagefind-ui.js',
    '/pagefind/pagefind-component-ui.css',
  ])
    assert.ok(!isKept(f), f);
});

test('an address inside the site, under any base path', () => {
  assert.equal(sitePath('/about/', '/'), '/about/');
  assert.equal(sitePath('/sub/about/', '/sub/'), '/about/');
  assert.equal(sitePath('/sub', '/sub/'), '/');
  assert.equal(sitePath('/subway/', '/sub/'), undefined);
  assert.equal(sitePath('/other/', '/sub/'), undefined);
  assert.equal(sitePath('/caf%C3%A9/', '/'), '/café/');
  assert.equal(sitePath('/%ff/', '/'), '/%ff/');
});

test('what answers an address: each spelling a host knows, moves, nothing', () => {
  const at = (path: string) => find(path, list);
  for (const path of ['/about/', '/about', '/about/index.html']) assert.deepEqual(at(path), { as: 'file', file: list.files[1] }, path);
  assert.deepEqual(at('/index.html'), { as: 'file', file: list.files[0] });
  for (const path of ['/old/', '/old', '/old/index.html']) assert.deepEqual(at(path), { as: 'moved', to: '/about/#x' }, path);
  assert.deepEqual(at('/gone.json'), { as: 'moved', to: '/icon.png' });
  for (const path of ['/abou/', '/about/x', '/constructor', '/__proto__/']) assert.deepEqual(at(path), { as: 'missing' }, path);
});

test('the address of a file; names that change with the content; what the worker leaves alone', () => {
  assert.equal(addressOf('/index.html'), '/');
  assert.equal(addressOf('/about/index.html'), '/about/');
  assert.equal(addressOf('/a/x.json'), '/a/x.json');
  assert.ok(isFixed('/_astro/a.css') && isFixed('/pagefind/fragment/x.pf_fragment'));
  for (const path of hostRules([]).find((r) => r.id === 'hashed')?.paths ?? []) assert.ok(isFixed(path.replace('*', 'x')), `hosts may keep ${path} for ever, so the copy may too`);
  assert.ok(!isFixed('/pagefind/pagefind-entry.json') && !isFixed('/search-index/en.json') && !isFixed('/about/'));
  for (const path of ['/offline/version.json', '/offline/pack-1.txt', '/sw.js']) assert.ok(isOwn(path), path);
  for (const path of ['/offline/', '/offline/missing/', '/about/']) assert.ok(!isOwn(path), path);
});

test('a page that only sends on is a move', () => {
  const page = (to: string) => `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${to}"><p>x</p>`;
  assert.equal(sentOn(page('/sub/about/#x'), '/sub/'), '/about/#x');
  assert.equal(sentOn(page('/about/'), '/'), '/about/');
  assert.equal(sentOn(page('https://example.com/'), '/'), undefined);
  assert.equal(sentOn('<p>refresh</p>', '/'), undefined);
});

test('a kept file is answered with its type and the headers of hosts', () => {
  assert.deepEqual(headersOf('/about/', list), { 'X-Content-Type-Options': 'nosniff', 'Content-Type': 'text/html; charset=utf-8' });
  assert.equal(headersOf('/icon.png', list)['Content-Type'], 'image/png');
  assert.equal(headersOf('/x.unknown', list)['Content-Type'], 'application/octet-stream');
});

test('a first copy takes the packs; an update only what changed, each file alone or in its pack, whichever is less', () => {
  assert.deepEqual(
    work(list, new Set()).packs.map((p) => [p.pack.path, p.files.length]),
    [
      ['/offline/pack-1.txt', 3],
      ['/offline/pack-2.bin', 1],
    ],
  );
  assert.equal(work(list, new Set()).sent, 70);
  const one = work(list, new Set([hash('1'), hash('3'), hash('4')]));
  assert.deepEqual([one.packs.length, one.files.map((f) => f.path), one.sent], [0, ['/about/'], 40]);
  const most = work(list, new Set([hash('3'), hash('4')]));
  assert.deepEqual([most.packs.map((p) => p.pack.path), most.files, most.sent], [['/offline/pack-1.txt'], [], 60]);
  assert.deepEqual(work(list, hashes(list)), { packs: [], files: [], sent: 0 });
});

test('a list survives its journey; anything else is not taken for one', () => {
  const sent = JSON.parse(writeManifest(list)) as Record<string, unknown>;
  assert.deepEqual(readManifest(sent), list);
  const files = sent['files'] as unknown[][];
  for (const [what, bad] of Object.entries({
    nothing: undefined,
    text: 'x',
    'no files': { ...sent, files: undefined },
    'a file without hash': { ...sent, files: [['/', 'x', 1, 1], ...files.slice(1)] },
    'an address of another site': { ...sent, files: [['https://example.com/', hash('1'), 1, 1], ...files.slice(1)] },
    'a negative size': { ...sent, files: [['/', hash('1'), -1, 1], ...files.slice(1)] },
    'packs that hold fewer files': { ...sent, packs: [{ path: '/offline/pack-1.txt', sent: 1, count: 3 }] },
    'a pack elsewhere': { ...sent, packs: [{ path: '/x', sent: 1, count: 4 }] },
    'moves that are no words': { ...sent, moves: { '/a/': 1 } },
  }))
    assert.equal(readManifest(bad), undefined, what);
  assert.deepEqual(readLatest({ version: 'a', built: '2026-11-27', more: 1 }), { version: 'a', built: '2026-11-27' });
  assert.equal(readLatest('<!doctype html>'), undefined);
});

test('the version follows files and moves, not the day nor the size on the way', () => {
  const text = versionText(list);
  assert.equal(versionText({ ...list, built: '2027-01-01', files: list.files.map((f) => ({ ...f, sent: 1 })) } as Manifest), text);
  assert.notEqual(versionText({ ...list, files: list.files.slice(1) }), text);
  assert.notEqual(versionText({ ...list, moves: {} }), text);
});

test('sizes in words', () => {
  assert.equal(kB(1), '1 kB');
  assert.equal(kB(1_234_001), '1,235 kB');
});
