/** The list of the kept copy against the finished site. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileOf } from '../../domain/disk-copy.ts';
import { addressOf, isKept, kB, LATEST_PATH, LIST_PATH, readLatest, readManifest, versionText, type Manifest } from '../../domain/offline.ts';
import { englishFiles } from '../english.ts';
import { brotliSize } from '../site.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(`dist${path}`, 'utf8'));
const list = readManifest(json(LIST_PATH)) as Manifest;
const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

test('the list has every file that belongs to the copy, with its hash and size, and its version', () => {
  // Pages at addresses that moved are written later: the list has the moves themselves.
  const belong = englishFiles().filter((f) => isKept(f) && !(f.endsWith('.html') && readFileSync(`dist${f}`, 'utf8').includes('http-equiv="refresh"')));
  assert.deepEqual(list.files.map((f) => f.path).sort(), belong.map(addressOf).sort());
  for (const f of list.files) {
    const data = readFileSync(`dist${fileOf(f.path)}`);
    assert.deepEqual([f.hash, f.bytes], [sha256(data), data.length], f.path);
  }
  assert.equal(list.version, sha256(versionText(list)));
  assert.deepEqual(readLatest(json(LATEST_PATH)), { version: list.version, built: list.built });
  for (const f of list.files) assert.ok(list.types[f.path.endsWith('/') ? 'html' : (f.path.split('.').at(-1) ?? '')], `${f.path} has a type`);
});

test('the packs hold the files, one after the other', () => {
  let at = 0;
  for (const p of list.packs) {
    const data = readFileSync(`dist${p.path}`);
    let from = 0;
    for (const f of list.files.slice(at, (at += p.count))) assert.equal(sha256(data.subarray(from, (from += f.bytes))), f.hash, `${p.path} ${f.path}`);
    assert.equal(from, data.length);
  }
  assert.equal(at, list.files.length);
});

test('the page says these numbers', () => {
  const page = readFileSync('dist/offline/index.html', 'utf8');
  const sum = (n: number[]) => n.reduce((a, b) => a + b, 0);
  for (const [what, value] of [
    ['kept-files', list.files.length.toLocaleString('en')],
    ['kept-sent', kB(sum(list.packs.map((p) => p.sent)))],
    ['kept-bytes', kB(sum(list.files.map((f) => f.bytes)))],
    ['book-sent', undefined],
    ['kept-gzip', undefined],
  ] as const) {
    const said = new RegExp(`data-measured="${what}"[^>]*>([^<]+)<`).exec(page)?.[1];
    assert.match(said ?? '', /^[\d,]+(?: kB)?$/, what);
    // Writing the numbers in can move one of them over the edge of a kB.
    if (value) assert.ok(Math.abs(Number(said?.replace(/\D/g, '')) - Number(value.replace(/\D/g, ''))) <= 1, `${what}: ${said}, not ${value}`);
  }
});

test('the worker is small, whole, and starts nothing by itself', () => {
  const worker = readFileSync('dist/sw.js', 'utf8');
  assert.ok(brotliSize(worker) < 2000, String(brotliSize(worker)));
  assert.doesNotMatch(worker, /\bimport\b|importScripts|eval\(|setInterval/);
});
