import type { Rule } from '../rule.ts';
import { internalTarget } from '../site.ts';

export const linksResolve: Rule = {
  id: 'links-resolve',
  why: 'A link that leads nowhere, or to a place that is not on the page, breaks a promise.',
  severity: 'error',
  run: (site) => {
    const ids = new Map([...site.pages, ...site.forwards].map((p) => [p.path, new Set(p.ids)]));
    return site.pages.flatMap((p) =>
      p.links.flatMap(({ href }) => {
        const target = internalTarget(href, p.path, site.base);
        if (!target) return [];
        const { path, fragment } = target;
        const file = site.files.has(path);
        if (!ids.has(path) && !file) return [{ at: p.path, what: `the link ${href} leads nowhere`, mend: 'correct the address, or make the page' }];
        if (fragment && ids.has(path) && !ids.get(path)?.has(fragment))
          return [{ at: p.path, what: `the link ${href} names a place that is not on ${path}`, mend: 'use an id that stands on that page' }];
        return [];
      }),
    );
  },
};
