import type { Rule } from '../rule.ts';

export const imagesAlt: Rule = {
  id: 'images-alt',
  why: 'People who cannot see the picture get nothing.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) => p.images.filter((i) => i.alt === null).map((i) => ({ at: p.path, what: `${i.src} has no alt`, mend: 'describe it, or write alt="" when it is decoration' }))),
};
