import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../model/read.ts';
import { asText, clean, compose, fieldErrors, holds, placeholders, visibleFields, type Field, type Letter, type Values } from './letter.ts';
import { neverHolds } from './letter-check.ts';
import { byHand } from './letter-sheet.ts';
import { dayError } from './deadline.ts';
import type { FieldWords, LetterField, LetterSkeleton, LetterWords } from '../schema/letter.ts';

const content = readContent(process.cwd());
const all = <T>(list: { value: unknown }[]): T[] => list.map((r) => r.value as T);
const fields = new Map(all<LetterField>(content.letterFields).map((f) => [f.id, f]));
const fieldWords = new Map(all<FieldWords>(content.fieldWords).map((f) => [f.id, f]));
const words = new Map(all<LetterWords>(content.letterWords).map((w) => [w.id, w]));
const skeletons = all<LetterSkeleton>(content.letters);

/** The project's own letters, as the pages build them. */
function build(s: LetterSkeleton, law: string): Letter {
  const own: Field[] = s.fields.map(
    (f) =>
      ({
        ...(fields.get(f.id) as LetterField),
        ...f,
        ...fieldWords.get(f.id),
        label: fieldWords.get(f.id)?.label ?? '',
        says: fieldWords.get(f.id)?.options,
        options: fields.get(f.id)?.options,
      }) as Field,
  );
  return {
    id: s.id,
    law,
    fields: own,
    paragraphs: s.paragraphs.map((p) => ({ ...p, as: p.as ?? 'text', text: words.get(s.id)?.paragraphs[p.id] ?? '' })),
    given: { law: law.toUpperCase(), controller: 'Meta Platforms Ireland Limited', 'controller-address': 'Merrion Road, Dublin 4', guide: 'https://example.org/object/' },
  };
}
const letters = skeletons.flatMap((s) => s.laws.map((law) => build(s, law)));
const formats = { date: (d: string) => d };

/** A small generator with a seed, so that a failing input can be made again. */
function random(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x / 2 ** 32;
  };
}

test('all eight letters are here, four laws where the law differs', () => {
  assert.deepEqual(
    skeletons.map((s) => `${s.id} ${s.laws.join(',')}`),
    ['objection', 'no-account', 'erasure', 'access', 'follow-up', 'refusal', 'complaint'].map((id) => `${id} gdpr,uk,ch,br`).concat('friend gdpr'),
  );
});

test('any mixture of answers makes a letter without holes: no placeholder, no empty paragraph, one subject', () => {
  const next = random(7);
  let made = 0;
  for (const letter of letters)
    for (let i = 0; i < 200; i += 1) {
      const values: Record<string, string | string[]> = {};
      for (const f of letter.fields) {
        const options = f.options ?? [];
        const filled = next() < 0.7;
        if (f.kind === 'many') values[f.id] = filled ? options.filter(() => next() < 0.5) : [];
        else if (f.kind === 'one') values[f.id] = filled ? (options[Math.floor(next() * options.length)] ?? '') : '';
        else values[f.id] = filled ? (f.kind === 'day' ? '2026-11-01' : `text of ${f.id}`) : '';
      }
      const shown = new Set(visibleFields(letter, values).map((f) => f.id));
      const counted = Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id)));
      const c = compose(letter, counted, formats);
      const text = asText(c, [], 'Attached:');
      assert.deepEqual(placeholders(text), [], `${letter.id} ${letter.law} ${JSON.stringify(counted)}`);
      assert.ok(c.subject.length > 5, `${letter.id} ${letter.law} has a subject`);
      assert.ok(!/undefined|\bnull\b|\[object/.test(text), text);
      assert.ok(
        c.body.every((p) => (Array.isArray(p) ? p.length > 0 && p.every((x) => x.trim() !== '') : p.trim() !== '')),
        `${letter.id} ${letter.law}`,
      );
      made += 1;
    }
  assert.ok(made >= 5000);
});

test('each condition is met by some answers, and each letter has a form to fill in by hand', () => {
  for (const letter of letters) {
    const s = skeletons.find((x) => x.id === letter.id) as LetterSkeleton;
    for (const p of s.paragraphs) assert.equal(neverHolds(p.when, s, fields), undefined, `${letter.id} ${p.id}`);
    const hand = byHand(letter);
    assert.equal(hand.length, letter.paragraphs.length);
    assert.deepEqual(placeholders(hand.map((h) => h.text).join(' ')), [], letter.id);
  }
});

