import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folders, swap, tidy } from './build.ts';
import { workersFor } from './editions.ts';

const dirs: string[] = [];
after(() => dirs.forEach((d) => rmSync(d, { recursive: true })));
/** A project folder with a page in each of the named folders, saying where it stands. */
function project(...names: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'rto-swap-'));
  dirs.push(root);
  for (const n of names) {
    mkdirSync(join(root, n));
    writeFileSync(join(root, n, 'index.html'), n);
  }
  return { root, at: folders(root), page: () => readFileSync(join(root, 'dist/index.html'), 'utf8') };
}
const left = (root: string) => ['dist', 'dist.new', 'dist.old'].filter((n) => existsSync(join(root, n)));

test('the new site takes the place of the old, and nothing is left over', () => {
  const p = project('dist', 'dist.new');
  swap(p.at);
  assert.equal(p.page(), 'dist.new');
  assert.deepEqual(left(p.root), ['dist']);
});

test('the first build has no old site to replace', () => {
  const p = project('dist.new');
  swap(p.at);
  assert.deepEqual(left(p.root), ['dist']);
});

test('a build without a page replaces nothing', () => {
  const p = project('dist');
  mkdirSync(p.at.staging);
  assert.throws(() => swap(p.at), /left no .*index\.html/);
  assert.equal(p.page(), 'dist');
});

test('killed between the two renames: the old site comes back at the next build', () => {
  const p = project('dist.old', 'dist.new');
  tidy(p.at);
  assert.equal(p.page(), 'dist.old');
  assert.deepEqual(left(p.root), ['dist']);
});

test('left-overs of an interrupted build go, the site stays', () => {
  const p = project('dist', 'dist.new', 'dist.new.de', 'dist.old');
  tidy(p.at);
  assert.equal(p.page(), 'dist');
  assert.deepEqual(readdirSync(p.root), ['dist']);
});

test('languages are built side by side, as many as processors and memory allow, and one at least', () => {
  const gigabyte = 1e9;
  assert.equal(workersFor(8, 4, 32 * gigabyte), 4);
  assert.equal(workersFor(2, 4, 32 * gigabyte), 2);
  assert.equal(workersFor(8, 4, 4 * gigabyte), 2);
  assert.equal(workersFor(8, 4, 0.1 * gigabyte), 1);
});
