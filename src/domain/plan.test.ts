import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../model/read.ts';
import type { Plan } from '../schema/plan.ts';
import { holds } from './letter.ts';
import { combinations, endingsFor, fromFragment, PAGE_QUESTIONS, planFor, planPath, QUESTIONS, remaining, STEP_QUESTIONS } from './plan.ts';

const plan = readContent(process.cwd()).plan[0]?.value as Plan;

test('at most six questions; each says why and takes "I don’t know"', () => {
  assert.ok(plan.questions.length <= 6);
  for (const q of plan.questions) {
    assert.ok(q.why.length > 20 && q.why.split(' ').length <= 25, q.id);
    assert.ok(
      q.options.some((o) => o.id === 'unknown'),
      q.id,
    );
  }
});

test('every path leads to a complete plan', () => {
  const every = combinations(plan.questions);
  assert.equal(
    every.length,
    plan.questions.reduce((n, q) => n * q.options.length, 1),
  );
  for (const answers of every) {
    const label = Object.values(answers).join(' ');
    const steps = planFor(plan.steps, answers);
    const ids = steps.map((s) => s.id);
    const where = answers.where ?? '';
    assert.ok(steps.length >= 2 && steps.length <= 16, `${label}: ${steps.length} steps`);
    assert.ok(
      steps.every((s) => s.left === undefined),
      `${label}: nothing left open`,
    );
    assert.ok(
      steps.every((s) => s.links.length > 0),
      `${label}: every step leads on: ${steps
        .filter((s) => s.links.length === 0)
        .map((s) => s.id)
        .join()}`,
    );
    assert.equal(ids.at(-1), 'limits', `${label}: the limits are said`);
    const ending = endingsFor(plan.endings, answers).map((e) => e.text);
    assert.equal(ending.length, 1, `${label}: one ending`);
    assert.match(ending[0] ?? '', /\d+ days|one month|three months/, `${label}: it says by when`);
    if (['eu-eea', 'gb', 'ch', 'br'].includes(where)) {
      assert.ok(ids.includes('evidence') && ids.includes('complain'), `${label}: evidence and complaint`);
      if (['nothing', 'message'].includes(answers.happened ?? '')) assert.ok(ids[0]?.startsWith('object'), `${label}: starts with the objection, not ${ids[0]}`);
    } else assert.ok(!ids.includes('object') && !ids.includes('deadline'), `${label}: promises no right that we did not find`);
  }
});

test('a page chosen by three answers holds all the steps the other answers can choose', () => {
  const pageQuestions = plan.questions.filter((q) => (PAGE_QUESTIONS as readonly string[]).includes(q.id));
  const others = combinations(plan.questions.filter((q) => (STEP_QUESTIONS as readonly string[]).includes(q.id)));
  for (const known of combinations(pageQuestions)) {
    const page = planFor(plan.steps, known);
    for (const rest of others) {
      const shown = page.filter((s) => holds(s.left, rest as Record<string, string>, '')).map((s) => s.id);
      assert.deepEqual(
        shown,
        planFor(plan.steps, { ...known, ...rest }).map((s) => s.id),
      );
    }
  }
});

test('conditions split into what is known and what is open', () => {
  assert.equal(remaining({ where: ['gb'] }, { where: 'gb' }), undefined);
  assert.equal(remaining({ where: ['gb'] }, { where: 'ch' }), false);
  assert.deepEqual(remaining({ where: ['gb'], age: ['adult'] }, { where: 'gb' }), { age: ['adult'] });
});

test('a link carries only listed answers', () => {
  assert.deepEqual(fromFragment('#facebook.adult.all', plan.questions), { product: 'facebook', age: 'adult', worry: 'all' });
  assert.deepEqual(fromFragment('#facebook', plan.questions), { product: 'facebook' });
  for (const odd of ['', '#', '#<script>', '#facebook.<b>', '#__proto__.x', '#constructor', '#facebook.adult.all.more', `#${'a'.repeat(10_000)}`, '#%00', '#.adult'])
    for (const [q, a] of Object.entries(fromFragment(odd, plan.questions))) assert.ok(plan.questions.find((x) => x.id === q)?.options.some((o) => o.id === a));
  assert.deepEqual(fromFragment('#<script>.adult', plan.questions), {});
  assert.equal(planPath({ where: 'gb', account: 'no' }), '/plan/gb/no/');
  assert.equal(QUESTIONS.length, 6);
});
