import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  services: { facebook: { versions: { recorded: string; ai: number; partial: boolean }[]; dropped: { why: string }[]; phrases: Record<string, { first: { recorded: string } }> } };
}

test('from a git history to versions, counts and phrases; the same archive makes the same bytes', () => {
  const from = full('archive');
  const to = root('project');
  const first = run('--archive', from, '--root', to);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /facebook: 9 captures, 4 versions, dropped recording 1, broken 1, repeated 1, unchanged 1, seen-before 1/);
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
  const without = archive('without');
  record(without, 'Other', text(3), '2025-01-01T00:00:00Z');
  for (const [folder, message] of [
    [join(base, 'nowhere'), /no folder/],
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
  }
  assert.match(run('--root', to).stderr, /Say where the archive is/);
  assert.equal(run('--what').status, 1);
});

test('a phrase of more than 20 words is refused: it would be a copy, not a quotation', () => {
  const to = root('long');
  writeFileSync(join(to, 'content/data/policy-phrases.yml'), `- {id: long, phrase: ${'word '.repeat(21)}}\n`);
  const result = run('--archive', full('again'), '--root', to);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /more than 20 words/);
});
