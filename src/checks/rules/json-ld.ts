import type { Rule } from '../rule.ts';

export const jsonLd: Rule = {
  id: 'json-ld',
  why: 'Machines that read the page drop data they cannot parse.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) =>
      p.jsonLd.flatMap((text) => {
        try {
          const data = JSON.parse(text) as { '@context'?: string; '@graph'?: { '@type'?: string }[] };
          const ok = data['@context'] === 'https://schema.org' && Array.isArray(data['@graph']) && data['@graph'].every((g) => g['@type']);
          return ok ? [] : [{ at: p.path, what: 'JSON-LD without context, graph or types', mend: 'build it with domain/seo.ts' }];
        } catch (e) {
          return [{ at: p.path, what: `JSON-LD that is not JSON: ${String(e)}`, mend: 'build it with jsonForScript' }];
        }
      }),
    ),
};
