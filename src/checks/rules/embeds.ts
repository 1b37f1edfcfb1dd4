import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { embedPolicy } from '../../domain/policy.ts';
import { withoutBase } from '../../domain/routes.ts';
import { inLanguage } from './weight.ts';
import type { Finding, Rule } from '../rule.ts';
import { brotliOver } from '../site.ts';

/** Bytes with brotli. A figure carries its drawing and its table. */
export const EMBED_LIMITS = { claim: 1_500, figure: 2_500 };

const external = (href: string): boolean => /^https?:/.test(href);

/** What a page for frames owes the site that shows it, and its reader. */
export const embeds: Rule = {
  id: 'embeds',
  why: 'A frame stands on a page that is not ours: it must bring nothing that runs, and lead back to the whole claim.',
  severity: 'error',
  run: (site) => {
    const whole = new Map(site.pages.map((p) => [p.path, p.kind]));
    return site.pages
      .filter((p) => p.kind === 'embed')
      .flatMap((p) => {
        const found: Finding[] = [];
        const add = (what: string, mend: string) => found.push({ at: p.path, what, mend });
        const dom = parseDocument(p.html).children;
        const links = findAll((e) => e.name === 'a' && e.attribs['href'] !== undefined, dom);
        const home = p.canonical && withoutBase(site.base, new URL(p.canonical).pathname);
        if (p.meta.get('content-security-policy') !== embedPolicy()) add('another policy than that of embeds', 'use the Embed layout');
        if (findAll((e) => e.name === 'script' || e.name === 'iframe' || e.name === 'form' || e.name === 'img', dom).length > 0)
          add('a script, frame, form or picture', 'show text, or draw it in SVG');
        if (p.lang === '') add('no language', 'set lang on <html>');
        if (p.title.trim() === '') add('no title', 'give the page a title');
        if (!/noindex/.test(p.robots)) add('search engines may list it', 'add noindex: its page is the one to find');
        if (p.html.includes('data-pagefind-body')) add('it is in the search index', 'take data-pagefind-body out');
        if (!home || whole.get(home) !== 'page') add('its canonical address is no page of the site', 'name the page that it is a part of');
        else if (!links.some((a) => a.attribs['href'] === p.canonical)) add('no link back to its page', 'use the Embed layout');
        for (const { attribs: a } of links) {
          const rel = (a['rel'] ?? '').split(' ');
          if (a['href']?.startsWith('#')) continue;
          if (a['target'] !== '_top') add(`the link ${a['href']} opens inside the frame`, 'add target="_top"');
          if (!rel.includes('noopener')) add(`the link ${a['href']} lacks rel="noopener"`, 'add it');
          if (external(a['href'] ?? '') && a['href'] !== p.canonical && !rel.includes('noreferrer')) add(`the link ${a['href']} lacks rel="noreferrer"`, 'add it');
        }
        const limit = inLanguage(p.path.startsWith('/embed/figure/') ? EMBED_LIMITS.figure : EMBED_LIMITS.claim, site);
        const size = brotliOver(p.html, limit);
        if (size !== undefined) add(`HTML bytes (brotli): ${size}, the limit for a frame is ${limit}`, 'show less; the page has the rest');
        return found;
      });
  },
};
