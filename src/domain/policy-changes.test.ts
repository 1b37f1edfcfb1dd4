import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aiChanges } from './policy-changes.ts';

const v = (recorded: string, ai: number, partial = false) => ({ commit: recorded, recorded, words: 100, partial, ai, legitimate_interest: 0 });

test('a change is a count that differs from the last whole version', () => {
  const found = aiChanges([v('1', 0), v('2', 3), v('3', 3), v('4', 1, true), v('5', 3), v('6', 7), v('7', 9, true), v('8', 9)]);
  assert.deepEqual(
    found.map((c) => `${c.before?.recorded}->${c.version.recorded}`),
    ['1->2', '5->6', '6->7'],
  );
  assert.equal(aiChanges([v('1', 2)])[0]?.before, undefined);
  assert.deepEqual(aiChanges([]), []);
});
