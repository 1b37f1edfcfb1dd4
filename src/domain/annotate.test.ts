import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate, type Context } from './annotate.ts';
import type { Cited } from './citations.ts';

const cited = (id: string): Cited => ({
  claim: { id, title: `Title ${id}`, text: 'Text that is long enough.', standing: 'disputed', seen: '2026-11-23', next_check: '2027-01-01', sources: ['s'] },
  sources: [{ id: 's', publisher: 'The DPC', title: 'T', kind: 'primary', read: true, checked: '2026-11-23', published: '2025-05-21' }],
});
const context: Context = { href: (path) => path, claims: new Map(['a', 'b', 'c'].map((id) => [id, cited(id)])) };
const run = (html: string, c: Partial<Context> = {}) => annotate(html, { ...context, ...c });
const order = (html: string, ...parts: string[]) => {
  const at = parts.map((p) => html.indexOf(p));
  assert.ok(!at.includes(-1), `missing ${parts[at.indexOf(-1)]} in ${html}`);
  assert.deepEqual(
    [...at].sort((x, y) => x - y),
    at,
    `wrong order in ${html}`,
  );
};

test('a claim gets a number behind it and a note after its paragraph', () => {
  const { html, cited: list } = run('<p>One <span class="claim" data-claim="a">said</span> so. Two.</p><p>Next</p>');
  order(html, 'id="c-a"', 'said</span><a class="ref" href="#n-a"', 'Two.</p>', 'class="notes"', 'id="n-a"', 'The DPC, 21 May 2025', 'seen 23 Nov 2026', '◐ Disputed', 'Next');
  assert.ok(!html.includes('data-claim'));
  assert.deepEqual(
    list.map((c) => c.claim.id),
    ['a'],
  );
});

test('a claim cited again keeps its number and has one note', () => {
  const { html } = run('<p><span data-claim="a">x</span> <span data-claim="b">y</span></p><p><span data-claim="a">z</span></p>');
  assert.equal(html.match(/id="n-a"/g)?.length, 1);
  assert.equal(html.match(/id="c-a"/g)?.length, 1);
  assert.deepEqual(
    [...html.matchAll(/class="ref"[^>]*>(\d)/g)].map((m) => m[1]),
    ['1', '2', '1'],
  );
});

test('one sentence can rest on several claims', () => {
  const { html } = run('<p><span data-claim="a b">x</span></p>');
  order(html, 'id="c-a"', 'id="c-b"', '>1</a>', '>2</a>', 'id="n-a"', 'id="n-b"');
});

test('a list, a table and a quotation take their notes as a whole', () => {
  for (const [open, close] of [
    ['<ul><li>', '</li></ul>'],
    ['<table><tbody><tr><td>', '</td></tr></tbody></table>'],
    ['<blockquote><p>', '</p></blockquote>'],
  ]) {
    const { html } = run(`${open}<span data-claim="a">x</span>${close}`);
    assert.ok(html.indexOf('class="notes"') > html.lastIndexOf((close as string).slice(-7)), html);
  }
});

test('inside a box or a step the note stays inside', () => {
  const { html } = run('<ol data-flow><li data-flow><div data-flow><p><span data-claim="a">x</span></p></div></li></ol>');
  order(html, '<p>', 'class="notes"', '</li>');
});

test('white space at the ends of a claim goes', () => {
  assert.match(run('<p><span data-claim="a">\n  said\n </span>.</p>').html, />said<\/span><a class="ref"/);
});

test('headings get a link that names them', () => {
  assert.match(run('<h2 id="x-y">Who &amp; why</h2>').html, /<h2 id="x-y">Who & why<a class="anchor" href="#x-y" aria-label="Link to “Who & why”"><\/a><\/h2>|Who &amp; why/);
});

test('internal links get the base path once, others stay', () => {
  const { html } = run('<p><a href="/a/#b">x</a> <a href="#c">y</a> <a href="https://x.org/">z</a> <span data-claim="a">q</span></p>', { href: (path) => `/sub${path}` });
  assert.match(html, /href="\/sub\/a\/#b"/);
  assert.match(html, /href="#c"/);
  assert.match(html, /href="https:\/\/x.org\/"/);
  assert.match(html, /href="\/sub\/claims\/a\/"/);
});

test('tables can be scrolled by keyboard and their headers say what they head', () => {
  assert.match(run('<table><thead><tr><th>A</th></tr></thead></table>').html, /<div class="table-box" role="region"[^>]*tabindex="0"><table>.*<th scope="col">/);
});

test('two tables on a page are told apart: by caption, else by number', () => {
  const labels = [...run('<table><caption>One\n two</caption></table><table></table>').html.matchAll(/aria-label="([^"]*)"/g)].map((m) => m[1]);
  assert.deepEqual(labels, ['One two', 'Table 2']);
});

test('a fragment that moved still leads to its place', () => {
  assert.match(run('<h2 id="new">X</h2>', { moved: new Map([['old', 'new']]) }).html, /<h2 id="new"><span id="old"><\/span>X/);
});

test('text stays text', () => assert.ok(!run('<p>&lt;script&gt;</p>').html.includes('<script>')));

test('an unknown claim is an error by name', () => assert.throws(() => run('<p><span data-claim="zz">x</span></p>'), /unknown claim "zz"/));

test('the character that kept a paragraph together is gone', () => assert.ok(!run('<p>\u2060<span data-claim="a">x</span></p>').html.includes('\u2060')));

test('a table that stacks on a phone carries its column names and its roles', () => {
  const { html } = run('<table data-stack><thead><tr><th scope="col">Where</th><th scope="col">Who</th></tr></thead><tbody><tr><th scope="row">Here</th><td>DPA</td></tr></tbody></table>');
  assert.match(html, /<td role="cell" data-label="Who">DPA<\/td>/);
  assert.match(html, /<th scope="row" role="rowheader">Here/);
  assert.doesNotMatch(run('<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>').html, /data-label|role="table"/);
});

test('in a book the numbers lead to a list at the end, and headings have no links of their own', () => {
  const { html, cited: list } = run('<h4 id="h">H</h4><p><span data-claim="a">x</span> <span data-claim="b">y</span></p><p><span data-claim="a">z</span></p>', { notes: 'list' });
  assert.equal(
    html,
    '<h4 id="h">H</h4><p><span id="c-a">x</span><a class="ref" href="#s-a" aria-label="Source 1" data-pagefind-ignore>1</a> <span id="c-b">y</span><a class="ref" href="#s-b" aria-label="Source 2" data-pagefind-ignore>2</a></p><p><span>z</span><a class="ref" href="#s-a" aria-label="Source 1" data-pagefind-ignore>1</a></p>',
  );
  assert.equal(list.length, 2);
});
