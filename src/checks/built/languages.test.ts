/** Each other language of the finished site: nothing left in English, and found in its own words. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { pagesIn } from '../../model/files.ts';
import { languages } from '../../model/languages.ts';
import { openBuilt } from '../../tools/search-eval/evaluate.ts';
import { leftOver } from '../left-over.ts';

const others = languages(process.cwd()).filter((l) => l.code !== 'en' && existsSync(join('dist', l.code)));
const pagesOf = (code: string): { path: string; html: string }[] => {
  const dir = join('dist', code);
  return pagesIn(dir)
    .filter((path) => !/^\/(s|embed|plan|book)\//.test(path))
    .map((path) => ({ path, html: readFileSync(join(dir, path, 'index.html'), 'utf8') }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
};
const titleOf = (html: string): string =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;|&apos;/g, '’')
    .replace(/&amp;/g, '&')
    .trim();
/** Without accents, and with a letter lost in its longest word. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
const misspelt = (text: string): string => {
  const [longest = ''] = (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length);
  return text.replace(longest, longest.slice(0, 4) + longest.slice(5));
};

/** Publishers are named as they name themselves, some with a word on which copy was read. */
const publishers = readdirSync('content/data/sources')
  .flatMap((f) => parse(readFileSync(join('content/data/sources', f), 'utf8')) as { publisher: string }[])
  .map((s) => s.publisher)
  .filter((p) => / (of|the|for|and|is) /.test(p))
  .sort((a, b) => b.length - a.length);
const withoutPublishers = (html: string): string => publishers.reduce((text, p) => text.replaceAll(p.replaceAll('&', '&amp;'), ''), html.replaceAll('&#39;', "'"));

for (const { code, name, extent } of others) {
  test(`${name}: no page says anything in English that is not marked as English`, () => {
    const found = new Map<string, string>();
    for (const { path, html } of pagesOf(code)) for (const text of leftOver(withoutPublishers(html), code)) if (!found.has(text)) found.set(text, path);
    assert.deepEqual([...found].map(([text, path]) => `${path} ${text}`).slice(0, 40), []);
  });

  test(`${name}: every page says its language`, () => {
    const all = pagesOf(code);
    assert.ok(all.length > 20, `${all.length} pages`);
    for (const { path, html } of all) assert.match(html, new RegExp(`<html lang="${code}" dir="(ltr|rtl)"`), path);
  });

  if (extent === 'letters') continue;
  test(`${name}: a question is found by its title, without accents and misspelt`, async () => {
    const all = pagesOf(code);
    const index = await openBuilt(join('dist', code), code);
    const questions = all.filter(({ html }) => html.includes('data-pagefind-filter="kind:Question"') && !html.includes('<article lang="en"'));
    assert.ok(questions.length > 40, `${questions.length} questions`);
    for (const [way, least] of [
      [(t: string) => t, 0.95],
      [plain, 0.95],
      [misspelt, 0.9],
    ] as const) {
      const lost: string[] = [];
      for (const { path, html } of questions) {
        const { hits } = await index.find(way(titleOf(html)));
        if (!hits.slice(0, 3).some((h) => h.path.replace(/#.*$/, '') === path)) lost.push(way(titleOf(html)));
      }
      assert.ok(lost.length <= questions.length * (1 - least), `not among the first three: ${lost.join(' | ')}`);
    }
  });
}
