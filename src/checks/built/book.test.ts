/** The book: every text of the site, once, with a table of contents that leads to each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAll, removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { chapterId } from '../../domain/book.ts';
import { englishPages } from '../english.ts';

const site = englishPages();
const book = site.pages.find((p) => p.path === '/book/');
assert.ok(book);
const dom = parseDocument(book.html).children;
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Text without the numbers of sources and the links on headings. */
function words(nodes: ReturnType<typeof findAll>): string {
  for (const e of findAll((x) => /^(?:ref|anchor|notes)$/.test(x.attribs['class'] ?? ''), nodes)) removeElement(e);
  return flat(textContent(nodes));
}
const contents = findAll((e) => e.attribs['class'] === 'book-contents', dom);
const entries = findAll((e) => e.name === 'a', contents).map((a) => a.attribs['href'] ?? '');
const text = words(findAll((e) => e.attribs['class'] === 'prose', dom));
const kind = (html: string): string | undefined => /data-pagefind-filter="kind:(\w+)"/.exec(html)?.[1];
const texts = site.pages.filter((p) => p.path !== '/offline/missing/' && findAll((e) => e.attribs['class'] === 'answer', parseDocument(p.html).children).length > 0 && p !== book);

test('the contents have an entry for each part and chapter, numbered, in order, and for each text page of the site', () => {
  const parts = findAll(
    (e) => e.name === 'h2' && Boolean(e.attribs['id']),
    findAll((e) => e.attribs['class'] === 'prose', dom),
  ).map((h) => `#${h.attribs['id']}`);
  const chapters = findAll((e) => /\bchapter\b/.test(e.attribs['class'] ?? ''), dom).map((c) => `#${findAll((e) => e.name === 'h3', c.children)[0]?.attribs['id']}`);
  assert.deepEqual(
    entries.filter((h) => /^#part-|^#sources-used$/.test(h)),
    parts,
  );
  assert.deepEqual(
    entries.filter((h) => !/^#part-|^#sources-used$/.test(h)),
    chapters,
  );
  const numbers = findAll((e) => e.name === 'a', contents).map((a) => textContent(a).split(' ')[0] ?? '');
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(numbers.every((n) => /^\d+(?:\.\d+)?$/.test(n)));
  const needed = site.pages.filter((p) => ['Article', 'Guide', 'Question'].includes(kind(p.html) ?? '') && !['/questions/'].includes(p.path)).map((p) => p.path);
  assert.ok(needed.length > 70, String(needed.length));
  for (const path of [...needed, '/about/', '/privacy/', '/accessibility/', '/glossary/', '/timeline/', '/routes/']) assert.ok(entries.includes(`#${chapterId(path)}`), path);
});

test('every paragraph of every article, guide and question stands in it', () => {
  assert.ok(texts.length > 70);
  const lost = texts.flatMap((p) => {
    const prose = findAll((e) => e.attribs['class'] === 'prose', parseDocument(p.html).children);
    for (const e of findAll((x) => /^(?:notes|source-list|label)$/.test(x.attribs['class'] ?? '') || /^(?:form|email-check|reply-dates)$/.test(x.name) || 'hidden' in x.attribs, prose))
      removeElement(e);
    return findAll((e) => e.name === 'p', prose)
      .map((e) => words([e]))
      .filter((t) => t && !text.includes(t) && !t.includes('own page'))
      .map((t) => `${p.path}: ${t.slice(0, 80)}`);
  });
  assert.deepEqual(lost, []);
});

test('every letter stands in it under each of its laws, every term and every event', () => {
  for (const p of site.pages.filter((x) => /^\/letters\/./.test(x.path))) {
    const sheet = findAll((e) => e.attribs['class'] === 'sheet', parseDocument(p.html).children);
    const lines = findAll((e) => /^(?:subject|lines)$/.test(e.attribs['class'] ?? ''), sheet).map((e) => flat(textContent(e)));
    assert.ok(lines.length > 3, p.path);
    for (const l of lines) assert.ok(text.includes(l), `${p.path}: ${l.slice(0, 80)}`);
  }
  for (const path of ['/glossary/', '/timeline/']) {
    const ids = new Set(book.ids);
    const page = site.pages.find((p) => p.path === path);
    const own = page?.ids.filter((id) => page.headings.length > 0 && !/^(?:n-|c-|y-|content|status|top|q|search)/.test(id)) ?? [];
    assert.ok(own.length > 20);
    for (const id of own) assert.ok(ids.has(`${chapterId(path)}--${id}`), `${path}#${id}`);
  }
});

test('a number stands for one statement in the whole book, and its sources follow in that order', () => {
  const named = new Map<string, string>();
  for (const a of findAll((e) => e.attribs['class'] === 'ref', parseDocument(book.html).children)) {
    const to = a.attribs['href'] ?? '';
    const number = textContent(a);
    assert.equal(named.get(to) ?? number, number);
    named.set(to, number);
  }
  const list = findAll((e) => e.name === 'ol' && e.attribs['class'] === 'source-list', dom)[0];
  const items = findAll((e) => e.name === 'li', list?.children ?? []).map((l) => `#${l.attribs['id']}`);
  assert.ok(items.length > 200);
  for (const [i, item] of items.entries()) assert.equal(named.get(item), String(i + 1), item);
});

test('engines and the site’s own search leave it out', () => {
  assert.match(book.robots, /noindex/);
  assert.doesNotMatch(book.html, /data-pagefind-body/);
});
