import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handoutProblems, numbered } from './handout.ts';

const text = (over: object = {}) => ({
  file: 'handouts.yml',
  line: 1,
  value: {
    lead_claims: ['a'],
    facts: { items: [1, 2, 3].map(() => ({ text: 'It began.', claim: 'a', poster: true })) },
    steps: { items: [{ title: 'x', text: 'Log in.' }] },
    target: '/object/',
    ...over,
  },
});
const run = (over?: object, checkPath: (file: string, line: number, path: string) => void = () => undefined) => handoutProblems([text(over)], new Set(['a']), checkPath).map((p) => p.what);

test('sound handouts pass', () => assert.deepEqual(run(), []));
test('an unknown claim, a long sentence and a full poster are named', () => {
  assert.match(run({ lead_claims: ['b'] }).join(), /unknown claim "b"/);
  assert.match(run({ limits: { items: [{ text: 'It is.', claim: 'c' }] } }).join(), /unknown claim "c"/);
  assert.match(run({ after: { items: [{ text: `${'word '.repeat(30)}.`, claim: 'a' }] } }).join(), /a sentence of 30 words/);
  assert.match(run({ facts: { items: [] } }).join(), /0 sentences marked "poster"/);
});
test('the target has to exist', () => {
  let asked = '';
  run({ target: '/nowhere/' }, (_f, _l, path) => (asked = path));
  assert.equal(asked, '/nowhere/');
});
test('claims are numbered once, in the order of their first use', () => assert.deepEqual(numbered([{ claim: 'b' }, {}, { claim: 'a' }, { claim: 'b' }]), ['b', 'a']));
