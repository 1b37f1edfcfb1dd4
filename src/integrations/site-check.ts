import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { PAGES, shareable } from '../checks/rules/short-codes.ts';
import { checkSite } from '../checks/run.ts';
import { report } from '../domain/problems.ts';
import type { Language } from '../schema/language.ts';
import { languages } from '../model/languages.ts';
import { readSite, wholePages } from '../checks/site.ts';

/** Judges the finished pages; a broken link, a lost address or a page over its weight stops the build. */
export function siteCheck(language: Language, addresses: ReadonlyMap<string, string>): AstroIntegration {
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
        const site = readSite(fileURLToPath(dir), base, {
          language: language.code,
          whole: language.extent === 'whole',
          others: languages(root).flatMap((l) => (l.code === language.code || language.code !== 'en' ? [] : [l.code])),
          addresses,
        });
        // A build that stops leaves no site behind; the command that gives new pages their codes reads them here.
        if (language.code === 'en') {
          mkdirSync(join(root, '.cache'), { recursive: true });
          writeFileSync(join(root, PAGES), `${shareable(wholePages(site)).join('\n')}\n`);
        }
        const problems = checkSite(site, root);
        const errors = problems.filter((p) => p.severity === 'error');
        if (errors.length > 0) throw new Error(report(errors));
        logger.info(`${site.pages.length} pages checked`);
      },
    },
  };
}
