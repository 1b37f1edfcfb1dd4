import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { quoteInto, README_MARKS, report, targets, type BenchResult, type SiteFigures } from './report.ts';

const load = (bytes: number, largestPaint: number) => ({ bytes, requests: 4, firstPaint: 300, largestPaint, blocking: 0, shift: 0, searchBytes: 1000 });
const site = (name: SiteFigures['site'], pages: number, seconds: number, megabytes: number, bytes = 1000, paint = 100): SiteFigures => ({
  site: name,
  pages,
  seconds,
  megabytes,
  dist: 1e6,
  load: load(bytes, paint),
});
const result: BenchResult = {
  date: '2026-11-25',
  machine: '2 processors',
  sites: [
    site('own', 100, 5, 400, 9000, 500),
    site('starlight', 100, 8, 500, 50_000, 1000),
    site('own', 5000, 200, 1200, 9000, 500),
    site('starlight', 5000, 400, 3000, 50_000, 1000),
    site('eleventy', 100, 2, 100, 2000, 400),
  ],
  lighthouse: [{ path: '/', performance: 100 }],
};
const failing = (r: BenchResult) =>
  targets(r)
    .filter((t) => !t.holds)
    .map((t) => t.what);

test('figures within the targets hold', () => assert.deepEqual(failing(result), []));

test('each missed target is said by name', () => {
  const worse = (i: number, change: Partial<SiteFigures>): BenchResult => ({ ...result, sites: result.sites.map((s, n) => (n === i ? { ...s, ...change } : s)) });
  assert.match(failing(worse(0, { seconds: 9 })).join(), /100 pages: build time/);
  assert.match(failing(worse(0, { megabytes: 501 })).join(), /100 pages: peak memory/);
  assert.match(failing(worse(0, { load: load(10_001, 500) })).join(), /page bytes/);
  assert.match(failing(worse(0, { load: load(9000, 701) })).join(), /largest paint/);
  assert.match(failing(worse(2, { seconds: 251 })).join(), /time grows/);
  assert.match(failing(worse(2, { megabytes: 4097 })).join(), /4 GB/);
  assert.match(failing({ ...result, lighthouse: [{ path: '/x/', performance: 99 }] }).join(), /Lighthouse/);
});

test('the report is a table with a ratio to Starlight in each row', () => {
  const text = report(result);
  assert.match(text, /\| 100 \| This site \| 5\.0 \| 0\.63 \| 400 \| 0\.80 \| 1\.0 MB \|/);
  assert.match(text, /\| 100 \| Eleventy \|/);
});

test('the report says what the stages cost, the dearest first, and a card by the number of cards', () => {
  const text = report({
    ...result,
    stages: {
      pages: 2000,
      cards: 500,
      coldSeconds: 50,
      warmSeconds: 40,
      stages: [
        { name: 'pages written', seconds: 25.04 },
        { name: 'site-check', seconds: 2 },
        { name: 'nothing', seconds: 0.01 },
      ],
    },
  });
  assert.match(text, /2000 pages, is built in 40\.0 s: pages written 25\.0 s, site-check 2\.0 s\. The 500 preview images make a first build 10\.0 s longer, 20 ms each/);
});

test('the report stands between its marks, again and again; without marks the error says what is missing', () => {
  const once = quoteInto(`a\n${README_MARKS.join('\n')}\nb`, 'X');
  assert.equal(quoteInto(once, 'Y'), `a\n${README_MARKS[0]}\n\nY\n\n${README_MARKS[1]}\nb`);
  assert.throws(() => quoteInto('nothing', 'X'), /README\.md has no place/);
});

test('the README quotes the last report, word for word', () => {
  const last = JSON.parse(readFileSync('src/tools/bench/results.json', 'utf8')) as BenchResult;
  const readme = readFileSync('README.md', 'utf8');
  assert.equal(quoteInto(readme, report(last)), readme);
});
