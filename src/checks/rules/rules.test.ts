import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CONTENT_SECURITY_POLICY, embedPolicy, THEME_BOOT } from '../../domain/policy.ts';
import type { Rule } from '../rule.ts';
import { englishSite, readPage, type Site } from '../site.ts';
import { claimsInBlocks } from './claims-in-blocks.ts';
import { archiveCredit } from './archive-credit.ts';
import { contentPolicy } from './content-policy.ts';
import { EMBED_LIMITS, embeds } from './embeds.ts';
import { fileTypes } from './file-types.ts';
import { headings } from './headings.ts';
import { idsUnique } from './ids-unique.ts';
import { imagesAlt } from './images-alt.ts';
import { joinedWords } from './joined-words.ts';
import { jsonLd } from './json-ld.ts';
import { linksResolve, ownAddresses } from './links-resolve.ts';
import { metadata } from './metadata.ts';
import { moves } from './moves.ts';
import { addresses, lost, published } from './published.ts';
import { stylesLinked } from './styles-linked.ts';
import { twoTaps } from './two-taps.ts';
import { htmlLimit, LIMITS, weight } from './weight.ts';

const dir = mkdtempSync(join(tmpdir(), 'rto-site-'));
after(() => rmSync(dir, { recursive: true }));

const html = (path: string, body: string, head = ''): string => `<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><meta name="viewport" content="x">
<script>${THEME_BOOT}</script><title>Title of ${path}</title><meta name="description" content="Description of ${path}">
<link rel="canonical" href="https://example.org${path}"><meta property="og:title" content="x"><meta property="og:description" content="x"><meta property="og:url" content="https://example.org${path}">
<meta property="og:image" content="https://example.org/og.png"><meta property="og:image:alt" content="x"><meta name="twitter:card" content="x"><meta name="twitter:image" content="https://example.org/og.png">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"x","url":"https://example.org${path}"}]}</script>${head}</head>
<body><a href="/object/">Object now</a><main><h1 id="t">Title</h1>${body}</main></body></html>`;
const GUIDES = '<a href="/object/facebook/">F</a>';

/** A sound site of three pages; a test replaces the body or head of /a/. */
function site(body = '<p>Text.</p>', head = '', base = '/'): Site {
  const page = (path: string, b: string, h = '') => readPage(html(path, b, h), `${path.slice(1)}index.html`, base);
  const pages = [page('/a/', body, head), page('/object/', GUIDES), page('/object/facebook/', '<h2 id="steps">Steps</h2>')];
  return englishSite({ dir, base, pages, forwards: [], files: new Set([...pages.map((p) => `/${p.file}`), '/og.png']) });
}
const ld = (node: object): string => `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] })}</script>`;
const rules: Rule[] = [linksResolve, idsUnique, headings, metadata, imagesAlt, contentPolicy, weight, jsonLd, twoTaps, joinedWords, claimsInBlocks, archiveCredit, embeds, fileTypes];

for (const rule of rules) test(`${rule.id}: a sound site passes`, () => assert.deepEqual(rule.run(site()), []));

