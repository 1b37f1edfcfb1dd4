import type { Rule } from '../rule.ts';

export const headings: Rule = {
  id: 'headings',
  why: 'Screen reader users move by headings: one h1, and no level skipped on the way down.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) => {
      const found = [];
      const ones = p.headings.filter((h) => h.depth === 1).length;
      if (ones !== 1) found.push({ at: p.path, what: `${ones} main headings (h1)`, mend: 'each page has exactly one h1: its title' });
      p.headings.forEach((h, i) => {
        const before = p.headings[i - 1]?.depth ?? 1;
        if (h.depth > before + 1) found.push({ at: p.path, what: `"${h.text}" jumps from level ${before} to ${h.depth}`, mend: 'go down one level at a time' });
        if (!h.text.trim()) found.push({ at: p.path, what: 'an empty heading', mend: 'give it words' });
      });
      return found;
    }),
};
