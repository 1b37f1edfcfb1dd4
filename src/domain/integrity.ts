/**
 * Everything about the content that can be decided before pages are built: each record fits its schema, ids are
 * unique, all references resolve, prose keeps the rules. Pure: content in, problems out.
 */
import type { z } from 'astro/zod';
import { articleSchema, guideSchema, infoSchema, questionSchema } from '../schema/page.ts';
import { changeSchema, claimSchema, eventSchema, homeSchema, originalSchema, routeSchema, sourceSchema, termSchema } from '../schema/data.ts';
import { fieldWordsSchema, letterFieldSchema, letterSchema, letterWordsSchema } from '../schema/letter.ts';
import { aiSettingSchema, edpbTypeSchema, featureSchema, flowSchema, passageSchema, scopeSchema } from '../schema/explain.ts';
import { planSchema } from '../schema/plan.ts';
import { authoritySchema, countrySchema, regimeSchema, type LetterLaw } from '../schema/places.ts';
import { letterProblems } from './letter-problems.ts';
import { explainProblems } from './explain-problems.ts';
import { FIGURE_IDS } from './figure-ids.ts';
import { placeProblems } from './place-problems.ts';
import { planProblems } from './plan-problems.ts';
import type { Problem } from './problems.ts';
import { countWords, proseFindings, sentences } from './prose.ts';
import type { RawContent, RawPage, RawRecord } from './raw.ts';
import { articlePath, claimPath, countryPath, guidePath, infoPath, letterPath, LISTS, questionPath, sourceListPath } from './routes.ts';

const COMPONENTS = new Set(['Answer', 'Claim', 'Term', 'Quote', 'Note', 'Steps', 'Step', 'Route', 'MenuPath', 'Figure', 'AiSettings', 'Passages', 'NextDate', 'ReplyDates']);
/** Case matters: "May" is a month. */
const VAGUE = /\b(may|might|[Ss]ome|[Oo]ften|possible|possibly|[Pp]robably)\b/;
export const ANSWER_WORDS = { min: 40, max: 80 };

type Schema = z.ZodType;

/** "title: is longer than 65 characters", with the writer's field names. */
function schemaProblems(schema: Schema, value: unknown, file: string, line: number, name: string): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? (issue as { keys: string[] }).keys.join(', ') : '';
    const field = issue.path.join('.') || unknown;
    return {
      file,
      line,
      what: unknown ? `${name}: unknown field "${unknown}"` : `${name}: ${field}: ${issue.message}`,
      mend: unknown ? 'correct the spelling or remove the field; src/schema/ lists the known ones' : `correct "${field}" in this entry`,
      severity: 'error' as const,
    };
  });
}

const idOf = (r: RawRecord): string => (r.value as { id?: unknown } | null)?.id as string;

