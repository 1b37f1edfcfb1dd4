import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aiChanges, atLeast, phraseMoves } from './policy-changes.ts';

const v = (recorded: string, ai: number, { partial = false, fresh = 0, gone = 0 } = {}) => ({
  commit: recorded,
  recorded,
  words: 100,
  marks: 0,
  repeated: 0,
  partial,
  ai,
  ai_new: fresh,
  ai_gone: gone,
  legitimate_interest: 0,
});

test('a change is a new or a lost wording, and never a count that fell because a part was missed', () => {
  const found = aiChanges([
    v('1', 0),
    v('2', 3, { fresh: 3 }),
    v('3', 3),
    v('4', 1, { partial: true }),
    v('5', 7, { fresh: 2 }),
    v('6', 9, { partial: true, fresh: 2 }),
    v('7', 9),
    v('8', 8, { gone: 1 }),
  ]);
  assert.deepEqual(
    found.map((c) => `${c.before?.recorded}->${c.version.recorded}`),
    ['1->2', '3->5', '4->6', '7->8'],
  );
  assert.equal(aiChanges([v('1', 2, { fresh: 1 })])[0]?.before, undefined);
  assert.equal(aiChanges([v('1', 2, { partial: true }), v('2', 3, { fresh: 1 })])[0]?.before?.recorded, '1', 'for want of a whole one, the version before');
  assert.deepEqual(aiChanges([]), []);
  assert.equal(atLeast(3, { partial: true }), 'at least 3');
  assert.equal(atLeast(3, { partial: false }), '3');
});

test('phrases arrive with any version, and leave between two whole ones only', () => {
  const at = (recorded: string) => ({ recorded, commit: recorded });
  const spans = {
    stays: { first: at('1'), last: at('3'), standing: true },
    new: { first: at('3'), last: at('3'), standing: true },
    old: { first: at('1'), last: at('2'), standing: false },
    older: { first: at('0'), last: at('0'), standing: false },
  };
  assert.deepEqual(phraseMoves({ version: v('3', 1), before: v('1', 1) }, spans), { arrived: ['new'], left: ['old'] });
  assert.deepEqual(phraseMoves({ version: v('3', 1, { partial: true }), before: v('1', 1) }, spans).left, []);
  assert.deepEqual(phraseMoves({ version: v('3', 1), before: undefined }, spans).left, []);
});
