import type { Rule } from '../rule.ts';

export const idsUnique: Rule = {
  id: 'ids-unique',
  why: 'With two elements of one id a shared link can open the wrong one.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) => {
      const twice = [...new Set(p.ids.filter((id, i) => p.ids.indexOf(id) !== i))];
      return twice.map((id) => ({ at: p.path, what: `the id "${id}" stands twice`, mend: 'word one of the two headings or steps differently' }));
    }),
};
