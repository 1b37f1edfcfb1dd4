import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Flow } from '../schema/explain.ts';
import { cost, costWords, isEnd, press, startPlay, stepCost, waysOut, wayTo, type Play } from './flow.ts';

const flows = parse(readFileSync('content/data/flows.yml', 'utf8')) as Flow[];
const typed = (f: Flow, play: Play) => Object.fromEntries((f.steps.find((s) => s.id === play.at)?.inputs ?? []).filter((i) => i.required && i.filled === undefined).map((i) => [i.id, 'x']));

test('going the shortest way through a re-enactment counts exactly what the table says', () => {
  for (const f of flows) {
    const said = cost(f, 'objected');
    let play = startPlay(f);
    for (const [, choice] of wayTo(f, 'objected')) {
      const r = press(f, play, choice, typed(f, play));
      assert.ok('play' in r);
      play = r.play;
    }
    assert.equal(play.at, 'objected');
    assert.deepEqual([play.screens, play.clicks, play.fields, play.waits], [said.screens, said.clicks, said.toFill, said.waits], f.id);
  }
});

test('what the real flows cost', () => {
  const c = Object.fromEntries(flows.map((f) => [f.id, cost(f, 'objected')]));
  assert.deepEqual([c['2024']?.clicks, c['2024']?.toFill, c['2024']?.optional, c['2024']?.waits, c['2024']?.atLeast], [5, 4, 1, 2, true]);
  assert.deepEqual([c['2025']?.clicks, c['2025']?.toFill, c['2025']?.required, c['2025']?.waits], [3, 0, 1, 1]);
  assert.deepEqual([c['fair']?.clicks, c['fair']?.toFill, c['fair']?.atLeast], [1, 0, false]);
  assert.equal(c['2024']?.words, undefined);
  assert.ok((c['fair']?.words ?? 0) > 20);
});

test('where silence means use, being used costs nothing', () => {
  for (const f of flows) assert.equal(cost(f, 'used').clicks, f.silence === 'used' ? 0 : 1, f.id);
});

test('an empty required field holds the reader back, giving up never does, and nothing else changes', () => {
  const f = flows.find((x) => x.id === '2024') as Flow;
  const at: Play = { at: 'form', screens: 4, clicks: 3, fields: 0, waits: 0 };
  assert.deepEqual(press(f, at, 0, { country: 'x', email: ' ' }), { missing: 'email' });
  const up = press(f, at, 1);
  assert.ok('play' in up && up.play.at === 'used' && up.play.fields === 0);
  assert.deepEqual(press(f, at, 9), { play: at });
  assert.deepEqual(press(f, { ...at, at: 'nowhere' }, 0), { play: { ...at, at: 'nowhere' } });
});

test('every way through every flow ends', () => {
  for (const f of flows) {
    const seen = new Set<string>();
    const walk = (play: Play) => {
      if (isEnd(play.at) || seen.has(play.at)) return;
      seen.add(play.at);
      for (const i of f.steps.find((s) => s.id === play.at)?.choices.keys() ?? []) {
        const r = press(f, play, i, typed(f, play));
        assert.ok('play' in r);
        walk(r.play);
      }
    };
    walk(startPlay(f));
    assert.equal(seen.size, f.steps.length, `${f.id}: every screen can be reached`);
  }
});

test('a flow without a way says so', () => {
  assert.throws(() => wayTo({ silence: 'used', own: false, steps: [{ id: 'a', screen: '', inputs: [], choices: [{ label: 'x', to: 'used' }] }] }, 'objected'), /no way to "objected"/);
});

test('the screens of the storyboard add up to the totals of the table', () => {
  for (const f of flows) {
    const said = cost(f, 'objected');
    const screens = wayTo(f, 'objected').map(([s, c]) => stepCost(f.steps[s] as Flow['steps'][number], c, f.own));
    for (const key of ['clicks', 'required', 'optional', 'toFill', 'waits'] as const)
      assert.equal(
        screens.reduce((n, c) => n + c[key], 0),
        said[key],
        `${f.id}: ${key}`,
      );
    assert.equal(said.screens, screens.length);
    assert.equal(said.words, f.own ? screens.reduce((n, c) => n + (c.words ?? NaN), 0) : undefined);
  }
  assert.throws(() => stepCost((flows[0] as Flow).steps[0] as Flow['steps'][number], 9, false), /no choice 9/);
});

test('a screen in words, and the ways out of saying no', () => {
  assert.equal(
    costWords({ clicks: 1, required: 4, toFill: 3, optional: 1, waits: 2, words: 1, atLeast: false }),
    '1 click, 3 fields to fill in, 1 field filled in already, 1 optional field, 2 waits, 1 word to read',
  );
  assert.equal(costWords({ clicks: 0, required: 0, toFill: 0, optional: 0, waits: 0, words: undefined, atLeast: false }), '0 clicks');
  const out = waysOut(flows.find((f) => f.id === '2024') as Flow);
  assert.deepEqual(out, [
    { label: 'Look at the friend request instead', screens: [1] },
    { label: 'Close', screens: [2] },
    { label: 'Give up', screens: [3, 4, 5] },
  ]);
});
