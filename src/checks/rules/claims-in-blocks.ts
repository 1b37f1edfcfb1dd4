import type { Rule } from '../rule.ts';

/** Notes right after a bare span: its paragraph was lost. */
const BARE = /<div class="annotated"><(?:span|a)\b/;

export const claimsInBlocks: Rule = {
  id: 'claims-in-blocks',
  why: 'MDX drops the paragraph around a line of components; each sentence would then stand alone.',
  severity: 'error',
  run: (site) =>
    site.pages.filter((p) => BARE.test(p.html)).map((p) => ({ at: p.path, what: 'a claim outside any paragraph', mend: 'begin the line with <Claim> or words, not with another component' })),
};
