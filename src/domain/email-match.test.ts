import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Passage } from '../schema/explain.ts';
import { matchMessage, normalise } from './email-match.ts';

const passages = parse(readFileSync('content/data/email-passages.yml', 'utf8')) as Passage[];

test('the message quoted in the first article is known, in any form of quotation marks and line breaks', () => {
  const text =
    'To help bring these experiences to you, we’ll now rely on the legal\nbasis called legitimate interests for using your information to develop and improve AI at Meta. This means that you have the right to object to how your information is used for these purposes. If your objection is honoured, it will be applied from then on.';
  const expected = ['experiences', 'legal-basis', 'right-to-object', 'if-honoured', 'from-then-on'];
  for (const t of [text, text.toUpperCase(), text.replaceAll(' ', '  \n'), text.replaceAll('’', "'"), text.replaceAll('a', 'a\u00ad')])
    assert.deepEqual(matchMessage(t, passages), { passages: expected, message: '2024' });
});

test('each passage finds itself', () => {
  for (const p of passages) for (const f of p.find) assert.ok(matchMessage(`… ${f} …`, passages).passages.includes(p.id), `${p.id}: ${f}`);
});

test('an unknown text finds nothing, and a tie names no message', () => {
  assert.deepEqual(matchMessage('Your parcel is waiting. Pay 2 euros.', passages), { passages: [], message: undefined });
  assert.deepEqual(matchMessage('', passages).passages, []);
  assert.equal(matchMessage('if your objection is honoured … public posts and comments', passages).message, undefined);
});

test('hostile text stays text', () => assert.equal(normalise('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>'));
