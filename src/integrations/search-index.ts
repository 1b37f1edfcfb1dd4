import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFullTextIndex, writeSearchIndex } from '../model/search-files.ts';

/** Builds both search indexes over the finished pages, each one per `<html lang>`. */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const counts = await writeSearchIndex(out, root);
        for (const [lang, n] of Object.entries(counts)) logger.info(`${n} pages and parts of pages in the index of titles and search words (${lang})`);
        logger.info(`${await writeFullTextIndex(out)} pages in the full-text index`);
      },
    },
  };
}
