import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diskAddress, diskPage, diskStyles, relative, type Disk } from './disk-copy.ts';

const disk: Disk = {
  base: '/sub/',
  site: 'https://example.org',
  path: '/letters/objection/',
  built: '2026-11-27',
  files: new Set(['/index.html', '/about/index.html', '/letters/objection/index.html', '/letters/index.html', '/_astro/a.css', '/favicon.svg']),
};

test('from file to file', () => {
  assert.equal(relative('/index.html', '/about/index.html'), 'about/index.html');
  assert.equal(relative('/a/b/index.html', '/c.css'), '../../c.css');
  assert.equal(relative('/a/b/index.html', '/a/c/index.html'), '../c/index.html');
  assert.equal(relative('/a/index.html', '/a/index.html'), 'index.html');
  assert.equal(relative('/a/b/index.html', '/a/index.html'), '../index.html');
});

test('addresses: relative where the copy has the page, the live site where it has not', () => {
  for (const [href, expected] of [
    ['/sub/about/', '../../about/index.html'],
    ['/sub/about/#licence', '../../about/index.html#licence'],
    ['/sub/', '../../index.html'],
    ['/sub/letters/', '../index.html'],
    ['/sub/letters/?a=b#x', '../index.html#x'],
    ['#here', '#here'],
    ['/sub/_astro/a.css', '../../_astro/a.css'],
    ['/sub/my-record/', 'https://example.org/sub/my-record/'],
    ['/other/', 'https://example.org/other/'],
    ['https://example.com/x', 'https://example.com/x'],
    ['mailto:?subject=x', 'mailto:?subject=x'],
  ] as const)
    assert.equal(diskAddress(href, disk), expected, href);
});

const page = (head: string, body: string) => `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="x">${head}</head><body>${body}</body></html>`;

test('a page: no script, no feed, no preview; its policy and its line at the top; texts as they were', () => {
  const html = diskPage(
    page(
      '<link rel="stylesheet" href="/sub/_astro/a.css"><link rel="manifest" href="/sub/m"><link rel="canonical" href="https://example.org/sub/letters/objection/"><meta property="og:title" content="x"><script>boot()</script><script type="module" src="/sub/_astro/a.js"></script>',
      '<a href="/sub/about/">x</a><main><letter-form data-letter="{&quot;a&quot;:1}" data-flow><p>1 &lt; 2 &amp; “ü”</p></letter-form></main>',
    ),
    disk,
  );
  assert.doesNotMatch(html, /<script|manifest|og:title|data-letter/);
  assert.match(html, /<link rel="stylesheet" href="\.\.\/\.\.\/_astro\/a\.css">/);
  assert.match(html, /rel="canonical" href="https:\/\/example\.org\/sub\/letters\/objection\/"/);
  assert.match(html, /default-src 'none'/);
  assert.match(html, /<p class="disk-note">This is the copy of 27 November 2026.*https:\/\/example\.org\/sub\/letters\/objection\/<\/a><\/p><main>/);
  assert.match(html, /<p>1 &lt; 2 &amp; “ü”<\/p>/);
  assert.match(html, /^<!doctype html>/);
  assert.throws(() => diskPage('<p>x</p>', disk), /no <main>/);
});

test('styles: the state without script always holds, the typeface is inside', () => {
  const css = diskStyles(
    '@media (scripting:none){a{b:c}}@media (min-width:60rem) and (scripting: enabled){d{e:f}}@font-face{font-display:optional;src:url("/x.woff2")format("woff2")}',
    (url) => `data:${url}`,
  );
  assert.match(css, /@media \(min-width:0\)\{a/);
  assert.match(css, /and \(max-width:0\)\{d/);
  assert.match(css, /url\(data:\/x\.woff2\)/);
  assert.match(css, /font-display:block/, 'it is there at once');
  assert.match(css, /\.disk-note\{/);
});