/** The closest known id, to suggest in the remedy. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestScore = 0.45;
  const grams = (s: string) => new Set(Array.from({ length: Math.max(1, s.length - 1) }, (_, i) => s.slice(i, i + 2)));
  const a = grams(word);
  for (const k of known) {
    const b = grams(k);
    const shared = [...a].filter((g) => b.has(g)).length;
    const score = (2 * shared) / (a.size + b.size);
    if (score > bestScore) [best, bestScore] = [k, score];
  }
  return best;
}

const lineAt = (text: string, index: number, first: number): number => text.slice(0, index).split('\n').length - 1 + first;

export function contentProblems(content: RawContent): Problem[] {
  const problems: Problem[] = content.failures.map((f) => ({
    file: f.file,
    ...(f.line === undefined ? {} : { line: f.line }),
    what: f.message,
    mend: 'mend the YAML at this place',
    severity: 'error',
  }));
  const error = (file: string, line: number, what: string, mend: string) => problems.push({ file, line, what, mend, severity: 'error' });

  const records: [keyof RawContent & string, RawRecord[], Schema, string][] = [
    ['claims', content.claims, claimSchema, 'claim'],
    ['sources', content.sources, sourceSchema, 'source'],
    ['routes', content.routes, routeSchema, 'route'],
    ['glossary', content.glossary, termSchema, 'glossary term'],
    ['timeline', content.timeline, eventSchema, 'timeline event'],
    ['changes', content.changes, changeSchema, 'change'],
    ['original', content.original, originalSchema, 'statement'],
    ['home', content.home, homeSchema, 'home page'],
    ['plan', content.plan, planSchema, 'plan'],
    ['letterFields', content.letterFields, letterFieldSchema, 'letter field'],
    ['letters', content.letters, letterSchema, 'letter'],
    ['fieldWords', content.fieldWords, fieldWordsSchema, 'words for field'],
    ['letterWords', content.letterWords, letterWordsSchema, 'words of letter'],
    ['regimes', content.regimes, regimeSchema, 'regime'],
    ['countries', content.countries, countrySchema, 'country'],
    ['authorities', content.authorities, authoritySchema, 'authority'],
    ['flows', content.flows, flowSchema, 'flow'],
    ['features', content.features, featureSchema, 'feature'],
    ['edpbTypes', content.edpbTypes, edpbTypeSchema, 'type of the EDPB list'],
    ['aiSettings', content.aiSettings, aiSettingSchema, 'AI setting'],
    ['scope', content.scope, scopeSchema, 'scope'],
    ['passages', content.passages, passageSchema, 'passage'],
  ];
  const ids: Record<string, Set<string>> = {};
  for (const [key, list, schema, name] of records) {
    const first = new Map<string, RawRecord>();
    for (const r of list) {
      const recordId = idOf(r);
      problems.push(...schemaProblems(schema, r.value, r.file, r.line, `${name} "${recordId}"`));
      const twin = first.get(recordId);
      if (twin) error(r.file, r.line, `${name} id "${recordId}" stands twice (first in ${twin.file}:${twin.line})`, 'give one of them another id, or merge them');
      else first.set(recordId, r);
    }
    ids[key] = new Set(first.keys());
  }
  const claims = ids['claims'] ?? new Set();
  const terms = ids['glossary'] ?? new Set();
  const routes = ids['routes'] ?? new Set();

  const unknown = (file: string, line: number, kind: string, id: string, known: Set<string>, where: string) => {
    const near = nearest(id, known);
    error(file, line, `unknown ${kind} "${id}"`, near ? `did you mean "${near}"?` : `add it to ${where}, or cite another`);
  };

  // Pages and the addresses they make.
  const pages: [RawPage[], Schema, (id: string) => string, string][] = [
    [content.articles, articleSchema, articlePath, 'article'],
    [content.guides, guideSchema, guidePath, 'guide'],
    [content.questions, questionSchema, questionPath, 'question'],
    [content.info, infoSchema, infoPath, 'page'],
  ];
  const paths = new Map<string, string>(LISTS.map((p) => [p, 'a page of the site']));
  for (const kind of ['primary', 'press', 'analysis', 'paper']) paths.set(sourceListPath(kind), 'a page of the site');
  for (const c of claims) paths.set(claimPath(c), 'a claim');
  for (const r of content.letters) for (const law of (r.value as { laws?: LetterLaw[] } | null)?.laws ?? []) paths.set(letterPath(idOf(r), law), 'a letter');
  for (const r of [...content.regimes, ...content.countries]) paths.set(countryPath(idOf(r)), 'a country');
  const titles = new Map<string, string>();
  for (const [list, schema, path, name] of pages)
    for (const p of list) {
      problems.push(...schemaProblems(schema, p.frontmatter, p.file, 1, name));
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(p.id)) error(p.file, 1, `the file name "${p.id}" cannot be an address`, 'use lower-case letters, digits and single hyphens');
      const own = path(p.id);
      const taken = paths.get(own);
      if (taken && !(own === '/object/' && name === 'guide')) error(p.file, 1, `the address ${own} is already taken by ${taken}`, 'rename the file');
      paths.set(own, p.file);
      const fm = p.frontmatter as { title?: string; description?: string };
      for (const field of ['title', 'description'] as const) {
        const value = fm[field];
        if (typeof value !== 'string') continue;
        const twin = titles.get(`${field}:${value}`);
        if (twin) error(p.file, 1, `the ${field} is the same as in ${twin}`, `give each page a ${field} of its own`);
        titles.set(`${field}:${value}`, p.file);
      }
    }

  const checkPath = (file: string, line: number, target: string) => {
    const path = target.replace(/#.*$/, '');
    if (path === '' || paths.has(path)) return;
    const near = nearest(path, paths.keys());
    error(file, line, `the link to ${path} leads nowhere`, near ? `did you mean ${near}?` : 'link to a page that exists');
  };

  // References between records.
  for (const r of content.claims) {
    const v = r.value as { sources?: unknown; text?: string; because?: string } | null;
    for (const s of Array.isArray(v?.sources) ? (v.sources as string[]) : []) if (!ids['sources']?.has(s)) unknown(r.file, r.line, 'source', s, ids['sources'] ?? new Set(), 'content/data/sources/');
    const vague = typeof v?.text === 'string' && !v.because ? VAGUE.exec(v.text) : null;
    if (vague) error(r.file, r.line, `claim "${idOf(r)}" says "${vague[0]}" without a reason`, 'word it firmly, or say why it cannot be firmer in "because"');
  }
  for (const list of [content.routes, content.glossary, content.timeline, content.original])
    for (const r of list) {
      const v = r.value as { claims?: unknown; see?: unknown; page?: unknown; when_fails?: unknown } | null;
      for (const c of Array.isArray(v?.claims) ? (v.claims as string[]) : []) if (!claims.has(c)) unknown(r.file, r.line, 'claim', c, claims, 'content/data/claims/');
      for (const t of Array.isArray(v?.see) ? (v.see as string[]) : []) if (!terms.has(t)) unknown(r.file, r.line, 'glossary term', t, terms, 'content/en/glossary.yml');
      if (typeof v?.page === 'string') checkPath(r.file, r.line, v.page);
      for (const w of Array.isArray(v?.when_fails) ? (v.when_fails as string[]) : []) {
        if (w.startsWith('/')) checkPath(r.file, r.line, w);
        else if (!routes.has(w)) unknown(r.file, r.line, 'route', w, routes, 'content/data/routes.yml');
      }
    }
  for (const r of content.changes) for (const p of (r.value as { pages?: string[] } | null)?.pages ?? []) checkPath(r.file, r.line, p);
  for (const r of content.home) {
    const v = r.value as { act?: { path: string }[]; understand?: { path: string }[]; today?: { claim: string }[] } | null;
    for (const l of [...(v?.act ?? []), ...(v?.understand ?? [])]) checkPath(r.file, r.line, l.path);
    for (const t of v?.today ?? []) if (!claims.has(t.claim)) unknown(r.file, r.line, 'claim', t.claim, claims, 'content/data/claims/');
  }

  problems.push(
    ...letterProblems(content, claims),
    ...planProblems(content, claims, checkPath),
    ...explainProblems(content, claims),
    ...placeProblems(content, { claims, routes, sources: ids['sources'] ?? new Set() }),
  );

  // What pages say.
  for (const [list, , , name] of pages)
    for (const p of list) {
      const at = (i: number) => lineAt(p.body, i, p.bodyLine);
      for (const m of p.body.matchAll(/<([A-Z]\w*)/g)) if (!COMPONENTS.has(m[1] ?? '')) error(p.file, at(m.index), `unknown component <${m[1]}>`, `use one of: ${[...COMPONENTS].join(', ')}`);
      for (const m of p.body.matchAll(/<(Claim|Quote|MenuPath)\b([^>]*?)\/?>/g)) {
        const attr = m[1] === 'Claim' ? 'id' : 'claim';
        const value = new RegExp(`\\b${attr}="([^"]*)"`).exec(m[2] ?? '')?.[1];
        if (!value) error(p.file, at(m.index), `<${m[1]}> has no ${attr}`, `write ${attr}="…" with the id of a claim`);
        for (const c of (value ?? '').split(/\s+/).filter(Boolean)) if (!claims.has(c)) unknown(p.file, at(m.index), 'claim', c, claims, 'content/data/claims/');
      }
      for (const m of p.body.matchAll(/<(Term|Route)\b[^>]*?\bid="([^"]*)"/g)) {
        const [known, kind, where] = m[1] === 'Term' ? ([terms, 'glossary term', 'content/en/glossary.yml'] as const) : ([routes, 'route', 'content/data/routes.yml'] as const);
        if (!known.has(m[2] ?? '')) unknown(p.file, at(m.index), kind, m[2] ?? '', known, where);
      }
      for (const m of p.body.matchAll(/<Figure\b[^>]*?\bid="([^"]*)"/g))
        if (!(FIGURE_IDS as readonly string[]).includes(m[1] ?? '')) unknown(p.file, at(m.index), 'figure', m[1] ?? '', new Set(FIGURE_IDS), 'src/domain/figure-ids.ts');
      const steps = new Set<string>();
      for (const m of p.body.matchAll(/<Step\b[^>]*?\bid="([^"]*)"/g)) {
        if (steps.has(m[1] ?? '')) error(p.file, at(m.index), `step id "${m[1]}" stands twice`, 'give each step an id of its own');
        steps.add(m[1] ?? '');
      }
      for (const m of p.body.matchAll(/\]\(([^)\s]+)\)/g)) {
        const target = m[1] ?? '';
        if (/^(https?:)?\/\//.test(target)) error(p.file, at(m.index), `outside link in prose: ${target}`, 'cite a claim, or add the address to content/data/routes.yml and use <Route>');
        else if (target.startsWith('/')) {
          if (!/^\/([a-z0-9-]+\/)*(#[\w-]+)?$/.test(target))
            error(p.file, at(m.index), `the link ${target} has no trailing slash or odd characters`, 'write links as /friend-photos/ or /friend-photos/#id');
          else checkPath(p.file, at(m.index), target);
        } else if (!target.startsWith('#')) error(p.file, at(m.index), `the link ${target} is not root-relative`, 'write links as /friend-photos/');
      }
      for (const path of ((p.frontmatter as { related?: unknown }).related as string[] | undefined) ?? []) if (typeof path === 'string') checkPath(p.file, 1, path);

      if (name !== 'page') {
        const answer = /^\s*<Answer>\s*\n([\s\S]*?)\n\s*<\/Answer>/.exec(p.body);
        if (!answer) error(p.file, p.bodyLine, 'the page does not open with an <Answer>', `answer the title in ${ANSWER_WORDS.min}-${ANSWER_WORDS.max} words, first thing in the body`);
        else {
          const n = countWords(answer[1] ?? '');
          if (n < ANSWER_WORDS.min || n > ANSWER_WORDS.max) error(p.file, p.bodyLine, `the answer has ${n} words`, `answer in ${ANSWER_WORDS.min}-${ANSWER_WORDS.max} words`);
          if (!/<Claim\b/.test(answer[1] ?? '')) error(p.file, p.bodyLine, 'the answer cites no claim', 'wrap its factual sentences in <Claim id="…">');
        }
        if (!/<Claim\b/.test(p.body.slice(answer?.[0].length ?? 0))) error(p.file, p.bodyLine, 'nothing after the answer cites a claim', 'wrap factual sentences in <Claim id="…">');
      }
      for (const f of proseFindings(p.body, p.bodyLine)) problems.push({ file: p.file, ...f });
    }
  for (const r of [...content.glossary, ...content.timeline]) {
    const v = r.value as { text?: string; more?: string } | null;
    for (const s of sentences(v?.text ?? v?.more ?? '')) {
      const n = countWords(s);
      if (n > 25) error(r.file, r.line, `"${idOf(r)}": a sentence of ${n} words`, 'at most 25 words');
    }
  }
  return problems;
}
