import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';
import { brotliOver, brotliSize, type Page, type Site } from '../site.ts';

/** Bytes with brotli. Each other language adds some 90 to a page: its address in the head and in the switcher. A page with a tool, a figure, a record of facts or a sheet to print loads a second stylesheet. */
export const LIMITS = { page: 14_800, index: 25_000, styles: 5_200, toolStyles: 9_300, script: 1_100, requests: 4 };

/** Everything on one page, for paper: a fetch of its own that the page leading there gives the size of, and styles for its pages. It loads every sheet, so it pays for the switcher and for long words of other languages too. */
const BOOK = { path: '/book/', html: 250_000, styles: 9_560, requests: 6 };

/** Pages that are lists of everything. The policy record has a row for each recorded version, with the archive’s 40-digit id, which no compression shortens. */
const INDEX = /^\/(search|claims|glossary|timeline|sources|questions|policy-record|about\/the-first-article|changes)\/$|^\/(sources|s)\/([a-z]+\/)?$/;
export const htmlLimit = (path: string): number => (path === BOOK.path ? BOOK.html : INDEX.test(path) ? LIMITS.index : LIMITS.page);

/** German and its like take more letters for the same, other scripts more bytes for a letter. */
const OTHER_LANGUAGES = 1.35;
/** A limit on text, in the language of the site. */
export const inLanguage = (bytes: number, site: Pick<Site, 'language'>): number => Math.round(bytes * (site.language === 'en' ? 1 : OTHER_LANGUAGES));

const sum = (site: Site, assets: string[]): number => assets.reduce((n, a) => n + (site.files.has(a) ? brotliSize(readFileSync(join(site.dir, a))) : 0), 0);

/** Static imports of a script, one level: what the browser loads with it. */
function withImports(site: Site, scripts: string[]): string[] {
  const all = new Set(scripts);
  for (const s of all) {
    if (!site.files.has(s)) continue;
    for (const m of readFileSync(join(site.dir, s), 'utf8').matchAll(/(?:^|[;}\s])(?:import|export)[^('"]*?(?:from)?["'](\.\/[^"']+)["']/g)) all.add(new URL(m[1] ?? '', `http://x${s}`).pathname);
  }
  return [...all];
}

/** What a page loads besides itself: bytes of styles and scripts, and requests with the page's own. */
const weighAssets = (site: Site, page: Page) => {
  const scripts = withImports(
    site,
    page.assets.filter((a) => a.endsWith('.js')),
  );
  const styles = page.assets.filter((a) => a.endsWith('.css'));
  return { styles: sum(site, styles), script: sum(site, scripts), requests: 1 + new Set([...page.assets, ...scripts]).size };
};

export const weigh = (site: Site, page: Page) => ({ html: brotliSize(page.html), ...weighAssets(site, page) });

export const weight: Rule = {
  id: 'weight',
  why: 'A reader on a slow phone pays for each byte.',
  severity: 'error',
  run: (site) => {
    const cache = new Map<string, ReturnType<typeof weighAssets>>();
    return site.pages.flatMap((p) => {
      const key = p.assets.join();
      const shared = cache.get(key) ?? weighAssets(site, p);
      cache.set(key, shared);
      const found: { at: string; what: string; mend: string }[] = [];
      const over = (what: string, is: number, limit: number, mend: string) => {
        if (is > limit) found.push({ at: p.path, what: `${what}: ${is}, the limit is ${limit}`, mend });
      };
      const limit = inLanguage(htmlLimit(p.path), site);
      over('HTML bytes (brotli)', brotliOver(p.html, limit) ?? 0, limit, 'shorten the page or split it');
      // Easy language loads a second sheet too, and no third.
      const tool = p.assets.some((a) => /\/(easy|extra|handout)\./.test(a));
      over('CSS bytes (brotli)', shared.styles, p.path === BOOK.path ? BOOK.styles : tool ? LIMITS.toolStyles : LIMITS.styles, 'remove styles that nothing uses');
      over('script bytes (brotli)', shared.script, LIMITS.script, 'load it when it is needed');
      over('requests to first view', shared.requests, p.path === BOOK.path ? BOOK.requests : LIMITS.requests, 'merge files');
      return found;
    });
  },
};
