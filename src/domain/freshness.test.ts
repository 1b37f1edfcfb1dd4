import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays, dueItems, dueProblems, dueReport } from './freshness.ts';
import { readContent } from '../model/read.ts';

const content = readContent(process.cwd());

test('every kind of entry with a next check is in the list, the earliest first', () => {
  const items = dueItems(content);
  assert.deepEqual([...new Set(items.map((i) => i.kind))].sort(), ['article', 'authority', 'claim', 'guide', 'question', 'regime', 'route']);
  assert.equal(items.filter((i) => i.kind === 'claim').length, content.claims.length);
  assert.equal(items.filter((i) => i.kind === 'question').length, content.questions.length);
  assert.deepEqual(
    items.map((i) => i.due),
    items.map((i) => i.due).sort(),
  );
});

test('days are counted over the ends of months and years, and over the change of clocks', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-03-27', 2), '2027-03-29');
});

test('the report keeps apart what is overdue and what comes, with file and line; the day itself is not yet overdue', () => {
  const item = (due: string) => ({ kind: 'claim' as const, id: due, file: 'a.yml', line: 3, due });
  const { text, overdue, upcoming } = dueReport([item('2026-11-01'), item('2026-11-25'), item('2026-12-20'), item('2027-01-01')], '2026-11-25', 30);
  assert.deepEqual([overdue, upcoming], [1, 2]);
  assert.match(text, /Overdue on 2026-11-25: 1\n {2}2026-11-01 {2}claim {5}2026-11-01 {2}\(a\.yml:3\)/);
  assert.match(text, /Due until 2026-12-25: 2/);
  assert.ok(!text.includes('2027-01-01  claim'));
});

test('with nothing due the next day is named', () => {
  assert.match(dueReport(dueItems(content), '2026-11-25', 0).text, /The next check is due on 20\d\d-\d\d-\d\d/);
});

test('a build warns of routes, laws and authorities only: pages and claims say it themselves', () => {
  const late = dueProblems(content, '2099-01-01');
  assert.equal(late.length, content.routes.length + content.regimes.length + content.authorities.length);
  assert.ok(late.every((p) => p.severity === 'warning' && p.mend.includes('next_check')));
});