test('conditions: filled, empty, one of, several', () => {
  assert.ok(holds({ a: 'filled' }, { a: ' x ' }, 'gdpr'));
  assert.ok(!holds({ a: 'filled' }, { a: '  ' }, 'gdpr'));
  assert.ok(holds({ a: 'empty' }, {}, 'gdpr'));
  assert.ok(holds({ a: ['x'], law: ['uk', 'gdpr'] }, { a: ['w', 'x'] }, 'uk'));
  assert.ok(!holds({ a: ['x'], law: ['uk'] }, { a: 'x' }, 'gdpr'));
});

test('impossible conditions are found', () => {
  const skeleton = (when: object, fieldWhen?: object) => ({ id: 'l', laws: ['gdpr'], fields: [{ id: 'role' }, { id: 'accounts', when: fieldWhen }], paragraphs: [{ id: 'p', when }] }) as never;
  const known = new Map([
    ['role', { id: 'role', kind: 'one', options: ['holder', 'none'] }],
    ['accounts', { id: 'accounts', kind: 'text' }],
  ]);
  const why = (when: object, fieldWhen?: object) => neverHolds(when as never, skeleton(when, fieldWhen), known);
  assert.match(why({ role: ['hodler'] }) ?? '', /not one of holder, none/);
  assert.match(why({ nope: 'filled' }) ?? '', /not a field of this letter/);
  assert.match(why({ accounts: ['x'] }) ?? '', /no options/);
  assert.match(why({ role: ['none'], accounts: 'filled' }, { role: ['holder'] }) ?? '', /two different answers to "role"/);
  assert.match(why({ law: ['uk'] }) ?? '', /not one of gdpr for "law"/);
  assert.equal(why({ role: ['holder'], accounts: 'filled' }, { role: ['holder'] }), undefined);
});

test('pasted formatting is mended, and nothing the reader typed is lost', () => {
  assert.equal(clean('A\u00a0B\u200b\r\nC\u2028D', true), 'A B\nC\nD');
  assert.equal(clean('  one\ttwo\nthree ', false), 'one two three');
  const family = '👩‍👩‍👧 नमस्ते مرحبا';
  assert.equal(clean(family, true), family.normalize('NFC'));
  assert.equal(clean('a\u202egnp.exe', false), 'agnp.exe', 'no hidden change of direction');
});

// What people type, paste or throw at a form. Each is tried in every letter and field: far more than 300 inputs.
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '{name} {controller} {law} {{7*7}} ${7*7}',
  '$& $1 $` $$',
  'javascript:alert(1)',
  "'; DROP TABLE letters; --",
  '\u202eright to left\u202c',
  'مرحبا بالعالم، هذا نص من اليمين إلى اليسار',
  'שלום עולם',
  '👩‍👩‍👧‍👦🏳️‍🌈🇪🇺',
  'é\u0301\u0301\u0301\u0301 Z̷̢̛a̵l̸g̵o̷',
  '\u0000\u0007\u001b[31mred',
  '\ud83d',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
  '\n\n\n\n\n',
  '   \t  ',
  '__proto__',
  'constructor',
  '%00%0a%0d',
  '&lt;b&gt;already escaped&lt;/b&gt;',
  '1e309',
  '2026-02-30',
  '9999-99-99',
];

test('hostile and odd inputs: no exception, shown as typed, too long is said and not cut', () => {
  let tried = 0;
  for (const letter of letters)
    for (const field of letter.fields)
      for (const input of HOSTILE) {
        const isText = field.kind === 'line' || field.kind === 'text';
        const values: Values = { [field.id]: field.kind === 'many' ? [input] : input };
        const before = JSON.stringify(values);
        const errors = fieldErrors(letter, values, (t) => dayError(t, '2026-11-24'));
        const text = asText(compose(letter, values, formats), [], 'Attached:');
        assert.equal(JSON.stringify(values), before, 'nothing typed is changed');
        if (field.kind === 'day' && input.trim() !== '') assert.match(errors.get(field.id) ?? 'hidden', /^day-|^too-long|hidden/);
        const limit = field.max ?? (field.kind === 'text' ? 4000 : 200);
        if (isText && input.length > limit && visibleFields(letter, values).includes(field)) assert.equal(errors.get(field.id), 'too-long');
        // Shown in the letter wherever a paragraph asks for it, braces and dollar signs as typed.
        if (isText && letter.paragraphs.some((p) => p.when === undefined && p.as === 'text' && p.text.includes(`{${field.id}}`))) {
          const shown = clean(input, field.kind === 'text');
          if (shown !== '') assert.ok(text.includes(shown), `${letter.id} ${field.id} ${JSON.stringify(input.slice(0, 40))}`);
        }
        tried += 1;
      }
  assert.ok(tried > 300, String(tried));
});

