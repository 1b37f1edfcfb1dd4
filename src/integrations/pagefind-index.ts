import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Builds the search index over the finished pages: one index per `<html lang>`. */
export function pagefindIndex(): AstroIntegration {
  return {
    name: 'pagefind-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({ writePlayground: false });
        if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: out });
        const written = await index.writeFiles({ outputPath: `${out}pagefind` });
        await pagefind.close();
        const failed = [...added.errors, ...written.errors];
        if (failed.length > 0) throw new Error(`the search index failed: ${failed.join('; ')}`);
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}
