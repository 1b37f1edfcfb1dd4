import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkSite } from '../checks/run.ts';
import { describe, report } from '../domain/problems.ts';
import { readSite } from '../checks/site.ts';

/** Judges the finished pages; a broken link, a lost address or a page over its weight stops the build. */
export function siteCheck(): AstroIntegration {
  let base = '/';
  let root = '';
  return {
    name: 'site-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const site = readSite(fileURLToPath(dir), base);
        const problems = checkSite(site, root);
        const errors = problems.filter((p) => p.severity === 'error');
        if (errors.length > 0) throw new Error(report(errors));
        for (const p of problems) logger.warn(describe(p));
        logger.info(`${site.pages.length} pages checked`);
      },
    },
  };
}
