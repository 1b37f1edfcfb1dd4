/**
 * npm run sbom [folder]: writes the list of all packages of the lock file as CycloneDX to release/sbom.cdx.json. Made by
 * npm; licences that the lock file leaves out are added, and a list that lacks a package is refused.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packages.ts';

interface Component {
  name: string;
  version: string;
  licenses?: unknown;
}
const folder = process.argv[2] ?? 'release';
// npm itself where npm started this, so that the same npm answers.
const npm = process.env['npm_execpath'];
const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
const made = spawnSync(command, [...first, 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 100_000_000,
  shell: command === 'npm' && process.platform === 'win32',
});
if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`);
const bom = JSON.parse(made.stdout) as { components: Component[] };
const known = new Map(packages(process.cwd()).map((p) => [`${p.name}@${p.version}`, p]));
for (const c of bom.components) {
  const p = known.get(`${c.name}@${c.version}`);
  if (p && !c.licenses) c.licenses = [{ expression: p.licence }];
}
const listed = new Set(bom.components.map((c) => `${c.name}@${c.version}`));
const missing = [...known.keys()].filter((k) => !listed.has(k));
if (missing.length > 0) throw new Error(`npm sbom left out ${missing.join(', ')}`);
mkdirSync(folder, { recursive: true });
const file = join(folder, 'sbom.cdx.json');
writeFileSync(file, `${JSON.stringify(bom, null, 1)}\n`);
console.log(`${file}: ${bom.components.length} packages`);
