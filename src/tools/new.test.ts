import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { contentProblems } from '../domain/integrity.ts';
import { languages } from '../model/languages.ts';
import { readContent } from '../model/read.ts';
import { EXAMPLE } from './new.ts';

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  cpSync('content', join(root, 'content'), { recursive: true });
});
after(() => rmSync(root, { recursive: true }));

const CLAIMS = 'late-objection-possible,law-gdpr-21-1,law-gdpr-77,law-gdpr-15';
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/new.ts', ...args, '--root', root], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
const errors = () => contentProblems(readContent(root)).filter((p) => p.severity === 'error');

for (const [kind, file, ...rest] of [
  ['question', 'content/en/questions/taken-back.mdx', '--title', 'Can an objection be taken back?', '--claims', CLAIMS, '--group', 'after'],
  ['article', 'content/en/articles/taken-back.mdx', '--title', 'How an objection is taken back', '--claims', CLAIMS],
  ['guide', 'content/en/guides/taken-back.mdx', '--title', 'Take an objection back, step by step', '--claims', CLAIMS],
  ['source', 'content/data/sources/press.yml', '--title', 'A text', '--publisher', 'A publisher', '--url', 'https://example.org/', '--kind', 'press'],
  ['claim', 'content/data/claims/law.yml', '--title', 'A claim of the test', '--text', 'The test adds a claim to the register.', '--source', 'taken-back'],
  ['term', 'content/en/glossary.yml', '--title', 'Test term', '--text', 'A word that the test adds.'],
  ['change', 'content/en/changes.yml', '--title', 'A change', '--text', 'The test changed a page.', '--page', '/object/'],
] as const)
  test(`a new ${kind} passes the content check as it is written`, () => {
    const { status, said } = run(kind, 'taken-back', ...rest);
    assert.equal(status, 0, said);
    assert.match(said, new RegExp(`^${file.replaceAll('.', '\\.')} is written and passes`));
    assert.deepEqual(errors(), []);
    assert.match(readFileSync(join(root, file), 'utf8'), /taken-back|Can an objection|How an objection|Take an objection/);
  });

test('a new language is a draft that the checks let pass, and a language of the site once its folder loses the underscore', () => {
  const { status, said } = run('language', 'lb', '--title', 'Lëtzebuergesch', '--text', 'Dës Säit gëtt et op Lëtzebuergesch.', '--locale', 'lb_LU', '--made', 'Fir en Test vun dësem Projet iwwersat.');
  assert.equal(status, 0, said);
  assert.match(said, /content\/_lb\/language\.yml is written.*It is a draft/);
  assert.deepEqual(errors(), []);
  renameSync(join(root, 'content/_lb'), join(root, 'content/lb'));
  assert.equal(languages(root).find((l) => l.code === 'lb')?.extent, 'letters');
  assert.match(run('language', 'lb', '--title', 'Lëtzebuergesch', '--text', 'x', '--locale', 'lb_LU', '--made', 'x').said, /there is a folder for "lb" already/);
});

test('the example of the help works as it stands', () => {
  const args = [...EXAMPLE.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '');
  const { status, said } = run(...args);
  assert.equal(status, 0, said);
});

for (const [what, said, ...args] of [
  ['a kind without an id', /say the id of the new guide after it/, 'guide'],
  ['an option nobody knows', /Unknown option '--titel': the head of src\/tools\/new\.ts lists/, 'term', 'a-term', '--titel', 'x'],
  ['an id that cannot be an address', /lower-case letters, digits and single hyphens/, 'question', 'Not_An_Id', '--title', 'x', '--claims', CLAIMS],
  [
    'an unknown claim',
    /there is no claim "no-such-claim": the ids stand in content\/data\/claims\/, and npm run new -- claim adds one/,
    'question',
    'q-one',
    '--title',
    'Is it?',
    '--claims',
    'no-such-claim',
  ],
  ['too few claims', /answer of \d+ words with \d claims left/, 'question', 'q-two', '--title', 'Is it so?', '--claims', 'law-gdpr-77,law-gdpr-15'],
  ['a missing option', /a new claim needs --text/, 'claim', 'c-one', '--title', 'A claim without a text'],
  ['a page that exists', /exists already: choose another id/, 'question', 'taken-back', '--title', 'Is it so?', '--claims', CLAIMS],
  ['a kind nobody knows', /there is nothing called "poem" to make/, 'poem', 'one'],
  ['nothing at all', /say what to make .* and its id/],
  ['an unknown source', /nothing was written[\s\S]*unknown source "nope"/, 'claim', 'c-two', '--title', 'A claim of a test', '--text', 'A text that is long enough.', '--source', 'nope'],
  ['a title without a question mark', /nothing was written[\s\S]*question mark/, 'question', 'q-three', '--title', 'No question', '--claims', CLAIMS],
] as const)
  test(`${what}: the message says how to go on, and nothing is written`, () => {
    const before = readFileSync(join(root, 'content/data/claims/law.yml'), 'utf8');
    const result = run(...args);
    assert.equal(result.status, 1);
    assert.match(result.said, said);
    assert.equal(readFileSync(join(root, 'content/data/claims/law.yml'), 'utf8'), before);
    assert.ok(!existsSync(join(root, 'content/en/questions/q-three.mdx')));
  });
