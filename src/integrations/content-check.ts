import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildDay } from '../domain/dates.ts';
import { contentProblems } from '../domain/integrity.ts';
import { dueProblems } from '../domain/freshness.ts';
import { describe, report } from '../domain/problems.ts';
import { readContent } from '../model/read.ts';
import { translationProblems } from '../model/translations.ts';

/**
 * Stops a build whose content has a problem, before a page is made. `astro:content`'s own `reference()` only logs
 * an unknown id. In `dev` the problems are printed and the writer goes on.
 */
export function contentCheck(lang: string): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ config, command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const content = readContent(root, lang);
        const problems = lang === 'en' ? contentProblems(content) : translationProblems(root, lang);
        const errors = problems.filter((p) => p.severity === 'error');
        if (errors.length > 0 && command === 'build') throw new Error(report(errors));
        const due = dueProblems(content, buildDay(process.env['SOURCE_DATE_EPOCH'], Date.now()));
        for (const p of command === 'dev' ? [...problems, ...due] : lang === 'en' ? due : problems) logger.warn(describe(p));
      },
    },
  };
}
