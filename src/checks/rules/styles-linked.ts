import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';

/** Sheets whose elements are no part of a page's HTML: what script shows, and pages for frames. */
const APART = /\/(?:on-use|Embed)\.[\w-]+\.css$/;

/** The classes a stylesheet's selectors name. */
export const classesOf = (css: string): Set<string> => new Set([...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map((m) => m[1] as string));

/** The classes a page's elements carry. */
export const classesUsed = (html: string): Set<string> => new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((m) => (m[1] as string).split(/\s+/)));

export const stylesLinked: Rule = {
  id: 'styles-linked',
  why: 'A tool, figure or marked text without its stylesheet is a heap of words.',
  severity: 'error',
  run: (site) => {
    const sheets = [...site.files].filter((f) => f.endsWith('.css') && f.startsWith('/_astro/') && !APART.test(f));
    const known = new Map(sheets.map((f) => [f, classesOf(readFileSync(join(site.dir, f), 'utf8'))]));
    const every = new Set([...known.values()].flatMap((c) => [...c]));
    return site.pages
      .filter((p) => p.kind === 'page' && p.assets.some((a) => known.has(a)))
      .flatMap((p) => {
        const linked = p.assets.map((a) => known.get(a));
        const missing = [...classesUsed(p.html)].filter((c) => every.has(c) && !linked.some((l) => l?.has(c)));
        return missing.length > 0
          ? [{ at: p.path, what: `uses .${missing.join(', .')} without the stylesheet that knows them`, mend: 'give Base (or the layout) the property "styles" that names the sheet' }]
          : [];
      });
  },
};
