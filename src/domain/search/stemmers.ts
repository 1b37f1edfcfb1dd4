/** Stems of words, by the name that `content/<lang>/search.yml` gives; each is loaded when its language is searched. */
import type { Stem } from './words.ts';

/** Snowball's stemmers. Polish and others have none: their words stay whole, and misspellings and endings are bridged by likeness. */
export const STEMMERS: Readonly<Record<string, () => Promise<Stem>>> = {
  none: async () => (word) => word,
  english: async () => (await import('stemmer')).stemmer,
  german: async () => (await import('@orama/stemmers/german')).stemmer,
  french: async () => (await import('@orama/stemmers/french')).stemmer,
  spanish: async () => (await import('@orama/stemmers/spanish')).stemmer,
  italian: async () => (await import('@orama/stemmers/italian')).stemmer,
  dutch: async () => (await import('@orama/stemmers/dutch')).stemmer,
  portuguese: async () => (await import('@orama/stemmers/portuguese')).stemmer,
};
