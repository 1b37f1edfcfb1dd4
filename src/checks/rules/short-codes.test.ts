import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forwardPage } from '../../domain/forward.ts';
import { englishSite, readPage, type Site } from '../site.ts';
import { shortProblems } from './short-codes.ts';

const forward = (over: Partial<Parameters<typeof forwardPage>[0]> = {}) =>
  forwardPage({ title: 'A “title” & <more>', href: '/sub/a/', url: 'https://example.org/sub/a/', image: 'https://example.org/sub/og/a.png', ...over });
const site = (html = forward()): Site =>
  englishSite({
    dir: '.',
    base: '/sub/',
    files: new Set(),
    pages: [readPage('<html lang="en"><title>A</title>', 'a/index.html', '/sub/'), readPage('<title>404</title>', '404.html', '/sub/')],
    forwards: [readPage(html, 's/x7kq/index.html', '/sub/')],
  });
const codes = [{ code: 'x7kq', path: '/a/' }];
const problems = (s: Site, c = codes) => shortProblems(s, c).map((p) => `${p.at} ${p.what}`);

test('a forwarding page that leads to its page passes, and is escaped', () => {
  assert.deepEqual(problems(site()), []);
  assert.ok(forward().includes('<title>A “title” &amp; &lt;more></title>'));
  assert.equal(site().forwards[0]?.links[0]?.text, 'A “title” & <more>');
});

const faults: [name: string, site: Site, what: RegExp, codes?: typeof codes][] = [
  ['a page without a code', site(), /^\/a\/ has no short code/, []],
  ['a code whose page is gone', site(), /\/s\/x7kq\/ leads to \/b\/, which is not there/, [...codes, { code: 'x7kq', path: '/b/' }]],
  ['a code without a page', site(), /\/s\/x7kr\/ makes no page/, [...codes, { code: 'x7kr', path: '/a/' }]],
  ['a page that forwards elsewhere', site(forward({ href: '/sub/c/' })), /forwards to \/sub\/c\//],
  ['another canonical address', site(forward({ url: 'https://example.org/sub/c/' })), /its canonical address is/],
  ['no link', site(forward().replace(/<a .*<\/a>/, '')), /has no visible link/],
  ['a page that wants to be listed', site(forward().replace('noindex', 'all')), /asks to be listed/],
  ['a script', site(forward().replace('</body>', '<script>x()</script></body>')), /loads or runs something/],
  ['too many bytes', site(forward({ title: 'word '.repeat(200) })), /bytes, the limit is/],
];
for (const [name, planted, what, own] of faults)
  test(`short-codes stops: ${name}`, () =>
    assert.ok(
      problems(planted, own).some((p) => what.test(p)),
      JSON.stringify(problems(planted, own)),
    ));
