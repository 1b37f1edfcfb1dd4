import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address } from '../site.ts';
import { cite, restsOnOneSecondary, sourceLine } from './citations.ts';
import { buildDay, freshness, longDate, shortDate } from './dates.ts';
import { blocks, countWords, ownWords, proseFindings, sentences } from './prose.ts';
import { readingMinutes } from './reading.ts';
import { absolute, guidePath, imagePath, withBase, withoutBase } from './routes.ts';
import { cleanQuery, hitWords, pieces, plausible, readHighlight, shorten, withHighlight } from './search-text.ts';
import { jsonForScript } from './seo.ts';
import { toc } from './toc.ts';
import { CONTENT_SECURITY_POLICY } from './policy.ts';
import type { Claim, Source } from '../schema/data.ts';

test('dates are shown as far as they are known', () => {
  assert.equal(longDate('2025-05-27'), '27 May 2025');
  assert.equal(longDate('2025-05'), 'May 2025');
  assert.equal(longDate('2025'), '2025');
  assert.equal(shortDate('2024-09-03'), '3 Sep 2024');
});

test('a page is overdue from the day after its next check', () => {
  assert.equal(freshness('2027-02-22', '2027-02-22'), 'ok');
  assert.equal(freshness('2027-02-22', '2027-02-23'), 'overdue');
});

test('addresses join with any base path', () => {
  assert.equal(withBase('/', '/a/'), '/a/');
  assert.equal(withBase('/sub/', '/a/#b'), '/sub/a/#b');
  assert.equal(withoutBase('/sub/', '/sub/a/'), '/a/');
  assert.equal(withoutBase('/', '/a/'), '/a/');
  assert.equal(absolute('https://example.org', '/sub/', '/a/'), 'https://example.org/sub/a/');
  assert.equal(guidePath('object'), '/object/');
  assert.equal(guidePath('facebook'), '/object/facebook/');
  assert.equal(imagePath('/'), '/og/home.png');
  assert.equal(imagePath('/object/facebook/'), '/og/object--facebook.png');
});

test('the public address is one setting with a default', () => {
  assert.deepEqual(address(undefined), { site: 'http://localhost:4321', base: '/' });
  assert.deepEqual(address(' https://example.org/sub '), { site: 'https://example.org', base: '/sub/' });
  assert.throws(() => address('example.org'), /not a web address/);
  assert.throws(() => address('ftp://example.org/'), /must begin with http/);
});

test('the day of a build is that of SOURCE_DATE_EPOCH, else of the clock, in UTC', () => {
  const now = Date.parse('2026-11-25T23:30:00-02:00');
  assert.equal(buildDay(undefined, now), '2026-11-26');
  assert.equal(buildDay('', now), '2026-11-26');
  assert.equal(buildDay('1764028800', now), '2025-11-25');
  assert.throws(() => buildDay('yesterday', now), /SOURCE_DATE_EPOCH is not a number of seconds: "yesterday"/);
});

test('sentences split at ends, not at abbreviations or decimals', () => {
  assert.deepEqual(sentences('See Art. 21 GDPR. It costs 5.99 euros. Fine.'), ['See Art. 21 GDPR.', 'It costs 5.99 euros.', 'Fine.']);
  assert.deepEqual(sentences('The U.S. Senate met. “Quoted.” Then more.'), ['The U.S. Senate met.', '“Quoted.”', 'Then more.']);
  assert.deepEqual(sentences(''), []);
});

test('words are counted without tags, link targets and marks', () => {
  assert.equal(countWords('<Claim id="a b">Two words</Claim> and [a link](/x/) *here*.'), 6);
  assert.equal(countWords('EUR 200 million'), 3);
  assert.equal(countWords(''), 0);
});

test('quotations are left out, and keep their lines', () => {
  const text = 'a\n> quoted!\nb “soon!” c';
  assert.equal(ownWords(text).split('\n').length, 3);
  assert.deepEqual(proseFindings(text), []);
});

test('list items and headings are blocks of their own', () => {
  assert.deepEqual(
    blocks('## A b\n- one\n- two\n\ntext\nmore').map((b) => [b.kind, b.line]),
    [
      ['heading', 1],
      ['item', 2],
      ['item', 3],
      ['text', 5],
    ],
  );
});

test('reading time is whole minutes, at least one', () => {
  assert.equal(readingMinutes(0), 1);
  assert.equal(readingMinutes(238 * 5), 5);
});

