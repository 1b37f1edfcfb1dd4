import { z } from 'astro/zod';
import { day, internalPath } from './common.ts';

const common = {
  /** Shown in tabs, results and previews. Unique on the site. */
  title: z.string().min(8).max(65, { error: 'is longer than 65 characters' }),
  /** One sentence for search engines and previews. Unique on the site. */
  description: z.string({ error: 'is missing: write one sentence of 50-160 characters' }).min(50, { error: 'is shorter than 50 characters' }).max(160, { error: 'is longer than 160 characters' }),
  /** Place in its list. */
  order: z.number().int().min(0),
  /** Who reads this. */
  for: z.string().max(120),
  /** What the reader can do afterwards. */
  task: z.string().max(160),
  published: day,
  updated: day,
  /** When a person last compared the page with its sources. */
  checked: day,
  /** When that is due again; an overdue page says so. */
  next_check: day,
  /** What the thing described does not do. Required where the page tells people to object. */
  limits: z.string().min(20).optional(),
  /** Words people type or paste when they look for this page. */
  aliases: z.array(z.string().min(2)).min(3, { error: 'needs at least 3 search words' }),
  related: z.array(internalPath).min(1).max(5),
};

/** Short label for navigation and previous/next. */
const nav = z.string().min(3).max(28);

export const articleSchema = z.strictObject({ ...common, nav });

export const guideSchema = z.strictObject({
  ...common,
  nav,
  limits: z.string({ error: 'is missing: say what this does not do' }).min(20),
  /** Our estimate of the time it takes. */
  minutes: z.number().int().min(1).max(120),
  /** What the reader needs at hand. */
  need: z.array(z.string()).min(1),
  /** One sentence on other ways to the same end. */
  other_ways: z.string().min(10),
});

/** The order of the groups on /questions/. */
export const questionGroups = ['basics', 'objecting', 'after', 'photos', 'email', 'rights', 'children', 'whatsapp-and-ai', 'outside-europe', 'money-and-law'] as const;

export const questionSchema = z.strictObject({
  ...common,
  title: common.title.regex(/\?$/, { error: 'must be a question and end with a question mark' }),
  group: z.enum(questionGroups),
});

/** About, privacy, accessibility and the like. */
export const infoSchema = z.strictObject({
  title: common.title,
  description: common.description,
  nav,
  order: common.order,
  published: day,
  updated: day,
  aliases: common.aliases,
  /** `easy`: easy-to-read language, in large type, held to the rules of src/domain/easy.ts in every language. (`layout` is Astro's own word.) */
  reading: z.literal('easy').optional(),
});

export type Article = z.infer<typeof articleSchema>;
export type Guide = z.infer<typeof guideSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Info = z.infer<typeof infoSchema>;
