import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { glob } from 'astro/loaders';
import { editionOf } from './model/languages.ts';
import { readContent } from './model/read.ts';
import type { RawContent, RawRecord } from './domain/raw.ts';
import { withTexts } from './domain/translation.ts';
import { articleSchema, guideSchema, infoSchema, questionSchema } from './schema/page.ts';
import { changeSchema, claimSchema, eventSchema, homeSchema, originalSchema, routeSchema, sourceSchema, termSchema } from './schema/data.ts';
import { fieldWordsSchema, letterFieldSchema, letterSchema, letterWordsSchema } from './schema/letter.ts';
import { aiSettingSchema, edpbTypeSchema, featureSchema, flowSchema, passageSchema, scopeSchema } from './schema/explain.ts';
import { handoutSchema } from './schema/handout.ts';
import { planSchema } from './schema/plan.ts';
import { authoritySchema, countrySchema, regimeSchema } from './schema/places.ts';

/** A text without components is plain Markdown: it is not compiled to a module, which halves the time and memory of a build. */
const pages = (folder: string, lang = 'en') => glob({ base: `./content/${lang}/${folder}`, pattern: ['*.mdx', '*.md', '!_*'], generateId: ({ entry }) => entry.replace(/\.mdx?$/, '') });
const edition = editionOf(process.cwd(), process.env).code;
const content = readContent(process.cwd(), edition);
/** The same pages in the language of the edition: texts only, laid over the English in model/entries.ts. */
const translations = (folder: string) =>
  defineCollection({
    loader: edition !== 'en' && existsSync(`content/${edition}/${folder}`) ? pages(folder, edition) : () => [],
    schema: z.looseObject({ slug: z.string(), aliases: z.array(z.string()).default([]) }),
  });
const english = edition === 'en' ? content : readContent(process.cwd());
type Records = { [K in keyof RawContent]: RawContent[K] extends RawRecord[] ? K : never }[keyof RawContent];
/** A translation may be longer than the English: what is checked is the English entry, with the texts put in after. */
const records = <S extends z.ZodType>(name: Records, schema: S) =>
  edition === 'en'
    ? defineCollection({ loader: () => content[name].map((r) => r.value as { id: string }), schema })
    : defineCollection({ loader: () => english[name].map((r, i) => withTexts(schema.parse(r.value), content[name][i]?.value) as { id: string }), schema: z.any() as unknown as S });

export const collections = {
  articles: defineCollection({ loader: pages('articles'), schema: articleSchema }),
  guides: defineCollection({ loader: pages('guides'), schema: guideSchema }),
  questions: defineCollection({ loader: pages('questions'), schema: questionSchema }),
  info: defineCollection({ loader: pages('info'), schema: infoSchema }),
  articlesHere: translations('articles'),
  guidesHere: translations('guides'),
  questionsHere: translations('questions'),
  infoHere: translations('info'),
  claims: records('claims', claimSchema),
  sources: records('sources', sourceSchema),
  routes: records('routes', routeSchema),
  glossary: records('glossary', termSchema),
  timeline: records('timeline', eventSchema),
  changes: records('changes', changeSchema),
  original: records('original', originalSchema),
  home: records('home', homeSchema),
  handouts: records('handouts', handoutSchema),
  plan: records('plan', planSchema),
  letterFields: records('letterFields', letterFieldSchema),
  letters: records('letters', letterSchema),
  fieldWords: records('fieldWords', fieldWordsSchema),
  letterWords: records('letterWords', letterWordsSchema),
  regimes: records('regimes', regimeSchema),
  countries: records('countries', countrySchema),
  authorities: records('authorities', authoritySchema),
  flows: records('flows', flowSchema),
  features: records('features', featureSchema),
  edpbTypes: records('edpbTypes', edpbTypeSchema),
  aiSettings: records('aiSettings', aiSettingSchema),
  scope: records('scope', scopeSchema),
  passages: records('passages', passageSchema),
};
