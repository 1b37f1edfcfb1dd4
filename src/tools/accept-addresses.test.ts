import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const dir = mkdtempSync(join(tmpdir(), 'rto-accept-'));
after(() => rmSync(dir, { recursive: true }));
mkdirSync(join(dir, 'content/data'), { recursive: true });
for (const f of ['short-codes.txt', 'published-addresses.txt', 'redirects.yml']) writeFileSync(join(dir, 'content/data', f), '');
const accept = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'src/tools/accept-addresses.ts')], { cwd: dir, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

test('before any build the message says what to do, in a line', () => {
  const { status, said } = accept();
  assert.equal(status, 1);
  assert.match(said, /^no pages are known yet: run "npm run build" first.*\n$/);
});

test('a first build that stopped for missing codes is enough to give them', () => {
  mkdirSync(join(dir, '.cache'));
  writeFileSync(join(dir, '.cache/pages.txt'), '/\n/about/\n');
  const { status, said } = accept();
  assert.equal(status, 0, said);
  assert.match(said, /2 short codes, 2 new\nNow build again/);
  assert.equal(readFileSync(join(dir, 'content/data/short-codes.txt'), 'utf8'), 'ydtd /\nvmnf /about/\n');
  assert.equal(readFileSync(join(dir, 'content/data/published-addresses.txt'), 'utf8'), '/s/vmnf/\n/s/ydtd/\n');
});
