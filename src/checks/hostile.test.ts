/** The pure functions that take what a reader typed or an address holds: none throws, none lets markup through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { calendarFile } from '../domain/calendar-file.ts';
import { dayError } from '../domain/deadline.ts';
import { matchMessage } from '../domain/email-match.ts';
import { asText, clean, compose, fieldErrors, mailDraft, placeholders, type Letter } from '../domain/letter.ts';
import { parseSettings } from '../domain/photos.ts';
import { fromFragment, STEP_QUESTIONS, type PlanQuestion } from '../domain/plan.ts';
import { parseSituation } from '../domain/public-scope.ts';
import { entryErrors, merge, readRecord, type RecordData } from '../domain/record.ts';
import { cleanQuery, hitWords, LONGEST, pieces, plausible, readHighlight, shorten, withHighlight } from '../domain/search-text.ts';
import { fold, words } from '../domain/search/words.ts';
import { jsonForScript } from '../domain/seo.ts';
import { unseal } from '../domain/vault.ts';
import { HOSTILE } from './hostile.ts';

const each = (name: string, check: (text: string) => void) =>
  test(`${HOSTILE.length} strings: ${name}`, () => {
    for (const text of HOSTILE)
      try {
        check(text);
      } catch (e) {
        throw new Error(`${JSON.stringify(text.slice(0, 120))}: ${String(e)}`, { cause: e });
      }
  });

test('there are at least 500', () => assert.ok(HOSTILE.length >= 500, String(HOSTILE.length)));

each('search', (t) => {
  const query = cleanQuery(t);
  assert.ok(query.length <= LONGEST);
  assert.equal(pieces(`a <mark>${t}</mark> b`).length > 0, true);
  plausible(query, t);
  shorten(t);
  fold(t);
  words(t);
  hitWords(`<mark>${t}</mark>`);
  const marked = readHighlight(`#x&hl=${t}`).words;
  assert.ok(marked.length <= 8 && marked.every((w) => w.length <= 60));
  withHighlight('/a/#b', hitWords(`<mark>${t}</mark>`));
});

const questions = STEP_QUESTIONS.map((id) => ({ id, ask: '?', why: '', options: [{ id: 'unknown', label: 'x', short: 'x' }] })) as PlanQuestion[];
const lists = { kinds: [{ id: 'post', name: 'x' }], audiences: [{ id: 'public', name: 'x' }], accounts: [{ id: 'open', name: 'x' }], ages: [{ id: 'adult', name: 'x' }] };
each('fragments of the plan, the photo model, what counts as public', (t) => {
  for (const answer of Object.values(fromFragment(`#${t}`, questions))) assert.equal(answer, 'unknown');
  parseSettings(t);
  parseSituation(t, lists);
});

const field = { id: 'name', kind: 'line' as const, label: 'Name', required: true };
const letter: Letter = {
  id: 'x',
  law: 'gdpr',
  fields: [field, { ...field, id: 'story', kind: 'text' }],
  paragraphs: [
    { id: 's', as: 'subject', text: 'About {name}' },
    { id: 'p', as: 'text', text: 'I am {name}. {story}' },
  ],
  given: { law: 'GDPR' },
};
each('letters: in the text as it was typed, and never a header of a mail', (t) => {
  const values = { name: t, story: t };
  fieldErrors(letter, values, (d) => dayError(d, '2026-11-25'));
  const text = asText(compose(letter, values, { date: (d) => d }), [], 'Attached:');
  assert.ok(text.includes(clean(t, true)));
  placeholders(t);
  const draft = mailDraft(`About ${clean(t, false)}`, text);
  assert.doesNotMatch(draft, /[\r\n\s<>"]/);
  const read = new URLSearchParams(draft.slice('mailto:?'.length).replaceAll('+', '%2B'));
  assert.deepEqual([...read.keys()], ['subject', 'body']);
  assert.equal(read.get('body')?.replaceAll('\r\n', '\n'), text.toWellFormed());
});

each('days and messages', (t) => {
  assert.ok(dayError(t, '2026-11-25'));
  matchMessage(t, [{ id: 'a', message: '2025', find: [t, 'x'] }]);
});

each('calendar files: one event, with the text as it was', (t) => {
  const file = calendarFile([{ uid: 'a@b', day: '2026-11-25', title: t, text: t }], new Date(0));
  if (t.length > 5000) return;
  const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
});

each('data inside a page', (t) => {
  const json = jsonForScript({ [t]: t });
  assert.doesNotMatch(json, /</);
  assert.deepEqual(Object.values(JSON.parse(json) as object), [t]);
});

each('records', (t) => {
  let value: unknown = t;
  try {
    value = JSON.parse(t);
  } catch {
    // Most are no JSON; then the text itself is tried.
  }
  for (const v of [
    value,
    { version: 1, entries: [value] },
    { version: 1, entries: [{ id: t, account: t, step: t, day: t, note: t, done: true, files: [{ name: t, type: t, size: t, sha256: t, data: t }] }] },
  ]) {
    const read = readRecord(v);
    if (read.ok) assert.deepEqual(Object.keys(read.value).sort(), ['entries', 'version']);
  }
  const entry = { id: 'a', account: t.slice(0, 200), step: 'other' as const, day: '', note: t.slice(0, 5000), done: false, files: [] };
  const one: RecordData = { version: 1, entries: [entry] };
  const read = readRecord(JSON.parse(JSON.stringify(one)));
  assert.deepEqual(read, { ok: true, value: one });
  merge(one, { version: 1, entries: [{ ...entry, note: 'y' }] }, () => t);
  entryErrors({ account: t, day: t, note: t }, '2026-11-25');
  assert.equal(({} as { ranHere?: unknown }).ranHere, undefined, 'no prototype was changed');
});

test('a picture whose bytes cannot be made is refused when the file is opened, not when a copy is asked for', () => {
  const file = { name: 'a.png', type: 'image/png', size: 3, sha256: 'a'.repeat(64), data: 'YWJj' };
  const read = (change: object) => readRecord({ version: 1, entries: [{ id: 'a', account: 'x', step: 'other', day: '', note: '', done: false, files: [{ ...file, ...change }] }] }).ok;
  assert.equal(read({}), true);
  for (const data of ['YWJ', 'Y', 'YWJjYQ', '=', 'YWJjYWJj']) assert.equal(read({ data }), false, data);
});

test('files that are no record', async () => {
  for (const t of HOSTILE) {
    const bytes = new TextEncoder().encode(t);
    // Those that begin like a record cost a second of key making each; two are enough.
    if (t.startsWith('RTO1') && t !== 'RTO1' && t !== 'RTO1\u0001') continue;
    assert.equal((await unseal(bytes, 'correct horse battery')).ok, false, t.slice(0, 60));
  }
});
