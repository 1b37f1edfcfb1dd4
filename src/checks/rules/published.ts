import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRedirects } from '../../model/moved.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';

export const LIST = 'content/data/published-addresses.txt';

/** Fragments that only this build's layout uses. */
const PRIVATE = /^(n-.*|content|status|q|top|qr|fig-.*-(title|text))$/;
/** Parts of forms, and the steps of a plan: they change with what they ask. */
const FORM_PARTS: [path: RegExp, id: RegExp][] = [
  [/^\/plan\/./, /./],
  [/^\/letters\/./, /^field-/],
  [/^\/my-record\/$/, /^own-/],
  [/^\/deadline\/$/, /^(received|country)/],
  [/^\/what-counts-as-public\/$/, /^choose-/],
  [/^\/metas-email\/$/, /^message/],
  // The book repeats pages; links are meant for these.
  [/^\/book\/$/, /./],
];
const isPrivate = (path: string, id: string): boolean => PRIVATE.test(id) || FORM_PARTS.some(([p, i]) => p.test(path) && i.test(id));

/** Every address of the site: pages, and places on pages; of a plan's pages, whose steps change, the page only. One per line, sorted. */
export const addresses = (site: Site): string[] =>
  [...site.pages, ...site.forwards]
    .filter((p) => p.path !== '/404/')
    .flatMap((p) => [p.path, ...new Set(p.ids.filter((id) => !isPrivate(p.path, id)).map((id) => `${p.path}#${id}`))])
    .sort();

/** Whether an address stands on the finished site, parts of forms included. */
function exists(site: Site, address: string): boolean {
  const [path, id] = address.split('#');
  const page = site.pages.find((p) => p.path === path);
  return page !== undefined && (id === undefined || page.ids.includes(id));
}

export function lost(published: readonly string[], now: ReadonlySet<string>, redirects: ReadonlySet<string>): string[] {
  return published.filter((a) => a && !a.startsWith('# ') && !now.has(a) && !redirects.has(a) && !redirects.has(a.replace(/#.*$/, '')));
}

/** `root`: the project's folder, where the list of published addresses is kept. */
export const published = (root: string): Rule => ({
  id: 'published',
  why: 'A link once published resolves for ever, fragments included.',
  severity: 'error',
  run: (site) => {
    const file = join(root, LIST);
    if (!existsSync(file)) return [{ at: LIST, what: 'the list of published addresses is missing', mend: 'npm run addresses:accept writes it' }];
    const redirects = readRedirects(join(root, 'content/data/redirects.yml'));
    const now = new Set(addresses(site));
    return [
      ...lost(readFileSync(file, 'utf8').split('\n'), now, new Set(redirects.map((r) => r.from))).map((a) => ({
        at: a,
        what: 'a published address is gone',
        mend: 'bring it back, or add a line to content/data/redirects.yml',
      })),
      ...redirects.filter((r) => !exists(site, r.to)).map((r) => ({ at: r.from, what: `it is sent to ${r.to}, which is not there`, mend: 'correct "to" in content/data/redirects.yml' })),
    ];
  },
});
