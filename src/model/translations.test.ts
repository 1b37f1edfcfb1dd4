import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWords } from '../domain/translation.ts';
import { interfaceTexts } from './interface-texts.ts';

const SAID = [{ text: 'Seen {day} in <a>the list</a>' }, { text: '{n} photos of {who}', one: '{n} photo of {who}' }];
const GOOD = { 'Seen {day} in <a>the list</a>': 'In <a>der Liste</a> am {day} gesehen', '{n} photos of {who}': { one: 'ein Foto von {who}', other: '{n} Fotos von {who}' } };
const said = (words: object): string[] => compareWords(SAID, words as Record<string, unknown>).map((d) => d.what);

test('right words, and words that are missing, are no problem', () => {
  assert.deepEqual(said(GOOD), []);
  assert.deepEqual(said({}), []);
});

test('a text the code no longer says is found', () => {
  assert.match(said({ ...GOOD, 'Gone long ago': 'Längst fort' }).join(), /“Gone long ago” is said nowhere/);
});

test('a place to fill in that is missing or new is found, in each form', () => {
  assert.match(said({ 'Seen {day} in <a>the list</a>': 'In <a>der Liste</a> gesehen' }).join(), /missing: \{day\}/);
  assert.match(said({ '{n} photos of {who}': { one: 'ein Foto', other: '{n} Fotos von {who} {day}' } }).join(), /one: .*missing: \{who\}.*other: .*not in the English: \{day\}/);
});

test('a mark that differs is found', () => {
  assert.match(said({ 'Seen {day} in <a>the list</a>': 'In <b>der Liste</b> am {day} gesehen' }).join(), /missing: <a> <\/a>; not in the English: <b> <\/b>/);
  assert.match(said({ 'Seen {day} in <a>the list</a>': 'In <a>der Liste am {day} gesehen' }).join(), /missing: <\/a>/);
});

test('one text where forms are needed, and forms where one text is, are found', () => {
  assert.match(said({ '{n} photos of {who}': '{n} Fotos von {who}' }).join(), /not the forms/);
  assert.match(said({ '{n} photos of {who}': { one: '{n} Foto von {who}' } }).join(), /not the forms/);
  assert.match(said({ 'Seen {day} in <a>the list</a>': { other: 'x' } }).join(), /not one text/);
});

test('the texts of the interface are collected from the code', () => {
  const texts = interfaceTexts(process.cwd());
  assert.ok(texts.length > 1000);
  assert.deepEqual(
    texts.filter((s) => /^\s|\s$/.test(s.text)).map((s) => s.text),
    [],
    'spaces around a text belong into the code',
  );
  const vague = /\{(value|length|undefined|join|[a-z]+[A-Z]?[a-z]*2)\}/;
  assert.deepEqual(
    texts.filter((s) => vague.test(s.text)).map((s) => s.text),
    [],
    'a place to fill in is named after what stands in it',
  );
});
