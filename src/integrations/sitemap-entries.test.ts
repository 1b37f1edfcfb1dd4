import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { sitemapEntries } from './sitemap-entries.ts';

const root = mkdtempSync(join(tmpdir(), 'rto-sitemap-'));
after(() => rmSync(root, { recursive: true }));
for (const [file, text] of [
  ['en/articles/myths.mdx', '---\ntitle: x\n---\n'],
  ['en/articles/cost.mdx', '---\ntitle: x\n---\n'],
  ['de/articles/myths.mdx', '---\nslug: mythen\n---\n'],
] as const) {
  mkdirSync(dirname(join(root, 'content', file)), { recursive: true });
  writeFileSync(join(root, 'content', file), text);
}
const language = (code: string, extent: 'whole' | 'letters' = 'whole') => ({ code, extent, countries: [], name: code, direction: 'ltr' as const, locale: 'x', notice: '', made: '' });
const all = [language('en'), language('de')];
const where = { site: 'https://example.org', base: '/sub/' };

test('a page is listed at its own address, with the other languages that have it', () => {
  const links = [
    { lang: 'en', url: 'https://example.org/sub/myths/' },
    { lang: 'de', url: 'https://example.org/sub/de/mythen/' },
  ];
  const german = sitemapEntries(root, language('de'), all, where);
  assert.deepEqual(german({ url: 'https://example.org/sub/de/myths/' }), { url: links[1]?.url, links });
  assert.equal(german({ url: 'https://example.org/sub/de/cost/' }), undefined, 'a page that is not translated');
  assert.deepEqual(sitemapEntries(root, language('en'), all, where)({ url: 'https://example.org/sub/cost/' }), { url: 'https://example.org/sub/cost/' });
});
