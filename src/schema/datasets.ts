/**
 * The open data under /data/: what a record of each file is. The JSON Schemas that are published are made from these,
 * with a sentence for each field, so that the site, the files and their description cannot drift apart.
 */
import { z } from 'astro/zod';
import { day, id } from './common.ts';
import { claimSchema, eventSchema, routeSchema, sourceSchema } from './data.ts';
import { authoritySchema, countrySchema, letterLaws, regimeSchema } from './places.ts';

/**
 * Of the data's shape, after semver.org: a new optional field or file raises the middle number; a field that is renamed,
 * removed or means something else raises the first. CITATION.cff names the same version.
 */
export const DATA_VERSION = '1.1.0';

export const LICENCES = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODC-By-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
} as const;
export type Licence = keyof typeof LICENCES;

/** Its page or its place on a page, in full. `address` is taken: routes and authorities have a postal one. */
const page = z.url();

const when = z.record(z.string(), z.union([z.literal('filled'), z.literal('empty'), z.array(z.string()).min(1)]));
const letter = z.strictObject({
  id,
  law: z.enum(letterLaws),
  to: z.enum(['controller', 'authority', 'friend']),
  given: z.record(z.string(), z.string()),
  addressee: z.array(z.string()),
  title: z.string(),
  description: z.string(),
  basis: z.string().optional(),
  use: z.array(z.string()),
  avoid: z.array(z.string()),
  next: z.array(z.string()),
  limits: z.string(),
  fields: z.array(
    z.strictObject({
      id,
      kind: z.enum(['line', 'text', 'day', 'one', 'many']),
      label: z.string(),
      hint: z.string().optional(),
      gap: z.string().optional(),
      required: z.boolean(),
      max: z.int().optional(),
      after: id.optional(),
      when: when.optional(),
      options: z.array(z.strictObject({ id, label: z.string(), says: z.string() })).optional(),
    }),
  ),
  paragraphs: z.array(z.strictObject({ id, as: z.enum(['subject', 'text', 'list', 'attachments']), of: id.optional(), when: when.optional(), text: z.string() })),
  claims: z.array(z.string()),
  updated: day,
  page,
});
export type LetterRecord = z.infer<typeof letter>;

const commit = z.string().regex(/^[0-9a-f]{40}$/);
const recording = z.strictObject({ recorded: day, commit });
const policyService = z.strictObject({
  service: id,
  name: z.string(),
  file: z.string(),
  captures: z.int(),
  counting: z.string(),
  versions: z.array(
    z.strictObject({
      recorded: day,
      commit,
      words: z.int(),
      marks: z.int(),
      repeated: z.int(),
      partial: z.boolean(),
      ai: z.int(),
      ai_new: z.int(),
      ai_gone: z.int(),
      legitimate_interest: z.int(),
    }),
  ),
  phrases: z.array(z.strictObject({ id, phrase: z.string(), reading: z.string().optional(), first: recording, last: recording, standing: z.boolean() })),
  dropped: z.array(z.strictObject({ recorded: day, commit, why: z.enum(['recording', 'broken', 'repeated', 'unchanged', 'seen-before', 'stray']) })),
  licence: z.literal('ODC-By 1.0'),
  page,
});
export type PolicyRecord = z.infer<typeof policyService>;

export interface DatasetFacts {
  title: string;
  description: string;
  licence: Licence;
  record: z.ZodObject;
  /** A sentence for each field of a record. */
  fields: Readonly<Record<string, string>>;
  /** Columns of the CSV, where there is one. A dotted name reaches into a part of the record. */
  columns?: readonly string[];
  /** The list whose entries are the CSV's rows, where the records are not: columns then begin with its name. */
  rows?: string;
}

const ID = 'Stays for ever; other files refer to it.';
const CHECKS = { seen: 'The day we last saw what it rests on.', next_check: 'The day it is due to be checked again.' };
const STANDING = 'confirmed: a primary source or two independent ones; disputed: sources conflict; unverified: one weak source only.';
const CLAIMS = 'Ids of the claims it rests on.';
const PAGE = 'Where it stands on this site.';

