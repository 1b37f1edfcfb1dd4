import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { checkLink, checkLinks, looksOffline, USER_AGENT, type LinkOptions } from '../domain/link-check.ts';
import { withResults } from './link-file.ts';

let server: Server;
let base: string;
let asked: string[] = [];
let paused: number[] = [];
let clock = 0;
const options: LinkOptions = {
  fetch,
  timeout: 300,
  pause: 1000,
  now: () => clock,
  // No real waiting: what counts is that a pause was asked for.
  sleep: (ms) => {
    paused.push(ms);
    clock += ms;
    return Promise.resolve();
  },
};

before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(`${request.method} ${path}`);
    if (request.headers['user-agent'] !== USER_AGENT) return void response.writeHead(418).end();
    const hop = /^\/hop\/(\d+)$/.exec(path);
    if (path === '/ok') response.writeHead(200).end('fine');
    else if (path === '/no-head') response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
    else if (path === '/moved') response.writeHead(301, { location: '/ok' }).end();
    else if (hop) response.writeHead(302, { location: `/hop/${Number(hop[1]) + 1}` }).end();
    else if (path === '/circle') response.writeHead(302, { location: '/circle' }).end();
    else if (path === '/away') response.writeHead(302, { location: 'javascript:alert(1)' }).end();
    else if (path === '/gone') response.writeHead(404).end();
    else if (path === '/login') response.writeHead(403).end();
    else if (path === '/broken') response.writeHead(500).end();
    else if (path === '/no-location') response.writeHead(304).end();
    else if (path === '/bad-location') response.writeHead(302, { location: 'http://[' }).end();
    else if (path === '/to-reset') response.writeHead(302, { location: '/reset' }).end();
    else if (path === '/reset' || (path === '/head-reset' && request.method === 'HEAD')) request.socket.destroy();
    else if (path === '/head-reset' || (path === '/head-hang' && request.method === 'GET')) response.writeHead(200).end();
    else if (path !== '/hang' && path !== '/head-hang') response.writeHead(410).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  paused = [];
  clock = 0;
});

for (const [path, result, status] of [
  ['/ok', 'ok', 200],
  ['/no-head', 'ok', 200],
  ['/moved', 'redirected', 200],
  ['/hop/1', 'error', 302],
  ['/circle', 'error', 302],
  ['/away', 'error', 302],
  ['/bad-location', 'error', 302],
  ['/to-reset', 'error', 302],
  ['/no-location', 'error', 304],
  ['/head-reset', 'ok', 200],
  ['/head-hang', 'ok', 200],
  ['/gone', 'gone', 404],
  ['/deleted', 'gone', 410],
  ['/login', 'blocked', 403],
  ['/broken', 'error', 500],
  ['/reset', 'error', undefined],
  ['/hang', 'timeout', undefined],
] as const)
  test(`${path} is "${result}"`, async () => {
    const report = await checkLink(base + path, options);
    assert.equal(report.result, result, JSON.stringify(report));
    assert.equal(report.status, status);
  });

test('HEAD first, GET only where HEAD is refused, and never more than five redirects', async () => {
  await checkLink(`${base}/ok`, options);
  await checkLink(`${base}/no-head`, options);
  assert.deepEqual(asked, ['HEAD /ok', 'HEAD /no-head', 'GET /no-head']);
  asked = [];
  await checkLink(`${base}/hop/1`, options);
  assert.equal(asked.length, 6);
});

test('each address once, with a pause between two of one host', async () => {
  const reports = await checkLinks([`${base}/ok`, `${base}/ok`, `${base}/deleted`], options);
  assert.deepEqual(
    reports.map((r) => r.result),
    ['ok', 'gone'],
  );
  assert.deepEqual(asked, ['HEAD /ok', 'HEAD /deleted']);
  assert.deepEqual(paused, [1000]);
});

