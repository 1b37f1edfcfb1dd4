/** References between regimes, countries, authorities, claims and routes. */
import type { Problem } from './problems.ts';
import type { RawContent, RawRecord } from './raw.ts';

interface Known {
  claims: ReadonlySet<string>;
  routes: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}
interface Place {
  id: string;
  in?: string;
  regime?: string;
  authority?: string;
  place?: string;
  controller?: unknown;
  controller_claim?: string;
  letters?: string;
  right?: { claim?: string };
  form?: { claim?: string };
  answer?: { claim?: string };
  also?: string[];
  more?: string[];
  routes?: string[];
  authorities?: string[];
  sources?: string[];
}

/** The region of the register of routes that a regime belongs to. */
const regionOf = (regime: string): string => (['eu-eea', 'gb', 'ch', 'br'].includes(regime) ? regime : /^us(-|$)/.test(regime) ? 'us' : 'unknown');

export function placeProblems(content: RawContent, known: Known): Problem[] {
  const problems: Problem[] = [];
  const value = (r: RawRecord): Place => (r.value ?? {}) as Place;
  const ids = (list: RawRecord[]) => new Set(list.map((r) => value(r).id));
  const [regimes, countries, authorities] = [ids(content.regimes), ids(content.countries), ids(content.authorities)];
  const need = (r: RawRecord, kind: string, id: string | undefined, among: ReadonlySet<string>, where: string) => {
    if (id !== undefined && !among.has(id))
      problems.push({ file: r.file, line: r.line, what: `${value(r).id}: unknown ${kind} "${id}"`, mend: `add it to ${where}, or correct the name`, severity: 'error' });
  };
  for (const r of [...content.regimes, ...content.countries]) {
    // Sentences of English pages go on with it.
    const where = value(r).in;
    if (content.lang === 'en' && typeof where === 'string' && !/^(in|on) /.test(where))
      problems.push({ file: r.file, line: r.line, what: `${value(r).id}: in: must read "in …" or "on …"`, mend: 'write the words that stand after “What you can do …”', severity: 'error' });
  }
  const claim = (r: RawRecord, id: string | undefined) => need(r, 'claim', id, known.claims, 'content/data/claims/');

  const regions = new Map(content.routes.map((r) => [(r.value as { id?: string } | null)?.id, (r.value as { regions?: string[] } | null)?.regions]));
  for (const r of content.regimes) {
    const v = value(r);
    for (const c of [v.right?.claim, v.form?.claim, v.answer?.claim, v.controller_claim, ...(v.also ?? []), ...(v.more ?? [])]) claim(r, c);
    for (const x of v.routes ?? []) need(r, 'route', x, known.routes, 'content/data/routes.yml');
    for (const x of v.routes ?? []) {
      const open = regions.get(x);
      if (Array.isArray(open) && !open.includes('all') && !open.includes(regionOf(v.id)))
        problems.push({
          file: r.file,
          line: r.line,
          what: `${v.id}: the route "${x}" is for ${open.join(', ')} only`,
          mend: 'remove it there, or correct its "regions" in content/data/routes.yml',
          severity: 'error',
        });
    }
    for (const a of v.authorities ?? []) need(r, 'authority', a, authorities, 'content/data/authorities.yml');
    if (v.letters !== undefined && v.controller === undefined)
      problems.push({
        file: r.file,
        line: r.line,
        what: `${v.id}: letters are offered, but there is no company to write to`,
        mend: 'add "controller" with its claim, or remove "letters"',
        severity: 'error',
      });
    if ((v.controller === undefined) !== (v.controller_claim === undefined))
      problems.push({ file: r.file, line: r.line, what: `${v.id}: "controller" and "controller_claim" belong together`, mend: 'give both or neither', severity: 'error' });
    if (countries.has(v.id))
      problems.push({ file: r.file, line: r.line, what: `${v.id} is a regime and a country: both would have the address /countries/${v.id}/`, mend: 'rename one of them', severity: 'error' });
  }
  for (const r of content.countries) {
    const v = value(r);
    need(r, 'regime', v.regime, regimes, 'content/data/regimes.yml');
    need(r, 'authority', v.authority, authorities, 'content/data/authorities.yml');
    for (const c of v.more ?? []) claim(r, c);
  }
  for (const r of content.authorities) {
    const v = value(r);
    need(r, 'place', v.place, new Set([...regimes, ...countries]), 'content/data/regimes.yml or countries.yml');
    for (const s of v.sources ?? []) need(r, 'source', s, known.sources, 'content/data/sources/');
  }
  return problems;
}
