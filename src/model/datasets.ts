/** The open data: the site's records, each with the address of its page, and the newest day in them. */
import { dataFile, dataPath, jsonSchema, recordsAsCsv, schemaPath, type DataFile } from '../domain/data-file.ts';
import { claimPath, countryPath, eventPath, routePath, sourcePath } from '../domain/routes.ts';
import { CATALOGUE, DATASET_NAMES, DATASETS, type DatasetFacts, type DatasetName, type LetterRecord, type PolicyRecord } from '../schema/datasets.ts';
import { authorities, claims, countries, regimeById, regimes, routes, sources, timeline } from './entries.ts';
import { letterPages, type LetterPage } from './letters.ts';
import { phrases, policyHistory, SERVICES, type ServiceId } from './policy-history.ts';
import { fullUrl } from './site.ts';

type Rec = Readonly<Record<string, unknown>>;
const newest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';
const byId = new Map(claims.map((c) => [c.id, c]));

function letterRecord({ letter, law, to, addressee, words, claims: rests, title, description, path }: LetterPage): LetterRecord {
  /** A condition on the law holds for the whole record, so it goes. */
  const own = (when: LetterRecord['paragraphs'][number]['when'] | Rec | undefined) => {
    const left = Object.entries(when ?? {}).filter(([key]) => key !== 'law');
    return left.length > 0 ? { when: Object.fromEntries(left) as NonNullable<LetterRecord['paragraphs'][number]['when']> } : {};
  };
  const basis = words.basis[law];
  const asked = new Set(letter.fields.map((f) => f.id));
  /** A list of answers that this law does not ask for would always be empty. */
  const paragraphs = letter.paragraphs.filter((p) => p.of === undefined || asked.has(p.of));
  return {
    id: letter.id,
    law,
    to,
    given: { ...letter.given },
    addressee,
    title,
    description,
    ...(basis && { basis }),
    use: words.use,
    avoid: words.avoid,
    next: words.next,
    limits: words.limits,
    fields: letter.fields.map((f) => ({
      id: f.id,
      kind: f.kind,
      label: f.label,
      ...(f.hint && { hint: f.hint }),
      ...(f.gap && { gap: f.gap }),
      required: f.required ?? false,
      ...(f.max && { max: f.max }),
      ...(f.after && { after: f.after }),
      ...own(f.when),
      ...(f.options && { options: f.options.map((id) => ({ id, label: f.says?.[id]?.label ?? id, says: f.says?.[id]?.says ?? '' })) }),
    })),
    paragraphs: paragraphs.map((p) => ({ id: p.id, as: p.as, ...(p.of && { of: p.of }), ...own(p.when), text: p.text })),
    claims: rests,
    updated: words.updated,
    page: fullUrl(path),
  };
}

function policyRecord(service: ServiceId): PolicyRecord {
  const { file, captures, versions, phrases: spans, dropped } = policyHistory.services[service];
  return {
    service,
    name: SERVICES[service],
    file,
    captures,
    counting: policyHistory.counting,
    versions: versions.map((v) => ({
      recorded: v.recorded,
      commit: v.commit,
      words: v.words,
      marks: v.marks,
      repeated: v.repeated,
      partial: v.partial,
      ai: v.ai,
      ai_new: v.ai_new,
      ai_gone: v.ai_gone,
      legitimate_interest: v.legitimate_interest,
    })),
    phrases: phrases.flatMap(({ id, phrase, reading }) => {
      const span = spans[id];
      return span ? [{ id, phrase, ...(reading && { reading }), ...span }] : [];
    }),
    dropped,
    licence: 'ODC-By 1.0',
    page: fullUrl('/policy-record/'),
  };
}

const withPage = <T extends object>(list: readonly T[], path: (record: T) => string): Rec[] => list.map((r) => ({ ...r, page: fullUrl(path(r)) }));

const made: Record<DatasetName, { items: readonly Rec[]; generated: string; attribution?: string }> = {
  routes: { items: withPage(routes, (r) => routePath(r.id)), generated: newest(routes.flatMap((r) => [r.seen, r.link_checked?.date ?? ''])) },
  claims: { items: withPage(claims, (c) => claimPath(c.id)), generated: newest(claims.map((c) => c.seen)) },
  sources: { items: withPage(sources, (s) => sourcePath(s.kind, s.id)), generated: newest(sources.flatMap((s) => [s.checked, s.link_checked?.date ?? ''])) },
  authorities: {
    items: withPage(authorities, (a) => `${countryPath(a.place)}#authority-${a.id}`),
    generated: newest(authorities.flatMap((a) => [a.seen, a.link_checked?.date ?? '', a.complaint?.link_checked?.date ?? ''])),
    attribution: 'Records of the EU, the EEA, the UK and Switzerland derive from datenanfragen/data (CC0).',
  },
  regimes: { items: withPage(regimes, (r) => countryPath(r.id)), generated: newest(regimes.map((r) => r.seen)) },
  countries: { items: withPage(countries, (c) => countryPath(c.id)), generated: newest(countries.map((c) => regimeById(c.regime).seen)) },
  timeline: { items: withPage(timeline, (e) => eventPath(e.id)), generated: newest(timeline.flatMap((e) => e.claims.map((id) => byId.get(id)?.seen ?? ''))) },
  letters: { items: letterPages.map(letterRecord), generated: newest(letterPages.map((p) => p.words.updated)) },
  'policy-history': {
    items: (Object.keys(SERVICES) as ServiceId[]).map(policyRecord),
    generated: newest(Object.values(policyHistory.services).flatMap((s) => s.versions.map((v) => v.recorded))),
    attribution: policyHistory.cite,
  },
};

export interface Dataset {
  name: DatasetName;
  facts: DatasetFacts;
  file: DataFile;
  json: string;
  csv: string | undefined;
  schema: string;
}

const text = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export const datasets: Dataset[] = DATASET_NAMES.map((name) => {
  const facts: DatasetFacts = DATASETS[name];
  const { items, generated, attribution = '' } = made[name];
  const file = dataFile({ name, facts, generated, attribution, full: fullUrl }, items);
  return {
    name,
    facts,
    file,
    json: text(file),
    csv: facts.columns && recordsAsCsv(items, facts.columns, facts.rows),
    schema: text(jsonSchema(name, facts, fullUrl(schemaPath(name)))),
  };
});

export const datasetByName = (name: DatasetName): Dataset => datasets.find((d) => d.name === name) as Dataset;

const bytes = (body: string): number => new TextEncoder().encode(body).length;

const entries: Rec[] = datasets.map(({ name, facts, file, json, csv: table }) => ({
  name,
  title: facts.title,
  description: facts.description,
  licence: file.licence,
  attribution: file.attribution,
  generated: file.generated,
  content: file.content,
  count: file.count,
  schema: file.$schema,
  files: [
    { format: 'json', media_type: 'application/json', url: fullUrl(dataPath(name, 'json')), bytes: bytes(json) },
    ...(table ? [{ format: 'csv', media_type: 'text/csv', url: fullUrl(dataPath(name, 'csv')), bytes: bytes(table) }] : []),
  ],
  page: fullUrl(`/data/#${name}`),
}));
const catalogueFile = dataFile({ name: 'index', facts: CATALOGUE, generated: newest(datasets.map((d) => d.file.generated)), attribution: '', full: fullUrl }, entries);

/** /data/index.json and its schema. */
export const catalogue = { file: catalogueFile, json: text(catalogueFile), schema: text(jsonSchema('index', CATALOGUE, fullUrl(schemaPath('index')))) };