const source = (id: string, kind: Source['kind'], read = true): Source => ({ id, publisher: id.toUpperCase(), title: 'T', kind, read, checked: '2026-11-23', published: '2025-05-21' });
const claim: Claim = {
  id: 'c',
  title: 'A claim of ours',
  text: 'Text that is long enough.',
  standing: 'confirmed',
  seen: '2026-11-23',
  next_check: '2027-01-01',
  sources: ['press', 'primary', 'unread'],
};
const byId = new Map([source('press', 'press'), source('primary', 'primary'), source('unread', 'primary', false)].map((s) => [s.id, s]));

test('the best source comes first: read, then primary', () => {
  const cited = cite(claim, byId);
  assert.deepEqual(
    cited.sources.map((s) => s.id),
    ['primary', 'press', 'unread'],
  );
  assert.equal(sourceLine(cited), 'PRIMARY, 21 May 2025, and 2 more');
});

test('our own reading is never shown as a source’s', () => {
  assert.equal(sourceLine(cite({ ...claim, basis: 'ours' }, byId)), 'Our reading, after PRIMARY');
  assert.equal(sourceLine(cite({ ...claim, basis: 'ours', sources: [] }, byId)), 'Our own reading');
});

test('a single source at second hand is noticed', () => {
  assert.equal(restsOnOneSecondary(cite({ ...claim, sources: ['press'] }, byId)), true);
  assert.equal(restsOnOneSecondary(cite({ ...claim, sources: ['primary'] }, byId)), false);
  assert.equal(restsOnOneSecondary(cite(claim, byId)), false);
});

test('queries are trimmed, folded and cut', () => {
  assert.equal(cleanQuery('  opt \n out  '), 'opt out');
  assert.equal(cleanQuery('x'.repeat(50_000)).length, 10_000);
  assert.equal(shorten('short'), 'short');
  assert.equal(shorten(`${'word '.repeat(30)}`), `${'word '.repeat(11)}word …`);
});

test('an excerpt is text: only hits are marked', () => {
  assert.deepEqual(pieces('a <mark>b</mark> &lt;script&gt; c'), [
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
    { text: ' <script> c', hit: false },
  ]);
  assert.deepEqual(hitWords('<mark>Photos,</mark> x <mark>photos</mark> <mark>object</mark>'), ['photos', 'object']);
});

test('a result that shares only a letter with the question does not count', () => {
  assert.equal(plausible('xqzvwk', '<mark>X</mark>, by default'), false);
  assert.equal(plausible('xqzvwk', '<mark>x</mark> <mark>xai</mark>'), false);
  assert.equal(plausible('photos of friends', 'a <mark>photo</mark>'), true);
  assert.equal(plausible('erase', '<mark>erasure</mark>'), true);
  assert.equal(plausible('é', '<mark>e</mark>'), true);
  assert.equal(plausible('anything', 'no hit in the text'), true);
});

test('words to highlight travel in the fragment and come back', () => {
  const url = withHighlight('/a/#b', ['photos', 'don’t', 'a&b']);
  assert.ok(url.startsWith('/a/#b&hl='), url);
  assert.deepEqual(readHighlight(url.slice(url.indexOf('#'))), { fragment: 'b', words: ['photos', 'don’t', 'a&b'] });
  assert.equal(withHighlight('/a/', []), '/a/');
  assert.deepEqual(readHighlight('#b'), { fragment: 'b', words: [] });
  assert.deepEqual(readHighlight('#b&hl=%E0%A4%A'), { fragment: 'b', words: [] });
});

test('JSON for a script cannot close it', () => assert.ok(!jsonForScript({ a: '</script><b>' }).includes('<')));

test('the contents list holds second-level headings without the footnotes label', () => {
  assert.deepEqual(
    toc([
      { depth: 1, slug: 'a', text: 'A' },
      { depth: 2, slug: 'b', text: 'B' },
      { depth: 3, slug: 'c', text: 'C' },
      { depth: 2, slug: 'footnote-label', text: 'F' },
    ]),
    [{ id: 'b', text: 'B' }],
  );
  assert.deepEqual(toc([]), []);
});

test('the policy allows nothing by default and no unsafe scripts', () => {
  assert.match(CONTENT_SECURITY_POLICY, /^default-src 'none'/);
  assert.doesNotMatch(CONTENT_SECURITY_POLICY, /unsafe-inline|'unsafe-eval'|https?:/);
});
