/** Mean silent reading speed for English non-fiction (Brysbaert 2019). */
export const WORDS_PER_MINUTE = 238;

/** Whole minutes to read `words`, at least 1. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_PER_MINUTE));
