import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageProblems } from '../domain/page-problems.ts';
import { problemsOf } from './translations.ts';

const english = (reading: string) => `---\ntitle: Easy\n${reading}---\n\n## What is it?\n\nIt is free.\n`;
const german = '---\ntitle: Leicht\nslug: leicht\n---\n\n## Was ist es?\n\nEs wird von Meta gemacht.\n';

test('a translation of an easy text keeps the rules of its own language', () => {
  const root = mkdtempSync(join(tmpdir(), 'easy-'));
  try {
    for (const lang of ['en', 'de']) mkdirSync(join(root, 'content', lang, 'info'), { recursive: true });
    writeFileSync(join(root, 'content/de/info/easy.mdx'), german);
    writeFileSync(join(root, 'content/en/info/easy.mdx'), english('reading: easy\n'));
    const found = problemsOf(root, 'content/de', 'de', 'info/easy.mdx', []);
    assert.deepEqual(
      found.map((f) => [f.line, f.what]),
      [[8, 'easy language: “wird” looks like the passive']],
    );
    writeFileSync(join(root, 'content/en/info/easy.mdx'), english(''));
    assert.deepEqual(problemsOf(root, 'content/de', 'de', 'info/easy.mdx', []), []);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('the content check reads an easy text by its rules, and others not', () => {
  const known = { claims: new Set<string>(), terms: new Set<string>(), routes: new Set<string>(), answer: false, checkPath: () => undefined, nearest: () => undefined };
  const page = (frontmatter: object) => ({ file: 'content/en/info/easy.mdx', id: 'easy', frontmatter, bodyLine: 5, body: '\nYour photo is used by Meta.\n' });
  assert.deepEqual(
    pageProblems(page({ reading: 'easy' }), known).map((p) => [p.line, p.severity, p.what]),
    [[6, 'error', 'easy language: “is used” looks like the passive']],
  );
  assert.deepEqual(pageProblems(page({}), known), []);
});

test('an unknown route in an easy text is found', () => {
  const known = { claims: new Set<string>(), terms: new Set<string>(), routes: new Set(['form']), answer: false, checkPath: () => undefined, nearest: () => 'form' };
  const found = pageProblems({ file: 'x.mdx', id: 'x', frontmatter: {}, bodyLine: 1, body: '<RouteLink id="frm" />\n' }, known);
  assert.match(found.map((p) => p.what).join(), /unknown route "frm"/);
});
