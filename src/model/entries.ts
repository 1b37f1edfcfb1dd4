/** The single place that asks Astro for collections. Everything it returns has passed the content check. */
import { existsSync } from 'node:fs';
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { cite, type Cited } from '../domain/citations.ts';
import { LANGUAGE } from '../domain/t.ts';
import { overlay, textPaths } from '../domain/translation.ts';
import { isBehind } from './translations.ts';
import type { FieldWords, LetterField, LetterSkeleton, LetterWords } from '../schema/letter.ts';
import type { AiSetting, EdpbType, Feature, Flow, Passage, Scope } from '../schema/explain.ts';
import type { Handout } from '../schema/handout.ts';
import type { Plan } from '../schema/plan.ts';
import type { Authority, Country, Regime } from '../schema/places.ts';
import type { Claim, Change, Home, OriginalStatement, Route, Source, Term, TimelineEvent } from '../schema/data.ts';

export type ProseEntry = CollectionEntry<'articles'> | CollectionEntry<'guides'> | CollectionEntry<'questions'>;

const byOrder = <T extends { data: { order: number; title: string } }>(a: T, b: T) => a.data.order - b.data.order || a.data.title.localeCompare(b.data.title, LANGUAGE);

type Folder = 'articles' | 'guides' | 'questions' | 'info';
/** A page of prose: the English one, or its translation with the English dates, claims and links. */
export type Page<F extends Folder> = CollectionEntry<F> & {
  /** Written in another language than the edition’s: no translation exists yet. */
  english: boolean;
  /** A translation of an older English text. */
  behind: boolean;
  /** Of a translation: the ids of the English page's headings, in order. */
  ids?: string[];
};
/** A page's text and headings. A translation's headings have the English ids, so that one link works in every language. */
export async function rendered<F extends Folder>(entry: Page<F>) {
  const { Content, headings } = await render(entry as CollectionEntry<Folder>);
  const ids = new Map(headings.flatMap((h, i) => (entry.ids?.[i] ? [[h.slug, entry.ids[i]] as const] : [])));
  return { Content, headings: headings.map((h) => ({ ...h, slug: ids.get(h.slug) ?? h.slug })), ids };
}
async function inLanguage<F extends Folder>(folder: F): Promise<Page<F>[]> {
  const english = (await getCollection(folder)) as unknown as CollectionEntry<F>[];
  if (LANGUAGE === 'en') return english.map((e) => ({ ...e, english: false, behind: false }));
  // A language with the letters alone has no folder for most kinds of page.
  if (!existsSync(`content/${LANGUAGE}/${folder}`)) return english.map((e) => ({ ...e, english: true, behind: false }));
  const here = new Map((await getCollection(`${folder}Here`)).map((e) => [e.id, e]));
  const { readMdx } = await import('../domain/mdx.ts');
  return english.map((e) => {
    const own = here.get(e.id);
    if (!own) return { ...e, english: true, behind: false };
    const data = { ...overlay(e.data, own.data, textPaths(`${folder}/${e.id}.mdx`)), aliases: own.data.aliases };
    return { ...own, collection: e.collection, data, english: false, behind: isBehind(process.cwd(), LANGUAGE, `${folder}/${e.id}.mdx`), ids: readMdx(e.body ?? '').slugs } as unknown as Page<F>;
  });
}
export const articles = (await inLanguage('articles')).sort(byOrder);
export const guides = (await inLanguage('guides')).sort(byOrder);
export const questions = (await inLanguage('questions')).sort(byOrder);
export const infoPages = (await inLanguage('info')).sort(byOrder);

const data = <T>(entries: { data: T }[]): T[] => entries.map((e) => e.data);
export const sources: Source[] = data(await getCollection('sources'));
export const claims: Claim[] = data(await getCollection('claims'));
export const routes: Route[] = data(await getCollection('routes'));
export const glossary: Term[] = data(await getCollection('glossary')).sort((a, b) => a.term.localeCompare(b.term, LANGUAGE));
export const timeline: TimelineEvent[] = data(await getCollection('timeline')).sort((a, b) => a.date.localeCompare(b.date));
export const changes: Change[] = data(await getCollection('changes')).sort((a, b) => b.date.localeCompare(a.date));
export const original: OriginalStatement[] = data(await getCollection('original'));
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, LANGUAGE);
export const regimes: Regime[] = data(await getCollection('regimes')).sort(byName);
export const countries: Country[] = data(await getCollection('countries')).sort(byName);
export const authorities: Authority[] = data(await getCollection('authorities'));
export const skeletons: LetterSkeleton[] = data(await getCollection('letters')).sort((a, b) => a.order - b.order);
export const letterFields: LetterField[] = data(await getCollection('letterFields'));
export const fieldWords: FieldWords[] = data(await getCollection('fieldWords'));
export const letterWords: LetterWords[] = data(await getCollection('letterWords'));
export const flows: Flow[] = data(await getCollection('flows'));
const shown = flows.flatMap((f) => f.steps.flatMap((s) => s.features));
/** In the order in which a reader meets them on the way. */
export const features: Feature[] = data(await getCollection('features')).sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id));
export const edpbTypes: EdpbType[] = data(await getCollection('edpbTypes')).sort((a, b) => a.annex.localeCompare(b.annex, LANGUAGE));
export const aiSettings: AiSetting[] = data(await getCollection('aiSettings')).sort((a, b) => a.order - b.order);
export const passages: Passage[] = data(await getCollection('passages')).sort((a, b) => a.order - b.order);
const scopes: Scope[] = data(await getCollection('scope'));
if (!scopes[0]) throw new Error('content/data/public-scope.yml is missing: write it after src/schema/explain.ts');
export const scope: Scope = scopes[0];
const plans: Plan[] = data(await getCollection('plan'));
if (!plans[0]) throw new Error('content/en/plan.yml is missing: write it after src/schema/plan.ts');
export const plan: Plan = plans[0];
const handouts: Handout[] = data(await getCollection('handouts'));
if (!handouts[0]) throw new Error('content/en/handouts.yml is missing: write it after src/schema/handout.ts');
export const handout: Handout = handouts[0];
const homes: Home[] = data(await getCollection('home'));
if (!homes[0]) throw new Error('content/en/home.yml is missing: write it after src/schema/data.ts');
export const home: Home = homes[0];

const sourcesById = new Map(sources.map((s) => [s.id, s]));
export const citedClaims: ReadonlyMap<string, Cited> = new Map(claims.map((c) => [c.id, cite(c, sourcesById)]));
export const claimById = (id: string): Cited => {
  const found = citedClaims.get(id);
  if (!found) throw new Error(`unknown claim "${id}"`);
  return found;
};
export const routeById = (id: string): Route => {
  const found = routes.find((r) => r.id === id);
  if (!found) throw new Error(`unknown route "${id}"`);
  return found;
};
export const termById = (id: string): Term => {
  const found = glossary.find((t) => t.id === id);
  if (!found) throw new Error(`unknown glossary term "${id}"`);
  return found;
};
export const regimeById = (id: string): Regime => {
  const found = regimes.find((r) => r.id === id);
  if (!found) throw new Error(`unknown regime "${id}"`);
  return found;
};
export const authorityById = (id: string): Authority => {
  const found = authorities.find((a) => a.id === id);
  if (!found) throw new Error(`unknown authority "${id}"`);
  return found;
};
