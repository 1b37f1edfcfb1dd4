import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { LIMITS, redirectsFile } from '../domain/host-files.ts';
import { codesFor } from '../domain/short-codes.ts';
import { hostMoves } from './host-moves.ts';

const root = mkdtempSync(join(tmpdir(), 'rto-moves-'));
after(() => rmSync(root, { recursive: true }));

test('hosts get the moved pages and every short address, which follows a page that moved', () => {
  mkdirSync(join(root, 'content/data'), { recursive: true });
  const [[about], [old]] = [codesFor('/about/'), codesFor('/old/')];
  writeFileSync(join(root, 'content/data/redirects.yml'), '- { from: /old/, to: /new/ }\n- { from: /about/#a, to: /about/#b }\n');
  writeFileSync(join(root, 'content/data/short-codes.txt'), `${about} /about/\n${old} /old/\n`);
  const moves = hostMoves(root);
  assert.deepEqual(moves, [
    { from: '/old/', to: '/new/' },
    { from: `/s/${about}/`, to: '/about/', standing: true },
    { from: `/s/${old}/`, to: '/new/', standing: true },
  ]);
  assert.match(redirectsFile(moves, '/sub/'), new RegExp(`^/sub/s/${old}/ /sub/new/ 301$`, 'm'));
});

test('_redirects holds every short address of this site, or as many as hosts read', () => {
  const moves = hostMoves('.');
  const lines = redirectsFile(moves, '/')
    .split('\n')
    .filter((l) => l.startsWith('/'));
  const codes = readFileSync('content/data/short-codes.txt', 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'));
  const short = lines.filter((l) => l.startsWith('/s/')).length;
  assert.equal(short, Math.min(codes.length, LIMITS.redirects - (lines.length - short)));
});
