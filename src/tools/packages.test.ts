import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { allowed, forbidden, IN_SITE, packages } from './packages.ts';

const dir = mkdtempSync(join(tmpdir(), 'rto-packages-'));
after(() => rmSync(dir, { recursive: true }));
const all = packages(process.cwd());

test('every package states a licence we can keep', () => assert.deepEqual(forbidden(all), []));

test('what is said to stand in the site is installed', () => {
  const names = new Set(all.map((p) => p.name));
  assert.deepEqual(
    Object.keys(IN_SITE).filter((n) => !names.has(n)),
    [],
  );
});

/** Imports of packages in the scripts that browsers get: the islands and all they import. Types leave no trace. */
export function packagesImported(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return;
    seen.add(file);
    for (const m of readFileSync(file, 'utf8').matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      const to = m[1] ?? m[2] ?? '';
      if (to.startsWith('#src/')) visit(join('src', to.slice(5)));
      else if (to.startsWith('.')) visit(join(dirname(file), to));
      else found.add(/^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
    }
  };
  entries.forEach(visit);
  return [...found].sort();
}

test('no script of the site brings a package that is not on the list', () => {
  const imported = packagesImported(globSync('src/islands/*.ts').filter((f) => !f.endsWith('.test.ts')));
  assert.deepEqual(
    imported.filter((p) => !(p in IN_SITE)),
    [],
    'add it to IN_SITE in src/tools/packages.ts',
  );
});

test('an import of a package is seen, one of a type is not', () => {
  mkdirSync(join(dir, 'a'));
  writeFileSync(join(dir, 'a/x.ts'), "import type { T } from 'types-only';\nimport { y } from './y.ts';\n");
  writeFileSync(join(dir, 'a/y.ts'), "import z from '@scope/name/part';\nconst q = import('later');\n");
  assert.deepEqual(packagesImported([join(dir, 'a/x.ts')]), ['@scope/name', 'later']);
});

test('expressions of licences', () => {
  const list = ['MIT', 'ISC'];
  for (const [text, is] of [
    ['MIT', true],
    ['GPL-3.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['(MIT AND ISC)', true],
    ['unknown', false],
  ] as const)
    assert.equal(allowed(text, list), is, text);
});

test('a forbidden or unknown licence is named with its package', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-only' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/pagefind': { version: '1.0.0', license: 'MPL-2.0' },
  };
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages: locked }));
  const wrong = forbidden(packages(dir));
  assert.equal(wrong.length, 3);
  assert.match(wrong.join('\n'), /a 1\.0\.0: the licence AGPL-3\.0-only[\s\S]*b 2\.0\.0: the licence unknown[\s\S]*pagefind 1\.0\.0: the licence MPL-2\.0 is not on the list for what readers get/);
});

test('the list of packages for a release is CycloneDX and lacks none', () => {
  const done = spawnSync(process.execPath, ['src/tools/sbom.ts', dir], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  const bom = JSON.parse(readFileSync(join(dir, 'sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; version: string; purl: string; licenses?: unknown[] }[];
  };
  assert.equal(bom.bomFormat, 'CycloneDX');
  assert.match(bom.specVersion, /^1\.\d$/);
  const listed = new Set(bom.components.map((c) => `${c.name}@${c.version}`));
  assert.deepEqual(
    all.filter((p) => !listed.has(`${p.name}@${p.version}`)),
    [],
  );
  for (const c of bom.components) assert.ok(c.purl.startsWith('pkg:npm/') && c.licenses?.length, c.name);
});
