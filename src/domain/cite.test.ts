import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { citeBibtex, citeCsl, citeKey, citePlain, latex, type Citable } from './cite.ts';
import { versionOf } from './version.ts';

// The package ships no types.
const { plugins } = createRequire(import.meta.url)('@citation-js/core') as { plugins: { input: { chain(text: string, options: { forceType: string }): Record<string, unknown>[] } } };
createRequire(import.meta.url)('@citation-js/plugin-bibtex');
const read = (bibtex: string) => plugins.input.chain(bibtex, { forceType: '@bibtex/text' })[0] ?? {};

const page = (title: string): Citable => ({ title, site: 'Right to Object', url: 'https://example.org/sub/a-b/', code: 'x7kq', updated: '2026-11-24', version: '2026-11-24-3fa9c1b' });

/** The part of CSL's input schema that we write: citation-style-language/schema, schemas/input/csl-data.json, version 1.0.2 (our wording). */
const CSL = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      type: { enum: ['article', 'book', 'dataset', 'document', 'post', 'report', 'webpage'] },
      title: { type: 'string' },
      author: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { family: { type: 'string' }, given: { type: 'string' }, literal: { type: 'string' } } } },
      'container-title': { type: 'string' },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: { 'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: { type: 'array', minItems: 1, maxItems: 3, items: { type: ['string', 'number'] } } } },
      },
      version: { type: 'string' },
      URL: { type: 'string' },
      language: { type: 'string' },
    },
  },
};
const valid = new Ajv({ allowUnionTypes: true }).compile(CSL);

const TITLES = ['Is it too late to object to Meta AI training?', 'Meta’s “legitimate interest” – what it is', 'R&D, 50% more: #1_of {many} $ ~ ^ \\ things', 'Łódź, Zürich, ÉU — and ‘so’ on…'];

for (const title of TITLES)
  test(`BibTeX comes back from a parser as it went in: ${title}`, () => {
    const back = read(citeBibtex(page(title)));
    // TeX prints ' as ’; the parser keeps it as it is typed.
    assert.equal(String(back['title']).replaceAll("'", '’'), title);
    // One name in one piece, no first name.
    assert.deepEqual(back['author'], [{ family: 'Right to Object' }]);
    assert.deepEqual(back['issued'], { 'date-parts': [[2026, 11]] });
    assert.equal(back['URL'], 'https://example.org/sub/a-b/');
    assert.match(String(back['note']), /24 November 2026, version 2026-11-24-3fa9c1b/);
    assert.equal(back['citation-key'], citeKey(page(title)));
  });

test('signs that TeX reads as commands are escaped', () => {
  assert.equal(latex('’ – & % # _ { } $'), "' -- \\& \\% \\# \\_ \\{ \\} \\$");
  assert.equal(latex('~^\\'), '\\textasciitilde{}\\textasciicircum{}\\textbackslash{}');
});

test('CSL JSON keeps to the schema, and the schema sees a fault', () => {
  for (const title of TITLES) assert.ok(valid(citeCsl(page(title))), JSON.stringify(valid.errors));
  assert.ok(!valid([{ id: 'a', type: 'web page' }]));
  assert.ok(!valid([{ id: 'a', type: 'webpage', date: '2026' }]));
  assert.deepEqual((citeCsl(page('x'))[0] as { issued: object }).issued, { 'date-parts': [[2026, 11, 24]] });
});

test('the plain form names site, title, day, version and address', () =>
  assert.equal(citePlain(page('A title')), 'Right to Object: “A title”, 24 November 2026, version 2026-11-24-3fa9c1b. https://example.org/sub/a-b/'));

test('a version changes with the words and not with the markup', () => {
  const a = versionOf('2026-11-24', '<p>You can <b>object</b>.</p>');
  assert.match(a, /^2026-11-24-[0-9a-f]{7}$/);
  assert.equal(versionOf('2026-11-24', '<div>\n<p class="x">You can  <i>object</i>.</p></div>'), a);
  assert.notEqual(versionOf('2026-11-24', '<p>You cannot <b>object</b>.</p>'), a);
});