test('required fields are few, and empty ones are named in the order of the form', () => {
  for (const letter of letters) {
    const missing = compose(letter, {}, formats).missing;
    assert.deepEqual([...fieldErrors(letter, {}, () => undefined).keys()], missing);
    assert.ok(missing.length <= 6, `${letter.id} ${letter.law}: ${missing.join()}`);
  }
});

/** Every mixture of answers to the questions with one answer, each other required field filled with a word of its own. */
function* leastFilled(letter: Letter): Generator<Record<string, string | string[]>> {
  const ones = letter.fields.filter((f) => f.kind === 'one' && f.required);
  const mixtures = ones.reduce<Record<string, string>[]>((all, f) => all.flatMap((v) => (f.options ?? []).map((o) => ({ ...v, [f.id]: o }))), [{}]);
  for (const mixture of mixtures) {
    const values: Record<string, string | string[]> = { ...mixture };
    // Twice: a field can ask for another one.
    for (let i = 0; i < 2; i += 1)
      for (const f of visibleFields(letter, values))
        if (f.required && values[f.id] === undefined) values[f.id] = f.kind === 'many' ? [f.options?.[0] ?? ''] : f.kind === 'day' ? '2026-11-01' : `word-${f.id}`;
    yield values;
  }
}

test('what is required is in the letter, and with nothing else filled in no gap is left', () => {
  let made = 0;
  for (const letter of letters)
    for (const values of leastFilled(letter)) {
      const text = asText(compose(letter, values, formats), [], 'Attached:');
      const label = `${letter.id} ${letter.law} ${JSON.stringify(values)}`;
      assert.deepEqual([...fieldErrors(letter, values, () => undefined)], [], label);
      // The sender's contact and the authority stand in the head of the letter, which the page makes.
      for (const [id, value] of Object.entries(values))
        if (typeof value === 'string' && value.startsWith('word-') && !['contact', 'authority'].includes(id)) assert.ok(text.includes(value), `${label}: ${id} is asked for and not used\n${text}`);
      assert.doesNotMatch(text, /\[[a-z][^\]]*\]/, label);
      made += 1;
    }
  assert.ok(made > 60, String(made));
});

test('nothing is stated that the reader did not say: a complaint to Meta, a country, an answer', () => {
  const letter = (id: string, law: string) => letters.find((l) => l.id === id && l.law === law) as Letter;
  const written = (id: string, law: string, values: Values) => asText(compose(letter(id, law), values, formats), [], 'Attached:');
  const facts = { authority: 'ICO', name: 'Ada', contact: 'x', request: 'objection', 'sent-on': '2026-10-01' };
  assert.doesNotMatch(written('complaint', 'uk', facts), /complained to the controller first/);
  assert.match(written('complaint', 'uk', { ...facts, 'complained-on': '2026-11-05' }), /On 2026-11-05 I complained to the controller first/);
  assert.match(written('complaint', 'gdpr', { ...facts, country: 'Austria' }), /as the authority for Austria/);
  assert.match(written('complaint', 'gdpr', { ...facts, country: 'Austria', 'link-to-country': 'work' }), /I work in Austria\./);
  assert.match(written('complaint', 'gdpr', facts), /Meta Platforms Ireland Limited, Merrion Road/);
  assert.doesNotMatch(written('complaint', 'uk', facts), /Article 77/, 'whether the UK still has an Article 77 was not read');
  assert.match(written('friend', 'gdpr', { friend: 'Kim', about: ['me'], wishes: ['untag'] }), /https:\/\/example\.org\/object\//);
});

test('an answer before the request is an error at its field', () => {
  const letter = letters.find((l) => l.id === 'refusal') as Letter;
  const check = (sent: string, answered: string) => fieldErrors(letter, { 'sent-on': sent, 'answered-on': answered }, (t) => dayError(t, '2026-11-24')).get('answered-on');
  assert.equal(check('2026-11-10', '2026-11-09'), 'day-order');
  assert.equal(check('2026-11-10', '2026-11-10'), undefined);
  assert.equal(check('2026-02-30', '2026-01-09'), undefined, 'an impossible day is said at its own field only');
  assert.equal(check('2026-11-10', '2026-02-30'), 'day-impossible');
});

test('a letter nobody has filled in shows a gap where words are missing, never a hole', () => {
  for (const letter of letters) {
    const text = asText(compose(letter, {}, formats), [], 'Attached:');
    assert.doesNotMatch(text, / [.,:;]|  |\u201c\u201d/, `${letter.id} ${letter.law}`);
  }
});
