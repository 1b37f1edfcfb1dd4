import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyRecord, entryErrors, inOrder, LIMITS, merge, readRecord, withEntry, withoutEntry, type Entry, type RecordData } from './record.ts';
import { fromBase64, seal, sha256, toBase64, unseal } from './vault.ts';

const PASS = 'correct horse battery';
const bytes = (text: string) => new TextEncoder().encode(text);
const entry = (over: Partial<Entry> = {}): Entry => ({ id: 'a', account: 'Facebook', step: 'objected', day: '2026-11-23', note: 'sent', done: false, files: [], ...over });
const record = (...entries: Entry[]): RecordData => ({ version: 1, entries });

test('a sealed record opens again, byte for byte, also with a passphrase in any script', async () => {
  for (const pass of [PASS, 'Grüße aus München', 'пароль длинный', '👩‍👩‍👧 family words']) {
    const sealed = await seal(bytes('{"x":"ü👩"}'), pass);
    assert.ok(sealed.ok);
    const open = await unseal(sealed.value, pass);
    assert.ok(open.ok);
    assert.equal(new TextDecoder().decode(open.value), '{"x":"ü👩"}');
    assert.ok(!Buffer.from(sealed.value).includes('{"x"'), 'nothing readable in the file');
  }
});

test('a passphrase typed in another Unicode form is the same passphrase', async () => {
  const sealed = await seal(bytes('x'), 'Gr\u00fc\u00dfe aus M'.normalize('NFC'));
  assert.ok(sealed.ok);
  assert.ok((await unseal(sealed.value, 'Gr\u00fc\u00dfe aus M'.normalize('NFD'))).ok);
});

test('short passphrase, wrong passphrase, other file, newer file: each says so', async () => {
  const short = await seal(bytes('x'), 'short');
  assert.deepEqual(short, { ok: false, error: 'passphrase-short' });
  const sealed = await seal(bytes('x'), PASS);
  assert.ok(sealed.ok);
  assert.deepEqual(await unseal(sealed.value, `${PASS}!`), { ok: false, error: 'damaged-or-wrong-passphrase' });
  assert.deepEqual(await unseal(bytes('PK\u0003\u0004 a zip file'), PASS), { ok: false, error: 'not-a-record-file' });
  assert.deepEqual(await unseal(new Uint8Array(), PASS), { ok: false, error: 'not-a-record-file' });
  const newer = sealed.value.slice();
  newer[4] = 9;
  assert.deepEqual(await unseal(newer, PASS), { ok: false, error: 'newer-version' });
});

test('any damaged byte and any cut is found', async () => {
  const sealed = await seal(bytes('a record of some length'), PASS);
  assert.ok(sealed.ok);
  for (const i of [0, 3, 4, 5, 20, 21, 32, 33, 40, sealed.value.length - 1]) {
    const damaged = sealed.value.slice();
    damaged[i] = (damaged[i] ?? 0) ^ 1;
    assert.ok(!(await unseal(damaged, PASS)).ok, `byte ${i}`);
  }
  for (const n of [1, 4, 5, 30, 33, 48, sealed.value.length - 1]) assert.ok(!(await unseal(sealed.value.slice(0, n), PASS)).ok, `cut at ${n}`);
});

test('base64 and the digest', async () => {
  const all = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
  assert.deepEqual(fromBase64(toBase64(all)), all);
  assert.equal(await sha256(bytes('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('entries are added, changed, removed and put in order without touching the record they come from', () => {
  const first = record(entry());
  const changed = withEntry(first, entry({ note: 'new' }));
  assert.equal(first.entries[0]?.note, 'sent');
  assert.equal(changed.entries.length, 1);
  assert.equal(withEntry(first, entry({ id: 'b' })).entries.length, 2);
  assert.deepEqual(withoutEntry(first, 'a'), emptyRecord());
  assert.deepEqual(
    inOrder(record(entry({ id: '1', day: '' }), entry({ id: '2', day: '2026-01-02' }), entry({ id: '3', day: '2025-12-31' }))).map((e) => e.id),
    ['3', '2', '1'],
  );
});

test('an import adds what is new, leaves what is the same, and keeps both where they differ', () => {
  const here = record(entry(), entry({ id: 'b' }));
  const other = record(entry(), entry({ id: 'b', note: 'other' }), entry({ id: 'c' }));
  const joined = merge(here, other, () => 'fresh');
  assert.deepEqual(
    joined.entries.map((e) => `${e.id} ${e.note}`),
    ['a sent', 'b sent', 'fresh other', 'c sent'],
  );
});

test('what a reader types is kept as typed: markup, emoji, right to left, up to the limit', () => {
  for (const note of ['<script>alert(1)</script>', '👩‍👩‍👧', 'مرحبا', '"\\\n', 'x'.repeat(LIMITS.note)]) {
    const read = readRecord(JSON.parse(JSON.stringify(record(entry({ note })))));
    assert.ok(read.ok && read.value.entries[0]?.note === note);
  }
  assert.deepEqual(entryErrors({ account: ' ', day: '2026-11-25', note: 'x'.repeat(5001) }, '2026-11-24'), ['account-missing', 'day-future', 'note-long']);
  assert.deepEqual(entryErrors({ account: 'x'.repeat(201), day: '2026-02-30', note: '' }, '2026-11-24'), ['account-long', 'day-impossible']);
  assert.deepEqual(entryErrors({ account: 'x', day: '', note: '' }, '2026-11-24'), []);
});

test('a record from anywhere is read or refused, and never throws', () => {
  const file = { name: 'a.png', type: 'image/png', size: 3, sha256: 'a'.repeat(64), data: 'YWJj' };
  assert.ok(readRecord(record(entry({ files: [file] }))).ok);
  assert.deepEqual(readRecord({ version: 2, entries: [] }), { ok: false, error: 'newer-version' });
  assert.deepEqual(readRecord(record(...Array.from({ length: 501 }, (_, i) => entry({ id: String(i) })))), { ok: false, error: 'too-large' });
  const values: unknown[] = [
    undefined,
    null,
    true,
    0,
    -1,
    NaN,
    1e309,
    '',
    'x',
    [],
    {},
    [[]],
    { toString: null },
    Symbol('x'),
    () => 1,
    new Date(NaN),
    'x'.repeat(10_000),
    '__proto__',
    '2026-02-30',
    { length: 1e9 },
  ];
  let tried = 0;
  for (const v of values) {
    for (const key of ['id', 'account', 'step', 'day', 'note', 'done', 'files']) {
      const read = readRecord({ version: 1, entries: [{ ...entry(), [key]: v }] });
      if (read.ok) assert.equal(typeof read.value.entries[0]?.note, 'string');
      tried += 1;
    }
    for (const key of ['name', 'type', 'size', 'sha256', 'data']) {
      const read = readRecord(record(entry({ files: [{ ...file, [key]: v }] })));
      if (read.ok) assert.match(read.value.entries[0]?.files[0]?.type ?? '', /^image\/png$/);
      tried += 1;
    }
    assert.ok(!readRecord(v).ok);
    assert.ok(!readRecord({ version: v, entries: [] }).ok);
    assert.ok(!readRecord({ version: 1, entries: v }).ok || Array.isArray(v));
    tried += 3;
  }
  assert.ok(tried >= 300, String(tried));
  assert.ok(!readRecord(record(entry({ files: [{ ...file, type: 'text/html' }] }))).ok, 'no page as an attachment');
  const polluted = readRecord(JSON.parse('{"version":1,"entries":[],"__proto__":{"x":1},"more":1}'));
  assert.deepEqual(polluted, { ok: true, value: { version: 1, entries: [] } });
});