/** The files, in the order of their list. */
export const DATASETS = {
  routes: {
    licence: 'CC0-1.0',
    title: 'Official routes to object',
    description: 'Every form, menu and address for objecting to Meta’s AI training: what each asks, what comes back, what it does not reach, when it was last named.',
    record: z.strictObject({ ...routeSchema.shape, page }),
    fields: {
      id: ID,
      title: 'Its name on this site.',
      kind: 'A form, a page to start from, a menu in an app, or a postal address.',
      url: 'Where it is. We read copies and did not open it.',
      link_checked: 'The day our link check asked the address, and the result.',
      address: 'Where to write by post.',
      products: 'The services it is for.',
      regions: 'Where the people live for whom it is meant.',
      account: 'Whether it needs an account.',
      asks: 'What it asks for.',
      returns: 'What comes back, and how long that took.',
      not_covered: 'What it does not reach.',
      standing: STANDING,
      last_seen: 'When a source last named it: a year, a month or a day.',
      last_seen_by: 'Who named it.',
      ...CHECKS,
      when_fails: 'What to try next: ids of routes, or paths of this site.',
      claims: CLAIMS,
      page: PAGE,
    },
    columns: [
      ...['id', 'title', 'kind', 'url', 'link_checked.date', 'link_checked.result', 'address', 'products', 'regions', 'account', 'asks', 'returns', 'not_covered'],
      ...['standing', 'last_seen', 'last_seen_by', 'seen', 'next_check', 'when_fails', 'claims', 'page'],
    ],
  },
  claims: {
    licence: 'CC0-1.0',
    title: 'Claims',
    description: 'Every factual statement of this site, with its standing, its sources, and the day we saw them.',
    record: z.strictObject({ ...claimSchema.shape, page }),
    fields: {
      id: ID,
      title: 'The claim in a few words.',
      text: 'The claim. No page says more than this.',
      standing: STANDING,
      basis: 'ours: our own reading, advice or arithmetic. Never to be shown as a source’s.',
      because: 'Why the text keeps a word such as “may”.',
      date: 'When it happened or was so, only as exact as known.',
      date_note: 'What the date does not say.',
      ...CHECKS,
      quote: 'A short quotation from a source. It belongs to its author.',
      quote_note: 'Where the quotation stands.',
      note: 'What else has to be said with it.',
      sources: 'Ids of sources.',
      page: PAGE,
    },
    columns: ['id', 'title', 'text', 'standing', 'basis', 'because', 'date', 'date_note', 'seen', 'next_check', 'quote', 'quote_note', 'note', 'sources', 'page'],
  },
  sources: {
    licence: 'CC0-1.0',
    title: 'Sources',
    description: 'The laws, rulings, statements, reports and papers that the claims rest on, and which of them we have read.',
    record: z.strictObject({ ...sourceSchema.shape, page }),
    fields: {
      id: ID,
      publisher: 'Who published it.',
      title: 'Its title. It belongs to its author.',
      language: 'The language of the title (BCP 47), where it is not English.',
      described: 'true: the title is our description, because its own was not shown to us.',
      url: 'Its address.',
      published: 'When it was published, only as exact as known.',
      published_note: 'What the date does not say.',
      link_checked: 'The day our link check asked the address, and the result.',
      kind: 'primary: an official text or first-hand statement; press; analysis; paper: research.',
      read: 'false: we know the address and have not read the text.',
      read_via: 'Through which copy we read it.',
      checked: 'The day we last looked.',
      page: PAGE,
    },
    columns: ['id', 'publisher', 'title', 'language', 'described', 'url', 'published', 'published_note', 'kind', 'read', 'read_via', 'checked', 'link_checked.date', 'link_checked.result', 'page'],
  },
  authorities: {
    licence: 'CC0-1.0',
    title: 'Authorities that take complaints',
    description: 'The data protection authorities, with address, site, form for complaints and languages. Read in copies; none was opened.',
    record: z.strictObject({ ...authoritySchema.shape, page }),
    fields: {
      id: ID,
      place: 'Country code in lower case, or the id of a regime.',
      part: 'For an authority of a part of a country: the part’s English name.',
      name: 'Its own name.',
      lang: 'The language of that name (BCP 47).',
      name_en: 'Its name in English.',
      abbreviation: 'How it is usually shortened.',
      website: 'Its site.',
      link_checked: 'The day our link check asked the site, and the result.',
      complaint: 'Where complaints are made, whether a form or information stands there, and what our link check found.',
      languages: 'Languages that complaints are taken in. Others are not said to be refused.',
      email: 'Its email address.',
      phone: 'Its telephone number.',
      address: 'Its postal address.',
      lead: 'true: the lead authority for Meta Platforms Ireland Limited.',
      note: 'What a person who complains should know.',
      standing: STANDING,
      recorded: 'When the record we copied from was last edited.',
      sources: 'Ids of sources.',
      ...CHECKS,
      page: PAGE,
    },
    columns: [
      ...[
        'id',
        'place',
        'part',
        'name',
        'lang',
        'name_en',
        'abbreviation',
        'website',
        'link_checked.date',
        'link_checked.result',
        'complaint.url',
        'complaint.shows',
        'complaint.link_checked.date',
        'complaint.link_checked.result',
        'languages',
        'email',
        'phone',
      ],
      ...['address', 'lead', 'note', 'standing', 'recorded', 'sources', 'seen', 'next_check', 'page'],
    ],
  },
  regimes: {
    licence: 'CC0-1.0',
    title: 'Legal regimes',
    description: 'For each legal regime the right to object and how sure it is, the routes, the time for an answer, the authorities, and what remains.',
    record: z.strictObject({ ...regimeSchema.shape, page }),
    fields: {
      id: ID,
      name: 'Its name.',
      in: 'The name as it stands in a sentence.',
      law: 'The law, by its official or usual English name.',
      letters: 'Which wording of the letters fits; left out where none does.',
      controller: 'The Meta company to write to; left out where it is not known.',
      controller_claim: 'The claim that this rests on.',
      right: 'How far a right to object is known, its basis, and the claim. Only yes, equivalent and limited may be shown as a right.',
      form: 'Whether Meta offers a form to object there, and the claim.',
      routes: 'Ids of routes that are open there, best first.',
      also: 'Ids of claims on other rights.',
      answer: 'How long an answer may take; left out where it is not known.',
      authorities: 'Ids of authorities.',
      no_authority: 'Whom to turn to where no authority is listed.',
      more: 'Ids of other claims worth knowing.',
      remains: 'Plain advice of ours for where the law helps little.',
      standing: STANDING,
      ...CHECKS,
      page: PAGE,
    },
  },
  countries: {
    licence: 'CC0-1.0',
    title: 'Countries of the EU and EEA',
    description: 'Which regime and which authority belongs to a country that shares its law with others.',
    record: z.strictObject({ ...countrySchema.shape, page }),
    fields: {
      id: 'ISO 3166-1 code in lower case.',
      name: 'Its English name.',
      in: 'The name as it stands in a sentence.',
      regime: 'Id of the regime.',
      law: 'The law as it applies in this country.',
      authority: 'Id of the authority.',
      more: 'Ids of claims about this country alone.',
      page: PAGE,
    },
    columns: ['id', 'name', 'in', 'regime', 'law', 'authority', 'more', 'page'],
  },
  timeline: {
    licence: 'CC0-1.0',
    title: 'Timeline',
    description: 'What happened and when: policy changes, authorities, courts, money and laws, each event with its claims.',
    record: z.strictObject({ ...eventSchema.shape, page }),
    fields: {
      id: ID,
      date: 'A year, a month or a day: only as exact as known.',
      title: 'The event in a few words.',
      text: 'What happened.',
      topic: 'What it belongs to. Each topic has a feed.',
      claims: CLAIMS,
      page: PAGE,
    },
    columns: ['id', 'date', 'title', 'text', 'topic', 'claims', 'page'],
  },
  letters: {
    licence: 'CC0-1.0',
    title: 'Letters',
    description: 'Each letter under each law it is written for: what it asks for, its paragraphs, and the condition under which each stands in it.',
    record: letter,
    fields: {
      id: 'The letter. Under several laws it keeps its id: id and law together are unique.',
      law: 'Whose wording it is: gdpr (EU and EEA), uk, ch (Switzerland), br (Brazil).',
      to: 'To Meta (controller), an authority or a friend.',
      given: 'What stands in the text for placeholders that nobody fills in, such as {law}.',
      addressee: 'The lines of the addressee; empty where the reader names it.',
      title: 'Its name.',
      description: 'What it does.',
      basis: 'The provisions it cites.',
      use: 'When to use it, and what to try first.',
      avoid: 'Mistakes that cost people an answer.',
      next: 'What comes next.',
      limits: 'What it does not do.',
      fields:
        'What is to be filled in. A field with a condition (when) is asked only where it holds; gap stands in the letter while it is empty; its day cannot lie before that of the field named in after.',
      paragraphs: 'The text in order. {name} stands for a field. when: each key is a field that has to be filled, empty, or hold one of the options named.',
      claims: 'Ids of the claims its statements of law rest on.',
      updated: 'The day its words last changed.',
      page: PAGE,
    },
  },
  'policy-history': {
    title: 'History of Meta’s privacy policies',
    description: 'For each recorded version of four privacy policies the day, the number of words, and how often AI and legitimate interest are named.',
    licence: 'ODC-By-1.0',
    record: policyService,
    fields: {
      service: 'Its id.',
      name: 'Its name.',
      file: 'Its file in the archive, https://github.com/OpenTermsArchive/pga-versions.',
      captures: 'How many captures the archive holds.',
      counting: 'What each number of a version counts.',
      versions: 'What is left when repeated and broken captures are taken out. recorded is the day the archive saw it; the policy can be older.',
      phrases: 'Phrases of at most 20 words, with the first and the last version that holds them. standing: in the newest too.',
      dropped: 'The captures that were taken out, and why.',
      licence: 'Whose licence the figures keep. It stands in each row of the CSV too.',
      page: PAGE,
    },
    rows: 'versions',
    columns: ['service', ...['recorded', 'commit', 'words', 'marks', 'repeated', 'partial', 'ai', 'ai_new', 'ai_gone', 'legitimate_interest'].map((c) => `versions.${c}`), 'licence'],
  },
} satisfies Record<string, DatasetFacts>;

