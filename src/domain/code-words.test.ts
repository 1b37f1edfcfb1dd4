import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords, saidIn } from './code-words.ts';

const DE = { Copy: 'Kopieren', 'It’s "so"': 'So „ist“ es', '{n} photos': { one: '{n} Foto', other: '{n} Fotos' } };

test('what code says is found, and nothing that only looks like it', () => {
  assert.deepEqual(saidIn(`t('Copy'); tn('{n} photo', "{n} photos", n); at('x'); o.t('y'); split('z')`), [{ text: 'Copy' }, { text: '{n} photos', one: '{n} photo' }]);
});

test('calls of a script get the words of the language; unknown words stay', () => {
  assert.equal(inWords(`t("Copy"), t('It’s "so"'), t('New', { a })`, DE), `t("Kopieren"), t("So „ist“ es"), t('New', { a })`);
  assert.equal(inWords(`tn('{n} photo', '{n} photos', list.length)`, DE), `tn({"one":"{n} Foto","other":"{n} Fotos"}, '{n} photos', list.length)`);
});
