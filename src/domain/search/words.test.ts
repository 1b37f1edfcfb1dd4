import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemmer } from 'stemmer';
import { fold, Lexicon, words } from './words.ts';

const language = {
  stemmer: 'english',
  minor: ['i', 'do', 'not', 'to', 'my', 'me', 'the', 'out', 'no'],
  asking: ['how'],
  telling: ['yesterday', 'picture'],
  names: ['facebook'],
  sounds: [
    ['ph', 'f'],
    ['ei', 'ai'],
    ['c', 'k'],
  ] as [string, string][],
  synonyms: [
    ['object', 'opt out', 'say no'],
    ['photo', 'picture'],
    ['no account', 'not on facebook'],
  ],
};
const lexicon = new Lexicon(language, stemmer);
const concepts = (text: string) => lexicon.units(text).map((u) => `${u.surface}:${u.concept}`);

test('accents, ligatures and umlauts fold; Cyrillic and Greek stay', () => {
  assert.equal(fold('Größe Ærø Łódź Côte Äpfel'), 'grosse aero lodz cote apfel');
  assert.equal(fold('КЗЛД'), 'кзлд');
});

test('words: hyphens part, apostrophes tie', () => {
  assert.deepEqual(words('Opt-out: Meta’s e-mail, don’t; they’ve l’objection I’d!'), ['opt', 'out', 'meta', 'e', 'mail', 'dont', 'they', 'objection', 'i']);
  assert.deepEqual(words(''), []);
  assert.deepEqual(words('… — !'), []);
});

test('a phrase is one unit, also with one word inside it and written as one word', () => {
  assert.deepEqual(concepts('how do I opt out'), ['how:-1', 'do:-1', 'i:-1', 'opt out:0']);
  assert.deepEqual(concepts('opt me out'), ['opt out:0', 'me:-1']);
  assert.deepEqual(concepts('optout'), ['optout:0']);
  assert.deepEqual(concepts('not on Facebook pictures'), ['not on facebook:2', 'pictures:1']);
  assert.deepEqual(concepts('no facebook account'), ['no account:2', 'facebook:-1']);
});

test('endings fall away, small words weigh little', () => {
  assert.equal(lexicon.term('objecting'), lexicon.term('objection'));
  assert.deepEqual(
    lexicon.units('how to object').map((u) => u.weight),
    ['asking', 'minor', 'full'],
  );
});

test('a word told around the question weighs little, alone and with synonyms, but not inside a phrase', () => {
  assert.deepEqual(
    lexicon.units('yesterday picture photo').map((u) => `${u.weight}:${u.concept}`),
    ['telling:-1', 'telling:1', 'full:1'],
  );
  const phrase = new Lexicon({ ...language, synonyms: [['object', 'only yesterday']] }, stemmer).units('only yesterday');
  assert.deepEqual([phrase.length, phrase[0]?.weight], [1, 'full']);
});

test('words that sound alike have one sound', () => {
  assert.equal(lexicon.sound('feisbuk'), lexicon.sound('facebuk'.replace('c', 's')));
  assert.equal(lexicon.sound('fotograph'), lexicon.sound('photograf'));
});
