/** Which pages cite a claim, read from the pages' source texts. */
import { articlePath, countryPath, guidePath, questionPath } from '../domain/routes.ts';
import { articles, guides, questions, regimes } from './entries.ts';
import { letterPages } from './letters.ts';

export interface Use {
  path: string;
  title: string;
}

const uses = new Map<string, Use[]>();
const add = (list: { id: string; body?: string | undefined; data: { title: string } }[], path: (id: string) => string) => {
  for (const e of list) {
    const ids = new Set([...(e.body ?? '').matchAll(/<(?:Claim\b[^>]*?\bid|(?:Quote|MenuPath)\b[^>]*?\bclaim)="([^"]*)"/g)].flatMap((m) => (m[1] ?? '').split(/\s+/)));
    for (const id of ids) uses.set(id, [...(uses.get(id) ?? []), { path: path(e.id), title: e.data.title }]);
  }
};
add(articles, articlePath);
add(guides, guidePath);
add(questions, questionPath);
for (const p of letterPages) if (p.law === 'gdpr') for (const id of p.claims) uses.set(id, [...(uses.get(id) ?? []), { path: p.path, title: p.title }]);
for (const r of regimes)
  for (const id of new Set([r.right.claim, r.form.claim, r.answer?.claim, r.controller_claim, ...r.also, ...r.more]))
    if (id) uses.set(id, [...(uses.get(id) ?? []), { path: countryPath(r.id), title: r.name }]);

export const citedOn = (claim: string): Use[] => uses.get(claim) ?? [];
