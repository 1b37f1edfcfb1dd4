import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FOLDER, HALVES, KINDS, QueryError, readQueries, type Half } from './queries.ts';

const made: string[] = [];
after(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

const GOOD = "- { q: 'howto form', kind: misspelt, want: [/object/facebook/] }\n";
const OTHER = "- { q: 'paper or web', kind: plain, want: [/questions/is-it-too-late/] }\n";

/** A project with these two files; `undefined` leaves one out. */
function project(files: Partial<Record<Half, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rto-queries-'));
  made.push(root);
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const half of HALVES) if (files[half] !== undefined) writeFileSync(join(root, FOLDER, `${half}.yml`), files[half]);
  return root;
}
/** The faults found in tune.yml when held.yml is fine. */
function faults(tune: string, options: Parameters<typeof readQueries>[1] = {}): string {
  try {
    readQueries(project({ tune, held: OTHER }), options);
  } catch (error) {
    assert.ok(error instanceof QueryError);
    return error.message;
  }
  return '';
}

test('both halves are read, each entry with its half, file and line', () => {
  assert.deepEqual(readQueries(project({ tune: `# a note\n${GOOD}`, held: OTHER })), [
    { q: 'howto form', kind: 'misspelt', want: ['/object/facebook/'], half: 'tune', file: `${FOLDER}/tune.yml`, line: 2 },
    { q: 'paper or web', kind: 'plain', want: ['/questions/is-it-too-late/'], half: 'held', file: `${FOLDER}/held.yml`, line: 1 },
  ]);
});

test('one half can be read while the other is not there', () => {
  const root = project({ tune: GOOD });
  assert.equal(readQueries(root, { halves: ['tune'] }).length, 1);
  assert.throws(() => readQueries(root), { name: 'QueryError', message: `${FOLDER}/held.yml the file is missing` });
});

test('a wrong field is named with file and line', () => {
  for (const [entry, message] of [
    ["{ q: 'a', kind: plain }", 'want: must be a list of paths'],
    ["{ q: 'a', kind: plain, want: [] }", 'want: names no page; a question that no page answers does not belong here'],
    ["{ q: 'a', kind: plain, want: [/a/, /b/, /c/, /d/, /e/] }", 'want: names more than 4 pages; keep those that answer best'],
    ["{ q: 'a', kind: plain, want: [/a/, /a/] }", 'want: names a page twice'],
    ["{ q: 'a', kind: plain, want: [/myths/#post] }", 'want: must be a path such as /friend-photos/, without a fragment'],
    ["{ q: 'a', kind: plain, want: [myths] }", 'want: must be a path such as /friend-photos/, without a fragment'],
    ["{ q: ' a', kind: plain, want: [/a/] }", 'q: must not be empty, nor begin or end with a space'],
    ['{ q: 2024, kind: plain, want: [/a/] }', 'q: must be what the reader types, as text'],
    ["{ q: 'a', kind: typo, want: [/a/] }", `kind: must be one of ${KINDS.join(', ')}`],
    ["{ q: 'a', kind: plain, want: [/a/], half: held }", 'unknown field half; remove it'],
  ] as const)
    assert.equal(faults(`${GOOD}- ${entry}\n`), `${FOLDER}/tune.yml:2 ${message}`);
});

test('broken YAML is named with its line', () => {
  assert.match(faults("- q: 'a'\n  q: 'b'\n"), /^src\/tools\/search-eval\/tune\.yml:2 /);
});

test('a wanted page that the site does not have is named', () => {
  const paths = new Set(['/object/facebook/', '/questions/is-it-too-late/']);
  assert.equal(faults(GOOD, { paths }), '');
  assert.equal(faults(`${GOOD}- { q: 'b', kind: plain, want: [/object/facebook/, /object/myspace/] }\n`, { paths }), `${FOLDER}/tune.yml:2 want: /object/myspace/ is no page of the site`);
});

test('a question asked twice, also across the halves, is named with its first place', () => {
  assert.equal(faults(`${GOOD}- { q: 'Howto  form?', kind: form, want: [/object/facebook/] }\n`), `${FOLDER}/tune.yml:2 “Howto  form?” is asked already in ${FOLDER}/tune.yml:1; keep one`);
  assert.equal(faults("- { q: 'PAPER OR WEB??', kind: form, want: [/myths/] }\n"), `${FOLDER}/held.yml:1 “paper or web” is asked already in ${FOLDER}/tune.yml:1; keep one`);
  assert.equal(faults("- { q: 'malmo', kind: form, want: [/countries/se/] }\n- { q: 'malmö', kind: form, want: [/countries/se/] }\n"), '');
});

test('every fault is told at once', () => {
  assert.equal(faults("- { q: '', kind: plain, want: [/a/] }\n- { q: 'b', kind: plain, want: [] }\n").split('\n').length, 2);
});

test('the questions of this site want pages it has, and each half has enough of each kind', () => {
  // held.yml may be kept away from a branch that works on the search, so only the halves that are there are read.
  const halves = HALVES.filter((half) => existsSync(join(FOLDER, `${half}.yml`)));
  assert.ok(halves.includes('tune'));
  const paths = new Set(
    readFileSync('content/data/published-addresses.txt', 'utf8')
      .split('\n')
      .filter((a) => /^\/[^#]*$/.test(a)),
  );
  const queries = readQueries('.', { halves, paths });
  for (const half of halves) {
    for (const kind of KINDS) assert.ok(queries.filter((x) => x.half === half && x.kind === kind).length >= 10, `${half} ${kind}`);
    assert.ok(queries.filter((x) => x.half === half).length >= 150, half);
  }
});
