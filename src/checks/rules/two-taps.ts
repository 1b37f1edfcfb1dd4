import type { Rule } from '../rule.ts';
import { internalTarget, wholePages } from '../site.ts';

export const twoTaps: Rule = {
  id: 'two-taps',
  why: 'From any page a reader reaches an official route in at most two taps: one to the guides, one to theirs.',
  severity: 'error',
  run: (site) => {
    const guides = site.pages.filter((p) => p.path.startsWith('/object/') && p.path !== '/object/');
    const start = site.pages.find((p) => p.path === '/object/');
    const linked = (page: (typeof site.pages)[number]) => new Set(page.links.map((l) => internalTarget(l.href, page.path, site.base)?.path));
    const found = start ? [] : [{ at: '/object/', what: 'the start page of the guides is missing', mend: 'write content/en/guides/object.mdx' }];
    if (start) {
      const from = linked(start);
      for (const g of guides) if (!from.has(g.path)) found.push({ at: '/object/', what: `does not link to ${g.path}`, mend: 'link every guide from the start page' });
    }
    // A frame leads to its page, and that page to the guides.
    for (const p of wholePages(site)) if (p.path !== '/object/' && !linked(p).has('/object/')) found.push({ at: p.path, what: 'does not link to /object/', mend: 'keep the link in the header' });
    return found;
  },
};
