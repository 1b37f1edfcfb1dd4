/**
 * Everything about the content that can be decided before pages are built: each record fits its schema, ids are
 * unique, all references resolve, prose keeps the rules. Pure: content in, problems out.
 */
import type { z } from 'astro/zod';
import { articleSchema, guideSchema, infoSchema, questionSchema } from '../schema/page.ts';
import { changeSchema, claimSchema, eventSchema, homeSchema, originalSchema, routeSchema, sourceSchema, termSchema } from '../schema/data.ts';
import { fieldWordsSchema, letterFieldSchema, letterSchema, letterWordsSchema } from '../schema/letter.ts';
import { aiSettingSchema, edpbTypeSchema, featureSchema, flowSchema, passageSchema, scopeSchema } from '../schema/explain.ts';
import { handoutSchema } from '../schema/handout.ts';
import { planSchema } from '../schema/plan.ts';
import { pageAliasSchema, searchSchema, synonymSchema } from '../schema/search.ts';
import { policyHistorySchema, phraseSchema } from '../schema/policy.ts';
import { redirectSchema } from '../schema/moved.ts';
import { authoritySchema, countrySchema, regimeSchema, type LetterLaw } from '../schema/places.ts';
import { dateProblems } from './date-problems.ts';
import { letterProblems } from './letter-problems.ts';
import { explainProblems } from './explain-problems.ts';
import { handoutProblems } from './handout.ts';
import { FIGURE_IDS } from './figure-ids.ts';
import { movedProblems } from './moved-problems.ts';
import { ownPlaces, pageProblems } from './page-problems.ts';
import { codeProblems } from './short-codes.ts';
import { placeProblems } from './place-problems.ts';
import { aliasProblems, synonymProblems } from './search/aliases.ts';
import { planProblems } from './plan-problems.ts';
import { policyProblems } from './policy-problems.ts';
import type { Problem } from './problems.ts';
import { countWords, sentences } from './prose.ts';
import type { RawContent, RawPage, RawRecord } from './raw.ts';
import { articlePath, claimPath, countryPath, figurePath, guidePath, infoPath, letterPath, LISTS, questionPath, sourceListPath } from './routes.ts';

/** Case matters: "May" is a month. */
const VAGUE = /\b(may|might|[Ss]ome|[Oo]ften|possible|possibly|[Pp]robably)\b/;

type Schema = z.ZodType;

/** "title: is longer than 65 characters", with the writer's field names. */
function schemaProblems(schema: Schema, value: unknown, file: string, line: number, name: string): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? (issue as { keys: string[] }).keys.join(', ') : '';
    const field = issue.path.join('.');
    const missing = issue.code === 'invalid_type' && /received undefined$/.test(issue.message);
    const here = field ? `"${field}"` : 'the entry';
    const [what, mend] = unknown
      ? [`unknown field "${unknown}"${field ? ` in "${field}"` : ''}`, 'correct the spelling or remove the field; src/schema/ lists the known ones']
      : missing
        ? [`${field || 'the entry'}: is missing`, `add ${here}; src/schema/ says what it means`]
        : [`${field ? `${field}: ` : ''}${issue.message}`, `correct ${here} in this entry`];
    return { file, line, what: `${name}: ${what}`, mend, severity: 'error' as const };
  });
}

/** The same id in a list inside an entry, or the same thing twice. */
function repeated(value: unknown, at = ''): { field: string; word: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([k, v]) => repeated(v, at ? `${at}.${k}` : k));
  const words = value.map((v: unknown) => {
    const id = (v as { id?: unknown } | null)?.id;
    return typeof v === 'string' ? v : typeof id === 'string' ? id : JSON.stringify(v);
  });
  const twice = [...new Set(words.filter((w, i) => words.indexOf(w) !== i))];
  return [...twice.map((word) => ({ field: at, word })), ...value.flatMap((v) => repeated(v, at))];
}

/** Empty where there is none, or one that is no text. */
const idOf = (r: RawRecord): string => {
  const value = r.value as { id?: unknown; page?: unknown } | null;
  const id = value?.id ?? value?.page;
  return typeof id === 'string' ? id : '';
};

