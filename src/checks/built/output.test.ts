/** What the finished site offers to machines: feeds, sitemap, manifest, cards. Runs over dist/. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { parseDocument } from 'htmlparser2';
import { findAll, textContent } from 'domutils';
import { checkSite } from '../run.ts';
import { wholePages } from '../site.ts';
import { englishPages } from '../english.ts';

const site = englishPages();
const read = (path: string): string => readFileSync(`dist${path}`, 'utf8');
const xml = (path: string) => parseDocument(read(path), { xmlMode: true });

test('every rule holds on every page', () => assert.deepEqual(checkSite(site, process.cwd()), []));

test('the steps to object are one link away from every page, in its header', () => {
  const without = wholePages(site).filter((p) => !/<header[\s\S]*?href="\/object\/"[\s\S]*?<\/header>/.test(read(p.path === '/404/' ? '/404.html' : `${p.path}index.html`)));
  assert.deepEqual(
    without.map((p) => p.path),
    [],
  );
});

test('the pages that must exist do', () => {
  const paths = new Set(site.pages.map((p) => p.path));
  for (const path of [
    '/',
    '/policy-change/',
    '/dark-patterns/',
    '/friend-photos/',
    '/eu-rights/',
    '/legitimate-interest/',
    '/metas-email/',
    '/cost-of-free/',
    '/object/',
    '/object/facebook/',
    '/object/instagram/',
    '/object/threads/',
    '/object/whatsapp/',
    '/object/no-account/',
    '/object/outside-europe/',
    '/after-objecting/',
    '/myths/',
    '/timeline/',
    '/questions/',
    '/glossary/',
    '/sources/',
    '/search/',
    '/changes/',
    '/about/',
    '/about/the-first-article/',
    '/privacy/',
    '/accessibility/',
  ])
    assert.ok(paths.has(path), path);
  // All EU and EEA states, the United Kingdom, Switzerland, Brazil, the United States and California apart.
  const states = 'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se is li no gb ch br us us-ca eu-eea rest-of-world';
  for (const code of states.split(' ')) assert.ok(paths.has(`/countries/${code}/`), `/countries/${code}/`);
  assert.ok([...paths].filter((p) => /^\/questions\/./.test(p)).length >= 40);
  assert.ok([...paths].filter((p) => /^\/claims\/./.test(p)).length >= 100);
});

test('the RSS feed is a feed with full addresses', () => {
  const doc = xml('/changes/rss.xml');
  const items = findAll((e) => e.name === 'item', doc.children);
  assert.ok(items.length > 0);
  for (const i of items) {
    assert.match(textContent(findAll((e) => e.name === 'link', i.children)), /^https?:\/\//);
    assert.ok(!Number.isNaN(Date.parse(textContent(findAll((e) => e.name === 'pubDate', i.children)))));
  }
});

test('the JSON feed has what version 1.1 asks for', () => {
  const feed = JSON.parse(read('/changes/feed.json')) as { version: string; title: string; items: { id: string; url: string; content_text: string; date_published: string }[] };
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.ok(feed.title && feed.items.length > 0);
  for (const i of feed.items) assert.ok(i.id && /^https?:/.test(i.url) && i.content_text && !Number.isNaN(Date.parse(i.date_published)));
});

test('the sitemap lists each page once, and none that asks not to be listed', () => {
  const index = findAll((e) => e.name === 'loc', xml('/sitemap-index.xml').children).map((l) => new URL(textContent(l)).pathname);
  const listed = index.flatMap((f) => findAll((e) => e.name === 'loc', xml(f).children).map((l) => new URL(textContent(l)).pathname)).sort();
  assert.deepEqual(
    listed,
    site.pages
      .filter((p) => !/noindex/.test(p.robots))
      .map((p) => p.path)
      .sort(),
  );
});

test('the manifest’s icons and the robots file’s sitemap exist', () => {
  const manifest = JSON.parse(read('/manifest.webmanifest')) as { name: string; icons: { src: string }[] };
  assert.ok(manifest.name);
  for (const i of manifest.icons) assert.ok(existsSync(`dist${i.src}`), i.src);
  assert.match(read('/robots.txt'), /Sitemap: https?:\/\/.+\/sitemap-index\.xml/);
});

test('each preview card is a PNG of 1200 by 630 under 100 kB', () => {
  for (const p of wholePages(site)) {
    const file = `dist${new URL(p.meta.get('og:image') ?? '').pathname}`;
    const data = readFileSync(file);
    assert.deepEqual([data.readUInt32BE(16), data.readUInt32BE(20)], [1200, 630], file);
    assert.ok(statSync(file).size < 100_000, `${file} ${statSync(file).size}`);
  }
});

test('each page says when it was published and its breadcrumbs say the same as its data', () => {
  for (const p of wholePages(site).filter((x) => x.path !== '/' && x.path !== '/404/')) {
    const data = JSON.parse(p.jsonLd[0] ?? '{}') as { '@graph': { '@type': string; itemListElement?: { name: string }[] }[] };
    const names = data['@graph'].find((g) => g['@type'] === 'BreadcrumbList')?.itemListElement?.map((i) => i.name);
    const crumbs = findAll((e) => e.attribs['class'] === 'crumbs', parseDocument(p.html).children)[0];
    assert.deepEqual(
      findAll((e) => e.name === 'li', crumbs?.children ?? []).map((l) => textContent(l).trim()),
      names,
      p.path,
    );
  }
});

test('25,000 words of prose, in articles, guides, questions, terms and events', () => {
  const words = wholePages(site)
    .filter((p) => !/^\/(claims|sources|search|404)\//.test(p.path))
    .reduce((n, p) => {
      const prose = findAll((e) => e.attribs['class'] === 'prose', parseDocument(p.html).children);
      const skip = findAll((e) => /^(notes|source-list|ref|anchor)$/.test(e.attribs['class'] ?? ''), prose).reduce((s, e) => s + textContent(e).split(/\s+/).length, 0);
      return n + textContent(prose).split(/\s+/).length - skip;
    }, 0);
  assert.ok(words >= 25_000, `${words} words`);
});

test('the policy record: charts with words, a row for each version, the archive named wherever its data stands', () => {
  const data = JSON.parse(readFileSync(join(site.dir, 'policy-record/policy-history.json'), 'utf8')) as {
    licence: string;
    attribution: string;
    items: { licence: string; versions: { commit: string; words: number; partial: boolean }[] }[];
  };
  const versions = data.items.flatMap((s) => s.versions);
  const page = site.pages.find((p) => p.path === '/policy-record/');
  const dom = parseDocument(page?.html ?? '').children;
  const charts = findAll((e) => e.name === 'svg' && e.attribs['role'] === 'img' && e.attribs['class'] !== 'qr', dom);
  assert.equal(charts.length, 10, 'five figures, each drawn for a page and for a phone');
  for (const c of charts) {
    const named = (c.attribs['aria-labelledby'] ?? '').split(' ');
    const words = findAll((e) => named.includes(e.attribs['id'] ?? ''), dom);
    assert.deepEqual(
      words.map((w) => w.name),
      ['title', 'desc'],
    );
    assert.ok(words.every((w) => textContent(w).length > 30));
  }
  const linked = new Set(page?.links.map((l) => l.href));
  for (const v of versions) assert.ok(linked.has(`https://github.com/OpenTermsArchive/pga-versions/commit/${v.commit}`), v.commit);
  assert.equal(data.licence, 'https://opendatacommons.org/licenses/by/1-0/');
  assert.match(data.attribution, /^Katzenbach/);
  const text = readFileSync(join(site.dir, 'policy-record/policy-history.csv'), 'utf8');
  assert.ok(text.endsWith('\r\n') && !/[^\r]\n/.test(text), 'lines end as RFC 4180 says');
  const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  assert.deepEqual(
    rows.map((r) => [r['commit'], r['words'], r['partial'], r['licence']]),
    versions.map((v) => [v.commit, String(v.words), String(v.partial), 'ODC-By 1.0']),
  );
  for (const p of site.pages.filter((x) => x.path.startsWith('/policy-record/'))) assert.ok(p.html.includes('Katzenbach') && p.html.includes('ODC-By'), p.path);
});
