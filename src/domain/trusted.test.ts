import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustedScript } from './trusted.ts';

test('two addresses are let through, however they are written, under any base', () => {
  assert.equal(trustedScript('/pagefind/pagefind-worker.js', 'https://example.org/about/', '/'), '/pagefind/pagefind-worker.js');
  assert.equal(trustedScript('https://example.org/sub/pagefind/pagefind-worker.js', 'https://example.org/sub/about/', '/sub/'), 'https://example.org/sub/pagefind/pagefind-worker.js');
  assert.equal(trustedScript('/sub/sw.js', 'https://example.org/sub/', '/sub/'), '/sub/sw.js');
});

test('nothing else is: another file, another origin, a query, a data address, a place outside the base', () => {
  for (const url of ['/pagefind/pagefind.js', 'https://example.com/sw.js', '/sw.js?x', '/sw.js#x', 'data:text/javascript,1', 'blob:https://example.org/1', '/sub/../x/sw.js'])
    assert.equal(trustedScript(url, 'https://example.org/', '/'), null, url);
  assert.equal(trustedScript('/sw.js', 'https://example.org/sub/', '/sub/'), null);
});
