import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const base = mkdtempSync(join(tmpdir(), 'rto-history-'));
after(() => rmSync(base, { recursive: true, force: true }));
const git = (dir: string, args: string[], date = '2025-01-01T00:30:00Z') =>
  execFileSync('git', ['-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    stdio: 'pipe',
  });

const text = (n: number, extra = '') => `${Array.from({ length: n }, (_, i) => `Sentence number ${i} of this short policy.`).join('\n')}\n${extra}`;

function archive(name: string): string {
  const dir = join(base, name);
  mkdirSync(dir);
  git(dir, ['init', '-q']);
  return dir;
}
function record(dir: string, service: string, content: string, date: string, subject = 'Record new changes'): void {
  mkdirSync(join(dir, service), { recursive: true });
  writeFileSync(join(dir, service, 'Privacy Policy.md'), content);
  git(dir, ['add', '-A']);
  git(dir, ['commit', '-q', '-m', subject], date);
}
function full(name: string): string {
  const dir = archive(name);
  for (const s of ['Facebook', 'Instagram', 'Threads', 'WhatsApp']) record(dir, s, text(60, s), '2024-01-01T00:30:00Z');
  record(dir, 'Facebook', text(60, 'We develop AI at Meta.'), '2025-05-28T00:30:00Z');
  record(dir, 'Facebook', 'Log in', '2025-05-29T00:30:00Z');
  record(dir, 'Facebook', text(60, 'We develop AI at Meta.'), '2025-05-30T00:30:00Z');
  record(dir, 'Facebook', text(60, 'Facebook'), '2025-05-31T00:30:00Z');
  record(dir, 'Facebook', `${text(60)} ${text(60)} ${text(60)}`, '2025-05-31T12:30:00Z');
  record(dir, 'Facebook', text(61, 'We develop AI at Meta.'), '2025-06-01T23:30:00-05:00', 'Refilter Facebook Privacy Policy');
  record(dir, 'Facebook', text(62, 'We develop AI at Meta.'), '2025-06-03T23:30:00-05:00');
  record(dir, 'Facebook', Array.from({ length: 60 }, (_, i) => `Quite another document, in its line ${i}, with other words.`).join('\n'), '2025-06-04T12:30:00Z');
  record(dir, 'Facebook', text(30), '2025-06-05T00:30:00Z');
  return dir;
}
function root(name: string): string {
  const dir = join(base, name);
  mkdirSync(join(dir, 'content/data'), { recursive: true });
  writeFileSync(join(dir, 'content/data/policy-phrases.yml'), '- {id: ai-at-meta, phrase: AI at Meta}\n');
  return dir;
}
const run = (...args: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, 'policy-history.ts'), ...args], { encoding: 'utf8' });
const out = (dir: string) => join(dir, 'content/data/policy-history.json');

interface Output {
  services: { facebook: { versions: { recorded: string; ai: number; ai_new: number; partial: boolean }[]; dropped: { why: string }[]; phrases: Record<string, { first: { recorded: string } }> } };
}

test('from a git history to versions, counts and phrases; the same archive makes the same bytes', () => {
  const from = full('archive');
  const to = root('project');
  const first = run('--archive', from, '--root', to);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /facebook: 10 captures, 4 versions, dropped recording 1, broken 1, repeated 1, unchanged 1, seen-before 1, stray 1/);
  const bytes = readFileSync(out(to));
  const { facebook } = (JSON.parse(bytes.toString()) as Output).services;
  assert.deepEqual(
    facebook.versions.map((v) => [v.recorded, v.ai, v.partial]),
    [
      ['2024-01-01', 0, false],
      ['2025-05-28', 1, false],
      ['2025-06-04', 1, false],
      ['2025-06-05', 0, true],
    ],
    'days are days in UTC',
  );
  assert.equal(facebook.phrases['ai-at-meta']?.first.recorded, '2025-05-28');
  assert.ok(!bytes.includes('Sentence number'), 'no text of the policy is copied');
  run('--archive', from, '--root', to);
  assert.deepEqual(readFileSync(out(to)), bytes);
});

test('a folder that cannot be used is named in words, and the old file stays', () => {
  const to = root('old');
  writeFileSync(out(to), 'old');
  const good = full('good');
  const shallow = join(base, 'shallow');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${good}`, shallow], { stdio: 'pipe' });
  const plainFolder = join(base, 'plain');
  mkdirSync(plainFolder);
  writeFileSync(join(plainFolder, 'note.txt'), '');
  const without = archive('without');
  record(without, 'Other', text(3), '2025-01-01T00:00:00Z');
  const damaged = full('damaged');
  const blob = git(damaged, ['rev-parse', 'HEAD:Facebook/Privacy Policy.md']).toString().trim();
  rmSync(join(damaged, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  const headless = full('headless');
  const commit = git(headless, ['rev-parse', 'HEAD~2']).toString().trim();
  rmSync(join(headless, '.git/objects', commit.slice(0, 2), commit.slice(2)), { force: true });
  for (const [folder, message] of [
    [join(base, 'nowhere'), /no folder/],
    [join(plainFolder, 'note.txt'), /is a file/],
    [damaged, /The version [0-9a-f]{8} of "Facebook\/Privacy Policy\.md" cannot be read/],
    [headless, /may be damaged.*git says/],
    [plainFolder, /is no git directory/],
    [archive('empty'), /has no commit yet/],
    [shallow, /shallow clone.*unshallow/s],
    [without, /holds no history of "Facebook\/Privacy Policy\.md"/],
  ] as const) {
    const result = run('--archive', folder, '--root', to);
    assert.equal(result.status, 1, folder);
    assert.match(result.stderr, message);
    assert.match(result.stderr, /No file was changed/);
    assert.equal(readFileSync(out(to), 'utf8'), 'old');
    assert.ok(!/\n {4}at /.test(result.stderr), 'words, and no stack');
  }
  assert.match(run('--root', to).stderr, /Say where the archive is/);
  assert.equal(run('--what').status, 1);
});

// Nothing is closed to root, so its run would prove nothing.
test('a folder that may not be read is named', { skip: process.getuid?.() === 0 && 'root may read everything' }, () => {
  const to = root('closed-project');
  writeFileSync(out(to), 'old');
  const closed = full('closed');
  chmodSync(join(closed, '.git'), 0o000);
  const result = run('--archive', closed, '--root', to);
  chmodSync(join(closed, '.git'), 0o700);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /No file was changed/);
  assert.equal(readFileSync(out(to), 'utf8'), 'old');
});

test('a list of phrases that cannot be used is named, and the old file stays', () => {
  const to = root('bad-list');
  writeFileSync(out(to), 'old');
  for (const [list, message] of [
    ['a: [', /no valid YAML/],
    ['', /must be a list/],
    ['- {id: a}', /needs an id and a phrase/],
  ] as const) {
    writeFileSync(join(to, 'content/data/policy-phrases.yml'), list);
    const result = run('--archive', full(`list-${list.length}`), '--root', to);
    assert.equal(result.status, 1);
    assert.match(result.stderr, message);
    assert.equal(readFileSync(out(to), 'utf8'), 'old');
  }
});

test('a phrase of more than 20 words is refused: it would be a copy, not a quotation', () => {
  const to = root('long');
  writeFileSync(join(to, 'content/data/policy-phrases.yml'), `- {id: long, phrase: ${'word '.repeat(21)}}\n`);
  const result = run('--archive', full('again'), '--root', to);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /more than 20 words/);
});
