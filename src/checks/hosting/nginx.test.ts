/** A real nginx with the configuration we hand out, serving the built site. Skipped, with its reason, where there is none. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { extension, headersFor, hostRules, HSTS, TYPES } from '../../domain/hosting.ts';
import type { Move } from '../../domain/moves.ts';
import { hostMoves } from '../../model/host-moves.ts';
import { CONTENT_SECURITY_POLICY } from '../../domain/policy.ts';
import { sample } from './sample.ts';
import { addressesIn } from '../../model/files.ts';
import { assemble } from '../../tools/hosting/assemble.ts';
import { findNginx, freePort, hasBrotli, run, serve, type Running } from '../../tools/hosting/nginx-server.ts';

const nginx = findNginx();
const skip = nginx ? false : 'no nginx here; on Debian: apt-get install nginx libnginx-mod-http-brotli-static';
const noBrotli = skip || (hasBrotli() ? false : 'nginx has no brotli module here; on Debian: apt-get install libnginx-mod-http-brotli-static');

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}
/** As it is sent: no redirect followed, nothing unpacked, the path not tidied. */
const ask = (port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((done, failed) => {
    const req = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (c: Buffer) => chunks.push(c));
      res.on('end', () => done({ status: res.statusCode ?? 0, headers: res.headers as Answer['headers'], body: Buffer.concat(chunks) }));
    });
    req.on('error', failed);
    req.end();
  });

const MOVES: Move[] = [
  { from: '/once-here/', to: '/about/' },
  { from: '/once-a-part/', to: '/glossary/#top' },
];
const SHORT = hostMoves('.').filter((m) => m.standing);
/** What other parts of the site, or an operator, put beside the pages. */
const PLANTED: Record<string, string> = {
  '.env': 'SECRET=1',
  '.git/config': 'secret',
  '.well-known/security.txt': 'Expires: never\n',
  'embed/claim/planted/index.html': '<!doctype html><meta charset="utf-8"><title>Planted</title><p>Framed</p>',
  'data/planted.json': '{"a":1}',
  'data/planted.cff': 'cff-version: 1.2.0\n',
  'planted.ics': 'BEGIN:VCALENDAR\n',
  'planted.wasm': '\0asm',
  'sw.js': '// planted',
  'empty-folder/nothing.txt': 'x',
};
function plant(www: string): void {
  for (const [name, text] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(www, name)), { recursive: true });
    writeFileSync(join(www, name), text);
  }
}

const SITE = skip ? 'dist' : sample();
after(() => SITE !== 'dist' && rmSync(SITE, { recursive: true }));

