import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ReadFailure } from '../domain/raw.ts';
import { readContent, readPage, readYamlList } from './read.ts';

const dir = mkdtempSync(join(tmpdir(), 'rto-read-'));
after(() => rmSync(dir, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

test('each entry of a list keeps its line', () => {
  const failures: ReadFailure[] = [];
  const list = readYamlList(file('a.yml', '# note\n- id: one\n  x: 1\n\n- id: two\n'), dir, failures);
  assert.deepEqual(
    list.map((r) => [r.line, (r.value as { id: string }).id]),
    [
      [2, 'one'],
      [5, 'two'],
    ],
  );
  assert.deepEqual(failures, []);
});

test('a day stays text, so that an impossible one can be seen', () => {
  const list = readYamlList(file('d.yml', '- date: 2025-02-30\n'), dir, []);
  assert.equal((list[0]?.value as { date: unknown }).date, '2025-02-30');
});

test('broken YAML is a failure with its line', () => {
  const failures: ReadFailure[] = [];
  assert.deepEqual(readYamlList(file('b.yml', '- id: a\n  id: b\n'), dir, failures), []);
  assert.equal(failures[0]?.line, 2);
});

test('a list that is no list is a failure', () => {
  const failures: ReadFailure[] = [];
  readYamlList(file('c.yml', 'just words\n'), dir, failures);
  assert.match(failures[0]?.message ?? '', /must hold a list/);
});

test('an MDX file splits, and its body knows its line', () => {
  const page = readPage(file('page.mdx', '---\ntitle: A\n---\nFirst\nSecond\n'), dir, []);
  assert.equal(page?.bodyLine, 4);
  assert.equal(page?.body, 'First\nSecond\n');
  assert.deepEqual(page?.frontmatter, { title: 'A' });
});

test('missing frontmatter and broken encoding are failures', () => {
  const failures: ReadFailure[] = [];
  assert.equal(readPage(file('none.mdx', 'No frontmatter\n'), dir, failures), undefined);
  writeFileSync(join(dir, 'odd.mdx'), Buffer.concat([Buffer.from('---\ntitle: A\n---\n'), Buffer.from([0xff, 0xfe, 0x41])]));
  readPage(join(dir, 'odd.mdx'), dir, failures);
  assert.match(failures.map((f) => f.message).join(), /frontmatter.*UTF-8/);
});

test('the project’s own content is all read', () => {
  const content = readContent(process.cwd());
  assert.ok(content.claims.length >= 100, 'at least 100 claims');
  assert.ok(content.questions.length >= 40, 'at least 40 questions');
  assert.deepEqual(content.failures, []);
});
