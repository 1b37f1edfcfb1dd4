import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import type { LanguageWords } from '../domain/search/words.ts';
import { pageAliasSchema, searchSchema, synonymSchema } from '../schema/search.ts';

const read = (root: string, lang: string, name: string): unknown => parse(readFileSync(join(root, 'content', lang, name), 'utf8'));

/** What search knows about a language; the content check has judged it before. Throws where a file is missing. */
export function searchWords(root: string, lang: string): LanguageWords {
  const own = searchSchema.parse(read(root, lang, 'search.yml'));
  return { ...own, synonyms: (read(root, lang, 'synonyms.yml') as z.infer<typeof synonymSchema>[]).map((s) => s.words) };
}

/** Search words of pages that no text file makes, by address. */
export const pageAliases = (root: string, lang: string): ReadonlyMap<string, string[]> =>
  new Map((read(root, lang, 'page-aliases.yml') as z.infer<typeof pageAliasSchema>[]).map((p) => [p.page, p.words]));
