/** Faults in the records behind the explanations: ways that end nowhere, types without a place, situations without a rule. */
import { cost, isEnd, wayTo, type FlowLike } from './flow.ts';
import { situations, verdictFor, fits, type ScopeLists, type ScopeRule } from './public-scope.ts';
import type { Problem } from './problems.ts';
import type { RawContent, RawRecord } from './raw.ts';

type Loose = Record<string, unknown> & { id?: string };
const strings = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x): x is string => typeof x === 'string') : typeof v === 'string' ? [v] : []);

export function explainProblems(content: RawContent, claims: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const error = (r: RawRecord, what: string, mend: string) => problems.push({ file: r.file, line: r.line, what, mend, severity: 'error' });
  const ids = (list: RawRecord[]) => new Set(list.map((r) => (r.value as Loose | null)?.id ?? ''));
  const cited = (r: RawRecord, list: string[]) => {
    for (const c of list) if (!claims.has(c)) error(r, `unknown claim "${c}"`, 'add it to content/data/claims/, or cite another');
  };
  const [features, types, flows] = [ids(content.features), ids(content.edpbTypes), ids(content.flows)];

  for (const r of content.flows) {
    const v = r.value as (FlowLike & Loose & { steps?: (FlowLike['steps'][number] & Loose)[] }) | null;
    if (!Array.isArray(v?.steps) || v.steps.some((s) => !Array.isArray(s.choices) || !Array.isArray(s.inputs))) continue;
    const steps = new Set(v.steps.map((s) => s.id));
    cited(r, strings(v['silence_claim']));
    for (const s of v.steps) {
      cited(r, strings((s as unknown as Loose)['claims']));
      if (!v.own && strings((s as unknown as Loose)['claims']).length === 0) error(r, `flow "${String(v.id)}", screen "${s.id}" rests on no claim`, 'cite the description it is counted from');
      for (const f of strings((s as unknown as Loose)['features'])) if (!features.has(f)) error(r, `unknown feature "${f}"`, 'add it to content/data/flow-features.yml');
      for (const c of s.choices) if (!steps.has(c.to) && !isEnd(c.to)) error(r, `the choice "${c.label}" leads to "${c.to}", which is no screen`, 'use the id of a screen, "used" or "objected"');
    }
    try {
      for (const end of ['objected', 'used'] as const) wayTo(v, end);
      cost(v, 'objected');
    } catch (e) {
      error(r, `flow "${String(v.id)}": ${(e as Error).message}`, 'add a choice that leads there');
    }
  }
  const met = new Set(content.flows.flatMap((r) => ((r.value as { steps?: Loose[] } | null)?.steps ?? []).flatMap((s) => strings(s['features']))));
  for (const r of content.features) {
    const v = r.value as Loose | null;
    if (!met.has(String(v?.id))) error(r, `feature "${String(v?.id)}" is met on no screen`, 'name it in "features" of a screen in content/data/flows.yml');
    cited(r, [...strings(v?.['claim']), ...strings(v?.['meta']), ...strings(v?.['regulator']), ...strings((v?.['improved'] as Loose | undefined)?.['claim'])]);
    for (const t of strings(v?.['types'])) if (!types.has(t)) error(r, `unknown type "${t}"`, 'use an id from content/data/edpb-types.yml');
    for (const f of strings(v?.['versions'])) if (!flows.has(f)) error(r, `unknown flow "${f}"`, 'use an id from content/data/flows.yml');
  }
  for (const r of [...content.edpbTypes, ...content.aiSettings, ...content.passages]) {
    const v = r.value as Loose | null;
    cited(r, [...strings(v?.['category']), ...strings(v?.['claim']), ...strings(v?.['leaves_out_claims']), ...strings(v?.['law_claims'])]);
  }
  for (const r of content.scope) {
    const v = r.value as (ScopeLists & { rules?: ScopeRule[] }) | null;
    if (![v?.kinds, v?.audiences, v?.accounts, v?.ages, v?.rules].every(Array.isArray)) continue;
    const { rules } = v as { rules: ScopeRule[] };
    const lists = v as ScopeLists;
    const known = { kind: lists.kinds, audience: lists.audiences, account: lists.accounts, age: lists.ages };
    for (const rule of rules) {
      cited(r, strings(rule.claims));
      for (const [k, list] of Object.entries(known))
        for (const word of rule.when[k as keyof typeof known] ?? [])
          if (!list.some((x) => x.id === word)) error(r, `rule "${rule.id}": "${word}" is no ${k}`, `use one of: ${list.map((x) => x.id).join(', ')}`);
    }
    const used = new Set<string>();
    for (const s of situations(lists)) {
      if (rules.some((rule) => fits(rule, s))) used.add(verdictFor(rules, s).id);
      else error(r, `no rule fits ${Object.values(s).join(', ')}`, 'add a rule, or widen one');
    }
    for (const rule of rules) if (!used.has(rule.id)) error(r, `rule "${rule.id}" never decides: earlier rules take all its cases`, 'move it up or remove it');
  }
  return problems;
}
