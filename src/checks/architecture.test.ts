import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What each folder may import from inside src/. Arrows never point back. */
const ALLOWED: Record<string, string[]> = {
  schema: ['schema'],
  domain: ['domain', 'schema', 'site.ts'],
  islands: ['islands', 'domain', 'styles'],
  model: ['model', 'domain', 'schema', 'site.ts'],
  components: ['components', 'model', 'domain', 'schema', 'assets', 'site.ts'],
  layouts: ['layouts', 'components', 'model', 'domain', 'schema', 'assets', 'styles', 'islands', 'site.ts'],
  pages: ['layouts', 'components', 'model', 'domain', 'schema', 'site.ts'],
  checks: ['checks', 'domain', 'model', 'schema', 'site.ts'],
  tools: ['tools', 'checks', 'domain', 'model', 'schema', 'site.ts'],
  integrations: ['integrations', 'checks', 'domain', 'model', 'schema', 'site.ts'],
};
const NO_ASTRO = new Set(['schema', 'domain', 'islands', 'checks', 'tools']);

export interface Arrow {
  file: string;
  to: string;
}

/** Import lines that point the wrong way, as `file -> target`. */
export function wrongArrows(file: string, text: string): string[] {
  const from = file.split('/')[1] ?? '';
  const wrong: string[] = [];
  for (const m of text.matchAll(/(?:import|export)\b[^'"`;]*?['"]([^'"]+)['"]/g)) {
    const spec = m[1] ?? '';
    if (/^astro:/.test(spec) && NO_ASTRO.has(from)) wrong.push(`${file} -> ${spec}`);
    const target = spec.startsWith('#src/') ? spec.slice(5) : spec.startsWith('.') ? new URL(spec, `file:///${file}`).pathname.replace(/^\/src\//, '') : undefined;
    const to = target?.split('/')[0];
    if (to && ALLOWED[from] && !ALLOWED[from].includes(to)) wrong.push(`${file} -> ${spec}`);
  }
  return wrong;
}

test('every import points the right way', () => {
  const files = globSync('src/**/*.{ts,astro}').filter((f) => !f.endsWith('.test.ts'));
  assert.ok(files.length > 50);
  assert.deepEqual(
    files.flatMap((f) => wrongArrows(f, readFileSync(f, 'utf8'))),
    [],
  );
});

test('a wrong arrow is seen', () => {
  assert.deepEqual(wrongArrows('src/domain/a.ts', "import { x } from '../model/entries.ts';"), ['src/domain/a.ts -> ../model/entries.ts']);
  assert.deepEqual(wrongArrows('src/islands/a.ts', "import { x } from '#src/schema/page.ts';"), ['src/islands/a.ts -> #src/schema/page.ts']);
  assert.deepEqual(wrongArrows('src/domain/a.ts', "import { z } from 'astro:content';"), ['src/domain/a.ts -> astro:content']);
  assert.deepEqual(wrongArrows('src/domain/a.ts', "import { z } from './b.ts';\nimport x from 'astro/zod';"), []);
});

test('only model/entries.ts asks for collections', () => {
  assert.deepEqual(
    globSync('src/**/*.{ts,astro}').filter((f) => !f.endsWith('.test.ts') && /getCollection\(/.test(readFileSync(f, 'utf8'))),
    ['src/model/entries.ts'],
  );
});
