import assert from 'node:assert/strict';
import test from 'node:test';
import { articles } from './content.ts';

test('the same seed gives the same texts, another seed others', () => {
  assert.deepEqual(articles(5), articles(5));
  assert.notDeepEqual(articles(5)[0], articles(5, 2)[0]);
});

test('each text is a real page: unique address and title, 400 to 700 words, links to pages that exist', () => {
  const all = articles(60);
  const slugs = new Set(all.map((a) => a.slug));
  assert.equal(slugs.size, 60);
  assert.equal(new Set(all.map((a) => a.title)).size, 60);
  for (const a of all) {
    const words = a.body.split(/\s+/).length;
    assert.ok(words >= 400 && words <= 700, `${words}`);
    assert.ok(a.title.length <= 65 && a.description.length >= 50 && a.description.length <= 160);
    for (const m of a.body.matchAll(/\]\(\/([^/]+)\/\)/g)) assert.ok(slugs.has(m[1] as string));
  }
});

test('more texts bring new words, but not as many times as texts', () => {
  const distinct = (n: number) => new Set(articles(n).flatMap((a) => a.body.toLowerCase().match(/[a-z]+/g) ?? [])).size;
  const [few, many] = [distinct(20), distinct(200)];
  assert.ok(many > few * 2 && many < few * 10, `${few} ${many}`);
});
