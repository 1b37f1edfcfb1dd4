/** The committed policy record: agrees with figures measured by hand, and copies no text of the policies. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { History, Tracked } from '../domain/policy-history.ts';

const data = (name: string): string => readFileSync(join(import.meta.dirname, '../../content/data', name), 'utf8');
const record = JSON.parse(data('policy-history.json')) as { services: Record<string, History> };
const phrases = parse(data('policy-phrases.yml')) as Tracked[];

/** Commit, words, AI, legitimate interest; measured before the pipeline was written, by another program. */
const MEASURED: Record<string, [string, number, number, number][]> = {
  facebook: [
    ['a3689b38', 4527, 0, 2],
    ['285c63ef', 26541, 3, 14],
    ['d9b3d228', 27005, 7, 14],
    ['75ca8b30', 25899, 13, 12],
    ['4c6177e7', 26216, 27, 12],
    ['859d3814', 20947, 72, 13],
    ['df69a0e3', 23335, 81, 33],
    ['45b1fdc6', 31141, 102, 35],
    ['eb1bd1b1', 23613, 65, 33],
    ['e4da78fa', 31548, 78, 35],
  ],
  instagram: [
    ['2ed37df0', 26316, 3, 14],
    ['13f6a934', 12650, 5, 10],
    ['cc7ed802', 13224, 18, 11],
    ['46553cf2', 14492, 65, 9],
    ['918fc827', 17585, 71, 31],
    ['646ca328', 17406, 48, 31],
  ],
};

test('every figure measured by hand stands in the record', () => {
  for (const [service, list] of Object.entries(MEASURED))
    for (const [commit, words, ai, interest] of list) {
      const v = record.services[service]?.versions.find((x) => x.commit.startsWith(commit));
      assert.deepEqual([commit, v?.words, v?.ai, v?.legitimate_interest], [commit, words, ai, interest]);
    }
});

test('what is a part is told apart from what is whole', () => {
  const parts = (service: string, from: string) => record.services[service]?.versions.filter((v) => v.partial && v.recorded >= from).map((v) => v.recorded);
  assert.deepEqual(parts('facebook', '2023-05'), ['2024-08-09', '2024-08-15', '2025-06-16', '2025-12-17', '2026-07-24']);
  assert.ok(record.services['instagram']?.versions.every((v) => v.partial === (v.recorded >= '2024-08' || v.words < 20_000)));
  assert.deepEqual(parts('whatsapp', '2022'), []);
});

test('every phrase is a short quotation that some version holds, and what is said to stand before does', () => {
  const held = new Set(Object.values(record.services).flatMap((s) => Object.keys(s.phrases)));
  const ids = new Set(phrases.map((p) => p.id));
  assert.equal(ids.size, phrases.length);
  for (const p of phrases) {
    assert.ok(p.phrase.split(/\s+/).length <= 20, p.id);
    assert.ok(held.has(p.id), `no version holds "${p.phrase}"`);
    assert.ok(p.reading, `${p.id} has no plain reading`);
    assert.ok(p.before === undefined || ids.has(p.before), p.id);
  }
  assert.ok(
    [...held].every((id) => ids.has(id)),
    'the record follows the same list: run npm run policy-history',
  );
});

test('the record holds days, numbers and commits, and no sentence of a policy', () => {
  const texts: string[] = [];
  JSON.stringify(record.services, (_, value: unknown) => (typeof value === 'string' && texts.push(value), value));
  for (const t of new Set(texts)) assert.match(t, /^([0-9a-f]{40}|\d{4}-\d\d-\d\d|[a-z-]+|[A-Za-z]+\/Privacy Policy\.md)$/);
});
