import type { Finding, Rule } from '../rule.ts';
import { internalTarget, type Site } from '../site.ts';

/** What is not a page and names addresses: feeds, sitemaps, the manifest, robots.txt, open data. */
const LISTS = /\.(xml|json|webmanifest|txt|csv|ics)$/;
/** Keys of a manifest that hold an address. */
const MANIFEST_KEYS = new Set(['src', 'start_url', 'scope', 'url', 'action']);

const MEND = 'correct the address, or make the page';

/** The origin that the finished site is built for, from the pages' own canonical addresses. */
function originOf(site: Site): string | undefined {
  const canonical = site.pages.find((p) => URL.canParse(p.canonical))?.canonical;
  return canonical === undefined ? undefined : new URL(canonical).origin;
}

/** Full addresses of this site in a text: up to a quotation mark, a space, a tag or what escapes them. */
export function ownAddresses(text: string, origin: string): string[] {
  const escaped = origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...text.matchAll(new RegExp(`${escaped}(?=[/"'<\\s]|$)[^\\s"'<>\\\\)]*`, 'g'))].map((m) => m[0].replace(/[.,;:]+$/, ''));
}

function manifestAddresses(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return MANIFEST_KEYS.has(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => manifestAddresses(v, Array.isArray(value) ? key : k));
}

export const linksResolve: Rule = {
  id: 'links-resolve',
  why: 'A link that leads nowhere, or to a place that is not on the page, breaks a promise.',
  severity: 'error',
  run: (site) => {
    const ids = new Map([...site.pages, ...site.forwards].map((p) => [p.path, new Set(p.ids)]));
    const origin = originOf(site);
    /** What is wrong with an address that stands at `from`, or nothing. */
    const judge = (address: string, from: string, what: string): Omit<Finding, 'at'>[] => {
      let target: ReturnType<typeof internalTarget>;
      try {
        const own = origin !== undefined && (address === origin || address.startsWith(`${origin}/`)) ? address.slice(origin.length) || '/' : address;
        target = internalTarget(own.replace(/\?[^#]*/, ''), from, site.base);
      } catch {
        return [{ what: `${what} ${address} is no address`, mend: 'write it with its odd characters encoded' }];
      }
      if (!target) return [];
      // Links to other languages are followed by src/checks/editions.ts, when all are made.
      if (site.language === 'en' ? site.others.includes(target.path.split('/')[1] ?? '') : target.path.startsWith('outside')) return [];
      const { path, fragment } = target;
      if (!ids.has(path) && !site.files.has(path)) return [{ what: `${what} ${address} leads nowhere`, mend: MEND }];
      if (fragment && ids.has(path) && !ids.get(path)?.has(fragment)) return [{ what: `${what} ${address} names a place that is not on ${path}`, mend: 'use an id that stands on that page' }];
      return [];
    };
    const onPages = site.pages.flatMap((p) => {
      const own = ids.get(p.path) ?? new Set();
      return [
        ...p.links.flatMap(({ href }) => judge(href, p.path, 'the link')),
        ...p.targets
          .filter((t) => !/^(data|blob):/.test(t.to))
          .flatMap((t) => (t.to.trim() === '' ? [{ what: `${t.from} is empty`, mend: 'give it an address, or remove it' }] : judge(t.to, p.path, t.from))),
        ...p.named.filter((n) => !own.has(n.id)).map((n) => ({ what: `${n.from} names "${n.id}", which is not on the page`, mend: 'use the id of an element on the same page' })),
        ...(origin === undefined ? [] : p.jsonLd.flatMap((text) => ownAddresses(text, origin).flatMap((a) => judge(a, p.path, 'the address in JSON-LD')))),
      ].map((f) => ({ at: p.path, ...f }));
    });
    const inLists = [...site.files]
      // Packs hold the pages once more.
      .filter((f) => LISTS.test(f) && !/^\/(?:pagefind\/|offline\/pack-)/.test(f))
      .sort()
      .flatMap((file) => {
        const text = site.read(file);
        const full = origin === undefined ? [] : ownAddresses(text.replaceAll('&amp;', '&'), origin);
        const relative = file.endsWith('.webmanifest') ? manifestAddresses(JSON.parse(text)) : [];
        return [...new Set([...full, ...relative])].flatMap((a) => judge(a, file, 'the address').map((f) => ({ at: file, ...f })));
      });
    return [...onPages, ...inLists];
  },
};