test('redirects from two hosts to a third, itself on the list, take turns there', async () => {
  const starts: Record<string, number[]> = {};
  const wait: { until: number; go: () => void }[] = [];
  const end = 'http://c.example/';
  const reports = checkLinks(['http://a.example/', 'http://b.example/', end], {
    ...options,
    fetch: (url) => {
      (starts[String(url)] ??= []).push(clock);
      return Promise.resolve(url === end ? new Response(null) : new Response(null, { status: 302, headers: { location: end } }));
    },
    sleep: (ms) => new Promise((go) => wait.push({ until: clock + ms, go })),
  });
  // Time moves only when everyone waits.
  let done = false;
  void reports.then(() => (done = true));
  while (!done) {
    await new Promise((r) => setImmediate(r));
    wait.sort((a, b) => a.until - b.until);
    const first = wait.shift();
    if (first) clock = first.until;
    first?.go();
  }
  assert.deepEqual(starts[end], [0, 1000, 2000]);
  assert.deepEqual(
    (await reports).map((r) => r.result),
    ['redirected', 'redirected', 'ok'],
  );
});

test('a HEAD that reached no server is not tried again, and a wait that ended early is a time-out', async () => {
  for (const [code, result] of [
    ['ENOTFOUND', 'error'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ] as const) {
    let tries = 0;
    const report = await checkLink('https://a.example/', {
      ...options,
      fetch: () => {
        tries += 1;
        return Promise.reject(new TypeError('fetch failed', { cause: { code } }));
      },
    });
    assert.deepEqual([report.result, report.detail, tries], [result, code, 1]);
  }
});

test('text that is no web address is an error of its own and stops nothing else', async () => {
  const reports = await checkLinks(['http://[', 'mailto:a@b.example', `${base}/ok`], options);
  assert.deepEqual(
    reports.map((r) => r.result),
    ['error', 'error', 'ok'],
  );
});

test('no answer from anywhere reads as no network', () => {
  assert.ok(looksOffline([{ url: 'https://a.example/', result: 'error', detail: 'ENOTFOUND' }]));
  assert.ok(!looksOffline([{ url: 'https://a.example/', result: 'gone', status: 404 }]));
  assert.ok(!looksOffline([]));
});

const FILE = (url: string) => `# A comment that stays
- id: form
  title: "The form"   # and this one
  url: ${url}/ok
  asks: [a,   b]
- id: other
  url: ${url}/gone
  link_checked: {date: 2026-01-01, result: ok}
  note: >-
    folded
    text
- id: no-url
`;

test('the result is written back, and every other line stays as it was', () => {
  const before = FILE('https://a.example');
  const reports = new Map([
    ['https://a.example/ok', { url: 'https://a.example/ok', result: 'ok' as const }],
    ['https://a.example/gone', { url: 'https://a.example/gone', result: 'gone' as const }],
  ]);
  const after = withResults(before, ['url'], reports, '2026-11-24');
  const plain = (text: string) => text.split('\n').filter((l) => !l.includes('link_checked'));
  assert.deepEqual(plain(after), plain(before));
  assert.deepEqual(
    after.split('\n').filter((l) => l.includes('link_checked')),
    ['  link_checked: {date: 2026-11-24, result: ok}', '  link_checked: {date: 2026-11-24, result: gone}'],
  );
  assert.equal(withResults(after, ['url'], reports, '2026-11-24'), after, 'a second run changes nothing');
});

test('the result for a complaint form stands beside it, and the website keeps its own', () => {
  const before = `- id: dpa\n  website: https://a.example/ok\n  complaint:\n    url: https://a.example/gone\n    shows: form\n  languages: [English]\n`;
  const reports = new Map([
    ['https://a.example/ok', { url: 'https://a.example/ok', result: 'ok' as const }],
    ['https://a.example/gone', { url: 'https://a.example/gone', result: 'gone' as const }],
  ]);
  const after = withResults(withResults(before, ['website'], reports, '2026-11-24'), ['complaint', 'url'], reports, '2026-11-24');
  assert.deepEqual(after.split('\n').slice(1, 6), [
    '  website: https://a.example/ok',
    '  link_checked: {date: 2026-11-24, result: ok}',
    '  complaint:',
    '    url: https://a.example/gone',
    '    link_checked: {date: 2026-11-24, result: gone}',
  ]);
  assert.equal(withResults(after, ['complaint', 'url'], reports, '2026-11-24'), after);
});

function run(root: string, ...more: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'check-links.ts'), '--root', root, '--pause', '0', '--timeout', '300', ...more]);
  let out = '';
  child.stdout.on('data', (d: Buffer) => (out += d.toString()));
  child.stderr.on('data', (d: Buffer) => (out += d.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, out })));
}

