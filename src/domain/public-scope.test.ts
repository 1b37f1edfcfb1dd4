import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Scope } from '../schema/explain.ts';
import { parseSituation, situationCode, situations, verdictFor } from './public-scope.ts';

const scope = parse(readFileSync('content/data/public-scope.yml', 'utf8')) as Scope;
const verdict = (code: string) => verdictFor(scope.rules, parseSituation(code, scope) ?? assert.fail(code)).verdict;

test('the cases people ask about', () => {
  assert.equal(verdict('post.public.open.adult'), 'covered');
  assert.equal(verdict('post.friends.open.adult'), 'left-out');
  assert.equal(verdict('profile.only-me.private.adult'), 'covered', 'the profile picture is always public');
  assert.equal(verdict('comment.friends.private.adult'), 'covered');
  assert.equal(verdict('post.public.open.minor'), 'left-out');
  assert.equal(verdict('others.public.private.minor'), 'covered', 'a child in an adult’s public photo');
  assert.equal(verdict('others.friends.open.adult'), 'left-out');
  assert.equal(verdict('message.public.open.adult'), 'left-out');
  assert.equal(verdict('ai-whatsapp.friends.open.adult'), 'disputed');
  assert.equal(verdict('ai-chat.only-me.private.adult'), 'covered');
  assert.equal(verdict('ai-chat.only-me.private.minor'), 'unclear');
});

test('every situation has one verdict, and its code leads back to it', () => {
  const all = situations(scope);
  assert.equal(all.length, scope.kinds.length * scope.audiences.length * scope.accounts.length * scope.ages.length);
  for (const s of all) {
    assert.ok(verdictFor(scope.rules, s));
    assert.deepEqual(parseSituation(situationCode(s), scope), s);
  }
  for (const bad of ['', 'post', 'post.public.open', 'x.y.z.w', '<b>', 'post.public.open.adult.more']) assert.equal(parseSituation(bad, scope), undefined);
});

test('an audience never matters where the rules say that it does not', () => {
  for (const kind of ['profile', 'group', 'comment', 'message', 'ai-chat'])
    for (const age of ['adult', 'minor']) {
      const found = new Set(
        situations(scope)
          .filter((s) => s.kind === kind && s.age === age)
          .map((s) => verdictFor(scope.rules, s).id),
      );
      assert.equal(found.size, 1, `${kind}, ${age}`);
    }
});

test('a situation without a rule is an error', () => assert.throws(() => verdictFor([], { kind: 'a', audience: 'b', account: 'c', age: 'd' }), /no rule for a, b, c, d/));
