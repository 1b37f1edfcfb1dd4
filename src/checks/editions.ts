/** What has to hold between the languages of a finished site: each points to the others, and they point back. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutBase } from '../domain/routes.ts';
import { pagesIn } from '../model/files.ts';
import type { Language } from '../schema/language.ts';

/** `out`: the folder with every language in it. Gives a line for each thing that is wrong. */
export function editionProblems(out: string, { site, base }: { site: string; base: string }, languages: readonly Pick<Language, 'code'>[]): string[] {
  if (languages.length < 2) return [];
  const path = (url: string): string => withoutBase(base, url.startsWith(site) ? url.slice(site.length) : url);
  const there = (address: string): boolean => existsSync(join(out, address.replace(/[?#].*$/, ''), address.replace(/[?#].*$/, '').endsWith('/') ? 'index.html' : ''));
  const alternates = new Map<string, Map<string, string>>();
  const found: string[] = [];
  for (const page of pagesIn(out)) {
    const html = readFileSync(join(out, page, 'index.html'), 'utf8');
    const head = html.slice(0, html.indexOf('</head>'));
    const own = new Map([...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map((m) => [m[1] ?? '', path(m[2] ?? '')]));
    if (own.size > 0) alternates.set(page, own);
    // Links from one language to another: in the switcher, and to pages a language does not have.
    const lang = /<html lang="([a-z]+)"/.exec(html)?.[1];
    const home = lang === 'en' || lang === undefined ? '/' : `/${lang}/`;
    for (const m of html.matchAll(/<a [^>]*href="(\/[^"#?]*)[^"]*"/g)) {
      const to = withoutBase(base, m[1] ?? '');
      const elsewhere = home === '/' ? languages.some((l) => l.code !== 'en' && to.startsWith(`/${l.code}/`)) : !to.startsWith(home);
      if (elsewhere && !there(to)) found.push(`${page}  the link ${m[1]} to another language leads nowhere`);
    }
  }
  for (const [page, own] of alternates)
    for (const [lang, to] of own) {
      if (!there(to)) found.push(`${page}  its ${lang} version ${to} is not there`);
      else if (lang !== 'x-default' && ![...(alternates.get(to)?.values() ?? [])].includes(page)) found.push(`${page}  its ${lang} version ${to} does not point back to it`);
    }
  return found;
}
