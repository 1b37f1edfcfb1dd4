import type { Rule } from '../rule.ts';
import { isArchiveUrl } from '../../domain/policy-archive.ts';

export const archiveCredit: Rule = {
  id: 'archive-credit',
  why: 'The policy archive is open data (ODC-By): whoever shows its data names it, with its licence.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) =>
      p.links.some((l) => isArchiveUrl(l.href)) && !(p.html.includes('Katzenbach, C.') && p.html.includes('https://opendatacommons.org/licenses/by/1-0/'))
        ? [{ at: p.path, what: 'links to the policy archive without naming its makers and licence', mend: 'add <PolicyCredit /> from components/prose' }]
        : [],
    ),
};
