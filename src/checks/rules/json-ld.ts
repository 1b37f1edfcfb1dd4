import { getElementsByTagName, removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Finding, Rule } from '../rule.ts';
import type { Page } from '../site.ts';

/** What a type has to say of itself, after schema.org and what readers of it ask for. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  WebSite: ['name', 'url', 'potentialAction'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  Organization: ['name', 'url'],
  Article: ['headline', 'description', 'url', 'image', 'datePublished', 'dateModified', 'author', 'publisher'],
  HowTo: ['name', 'description', 'url'],
  WebPage: ['headline', 'url'],
  CollectionPage: ['headline', 'url'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  DefinedTermSet: ['name', 'hasDefinedTerm'],
  DefinedTerm: ['name', 'description', 'url'],
  DataCatalog: ['name', 'description', 'url', 'dataset'],
  Dataset: ['name', 'description', 'url', 'version', 'license', 'dateModified', 'creator', 'distribution'],
  DataDownload: ['contentUrl', 'encodingFormat'],
  FAQPage: ['mainEntity'],
  Question: ['name', 'url', 'acceptedAnswer'],
  Answer: ['url'],
  ClaimReview: ['url', 'claimReviewed', 'datePublished', 'author', 'itemReviewed', 'reviewRating'],
  Claim: ['name'],
  Rating: ['alternateName'],
};
/** What must stand on the page in the same words: a machine is told nothing that a reader is not. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  DefinedTerm: ['name', 'description'],
  Dataset: ['name', 'description', 'version'],
  Question: ['name'],
  ClaimReview: ['claimReviewed'],
  Rating: ['alternateName'],
};

type Node = Record<string, unknown> & { '@type': string };

/** Every typed object in the data, from the top down. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const own = '@type' in value && typeof value['@type'] === 'string' ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(nodes)];
}
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a reader sees: without scripts and without the numbers of sources. */
function shownText(page: Page): string {
  const doc = parseDocument(page.html);
  for (const e of [...getElementsByTagName('script', doc), ...getElementsByTagName('a', doc).filter((a) => a.attribs['class'] === 'ref')]) removeElement(e);
  return squeeze(textContent(doc));
}

function judge(page: Page, graph: unknown): Finding[] {
  const found: Finding[] = [];
  const add = (what: string, mend: string) => found.push({ at: page.path, what, mend });
  let text: string | undefined;
  for (const node of nodes(graph)) {
    const type = node['@type'];
    const needed = NEEDS[type];
    if (!needed) add(`JSON-LD of the unknown type ${type}`, 'name what it needs in src/checks/rules/json-ld.ts');
    for (const key of needed ?? [])
      if (node[key] === undefined || node[key] === '' || (Array.isArray(node[key]) && node[key].length === 0)) add(`JSON-LD: a ${type} without ${key}`, 'say it in domain/seo.ts');
    for (const key of ['url', 'item', 'contentUrl', 'license', 'image'])
      if (typeof node[key] === 'string' && !URL.canParse(node[key])) add(`JSON-LD: the ${key} of a ${type} is no full address: ${node[key]}`, 'use fullUrl');
    for (const key of SHOWN[type] ?? []) {
      text ??= shownText(page);
      const value = node[key];
      if (typeof value === 'string' && !text.includes(squeeze(value))) add(`JSON-LD: the ${key} of a ${type} does not stand on the page: "${value}"`, 'use the words of the page');
    }
  }
  return found;
}

export const jsonLd: Rule = {
  id: 'json-ld',
  why: 'Machines that read the page drop data they cannot parse, and pass on what they can.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) =>
      p.jsonLd.flatMap((text) => {
        try {
          const data = JSON.parse(text) as { '@context'?: string; '@graph'?: { '@type'?: string }[] };
          const ok = data['@context'] === 'https://schema.org' && Array.isArray(data['@graph']) && data['@graph'].every((g) => g['@type']);
          return ok ? judge(p, data['@graph']) : [{ at: p.path, what: 'JSON-LD without context, graph or types', mend: 'build it with domain/seo.ts' }];
        } catch (e) {
          return [{ at: p.path, what: `JSON-LD that is not JSON: ${String(e)}`, mend: 'build it with jsonForScript' }];
        }
      }),
    ),
};
