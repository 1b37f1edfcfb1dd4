import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';

const EXTRA = /\/extra\.[\w-]+\.css$/;

/** The classes a stylesheet's selectors name. */
export const classesOf = (css: string): Set<string> => new Set([...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map((m) => m[1] as string));

/** The classes a page's elements carry. */
export const classesUsed = (html: string): Set<string> => new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((m) => (m[1] as string).split(/\s+/)));

const sheets = (site: Site) => {
  const css = [...site.files].filter((f) => f.endsWith('.css') && f.startsWith('/_astro/'));
  const read = (files: string[]) => classesOf(files.map((f) => readFileSync(join(site.dir, f), 'utf8')).join('\n'));
  const common = read(css.filter((f) => !EXTRA.test(f)));
  return [...read(css.filter((f) => EXTRA.test(f)))].filter((c) => !common.has(c));
};

export const stylesLinked: Rule = {
  id: 'styles-linked',
  why: 'A tool or figure without its stylesheet is a heap of words.',
  severity: 'error',
  run: (site) => {
    const only = sheets(site);
    return site.pages
      .filter((p) => p.kind === 'page' && !p.assets.some((a) => EXTRA.test(a)))
      .flatMap((p) => {
        const used = classesUsed(p.html);
        const missing = only.filter((c) => used.has(c));
        return missing.length > 0 ? [{ at: p.path, what: `uses .${missing.join(', .')} without the stylesheet that knows them`, mend: 'give Base (or the layout) the property "extra"' }] : [];
      });
  },
};
