import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferenceSketch, LIMITS, parseSettings, reach, settingsCode, shareLeft, worldOf, YOU, type Setting } from './photos.ts';

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed: number): () => number {
  let s = seed;
  return () => (s = (s * 1103515245 + 12345) % 2147483648) / 2147483648;
}
const setting = (r: () => number): Setting => ({ photos: Math.floor(r() * 21), open: r() > 0.4, objected: r() > 0.5 });
const cases = Array.from({ length: 400 }, (_, i) => {
  const r = random(i + 1);
  return Array.from({ length: 2 + Math.floor(r() * LIMITS.friends) }, () => setting(r));
});
const you = (s: readonly Setting[]) => reach(worldOf(s)).find((p) => p.id === YOU) ?? assert.fail();

test('your own objection takes your own photos out and no others', () => {
  for (const [first, ...friends] of cases) {
    const own = first as Setting;
    const [no, yes] = [you([{ ...own, objected: false }, ...friends]), you([{ ...own, objected: true }, ...friends])];
    assert.equal(no.after - yes.after, own.open ? own.photos : 0);
    assert.equal(no.after - no.afterOwn, yes.after, 'photos on others’ accounts stay as they were');
    assert.equal(yes.afterOwn, 0);
  }
});

test('nothing is lost in the count: before = left + by own + by others', () => {
  for (const c of cases) for (const p of reach(worldOf(c))) assert.equal(p.before, p.after + p.byOwn + p.byOthers);
});

test('one more objection never leaves more photos, for anyone', () => {
  for (const c of cases)
    for (const i of c.keys()) {
      const more = c.map((s, j) => (i === j ? { ...s, objected: true } : s));
      const [a, b] = [reach(worldOf(c)), reach(worldOf(more))];
      for (const [j, p] of a.entries()) assert.ok((b[j]?.after ?? Infinity) <= p.after);
    }
});

test('a private account’s photos are never counted as used', () => {
  const r = you([
    { photos: 0, open: true, objected: false },
    { photos: 7, open: false, objected: false },
  ]);
  assert.deepEqual([r.before, r.after, r.closed], [0, 0, 7]);
});

test('the arithmetic of the facts: 10 friends, 3 act, 70 percent stays', () => {
  assert.equal(shareLeft(10, 3), 0.7);
  assert.equal(shareLeft(0, 0), 0);
  const friends = Array.from({ length: 8 }, (_, i) => ({ photos: 5, open: true, objected: i < 3 }));
  const r = you([{ photos: 0, open: true, objected: true }, ...friends]);
  assert.equal(r.after / r.before, shareLeft(8, 3));
});

test('your objection protects those you show', () => {
  const [, friend] = reach(
    worldOf([
      { photos: 4, open: true, objected: true },
      { photos: 1, open: true, objected: false },
    ]),
  );
  assert.deepEqual([friend?.before, friend?.after, friend?.byOthers], [5, 1, 4]);
});

test('codes lead back to their settings, and nothing else is read', () => {
  for (const c of cases) if (c.length <= LIMITS.friends + 1) assert.deepEqual(parseSettings(settingsCode(c)), c);
  for (const bad of ['', '4on', '4on-21on', '4on-4xx', '4on-', '<script>-1on', '4on-4on-4on-4on-4on-4on-4on-4on-4on-4on', '-4on-4on', '4on-4on#']) assert.equal(parseSettings(bad), undefined, bad);
});

test('the sketch rises, slows down and stays below the study’s bound', () => {
  let [last, step] = [0, Infinity];
  for (let n = 1; n <= 60; n++) {
    const v = inferenceSketch(n);
    assert.ok(v > last && v < 0.95 && v - last <= step);
    [step, last] = [v - last, v];
  }
  assert.ok(inferenceSketch(20) - inferenceSketch(17) < 0.02, 'a few of many hardly lower it');
});

test('a photo of someone unknown is an error', () => assert.throws(() => reach({ people: [], photos: [{ by: 'x', shows: [] }] }), /"x", who is not among/));
