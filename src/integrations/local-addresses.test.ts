import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { moveAddresses } from './local-addresses.ts';

const made: string[] = [];
after(() => made.forEach((d) => rmSync(d, { recursive: true, force: true })));
function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'rto-addresses-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
const german = { code: 'de', name: 'Deutsch', direction: 'ltr', extent: 'whole', countries: [] as string[], locale: 'de_DE', notice: '', made: '' } as const;

test('pages move to their addresses, even to one that was another’s; files stay', () => {
  const root = project({
    'content/de/addresses.yml': 'segments: {letters: briefe, plan: letters}\n',
    'out/index.html': 'home',
    'out/letters/index.html': 'letters',
    'out/plan/index.html': 'plan',
    'out/plan/x.json': '{}',
  });
  const found = moveAddresses(join(root, 'out'), root, german);
  assert.equal(readFileSync(join(root, 'out/briefe/index.html'), 'utf8'), 'letters');
  assert.equal(readFileSync(join(root, 'out/letters/index.html'), 'utf8'), 'plan');
  assert.equal(readFileSync(join(root, 'out/index.html'), 'utf8'), 'home');
  assert.ok(existsSync(join(root, 'out/plan/x.json')));
  assert.deepEqual([...found].sort(), [
    ['/', '/'],
    ['/briefe/', '/letters/'],
    ['/letters/', '/plan/'],
  ]);
});

test('a language with the letters alone has no other page', () => {
  const root = project({ 'content/sv/addresses.yml': 'segments: {}\n', 'out/deadline/index.html': 'd', 'out/claims/a/index.html': 'c' });
  moveAddresses(join(root, 'out'), root, { ...german, code: 'sv', extent: 'letters' });
  assert.ok(existsSync(join(root, 'out/deadline/index.html')));
  assert.equal(existsSync(join(root, 'out/claims')), false);
});
