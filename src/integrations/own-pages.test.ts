import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { hasPage } from '../domain/addresses.ts';
import { isOwn, ownPages } from './own-pages.ts';

const language = (code: string, extent: 'whole' | 'letters') => ({ code, extent, countries: ['bg'], name: code, direction: 'ltr' as const, locale: 'x', notice: '', made: '' });
const files = (readdirSync('src/pages', { recursive: true }) as string[]).filter((f) => /\.(astro|ts)$/.test(f));
const own = (l: ReturnType<typeof language>): string[] => files.filter((f) => isOwn(f, l)).sort();

test('English makes every page, and so does a whole language, but for what all share', () => {
  assert.deepEqual(own(language('en', 'whole')), files.toSorted());
  assert.deepEqual(files.filter((f) => !isOwn(f, language('de', 'whole'))).sort(), ['languages.json.ts']);
});

test('a language of letters makes what it has, and files that its pages ask for', () => {
  assert.deepEqual(
    own(language('bg', 'letters')).filter((f) => f.endsWith('.astro')),
    ['countries/[country].astro', 'deadline.astro', 'index.astro', 'letters/[...letter].astro', 'letters/index.astro', 'object/[...guide].astro'],
  );
  for (const f of ['og/[card].png.ts', 'holidays/[country].json.ts', 'icon-180.png.ts']) assert.ok(isOwn(f, language('bg', 'letters')), f);
  for (const path of ['/countries/bg/', '/countries/eu-eea/', '/deadline/', '/object/', '/letters/objection/']) assert.ok(hasPage(language('bg', 'letters'), path), path);
});

test('in the place of others stands nothing that is compiled', () => {
  const load = ownPages(language('bg', 'letters')).load as (id: string) => string | undefined;
  assert.equal(load('/x/src/pages/deadline.astro'), undefined);
  assert.equal(load('/x/src/pages/glossary.astro'), '');
  assert.match(load('/x/src/pages/claims/[claim].astro') ?? '', /getStaticPaths = \(\) => \[\]/);
  assert.match(load('/x/src/pages/llms.txt.ts') ?? '', /export const GET/);
});
