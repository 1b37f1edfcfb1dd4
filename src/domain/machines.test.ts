/** Small texts for machines: search description, guide for models, frames, checked claims. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iframeCode } from './embed.ts';
import { llmsTxt } from './llms.ts';
import { myths } from './myths.ts';
import { openSearch } from './opensearch.ts';

test('the search description escapes what it is given, and refuses a name that is too long', () => {
  const given = { name: 'A & B', description: '<b>', search: 'https://example.org/search/', self: 'https://example.org/o.xml', icon: 'https://example.org/i.svg', language: 'en' };
  const text = openSearch(given);
  assert.match(text, /<ShortName>A &amp; B<\/ShortName>\s+<Description>&lt;b&gt;</);
  assert.match(text, /template="https:\/\/example\.org\/search\/\?q=\{searchTerms\}"/);
  assert.throws(() => openSearch({ ...given, name: 'Seventeen letters' }), /has 17 characters, at most 16/);
});

test('a guide for models: optional last, empty sections left out, one line for each link', () => {
  const text = llmsTxt({
    title: 'T',
    summary: 'One\ntwo',
    notes: ['N'],
    sections: [
      { name: 'Optional', links: [{ title: 'o', url: 'https://example.org/o/', notes: 'x' }] },
      { name: 'Empty', links: [] },
      { name: 'Guides', links: [{ title: 'a [b]', url: 'https://example.org/a/', notes: 'line\nbreak' }] },
    ],
  });
  assert.equal(text, '# T\n\n> One two\n\n- N\n\n## Guides\n\n- [a \\[b\\]](https://example.org/a/): line break\n\n## Optional\n\n- [o](https://example.org/o/): x\n');
});

test('a frame’s title is text, whatever stands in it', () => {
  const code = iframeCode('claim', 'https://example.org/embed/claim/a/', 'He said "no" <script> & left');
  assert.match(code, /title="He said &quot;no&quot; &lt;script&gt; &amp; left"/);
  assert.match(code, /^<iframe src="https:\/\/example\.org\/embed\/claim\/a\/" .*referrerpolicy="no-referrer"><\/iframe>$/);
});

test('checked claims are headings in quotation marks with a verdict in bold below', () => {
  const body =
    '## “It is too late now”\n\n**Wrong.** <Claim id="x">Text.</Claim>\n\n## Another heading\n\n**Not one.** x\n\n## “A post” as a post\n\n**It does nothing.** x\n\n## “No verdict”\n\nText **bold** later.\n';
  assert.deepEqual(myths(body), [
    { says: '“It is too late now”', verdict: 'Wrong' },
    { says: '“A post” as a post', verdict: 'It does nothing' },
  ]);
});
