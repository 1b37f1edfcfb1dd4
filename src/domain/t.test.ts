import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rich, t, tn } from './t.ts';

test('values stand where their names are; an unknown name stays', () => {
  assert.equal(t('Seen {day} in {where}', { day: '1 May' }), 'Seen 1 May in {where}');
});

test('the plural form fits the number, and numbers are written as the language does', () => {
  assert.equal(tn('{n} photo', '{n} photos', 1), '1 photo');
  assert.equal(tn('{n} photo', '{n} photos', 1234), '1,234 photos');
  assert.equal(tn({ one: '{n} Foto', other: '{n} Fotos' }, '{n} photos', 2), '2 Fotos');
});

test('marks become elements, and nothing else does', () => {
  assert.equal(
    rich('Read <a>the law</a> & <a2>ours</a2> <b>now</b> <script>', { a: { href: '/a/?x=1&y="' }, a2: { href: '/b/' } }),
    'Read <a href="/a/?x=1&amp;y=&quot;">the law</a> &amp; <a href="/b/">ours</a> <b>now</b> &lt;script>',
  );
});
