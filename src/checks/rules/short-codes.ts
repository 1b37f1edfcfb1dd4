import { join } from 'node:path';
import { targets, type ShortCode } from '../../domain/short-codes.ts';
import { shortPath, withBase } from '../../domain/routes.ts';
import { readRedirects } from '../../model/moved.ts';
import { CODES, readCodes } from '../../model/short-codes.ts';
import type { Finding, Rule } from '../rule.ts';
import { wholePages, type Page, type Site } from '../site.ts';

/** A forwarding page stays below one packet, the site’s own address (twice in it, as long as its owner likes) not counted. */
export const FORWARD_BYTES = 1_000;
const ACCEPT = 'npm run addresses:accept gives it one';

/** Pages that stand for another have no address to pass on; a page in a frame is part of one that has. */
export const shareable = (whole: readonly Page[]): string[] => whole.map((p) => p.path).filter((path) => path !== '/404/' && path !== '/offline/missing/');

/** What is wrong with the short addresses of a finished site. `codes`: each code with where it leads today. */
export function shortProblems(site: Site, codes: readonly ShortCode[]): Finding[] {
  const found: Finding[] = [];
  const add = (at: string, what: string, mend: string) => found.push({ at, what, mend });
  const whole = wholePages(site);
  const pages = new Set(whole.map((p) => p.path));
  const have = new Set(codes.map((c) => c.path));
  for (const path of shareable(whole)) if (!have.has(path)) add(path, 'has no short code', ACCEPT);
  const forwards = new Map(site.forwards.map((f) => [f.path, f]));
  for (const { code, path } of codes) {
    const at = shortPath(code);
    const page = forwards.get(at);
    if (!pages.has(path)) add(at, `leads to ${path}, which is not there`, 'bring the page back, or say in content/data/redirects.yml where it went');
    else if (!page) add(at, `makes no page for ${path}`, 'let shortTarget in src/model/short-targets.ts know the page');
    else {
      const to = withBase(site.base, path);
      if (page.forward !== to) add(at, `forwards to ${page.forward}, not to ${to}`, 'forward to the address of the code');
      if (new URL(page.canonical, 'http://x').pathname !== to) add(at, `its canonical address is ${page.canonical || 'missing'}`, 'name the page it leads to');
      if (!page.links.some((l) => l.href === to && l.text.trim())) add(at, 'has no visible link to its page', 'keep the link for browsers that do not forward');
      if (!/noindex/.test(page.robots)) add(at, 'asks to be listed by search engines', 'mark it noindex: the page itself is listed');
      if (page.inlineScripts.length > 0 || page.assets.length > 0 || !/default-src 'none'/.test(page.meta.get('content-security-policy') ?? ''))
        add(at, 'loads or runs something', 'a forwarding page needs nothing');
      const bytes = Buffer.byteLength(page.html.replaceAll(new URL(page.canonical, 'http://x').origin, ''));
      if (bytes > FORWARD_BYTES) add(at, `${bytes} bytes, the limit is ${FORWARD_BYTES}`, 'keep to the title, the image and the link');
    }
  }
  return found;
}

/** `root`: the project's folder, where the codes are kept. */
export const shortCodesRule = (root: string): Rule => ({
  id: 'short-codes',
  why: 'Every page has a short address for paper and speech; it leads to that page for ever, without script.',
  severity: 'error',
  run: (site) => shortProblems(site, targets(readCodes(join(root, CODES)), readRedirects(join(root, 'content/data/redirects.yml')))),
});