describe('nginx', { skip }, () => {
  let server: Running | undefined;
  const files = addressesIn(SITE);
  const rules = hostRules(files);
  const hashed = files.find((f) => /^\/_astro\/.*\.css$/.test(f)) ?? '';
  // The smallest scripts would not get smaller.
  const script = files.find((f) => /^\/_astro\/.*\.js$/.test(f) && statSync(`${SITE}${f}`).size > 2000) ?? '';
  before(async () => {
    server = await serve(nginx ?? '', SITE, { moves: [...MOVES, ...SHORT], plant });
  });
  after(() => server?.stop());
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => ask(server?.port ?? 0, path, headers, method);

  /** What is wrong with an answer’s headers, measured by the one source. */
  const wrong = (path: string, answer: Answer, https = false): string[] => {
    const { [HSTS[0]]: hsts, ...expected } = headersFor(path, rules);
    const wanted = Object.entries(expected).map(([name, value]) => [name.toLowerCase(), value] as const);
    const names = new Set([...rules.flatMap((r) => Object.keys(r.set)), ...wanted.map(([n]) => n)].map((n) => n.toLowerCase()));
    names.delete('content-type');
    const map = new Map([...wanted, [HSTS[0].toLowerCase(), https ? hsts : undefined] as const]);
    return [...names].filter((n) => answer.headers[n] !== map.get(n)).map((n) => `${path} ${answer.status} ${n}: ${answer.headers[n]}`);
  };

  test('every header on every class of answer: pages, files, 404, redirects, parts, unchanged', async () => {
    const found: string[] = [];
    const look = async (path: string, status: number, as = path, headers: Record<string, string> = {}) => {
      const answer = await get(path, headers);
      if (answer.status !== status) found.push(`${path} answered ${answer.status}, not ${status}`);
      found.push(...wrong(as, answer));
      return answer;
    };
    for (const path of [
      '/',
      '/about/',
      '/claims/',
      '/404-is-not-here/',
      hashed,
      script,
      '/og/home.png',
      '/changes/rss.xml',
      '/changes/feed.json',
      '/data/planted.json',
      '/embed/claim/planted/',
      '/sw.js',
      '/robots.txt',
      '/bg/',
      '/bg/og/home.png',
      '/favicon.svg',
      '/pagefind/pagefind.js',
      '/pagefind/pagefind-entry.json',
    ])
      await look(path, path.includes('404') ? 404 : 200, path);
    for (const f of files.filter((x) => /pf_(fragment|index|filter|meta)$/.test(x)).slice(0, 5)) await look(f, 200);
    await look('/about', 301);
    await look('/once-here/', 301);
    await look('/embed/claim/none/', 404, '/404.html');
    await look('/_astro/none.js', 404, '/404.html');
    await look('/og/home.png', 206, '/og/home.png', { Range: 'bytes=0-9' });
    const { headers } = await get('/about/');
    await look('/about/', 304, '/about/', { 'If-None-Match': headers['etag'] ?? '' });
    assert.deepEqual(found, []);
  });

  test('a header that is missing is seen', async () => {
    const answer = await get('/about/');
    delete answer.headers['referrer-policy'];
    assert.deepEqual(wrong('/about/', answer), ['/about/ 200 referrer-policy: undefined']);
  });

  test('the policy of the header is the one in the page', async () => {
    const { headers, body } = await get('/about/');
    const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body.toString())?.[1]?.replaceAll('&#39;', "'");
    assert.equal(inPage, CONTENT_SECURITY_POLICY);
    assert.equal(headers['content-security-policy'], `${inPage}; frame-ancestors 'none'`);
  });

  test('HSTS over https, or behind a proxy that ends it; never over http', async () => {
    assert.deepEqual(wrong('/about/', await get('/about/', { 'X-Forwarded-Proto': 'https' }), true), []);
    assert.equal((await get('/about/')).headers['strict-transport-security'], undefined);
  });

  test('nginx does not say which nginx it is', async () => {
    for (const path of ['/', '/none/', '/about']) assert.equal((await get(path)).headers['server'], 'nginx');
  });

  test('a folder without its slash leads there, and keeps the query', async () => {
    const answer = await get('/search?q=late');
    assert.equal(answer.status, 301);
    assert.equal(answer.headers['location'], '/search/?q=late');
  });

  test('moved addresses lead to where their page is, with and without slash, query and fragment kept', async () => {
    const to = async (path: string) => {
      const { status, headers } = await get(path);
      return `${status} ${headers['location']}`;
    };
    assert.equal(await to('/once-here/'), '301 /about/');
    assert.equal(await to('/once-here'), '301 /about/');
    assert.equal(await to('/once-here/?a=b'), '301 /about/?a=b');
    assert.equal(await to('/once-a-part/?a=b'), '301 /glossary/?a=b#top');
    assert.ok(SHORT.length > 800);
    for (const { from, to: page } of SHORT.filter((_, i) => i % 90 === 0)) {
      assert.equal(await to(from), `301 ${page}`);
      assert.equal(await to(from.slice(0, -1)), `301 ${page}`);
    }
  });

  test('what is not there: status 404 and the site’s own page, the page itself not at an address of its own', async () => {
    for (const path of ['/none/', '/none', '/about/none.png', '/404.html', '/404/', '/og/']) {
      const { status, body, headers } = await get(path);
      assert.equal(status, 404, path);
      assert.match(body.toString(), /This page is not here/, path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    }
  });

  test('hidden files, files for hosts, compressed siblings and ways out of the folder are refused', async () => {
    for (const path of [
      '/.env',
      '/.git/config',
      '/_headers',
      '/_redirects',
      '/.nojekyll',
      '/index.html.br',
      '/about/index.html.gz',
      '/../nginx.conf',
      '/about/../../nginx.conf',
      '/%2e%2e/nginx.conf',
      '/..%2fnginx.conf',
      '/about/%2e%2e/%2e%2e/site.conf',
      '/about/..;/x',
      '/.%00./x',
      '/\\..\\nginx.conf',
    ]) {
      const { status, body } = await get(path);
      assert.ok(status === 404 || status === 400, `${path} ${status}`);
      assert.doesNotMatch(body.toString(), /SECRET|worker_processes|add_header/, path);
    }
    assert.equal((await get('/.well-known/security.txt')).status, 200, 'but .well-known is there to be read');
    assert.equal((await get('/.well-known/none')).status, 404);
  });

  test('GET and HEAD are answered, nothing else', async () => {
    const head = await get('/about/', {}, 'HEAD');
    const full = await get('/about/');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers['content-length'], String(full.body.length));
    for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await get('/about/', {}, method)).status, 405, method);
  });

  test('every text comes compressed when asked, the same bytes inside, and says that it varies', async () => {
    const texts = ['/', '/about/', '/claims/', hashed, script, '/changes/rss.xml', '/changes/feed.json', '/manifest.webmanifest', '/sitemap-0.xml', '/pagefind/pagefind.js'];
    for (const path of texts) {
      const plain = await get(path);
      const gzip = await get(path, { 'Accept-Encoding': 'gzip' });
      assert.equal(gzip.headers['content-encoding'], 'gzip', path);
      assert.equal(gzip.headers['vary'], 'Accept-Encoding', path);
      assert.equal(gzip.headers['content-type'], plain.headers['content-type'], path);
      assert.ok(gunzipSync(gzip.body).equals(plain.body), path);
      assert.notEqual(gzip.headers['etag'], plain.headers['etag'], 'two forms, two marks');
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(plain.headers['vary'], 'Accept-Encoding', `${path} plain`);
      assert.equal((await get(path, { 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding'], undefined);
    }
  });

  test('brotli where the browser knows it, before gzip', { skip: noBrotli }, async () => {
    for (const path of ['/', '/claims/', hashed, script, '/changes/rss.xml']) {
      const plain = await get(path);
      const br = await get(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
      assert.equal(br.headers['content-encoding'], 'br', path);
      assert.equal(br.headers['vary'], 'Accept-Encoding', path);
      assert.equal(br.headers['content-type'], plain.headers['content-type'], path);
      assert.ok(brotliDecompressSync(br.body).equals(plain.body), path);
    }
  });

  test('pictures and the search index, compressed by themselves, are sent as they are', async () => {
    for (const path of ['/og/home.png', files.find((f) => f.endsWith('.pf_fragment')) ?? '', files.find((f) => f.endsWith('.woff2')) ?? '']) {
      const { status, headers, body } = await get(path, { 'Accept-Encoding': 'gzip, br' });
      assert.equal(status, 200, path);
      assert.equal(headers['content-encoding'], undefined, path);
      assert.equal(body.length, readFileSync(join(SITE, path)).length);
    }
  });

  test('every kind of file has its type, texts with their charset', async () => {
    const kinds = new Map([...files, ...Object.keys(PLANTED).map((f) => `/${f}`)].filter((f) => TYPES[extension(f)] && !/\/\.|\/404\.html$/.test(f)).map((f) => [extension(f), f]));
    for (const [end, path] of kinds) {
      const { headers } = await get(path);
      const { type = '', text = false } = TYPES[end] ?? {};
      const special = headersFor(path, rules)['Content-Type'];
      assert.equal(headers['content-type'], special ?? (text ? `${type}; charset=utf-8` : type), path);
    }
    for (const end of ['html', 'css', 'js', 'json', 'xml', 'svg', 'webmanifest', 'png', 'woff2', 'csv', 'ics', 'wasm', 'cff', 'txt', 'pf_index', 'pagefind']) assert.ok(kinds.has(end), end);
  });

  test('hashed files for a year, pages asked for again, and unchanged costs no body', async () => {
    assert.equal((await get(hashed)).headers['cache-control'], 'public, max-age=31536000, immutable');
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await get('/claims/', { 'Accept-Encoding': encoding });
      assert.match(first.headers['cache-control'] ?? '', /max-age=0, must-revalidate/);
      const again = await get('/claims/', { 'Accept-Encoding': encoding, 'If-None-Match': first.headers['etag'] ?? '' });
      assert.equal(again.status, 304, encoding);
      assert.equal(again.body.length, 0);
      assert.equal((await get('/claims/', { 'Accept-Encoding': encoding, 'If-Modified-Since': first.headers['last-modified'] ?? '' })).status, 304);
      assert.equal((await get('/claims/', { 'Accept-Encoding': encoding, 'If-None-Match': '"other"' })).status, 200);
    }
  });

  test('a part of a file can be asked for', async () => {
    const whole = readFileSync(`${SITE}/og/home.png`);
    const part = await get('/og/home.png', { Range: 'bytes=100-199' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 100-199/${whole.length}`);
    assert.ok(part.body.equals(whole.subarray(100, 200)));
    assert.equal((await get('/og/home.png', { Range: `bytes=${whole.length}-` })).status, 416);
    const { headers } = await get('/og/home.png');
    assert.equal(headers['accept-ranges'], 'bytes');
    assert.equal((await get('/og/home.png', { Range: 'bytes=0-9', 'If-Range': '"other"' })).status, 200, 'a part of another version is no part');
  });

  test('every page, file and folder of the site is answered', async () => {
    const lost: string[] = [];
    const sentOn = new Set(SHORT.map((m) => m.from));
    const paths = files.filter((f) => !/^\/(\.nojekyll|_headers|_redirects|404\.html)$/.test(f)).map((f) => f.replace(/index\.html$/, ''));
    const queue = [...paths];
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) if ((await get(path, {}, 'HEAD')).status !== (sentOn.has(path) ? 301 : 200)) lost.push(path);
      }),
    );
    assert.deepEqual(lost, []);
  });
});

/** A site of a few files, for what does not need the whole one. */
function smallSite(url: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'rto-small-'));
  const page = (title: string) => `<!doctype html><title>${title}</title><link rel="canonical" href="${url}"><p>${'Text. '.repeat(200)}</p>`;
  const files: Record<string, string> = {
    'index.html': page('Home'),
    'about/index.html': page('About'),
    '404.html': page('Not here'),
    '_astro/a.css': 'a{}',
    'changes/rss.xml': '<rss/>',
    _headers: 'x',
    _redirects: 'x',
    '.nojekyll': '',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

test('the same under a base path, and with nginx alone, without the brotli module', { skip }, async () => {
  const dist = smallSite('https://example.org/sub/');
  const server = await serve(nginx ?? '', dist, { moves: [{ from: '/old/', to: '/about/' }], nginx: { brotli: false } });
  try {
    const at = async (path: string, headers: Record<string, string> = {}) => ask(server.port, path, headers);
    assert.equal((await at('/sub/about/')).status, 200);
    assert.equal((await at('/sub/about')).headers['location'], '/sub/about/');
    assert.equal((await at('/sub/old')).headers['location'], '/sub/about/');
    assert.match((await at('/sub/none/')).body.toString(), /Not here/);
    const outside = await at('/about/');
    assert.equal(outside.status, 404);
    assert.match(outside.body.toString(), /Not here/);
    assert.match((await at('/sub/_astro/a.css')).headers['cache-control'] ?? '', /immutable/);
    assert.equal((await at('/sub/changes/rss.xml')).headers['content-type'], 'application/rss+xml; charset=utf-8');
    assert.equal((await at('/sub/about/', { 'Accept-Encoding': 'br, gzip' })).headers['content-encoding'], 'gzip');
    assert.equal((await at('/sub/_headers')).status, 404);
  } finally {
    await server.stop();
    rmSync(dist, { recursive: true });
  }
});

test('the container’s own nginx.conf runs, with its folder and port changed for this machine', { skip: noBrotli }, async () => {
  const dist = smallSite('https://example.org/');
  const out = mkdtempSync(join(tmpdir(), 'rto-container-'));
  try {
    await assemble('container', dist, out, []);
    const port = await freePort();
    const conf = join(out, 'nginx.conf');
    const given = readFileSync(conf, 'utf8');
    mkdirSync(join(out, 'temp'));
    const here = given
      .replaceAll(' /tmp/', ` ${join(out, 'temp')}/`)
      .replace('root /srv/www;', `root ${join(out, 'www')};`)
      .replace('listen 8080;', `listen 127.0.0.1:${port};`);
    assert.notEqual(here, given);
    writeFileSync(conf, `${process.getuid?.() === 0 ? 'user root;\n' : ''}${here}`);
    const server = await run(nginx ?? '', conf, out, port);
    const answer = await ask(port, '/about/', { 'Accept-Encoding': 'br' });
    await server.stop();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.match(answer.headers['content-security-policy'] ?? '', /frame-ancestors 'none'/);
    assert.match(readFileSync(join(out, 'Dockerfile'), 'utf8'), /^FROM debian:bookworm-slim$/m);
  } finally {
    rmSync(dist, { recursive: true });
    rmSync(out, { recursive: true });
  }
});

test('a configuration that nginx refuses is reported in nginx’s words', { skip }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rto-broken-'));
  writeFileSync(join(dir, 'nginx.conf'), 'events {} http { serve {} }');
  await assert.rejects(run(nginx ?? '', join(dir, 'nginx.conf'), dir, await freePort()), /unknown directive "serve"/);
  rmSync(dir, { recursive: true });
});
