import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { glob } from 'astro/loaders';
import { editionOf } from './model/languages.ts';
import { readContent } from './model/read.ts';
import type { RawRecord } from './domain/raw.ts';
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
  defineCollection({ loader: edition === 'en' ? () => [] : pages(folder, edition), schema: z.looseObject({ slug: z.string(), aliases: z.array(z.string()).default([]) }) });
const records = (list: RawRecord[]) => () => list.map((r) => r.value as { id: string } & Record<string, unknown>);

export const collections = {
  articles: defineCollection({ loader: pages('articles'), schema: articleSchema }),
  guides: defineCollection({ loader: pages('guides'), schema: guideSchema }),
  questions: defineCollection({ loader: pages('questions'), schema: questionSchema }),
  info: defineCollection({ loader: pages('info'), schema: infoSchema }),
  articlesHere: translations('articles'),
  guidesHere: translations('guides'),
  questionsHere: translations('questions'),
  infoHere: translations('info'),
  claims: defineCollection({ loader: records(content.claims), schema: claimSchema }),
  sources: defineCollection({ loader: records(content.sources), schema: sourceSchema }),
  routes: defineCollection({ loader: records(content.routes), schema: routeSchema }),
  glossary: defineCollection({ loader: records(content.glossary), schema: termSchema }),
  timeline: defineCollection({ loader: records(content.timeline), schema: eventSchema }),
  changes: defineCollection({ loader: records(content.changes), schema: changeSchema }),
  original: defineCollection({ loader: records(content.original), schema: originalSchema }),
  home: defineCollection({ loader: records(content.home), schema: homeSchema }),
  handouts: defineCollection({ loader: records(content.handouts), schema: handoutSchema }),
  plan: defineCollection({ loader: records(content.plan), schema: planSchema }),
  letterFields: defineCollection({ loader: records(content.letterFields), schema: letterFieldSchema }),
  letters: defineCollection({ loader: records(content.letters), schema: letterSchema }),
  fieldWords: defineCollection({ loader: records(content.fieldWords), schema: fieldWordsSchema }),
  letterWords: defineCollection({ loader: records(content.letterWords), schema: letterWordsSchema }),
  regimes: defineCollection({ loader: records(content.regimes), schema: regimeSchema }),
  countries: defineCollection({ loader: records(content.countries), schema: countrySchema }),
  authorities: defineCollection({ loader: records(content.authorities), schema: authoritySchema }),
  flows: defineCollection({ loader: records(content.flows), schema: flowSchema }),
  features: defineCollection({ loader: records(content.features), schema: featureSchema }),
  edpbTypes: defineCollection({ loader: records(content.edpbTypes), schema: edpbTypeSchema }),
  aiSettings: defineCollection({ loader: records(content.aiSettings), schema: aiSettingSchema }),
  scope: defineCollection({ loader: records(content.scope), schema: scopeSchema }),
  passages: defineCollection({ loader: records(content.passages), schema: passageSchema }),
};