test('the command: prints, writes, and leaves the files alone on a dry run or without a network', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rto-links-'));
  mkdirSync(join(root, 'content/data'), { recursive: true });
  const path = join(root, 'content/data/routes.yml');
  writeFileSync(path, FILE(base));
  const dry = await run(root, '--dry-run');
  assert.equal(dry.code, 1, dry.out);
  assert.match(dry.out, /gone {7}404 http.*\/gone\n/);
  assert.match(dry.out, /ok: 1, .*gone: 1/);
  assert.equal(readFileSync(path, 'utf8'), FILE(base));
  const source = join(root, 'content/data/sources/press.yml');
  mkdirSync(join(root, 'content/data/sources'));
  writeFileSync(source, `- id: paper\n  url: ${base}/ok\n`);
  const authority = join(root, 'content/data/authorities.yml');
  writeFileSync(authority, `- id: dpa\n  website: ${base}/ok\n  complaint:\n    url: ${base}/gone\n    shows: form\n`);
  await run(root, '--register');
  assert.doesNotMatch(readFileSync(source, 'utf8'), /link_checked/, 'the register only');
  await run(root);
  assert.match(readFileSync(path, 'utf8'), /result: gone/);
  assert.match(readFileSync(source, 'utf8'), /link_checked: \{date: \d{4}-\d\d-\d\d, result: ok\}/, 'every outside link, so sources too');
  assert.match(readFileSync(authority, 'utf8'), /\/ok\n {2}link_checked: \{[^}]*ok\}\n {2}complaint:\n[^\n]*\/gone\n {4}link_checked: \{[^}]*gone\}/);
  rmSync(source);
  rmSync(authority);
  const dead = FILE('http://127.0.0.1:1');
  writeFileSync(path, dead);
  const offline = await run(root);
  assert.equal(offline.code, 2);
  assert.match(offline.out, /is there a network\? No file was changed/);
  assert.equal(readFileSync(path, 'utf8'), dead);
  assert.equal((await run(root, '--what')).code, 2);
  assert.equal((await run(root, '--only', 'nothing-like-this')).code, 2);
  assert.equal((await run(root, '--timeout', 'soon')).code, 2);
  writeFileSync(path, '- id: [broken\n');
  assert.equal((await run(root)).code, 2);
  writeFileSync(path, `  - id: a\n    url: ${base}/ok\n    n: 1\n`);
  assert.equal((await run(root)).code, 0);
  assert.match(readFileSync(path, 'utf8'), /\/ok\n {4}link_checked: [^\n]*\n {4}n: 1\n/, 'an indented list keeps its indent');
  // Laid out so that a line put in after the address would break the record.
  for (const odd of [`- id: a\n  url: >-\n    ${base}/ok\n`, `- {id: a, url: ${base}/ok}\n`]) {
    writeFileSync(path, odd);
    const refused = await run(root);
    assert.equal(refused.code, 2, refused.out);
    assert.match(refused.out, /was not changed/);
    assert.equal(readFileSync(path, 'utf8'), odd);
  }
  rmSync(root, { recursive: true });
});