/** Pairs of letters, kept: one lost file makes hundreds of unknown ids, each compared with all known ones. */
const pairs = new Map<string, Set<string>>();
function grams(word: string): Set<string> {
  const before = pairs.get(word);
  if (before) return before;
  if (pairs.size > 10_000) pairs.clear();
  const made = new Set(Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  pairs.set(word, made);
  return made;
}

/** The closest known id, to suggest in the remedy. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestScore = 0.45;
  const a = grams(word);
  for (const k of known) {
    const b = grams(k);
    let shared = 0;
    for (const g of a) if (b.has(g)) shared += 1;
    const score = (2 * shared) / (a.size + b.size);
    if (score > bestScore) [best, bestScore] = [k, score];
  }
  return best;
}

export function contentProblems(content: RawContent): Problem[] {
  const problems: Problem[] = content.failures.map((f) => ({
    file: f.file,
    ...(f.line === undefined ? {} : { line: f.line }),
    what: f.message,
    mend: f.mend ?? 'mend the YAML at this place: mind the indent, and put texts with “: ” or “#” in quotation marks',
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
    ['handouts', content.handouts, handoutSchema, 'handout'],
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
    ['search', content.search, searchSchema, 'search'],
    ['synonyms', content.synonyms, synonymSchema, 'synonyms'],
    ['pageAliases', content.pageAliases, pageAliasSchema, 'search words for'],
    ['phrases', content.phrases, phraseSchema, 'phrase'],
    ['redirects', content.redirects, redirectSchema, 'redirect'],
    ['policyHistory', content.policyHistory, policyHistorySchema, 'history'],
  ];
  const ids: Record<string, Set<string>> = {};
  /** Kinds with an entry that does not fit its schema: their parts are compared once that is mended. */
  const unfit = new Set<string>();
  const fits = new Set<RawRecord>();
  for (const [key, list, schema, name] of records) {
    const first = new Map<string, RawRecord>();
    for (const r of list) {
      const recordId = idOf(r);
      const found = schemaProblems(schema, r.value, r.file, r.line, recordId ? `${name} "${recordId}"` : name);
      if (found.length > 0) unfit.add(key);
      else fits.add(r);
      problems.push(...found);
      for (const { field, word } of repeated(r.value)) error(r.file, r.line, `${name} "${recordId}": "${word.slice(0, 60)}" stands twice in "${field}"`, 'remove one, or give it another id');
      if (!recordId) continue;
      const twin = first.get(recordId);
      if (twin) error(r.file, r.line, `${name} id "${recordId}" stands twice (first in ${twin.file}:${twin.line})`, 'give one of them another id, or merge them');
      else first.set(recordId, r);
    }
    ids[key] = new Set(first.keys());
  }
  /** Only entries that fit their schema: in the others anything can stand anywhere. */
  const sound = (list: RawRecord[]): RawRecord[] => list.filter((r) => fits.has(r));
  const whole = (...keys: (keyof RawContent)[]): boolean => !keys.some((k) => unfit.has(k));
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
  for (const r of sound(content.letters)) for (const law of (r.value as { laws?: LetterLaw[] } | null)?.laws ?? []) paths.set(letterPath(idOf(r), law), 'a letter');
  for (const r of [...content.regimes, ...content.countries]) paths.set(countryPath(idOf(r)), 'a country');
  const unreadable = new Set(content.failures.map((f) => f.file));
  const titles = new Map<string, string>();
  const distinct = (file: string, line: number, field: string, value: unknown) => {
    if (typeof value !== 'string') return;
    const twin = titles.get(`${field}:${value}`);
    if (twin) error(file, line, `the ${field} is the same as in ${twin}`, `give each page a ${field} of its own`);
    titles.set(`${field}:${value}`, file);
  };
  for (const [list, schema, path, name] of pages)
    for (const p of list) {
      if (!unreadable.has(p.file)) problems.push(...schemaProblems(schema, p.frontmatter, p.file, 1, name));
      for (const { field, word } of repeated(p.frontmatter)) error(p.file, 1, `"${word}" stands twice in "${field}"`, 'remove one');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(p.id)) error(p.file, 1, `the file name "${p.id}" cannot be an address`, 'use lower-case letters, digits and single hyphens');
      const own = path(p.id);
      const taken = paths.get(own);
      if (taken && !(own === '/object/' && name === 'guide')) error(p.file, 1, `the address ${own} is already taken by ${taken}`, 'rename the file');
      paths.set(own, p.file);
      const fm = p.frontmatter as { title?: unknown; description?: unknown };
      distinct(p.file, 1, 'title', fm.title);
      distinct(p.file, 1, 'description', fm.description);
    }
  // These make pages too, whose titles come from their entries.
  for (const r of [...content.claims, ...content.letterWords]) distinct(r.file, r.line, 'title', (r.value as { title?: unknown } | null)?.title);
  for (const r of content.letterWords) distinct(r.file, r.line, 'description', (r.value as { description?: unknown } | null)?.description);
  for (const r of content.claims) distinct(r.file, r.line, 'text', (r.value as { text?: unknown } | null)?.text);
  for (const r of [...content.regimes, ...content.countries]) distinct(r.file, r.line, 'name', (r.value as { name?: unknown } | null)?.name);
  for (const r of content.glossary) distinct(r.file, r.line, 'term', (r.value as { term?: unknown } | null)?.term);

  const places = ownPlaces(content);
  const checkPath = (file: string, line: number, target: string) => {
    const [path = '', fragment = ''] = target.split('#');
    if (path !== '' && !paths.has(path)) {
      const near = nearest(path, paths.keys());
      error(file, line, `the link to ${path} leads nowhere`, near ? `did you mean ${near}?` : 'link to a page that exists');
      return;
    }
    const on = path === '' ? places.get(file) : (places.get(paths.get(path) ?? '') ?? places.get(path));
    if (fragment === '' || !on || on(fragment)) return;
    error(file, line, `the link ${target} names a place that is not on ${path || 'this page'}`, 'use the id of a heading or step that stands there');
  };

  for (const f of FIGURE_IDS) paths.set(figurePath(f), 'a figure');
  problems.push(...aliasProblems(content, new Set(paths.keys())), ...synonymProblems(content.synonyms));

  // References between records.
  for (const r of sound(content.claims)) {
    const v = r.value as { sources?: unknown; text?: string; because?: string } | null;
    for (const s of Array.isArray(v?.sources) ? (v.sources as string[]) : []) if (!ids['sources']?.has(s)) unknown(r.file, r.line, 'source', s, ids['sources'] ?? new Set(), 'content/data/sources/');
    const vague = typeof v?.text === 'string' && !v.because ? VAGUE.exec(v.text) : null;
    if (vague) error(r.file, r.line, `claim "${idOf(r)}" says "${vague[0]}" without a reason`, 'word it firmly, or say why it cannot be firmer in "because"');
  }
  for (const list of [content.routes, content.glossary, content.timeline, content.original])
    for (const r of sound(list)) {
      const v = r.value as { claims?: unknown; see?: unknown; page?: unknown; when_fails?: unknown } | null;
      for (const c of Array.isArray(v?.claims) ? (v.claims as string[]) : []) if (!claims.has(c)) unknown(r.file, r.line, 'claim', c, claims, 'content/data/claims/');
      for (const t of Array.isArray(v?.see) ? (v.see as string[]) : []) if (!terms.has(t)) unknown(r.file, r.line, 'glossary term', t, terms, 'content/en/glossary.yml');
      if (typeof v?.page === 'string') checkPath(r.file, r.line, v.page);
      for (const w of Array.isArray(v?.when_fails) ? (v.when_fails as string[]) : []) {
        if (w === idOf(r)) error(r.file, r.line, `route "${w}" falls back to itself`, 'name another route, or a page');
        else if (w.startsWith('/')) checkPath(r.file, r.line, w);
        else if (!routes.has(w)) unknown(r.file, r.line, 'route', w, routes, 'content/data/routes.yml');
      }
    }
  for (const r of sound(content.changes)) for (const p of (r.value as { pages?: string[] } | null)?.pages ?? []) checkPath(r.file, r.line, p);
  for (const r of sound(content.home)) {
    const v = r.value as { act?: { path: string }[]; understand?: { path: string }[]; today?: { claim: string }[] } | null;
    for (const l of [...(v?.act ?? []), ...(v?.understand ?? [])]) checkPath(r.file, r.line, l.path);
    for (const t of v?.today ?? []) if (!claims.has(t.claim)) unknown(r.file, r.line, 'claim', t.claim, claims, 'content/data/claims/');
  }

  problems.push(
    ...(whole('letterFields', 'letters', 'fieldWords', 'letterWords') ? letterProblems(content, claims) : []),
    ...(whole('handouts') ? handoutProblems(content.handouts, claims, checkPath) : []),
    ...codeProblems(content.shortCodes),
    ...(whole('plan') ? planProblems(content, claims, checkPath) : []),
    ...(whole('flows', 'features', 'edpbTypes', 'aiSettings', 'scope', 'passages') ? explainProblems(content, claims) : []),
    ...(whole('regimes', 'countries', 'authorities') ? placeProblems(content, { claims, routes, sources: ids['sources'] ?? new Set() }) : []),
    ...(whole('phrases', 'policyHistory') ? policyProblems(content) : []),
    ...(whole('redirects') ? movedProblems(content, places, paths) : []),
    ...dateProblems(content, sound),
  );
  for (const [list, , , name] of pages) for (const p of list) problems.push(...pageProblems(p, { claims, terms, routes, answer: name !== 'page', checkPath, nearest }));
  for (const r of sound([...content.glossary, ...content.timeline])) {
    const v = r.value as { text?: string; more?: string };
    for (const s of sentences(v.text ?? v.more ?? '')) {
      const n = countWords(s);
      if (n > 25) error(r.file, r.line, `"${idOf(r)}": a sentence of ${n} words`, 'at most 25 words');
    }
  }
  return problems;
}
