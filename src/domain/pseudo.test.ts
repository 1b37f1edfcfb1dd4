import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pseudo } from './pseudo.ts';

test('letters get marks and words get longer; places to fill in, tags and addresses stay', () => {
  assert.equal(pseudo('Ask {name} in <a href="/object/">your own</a> [words](/letters/).'), 'Ášk {name} íñ <a href="/object/">ýóúrúr ówñ</a> [wórdšdš](/letters/).');
});

test('the turned one runs from right to left', () => assert.match(pseudo('Copy link', true), /^[\u05d0-\u05ea]+ [\u05d0-\u05ea]+$/));