const faults: [rule: Rule, name: string, planted: Site, what: RegExp][] = [
  [linksResolve, 'a link to no page', site('<a href="/b/">x</a>'), /\/b\/ leads nowhere/],
  [linksResolve, 'a link to a place that is not there', site('<a href="/object/facebook/#stpes">x</a>'), /names a place that is not on/],
  [linksResolve, 'a link to a place that is not on its own page', site('<a href="#nope">x</a>'), /names a place/],
  [linksResolve, 'a relative link that misses', site('<a href="../c/">x</a>'), /leads nowhere/],
  [linksResolve, 'a picture that is not there', site('<img src="/no.png" alt="x">'), /<img src> \/no.png leads nowhere/],
  [linksResolve, 'one picture of a set that is not there', site('<img src="/og.png" srcset="/og.png 1x, /big.png 2x" alt="x">'), /<img srcset> \/big.png leads nowhere/],
  [linksResolve, 'a picture without an address', site('<img src="" alt="x">'), /<img src> is empty/],
  [linksResolve, 'a script that is not there', site('', '<script src="/no.js"></script>'), /<script src> \/no.js leads nowhere/],
  [linksResolve, 'a style that is not there', site('', '<link rel="stylesheet" href="/no.css">'), /<link href> \/no.css leads nowhere/],
  [linksResolve, 'an alternate page that is not there', site('', '<link rel="alternate" hreflang="de" href="https://example.org/de/a/">'), /<link href> .*\/de\/a\/ leads nowhere/],
  [linksResolve, 'a preview image that is not there', site('', '<meta property="og:image" content="https://example.org/no.png">'), /<meta og:image> .*no.png leads nowhere/],
  [linksResolve, 'a form to no page', site('<form action="/nowhere/"></form>'), /<form action> \/nowhere\/ leads nowhere/],
  [linksResolve, 'a button to no page', site('<button formaction="/nowhere/">x</button>'), /<button formaction>/],
  [linksResolve, 'a quotation of no page', site('<blockquote cite="/nowhere/">x</blockquote>'), /<blockquote cite>/],
  [linksResolve, 'a video’s picture', site('<video poster="/no.jpg"></video>'), /<video poster>/],
  [linksResolve, 'a drawing’s part', site('<svg><use href="#no-part"></use></svg>'), /<use href> #no-part names a place/],
  [linksResolve, 'a page that sends on to nowhere', site('', '<meta http-equiv="refresh" content="0; url=/nowhere/">'), /<meta refresh> \/nowhere\/ leads nowhere/],
  [linksResolve, 'an address that is none', site('<a href="/object/#%E0%A4%A">x</a>'), /is no address/],
  [linksResolve, 'this site by its full address', site('<img src="https://example.org/no.png" alt="x">'), /https:\/\/example.org\/no.png leads nowhere/],
  [linksResolve, 'a label of nothing', site('<label for="nothing">x</label>'), /<label for> names "nothing"/],
  [linksResolve, 'a name of nothing', site('<section aria-labelledby="t nothing">x</section>'), /<section aria-labelledby> names "nothing"/],
  [linksResolve, 'a description of nothing', site('<input aria-describedby="nothing">'), /<input aria-describedby> names "nothing"/],
  [linksResolve, 'a button that controls nothing', site('<button aria-controls="nothing">x</button>'), /<button aria-controls> names "nothing"/],
  [linksResolve, 'a table cell under no heading', site('<table><td headers="nothing">x</td></table>'), /<td headers> names "nothing"/],
  [
    linksResolve,
    'a lost page in JSON-LD',
    site('', '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Article","url":"https://example.org/gone/"}]}</script>'),
    /JSON-LD https:\/\/example.org\/gone\/ leads nowhere/,
  ],
  [idsUnique, 'an id twice', site('<p id="x"></p><p id="x"></p>'), /"x" stands twice/],
  [headings, 'two main headings', site('<h1>B</h1>'), /2 main headings/],
  [headings, 'a skipped level', site('<h3>C</h3>'), /jumps from level 1 to 3/],
  [headings, 'an empty heading', site('<h2> </h2>'), /empty heading/],
  [imagesAlt, 'a picture without alt', site('<img src="/og.png">'), /has no alt/],
  [archiveCredit, 'a version of the archive without its makers', site('<a href="https://github.com/OpenTermsArchive/pga-versions/commit/abc">x</a>'), /without naming its makers/],
  [contentPolicy, 'a policy without Trusted Types', site('', `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`), /lets texts become script/],
  [contentPolicy, 'an inline script', site('', '<script>alert(1)</script>'), /inline script outside the policy/],
  [contentPolicy, 'an inline style element', site('', '<style>p{}</style>'), /inline <style>/],
  [contentPolicy, 'a style attribute', site('<p style="color:red">x</p>'), /1 style attributes/],
  [contentPolicy, 'an event attribute', site('<p onclick="x()">x</p>'), /onclick/],
  [contentPolicy, 'a script from another origin', site('', '<script src="https://cdn.example/x.js"></script>'), /another origin/],
  [jsonLd, 'data that is not JSON', site('', '<script type="application/ld+json">{</script>'), /not JSON/],
  [jsonLd, 'data without a type', site('', '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{}]}</script>'), /without context/],
  [jsonLd, 'data of a type that nobody described', site('', ld({ '@type': 'Recipe' })), /unknown type Recipe/],
  [jsonLd, 'data without what its type needs', site('', ld({ '@type': 'Dataset', name: 'Title' })), /a Dataset without license/],
  [
    jsonLd,
    'data inside data without what it needs',
    site('', ld({ '@type': 'WebPage', headline: 'x', url: 'https://example.org/', author: { '@type': 'Organization', name: 'x' } })),
    /a Organization without url/,
  ],
  [jsonLd, 'an address that is not full', site('', ld({ '@type': 'WebPage', headline: 'x', url: '/a/' })), /no full address: \/a\//],
  [
    jsonLd,
    'words that do not stand on the page',
    site('<p>Are they?</p>', ld({ '@type': 'Question', name: 'Are they not?', url: 'https://example.org/', acceptedAnswer: {} })),
    /does not stand on the page: "Are they not\?"/,
  ],
  [claimsInBlocks, 'a claim that lost its paragraph', site('<div class="annotated"><span class="claim">x</span></div>'), /outside any paragraph/],
  [joinedWords, 'a lost space', site('<p>It ended.<b>Then more</b></p>'), /run together/],
  [weight, 'a page over its weight', site(`<p>${Array.from({ length: 4000 }, (_, i) => createHash('sha1').update(String(i)).digest('hex')).join(' ')}</p>`), /HTML bytes/],
  [weight, 'too many requests', site('', [1, 2, 3, 4].map((i) => `<script src="/x${i}.js"></script>`).join('')), /requests to first view: 5/],
];
for (const [rule, name, planted, what] of faults)
  test(`${rule.id} stops: ${name}`, () => {
    const found = rule.run(planted);
    assert.ok(
      found.some((f) => what.test(f.what) && f.at === '/a/' && f.mend.length > 5),
      JSON.stringify(found),
    );
  });

test('metadata stops: no description, no preview image, another page’s canonical, a title used twice', () => {
  const s = site();
  const a = s.pages[0];
  assert.ok(a);
  a.meta.delete('description');
  a.meta.set('og:image', 'https://example.org/missing.png');
  a.canonical = 'https://example.org/b/';
  a.title = 'Title of /object/';
  const found = metadata
    .run(s)
    .map((f) => f.what)
    .join(' | ');
  assert.match(found, /no description/);
  assert.match(found, /missing.png does not exist/);
  assert.match(found, /is another page/);
  assert.match(found, /same title as/);
});

test('metadata stops: no language', () => {
  const s = site();
  if (s.pages[0]) s.pages[0].lang = '';
  assert.match(metadata.run(s)[0]?.what ?? '', /no usable lang/);
});

test('two-taps stops: a page without the way to object, and a guide the start page forgets', () => {
  const s = site();
  if (s.pages[0]) s.pages[0].links = [];
  if (s.pages[1]) s.pages[1].links = [];
  const found = twoTaps.run(s).map((f) => `${f.at} ${f.what}`);
  assert.deepEqual(found, ['/object/ does not link to /object/facebook/', '/a/ does not link to /object/']);
});

test('weight counts scripts with what they import, and styles', () => {
  writeFileSync(join(dir, 'main.js'), 'import"./part.js";x()');
  writeFileSync(join(dir, 'part.js'), Array.from({ length: 400 }, (_, i) => createHash('sha1').update(String(i)).digest('hex')).join());
  writeFileSync(join(dir, 'a.css'), Array.from({ length: 900 }, (_, i) => `.c${createHash('sha1').update(String(i)).digest('hex')}{}`).join(''));
  const s = site('', '<script src="/main.js"></script><link rel="stylesheet" href="/a.css">');
  for (const f of ['/main.js', '/part.js', '/a.css']) s.files.add(f);
  const found = weight
    .run(s)
    .map((f) => f.what)
    .join(' | ');
  assert.match(found, /script bytes/);
  assert.match(found, /CSS bytes/);
});

test('lists of everything have the larger limit', () => {
  assert.equal(htmlLimit('/glossary/'), LIMITS.index);
  assert.equal(htmlLimit('/sources/press/'), LIMITS.index);
  assert.equal(htmlLimit('/friend-photos/'), LIMITS.page);
  assert.equal(htmlLimit('/claims/a/'), LIMITS.page);
  assert.ok(htmlLimit('/book/') > LIMITS.index, 'everything on one page has a limit of its own');
});

test('links work under a base path, and one that leaves it is found', () => {
  const s = site('<a href="/sub/object/">x</a>', '', '/sub/');
  assert.deepEqual(
    linksResolve.run({
      ...s,
      pages: s.pages.slice(0, 1).map((p) => ({ ...p, jsonLd: [], links: [{ href: '/sub/a/', text: '' }], targets: [{ from: '<meta og:url>', to: 'https://example.org/sub/a/' }] })),
    }),
    [],
  );
  assert.match(
    linksResolve
      .run(s)
      .map((f) => f.what)
      .join(),
    /leads nowhere/,
  );
});

test('feeds, sitemaps, the manifest and robots.txt name what exists', () => {
  const lists: [file: string, text: string, what: RegExp][] = [
    ['feed.xml', '<item><link>https://example.org/a/</link><guid>https://example.org/gone/?x=1</guid></item>', /https:\/\/example.org\/gone\/\?x=1 leads nowhere/],
    ['sitemap-0.xml', '<url><loc>https://example.org/a/</loc></url><url><loc>https://example.org/b/</loc></url>', /example.org\/b\/ leads nowhere/],
    ['feed.json', '{"items":[{"url":"https://example.org/a/#t"},{"url":"https://example.org/a/#lost"}]}', /a\/#lost names a place/],
    ['manifest.webmanifest', '{"start_url":"/a/","icons":[{"src":"/og.png"},{"src":"/no-icon.png"}]}', /no-icon.png leads nowhere/],
    ['robots.txt', 'Sitemap: https://example.org/no-sitemap.xml\n', /no-sitemap.xml leads nowhere/],
  ];
  for (const [file, text, what] of lists) {
    writeFileSync(join(dir, file), text);
    const s = site();
    s.files.add(`/${file}`);
    const found = linksResolve.run(s);
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.equal(found[0]?.at, `/${file}`);
    assert.match(found[0]?.what ?? '', what);
  }
});

test('published stops: an address that is sent to nothing', () => {
  const root = join(dir, 'moved');
  mkdirSync(join(root, 'content/data'), { recursive: true });
  writeFileSync(join(root, 'content/data/published-addresses.txt'), '/gone/\n/a/#old\n');
  writeFileSync(join(root, 'content/data/redirects.yml'), '- {from: /gone/, to: /a/}\n- {from: /a/#old, to: /a/#new}\n');
  assert.deepEqual(
    published(root)
      .run(site())
      .map((f) => `${f.at} ${f.what}`),
    ['/a/#old it is sent to /a/#new, which is not there'],
  );
});

test('published addresses: a lost page or fragment is found, a redirect mends it', () => {
  const now = new Set(addresses(site()));
  assert.ok(now.has('/object/facebook/#steps'));
  assert.deepEqual(lost(['/a/', '/gone/', '/a/#gone'], now, new Set()), ['/gone/', '/a/#gone']);
  assert.deepEqual(lost(['/gone/', '/gone/#x', '/a/#gone'], now, new Set(['/gone/', '/a/#gone'])), []);
});

test('published stops: a list that is missing, and an address that is gone', () => {
  const root = join(dir, 'project');
  assert.match(published(root).run(site())[0]?.what ?? '', /list of published addresses is missing/);
  mkdirSync(join(root, 'content/data'), { recursive: true });
  writeFileSync(join(root, 'content/data/published-addresses.txt'), '/a/\n/gone/\n');
  assert.deepEqual(
    published(root)
      .run(site())
      .map((f) => f.at),
    ['/gone/'],
  );
});

/** A sound frame of the page /a/ beside a sound site. */
const EMBED = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${embedPolicy()}"><meta name="robots" content="noindex"><title>A</title>
<link rel="canonical" href="https://example.org/a/"></head><body><main><h1>A</h1><p><a href="https://other.example/" target="_top" rel="noopener noreferrer">Source</a> <a href="https://example.org/a/" target="_top" rel="noopener">More</a></p></main></body></html>`;
const framed = (html = EMBED): Site => {
  const s = site();
  return { ...s, pages: [...s.pages, readPage(html, 'embed/claim/a/index.html')] };
};

for (const rule of rules) test(`${rule.id}: a sound frame passes`, () => assert.deepEqual(rule.run(framed()), []));

const frameFaults: [name: string, html: string, what: RegExp][] = [
  ['the policy of whole pages', EMBED.replace(embedPolicy(), CONTENT_SECURITY_POLICY), /another policy/],
  ['a script', EMBED.replace('</main>', '<script src="/x.js"></script></main>'), /a script, frame, form or picture/],
  ['a picture', EMBED.replace('</main>', '<img src="/x.png" alt=""></main>'), /a script, frame, form or picture/],
  ['no language', EMBED.replace(' lang="en"', ''), /no language/],
  ['no title', EMBED.replace('<title>A</title>', ''), /no title/],
  ['search engines may list it', EMBED.replace('noindex', 'all'), /may list it/],
  ['in the search index', EMBED.replace('<main>', '<main data-pagefind-body>'), /search index/],
  ['a canonical address of no page', EMBED.replaceAll('https://example.org/a/', 'https://example.org/gone/'), /no page of the site/],
  ['itself as the canonical address', EMBED.replaceAll('https://example.org/a/', 'https://example.org/embed/claim/a/'), /no page of the site/],
  ['no link back', EMBED.replace('<a href="https://example.org/a/"', '<a href="https://example.org/object/"'), /no link back/],
  ['a link inside the frame', EMBED.replace('target="_top" rel="noopener">More', 'rel="noopener">More'), /opens inside the frame/],
  ['a link without noopener', EMBED.replace('rel="noopener">More', 'rel="x">More'), /lacks rel="noopener"/],
  ['a link that says where it comes from', EMBED.replace('noopener noreferrer', 'noopener'), /lacks rel="noreferrer"/],
  [
    'too much in it',
    EMBED.replace('</main>', `<p>${Array.from({ length: EMBED_LIMITS.claim / 10 }, (_, i) => createHash('sha1').update(String(i)).digest('hex')).join(' ')}</p></main>`),
    /the limit for a frame is/,
  ],
];
for (const [name, html, what] of frameFaults)
  test(`embeds stops: ${name}`, () => {
    const found = embeds.run(framed(html));
    assert.ok(
      found.some((f) => what.test(f.what) && f.at === '/embed/claim/a/' && f.mend.length > 5),
      JSON.stringify(found),
    );
  });

test('what frames need not have, whole pages still need', () => {
  const bare = (file: string): Site => ({ ...site(), pages: [...site().pages, readPage(EMBED, file)] });
  for (const rule of [metadata, twoTaps]) {
    assert.deepEqual(rule.run(bare('embed/claim/a/index.html')), [], rule.id);
    assert.notDeepEqual(rule.run(bare('b/index.html')), [], rule.id);
  }
});

test('moves: what redirects.yml says must lead somewhere', () => {
  const root = mkdtempSync(join(tmpdir(), 'rto-moves-'));
  mkdirSync(join(root, 'content/data'), { recursive: true });
  const file = join(root, 'content/data/redirects.yml');
  writeFileSync(file, '- {from: /old/, to: /a/#t}\n- {from: /a/#x, to: /a/#y}\n');
  assert.deepEqual(moves(root).run(site()), []);
  writeFileSync(file, '- {from: /old/, to: /b/}\n');
  assert.match(moves(root).run(site())[0]?.what ?? '', /\/old\/ leads to \/b\/, which is not there/);
  rmSync(root, { recursive: true });
});

test('file-types stops: a file of a kind no host is told about', () => {
  const found = fileTypes.run({ ...site(), files: new Set(['/a/index.html', '/x.qqq', '/_headers']) });
  assert.deepEqual(
    found.map((f) => f.at),
    ['/x.qqq'],
  );
});

test('styles-linked: a page of a tool without the tools’ stylesheet is told, by class', () => {
  const dir = mkdtempSync(join(tmpdir(), 'styles-'));
  mkdirSync(join(dir, '_astro'));
  writeFileSync(join(dir, '_astro/Base.a1.css'), '.page,.plan b{color:red}');
  writeFileSync(join(dir, '_astro/extra.b2.css'), '@media print{.sheet{margin:0}}.plan .first{color:red}');
  const site = (head: string, body: string): Site =>
    englishSite({
      dir,
      base: '/',
      files: new Set(['/_astro/Base.a1.css', '/_astro/extra.b2.css']),
      forwards: [],
      pages: [readPage(`<html><head>${head}</head><body>${body}</body></html>`, 'x/index.html')],
    });
  assert.match(stylesLinked.run(site('<link rel="stylesheet" href="/_astro/Base.a1.css">', '<p class="page sheet">x</p>'))[0]?.what ?? '', /uses \.sheet without/);
  assert.deepEqual(stylesLinked.run(site('<link rel="stylesheet" href="/_astro/extra.b2.css">', '<p class="sheet">x</p>')), []);
  assert.deepEqual(stylesLinked.run(site('<link rel="stylesheet" href="/_astro/Base.a1.css">', '<p class="page plan">x</p>')), []);
  rmSync(dir, { recursive: true });
});

test('links-resolve: an address over two lines of a calendar is read whole, and a full stop after one is not a part of it', () => {
  assert.deepEqual(ownAddresses('see https://example.org/a/; https://example.org/b/. (https://example.org/c/)', 'https://example.org'), [
    'https://example.org/a/',
    'https://example.org/b/',
    'https://example.org/c/',
  ]);
});
