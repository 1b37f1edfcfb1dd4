import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chapterHtml, chapterId, mendLinks, type Chapter } from './book.ts';

const chapter: Chapter = { path: '/object/facebook/', title: 'Facebook', inBook: new Set(['/object/facebook/', '/myths/', '/glossary/']), live: (p) => `https://example.org/sub${p}` };

test('a chapter is named after its page', () => {
  assert.equal(chapterId('/object/facebook/'), 'object-facebook');
  assert.equal(chapterId('/'), 'home');
});

test('ids get the chapter’s name, with what refers to them', () => {
  const html = chapterHtml('<h2 id="a">A</h2><svg aria-labelledby="t d"><title id="t">x</title><desc id="d">y</desc></svg><a href="#a">up</a>', chapter);
  assert.match(html, /<h4 id="object-facebook--a">/);
  assert.match(html, /aria-labelledby="object-facebook--t object-facebook--d"/);
  assert.match(html, /id="object-facebook--t"/);
  assert.match(html, /<a href="#object-facebook--a">/);
});

test('links stay in the book where they can, and lead to the live site where not', () => {
  const to = (href: string) => /href="([^"]*)"/.exec(chapterHtml(`<a href="${href}">x</a>`, chapter))?.[1];
  assert.equal(to('/myths/'), '#myths');
  assert.equal(to('/glossary/#gdpr'), '#glossary--gdpr');
  assert.equal(to('/deadline/#uk'), 'https://example.org/sub/deadline/#uk');
  assert.equal(to('https://example.com/'), 'https://example.com/');
});

test('headings go two levels down and no further than six; details open; tools, forms and hidden words go; claims stay', () => {
  const html = chapterHtml(
    '<h2>a</h2><h3>b</h3><h5>c</h5><details><p>d</p></details><email-check><form><input></form></email-check><p hidden>e</p><section aria-label="In short" id="in-short" data-flow><span class="claim" data-claim="x">f</span></section><div role="region" aria-label="Figure: g" data-x="1"></div>',
    chapter,
  );
  assert.equal(
    html,
    '<h4>a</h4><h5>b</h5><h6>c</h6><details open><p>d</p></details><div id="object-facebook--in-short" data-flow><span class="claim" data-claim="x">f</span></div><div role="region" aria-label="Figure: g, in “Facebook”"></div>',
  );
});

test('a link to a place that is not in the book leads to its chapter', () => {
  assert.equal(mendLinks('<i id="a--x"></i><a href="#a--x">1</a><a href="#a--y">2</a><a href="#s-z">3</a>'), '<i id="a--x"></i><a href="#a--x">1</a><a href="#a">2</a><a href="#s-z">3</a>');
});
