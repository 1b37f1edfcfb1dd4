import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareBodies, compareTexts, followedText, overlay, textPaths, textsOf, tooLong, withTexts, wordingProblems } from './translation.ts';

const PLAN = textPaths('plan.yml');
const english = { id: 'plan', questions: [{ id: 'where', ask: 'Where?', why: 'For {law}.', options: [{ id: 'eu', label: 'In the EU', short: 'EU' }] }] };
const german = { id: 'plan', questions: [{ id: 'where', ask: 'Wo?', why: 'Wegen {law}.', options: [{ id: 'eu', label: 'In der EU', short: 'EU' }] }] };
const what = (list: { what: string }[]): string => list.map((d) => d.what).join('; ');

test('texts are found by their place, and laid over the English; ids stay', () => {
  assert.deepEqual([...textsOf(english, PLAN)].slice(0, 2), [
    ['questions.where.ask', 'Where?'],
    ['questions.where.why', 'For {law}.'],
  ]);
  assert.deepEqual(overlay(english, german, PLAN), german);
  assert.equal(overlay({ a: 1, title: 'x' }, { a: 2, title: 'y' }, ['title']).a, 1, 'only texts are taken');
});

test('a missing text is behind, one too many and a lost place to fill in are faults', () => {
  assert.deepEqual(compareTexts(english, german, PLAN), []);
  const [missing] = compareTexts(english, { questions: [{ id: 'where', ask: 'Wo?', why: 'Wegen {law}.' }] }, PLAN);
  assert.match(missing?.what ?? '', /no translation of questions\.where\.options\.eu\.label/);
  assert.equal(missing?.behind, true);
  assert.match(what(compareTexts(english, { questions: [{ ...german.questions[0], why: 'Wegen des Gesetzes.' }] }, PLAN)), /the places to fill in differ \(missing: \{law\}/);
  assert.match(what(compareTexts(english, { questions: [...german.questions, { id: 'wo', ask: 'Wo?' }] }, PLAN)), /questions\.wo\.ask is not in the English file/);
});

test('a body keeps its headings, claims and links, in any order of sentences', () => {
  const en = '## One\n\n<Claim id="a">Text.</Claim> [link](/x/)\n\n### Two\n';
  assert.deepEqual(compareBodies(en, '## Eins\n\n[Verweis](/x/) <Claim id="a">Satz.</Claim>\n\n### Zwei\n'), []);
  assert.match(what(compareBodies(en, '## Eins\n\n<Claim id="a">Satz.</Claim> [V](/x/)\n\n## Zwei\n')), /2 headings \(2,2\), the English has 2 \(2,3\)/);
  assert.match(
    what(compareBodies(en, '## Eins\n\n<Claim id="b">Satz.</Claim> [V](/y/)\n\n### Zwei\n')),
    /components missing: <Claim id="a">.*does not have: <Claim id="b">.*links missing: \/x\/.*does not have: \/y\//,
  );
});

test('English left over, foreign quotation marks and forbidden words are found; quotations may be English', () => {
  const terms = [{ id: 'objection', en: 'objection', use: 'Widerspruch', not: ['Einspruch'] }];
  assert.deepEqual(wordingProblems('Meta schreibt „you have the right and they will“ in der Nachricht.', 'de', terms), []);
  assert.match(what(wordingProblems('This is what they would have from the form.', 'de', terms)), /this looks English/);
  assert.match(what(wordingProblems('Das Wort "Ja" und “Nein”.', 'de', terms)), /quotation mark " ”/);
  assert.match(what(wordingProblems('Legen Sie Einspruch ein.', 'de', terms)), /“Einspruch” for objection/);
  assert.deepEqual(wordingProblems('<Claim id="einspruch">Der Widerspruch</Claim> [hier](/einspruch/)', 'de', terms), []);
});

test('a text that does not fit its place is found; a sentence of the glossary is none', () => {
  assert.match(what(tooLong({ short: 'EU' }, { short: 'in allen Staaten der Europäischen Union' }, ['short'])), /short has 39 characters/);
  assert.deepEqual(tooLong({ short: 'A program that learned patterns from examples.' }, { short: 'Ein Programm, das Muster aus Beispielen gelernt hat.' }, ['short']), []);
});

test('the fingerprint follows texts and nothing else', () => {
  const paths = ['title'];
  assert.equal(followedText({ title: 'x', checked: '2026-01-01' }, paths, 'b'), followedText({ title: 'x', checked: '2027-01-01' }, paths, 'b'));
  assert.notEqual(followedText({ title: 'x' }, paths, 'b'), followedText({ title: 'x' }, paths, 'c'));
});

test('a checked record takes the texts, and search words whole', () => {
  assert.deepEqual(withTexts({ as: 'text', title: 'x', aliases: ['a'] }, { title: 'y', aliases: ['b', 'c'] }), { as: 'text', title: 'y', aliases: ['b', 'c'] });
});
