import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aiChanges, dayX, stepLine } from './policy-changes.ts';

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

test('a step line holds each value until the next', () => {
  const points = [
    { day: '2025-01-01', value: 0 },
    { day: '2025-01-06', value: 10 },
  ];
  assert.equal(stepLine(points, '2025-01-01', '2025-01-11', 100, 50, 10), 'M0.0 50.0H50.0V0.0H100');
  assert.equal(stepLine([], '2025-01-01', '2025-01-11', 100, 50, 10), '');
  assert.equal(dayX('2025-01-06', '2025-01-01', '2025-01-11', 100), 50);
});
