import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { easyFindings, easyLines, LINE_RULES } from './easy.ts';

const says = (body: string, lang: string) => easyFindings(body, lang).map((f) => f.what);
/** A fault for each rule about a line, and the same said well. */
const PLANTED: Readonly<Record<string, readonly (readonly [lang: string, wrong: string, right: string, what: RegExp])[]>> = {
  'sentence-length': [
    ['en', 'You can ask a good friend to sit with you for a while today.', 'You can ask a friend.', /14 words/],
    ['de', 'Sie können heute einen guten Freund um seine Hilfe bitten, oder Nachbarn.', 'Sie können um Hilfe bitten.', /12 words/],
    ['fr', 'Vous pouvez demander de l’aide à un ami ou à une amie de votre quartier.', 'Demandez de l’aide.', /words/],
  ],
  'one-sentence-a-line': [
    ['en', 'You say no. It helps.', 'You say no.\nIt helps.', /more than one sentence/],
    ['de', 'Sie sagen Nein. Das hilft.', 'Am 27. Mai sagen Sie Nein.', /more than one sentence/],
  ],
  'whole-sentence': [['en', 'You say no\nto Meta.', 'You say no to Meta.', /does not end/]],
  'side-clause': [
    ['en', 'You wait because Meta is slow.', 'You wait if Meta is slow.', /“because”/],
    ['en', 'You know that Meta is slow.', 'That means: You wait.', /“that”/],
    ['en', 'You ask a friend who knows it.', 'Who helps you is your choice.', /“who”/],
    ['de', 'Sie warten, weil Meta langsam ist.', 'Sie warten, wenn Meta langsam ist.', /“weil”/],
    ['de', 'Das ist der Brief, der fehlt.', 'Der Brief fehlt.', /“, der”/],
    ['de', 'Sie schreiben, damit Meta antwortet.', 'Damit lernt der Computer.', /“damit”/],
  ],
  passive: [
    ['en', 'Your photo is used by Meta.', 'Meta uses your photo.', /“is used”/],
    ['en', 'Your name was not seen.', 'You see your name.', /“was not seen”/],
    ['de', 'Ihr Foto wird von Meta benutzt.', 'Meta benutzt Ihr Foto.', /“wird”/],
    ['de', 'Die Fotos werden hochgeladen.', 'Die Freunde werden alt.', /“werden”/],
    ['de', 'Das ist verboten worden.', 'Das ist verboten.', /“worden”/],
  ],
  genitive: [
    ['de', 'Das ist der Name des Freundes.', 'Das ist der Name von dem Freund.', /“des”/],
    ['de', 'Das ist die Antwort der Firma.', 'In der Firma schreiben Sie der Firma.', /“Antwort der F”/],
    ['de', 'Metas Antwort kommt.', 'Die Antwort von Meta kommt.', /“Metas”/],
  ],
  subjunctive: [
    ['en', 'You should say no.', 'You can say no in May.', /“should”/],
    ['en', 'Meta may answer.', 'Perhaps Meta answers.', /“may”/],
    ['de', 'Sie sollten Nein sagen.', 'Sagen Sie Nein.', /“sollten”/],
  ],
  'double-negation': [
    ['en', 'You do not need nothing.', 'You need nothing.', /two negations/],
    ['en', 'You can’t go without it.', 'You need it.', /two negations/],
    ['de', 'Das geht nicht ohne Passwort.', 'Das geht nur mit Passwort.', /two negations/],
  ],
  digits: [
    ['en', 'Wait for two months.', 'Wait for 2 months. ', /“two”/],
    ['de', 'Warten Sie zwei Monate.', 'Warten Sie 2 Monate.', /“zwei”/],
  ],
  'percent-and-big-numbers': [
    ['en', 'This is 50% of it.', 'This is half of it.', /“%”/],
    ['de', 'Das sind 5 Prozent.', 'Das sind wenige.', /“Prozent”/],
    ['en', 'Meta has 20,000 words.', 'Meta started in 2025.', /big number/],
  ],
  'special-characters': [['en', 'Say no (it is free).', 'Say no.', /“\(” is a special character/]],
  italics: [['en', 'Say *no* to Meta.', 'Say **no** to Meta.', /italics/]],
  'questions-are-headings': [
    ['en', '## The answer', '## What is the answer?', /no question/],
    ['de', 'Was ist das?', 'Das ist es.', /a question inside/],
  ],
};

test('every rule about a line has a planted fault', () => assert.deepEqual(Object.keys(PLANTED).sort(), LINE_RULES.map((r) => r.id).sort()));

for (const rule of LINE_RULES)
  for (const [lang, wrong, right, what] of PLANTED[rule.id] ?? [])
    test(`${rule.id} (${lang}): ${wrong.replace('\n', ' / ')}`, () => {
      assert.ok(
        says(wrong, lang).some((w) => what.test(w)),
        says(wrong, lang).join('\n') || 'nothing found',
      );
      assert.deepEqual(says(right, lang), []);
    });

test('a paragraph has at most 3 sentences, with claims and without', () => {
  const line = '<Claim id="a">You say no.</Claim>\n';
  assert.deepEqual(says(line.repeat(3), 'en'), []);
  assert.match(says(line.repeat(4), 'en').join(), /4 sentences in a paragraph/);
  assert.deepEqual(says(`${line.repeat(2)}\n${line.repeat(2)}`, 'en'), []);
});

test('a difficult word is bold and explained where it first stands', () => {
  assert.match(says('You see a form.\n\nA **form** means: a page with boxes.', 'en').join(), /“form” is not explained/);
  assert.match(says('You see a **form**.', 'en').join(), /“form” is not explained/);
  assert.match(says('A form means: a page with boxes.', 'en').join(), /“form” is not explained/);
  assert.deepEqual(says('## What is a form?\n\nA **form** means: a page with boxes.\n\nOpen the forms.', 'en'), []);
  assert.match(says('Sie haben ein Konto.', 'de').join(), /“Konto” is not explained/);
  assert.deepEqual(says('Sie haben ein **Konto**.\nKonto bedeutet: Ihr Platz.', 'de'), []);
});

test('an abbreviation is explained', () => {
  assert.match(says('You are in the EU.', 'en').join(), /“EU” is an abbreviation/);
  assert.deepEqual(says('**EU** is short for European Union.', 'en'), []);
  assert.match(says('Sie haben z. B. Fotos.', 'de').join(), /“z\. B\.” is an abbreviation/);
});

test('a long word is parted or explained', () => {
  assert.match(says('Lesen Sie die Datenschutzrichtlinie.', 'de').join(), /“Datenschutzrichtlinie” has 21 letters/);
  assert.deepEqual(says('Lesen Sie die Daten-Schutz-Regeln und Daten·schutz·regeln.', 'de'), []);
  assert.deepEqual(says('Lesen Sie **Datenschutzrichtlinie**.\nDas heißt: Regeln von Meta.', 'de'), []);
});

test('titles of steps are read too, links and claims are not', () => {
  assert.match(says('<Step id="a" title="Your photo is used">\n\nOpen it.\n\n</Step>', 'en').join(), /passive/);
  assert.deepEqual(says('[See the steps](/object/because/).\n<Claim id="was-used because">Say no.</Claim>', 'en'), []);
});

test('a finding has the line of the body', () => assert.equal(easyFindings('Say no.\n\n- Wait for two months.', 'en')[0]?.line, 3));

test('the easy page keeps its own rules', () => {
  const text = readFileSync(new URL('../../content/en/info/easy.mdx', import.meta.url), 'utf8');
  assert.match(text, /^reading: easy$/m);
  assert.deepEqual(says(text.replace(/^---[\s\S]*?\n---\n/, ''), 'en'), []);
});

test('each sentence gets a line of its own, in paragraphs of the text only', () =>
  assert.equal(easyLines('<p>One.\n<span>Two.</span></p><p class="x">a\nb</p>'), '<p>One.<br>\n<span>Two.</span></p><p class="x">a\nb</p>'));
