import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, suggest } from './spelling.ts';

const known = (list: [string, number][]) => list.map(([word, pages]) => ({ word, folded: word, pages }));
const VOCABULARY = known([
  ['facebook', 60],
  ['instagram', 60],
  ['whatsapp', 40],
  ['threads', 30],
  ['meta', 300],
  ['objection', 200],
  ['legitimate', 30],
  ['interest', 30],
  ['photo', 90],
  ['account', 90],
  ['private', 40],
  ['form', 90],
  ['team', 2],
]);
const names = new Set(['facebook', 'instagram', 'whatsapp', 'threads', 'meta']);
const first = (word: string) => suggest(word, VOCABULARY, names, (w) => w.replace(/[aeiouyhw]/g, ''))[0]?.word;

test('equal words are 0 apart, and the distance is the same both ways', () => {
  assert.equal(distance('meta', 'meta', 3), 0);
  for (const [a, b] of [
    ['acount', 'account'],
    ['meat', 'meta'],
    ['instagarm', 'instagram'],
    ['abc', 'xyz'],
  ] as const)
    assert.equal(distance(a, b, 5), distance(b, a, 5), `${a} ${b}`);
});

test('a swap or a double letter is less than a wrong letter; a wrong first letter is more', () => {
  assert.ok(distance('meat', 'meta', 3) < distance('metx', 'meta', 3));
  assert.ok(distance('acount', 'account', 3) < distance('aount', 'account', 3));
  assert.ok(distance('xeta', 'meta', 3) > distance('mexa', 'meta', 3));
  assert.equal(distance('abcdefgh', 'meta', 1), 2, 'past the limit it is only known to be past');
});

test('dropped, doubled, swapped and wrong letters are understood', () => {
  for (const [typed, meant] of [
    ['facebok', 'facebook'],
    ['faceboook', 'facebook'],
    ['fcaebook', 'facebook'],
    ['facebiok', 'facebook'],
    ['facebbok', 'facebook'],
    ['instgram', 'instagram'],
    ['instergram', 'instagram'],
    ['watsapp', 'whatsapp'],
    ['wattsap', 'whatsapp'],
    ['treads', 'threads'],
    ['meat', 'meta'],
    ['objecton', 'objection'],
    ['legitimite', 'legitimate'],
    ['intrest', 'interest'],
    ['acount', 'account'],
    ['privat', 'private'],
  ] as const)
    assert.equal(first(typed), meant, typed);
});

test('what is near nothing stays as it is', () => {
  for (const typed of ['xqzvwk', 'zebra', 'ab', 'wedding', 'keyboard']) assert.equal(first(typed), undefined, typed);
});
