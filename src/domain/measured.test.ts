import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './measured.ts';

test('numbers take their places, as often as they are asked for; the rest stays', () => {
  assert.equal(
    fill('<p>(<span data-measured="a">not yet</span>, <span data-measured="b" class="x">not yet</span>, <span data-measured="a"></span>)</p><span>c</span>', { a: '1 kB', b: '2' }),
    '<p>(<span data-measured="a">1 kB</span>, <span data-measured="b" class="x">2</span>, <span data-measured="a">1 kB</span>)</p><span>c</span>',
  );
});

test('a number that nobody measures stops the build by name', () => assert.throws(() => fill('<span data-measured="zip-size">x</span>', { 'zip-bytes': '1 kB' }), /"zip-size".*zip-bytes/));