export type DatasetName = keyof typeof DATASETS;
export const DATASET_NAMES = Object.keys(DATASETS) as DatasetName[];

/** The list of the files: a file of the same kind, so that one program reads all. */
export const CATALOGUE: DatasetFacts = {
  title: 'Open data of Right to Object',
  description: 'The files under /data/, each with its formats, sizes, schema, licence and newest day.',
  licence: 'CC0-1.0',
  record: z.strictObject({
    name: id,
    title: z.string(),
    description: z.string(),
    licence: z.url(),
    attribution: z.string(),
    generated: day,
    content: z.string(),
    count: z.int(),
    schema: z.url(),
    files: z.array(z.strictObject({ format: z.enum(['json', 'csv']), media_type: z.enum(['application/json', 'text/csv']), url: z.url(), bytes: z.int() })).min(1),
    page,
  }),
  fields: {
    name: 'The file’s name without its ending.',
    title: 'What it holds, in a few words.',
    description: 'What it holds.',
    licence: 'Address of its licence.',
    attribution: 'Who asks to be named; empty where nobody does.',
    generated: 'The newest day in its records.',
    content: 'Changes when its records change.',
    count: 'How many records it has.',
    schema: 'Its JSON Schema (2020-12).',
    files: 'Its formats, with address and size in bytes.',
    page: PAGE,
  },
};
