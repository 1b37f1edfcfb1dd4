import { z } from 'astro/zod';
import { day, id, internalPath, linkChecked, partialDate, standing } from './common.ts';

/** A text a claim rests on. `read: false` means we know the address but have not read the text. */
export const sourceSchema = z.strictObject({
  id,
  publisher: z.string().min(2),
  title: z.string().min(2),
  /** BCP 47 code of the title's language, where that is not English: the title is marked with it wherever it is shown. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be a language code such as “de”' })
    .refine((l) => l !== 'en', { error: 'is English, which goes without saying' })
    .optional(),
  /** The title is our description, because the page's own title was not shown to us. */
  described: z.boolean().optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a full web address, or be left out' }).optional(),
  published: partialDate.optional(),
  published_note: z.string().optional(),
  kind: z.enum(['primary', 'press', 'analysis', 'paper']),
  read: z.boolean(),
  /** Through which copy we read it. */
  read_via: z.string().optional(),
  checked: day,
  link_checked: linkChecked.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One statement, its standing and its sources. Cited from prose by id. */
export const claimSchema = z
  .strictObject({
    id,
    title: z.string().min(8).max(65, { error: 'is longer than 65 characters' }),
    text: z.string().min(20),
    standing,
    /** `ours`: our own reading, advice or arithmetic, or the result of our own search. Never shown as a source's. */
    basis: z.literal('ours').optional(),
    /** Why the text keeps a word such as "may". */
    because: z.string().optional(),
    date: partialDate.optional(),
    date_note: z.string().optional(),
    /** When we last saw the sources. */
    seen: day,
    next_check: day,
    quote: z.string().optional(),
    quote_note: z.string().optional(),
    note: z.string().optional(),
    sources: z.array(z.string()),
  })
  .refine((c) => c.sources.length > 0 || (c.basis === 'ours' && c.note), {
    error: 'has no source: add one, or set "basis: ours" with a note saying what it rests on',
    path: ['sources'],
  });
export type Claim = z.infer<typeof claimSchema>;

/** An official way to object or ask. Guides take every outside link from here. */
export const routeSchema = z.strictObject({
  id,
  title: z.string().max(60),
  kind: z.enum(['form', 'post', 'page', 'menu']),
  url: z.url({ protocol: /^https$/ }).optional(),
  link_checked: linkChecked.optional(),
  address: z.string().optional(),
  products: z.array(z.enum(['facebook', 'instagram', 'threads', 'whatsapp', 'messenger', 'meta-ai', 'all'])).min(1),
  regions: z.array(z.enum(['eu-eea', 'gb', 'ch', 'br', 'us', 'all', 'unknown'])).min(1),
  account: z.enum(['required', 'none', 'either', 'unknown']),
  asks: z.array(z.string()),
  returns: z.string(),
  not_covered: z.string(),
  standing,
  /** When a source last named this route. */
  last_seen: partialDate.optional(),
  last_seen_by: z.string().optional(),
  seen: day,
  next_check: day,
  when_fails: z.array(z.union([id, internalPath])),
  claims: z.array(z.string()).min(1),
});
export type Route = z.infer<typeof routeSchema>;

export const termSchema = z.strictObject({
  id,
  term: z.string(),
  short: z.string().refine((s) => s.split(/\s+/).length <= 20, { error: 'is longer than 20 words' }),
  more: z.string().optional(),
  claims: z.array(z.string()).optional(),
  see: z.array(z.string()).optional(),
  aliases: z.array(z.string()).optional(),
});
export type Term = z.infer<typeof termSchema>;

export const eventTopics = ['policy', 'eu', 'uk', 'brazil', 'elsewhere', 'money', 'law'] as const;
export const eventSchema = z.strictObject({
  id,
  date: partialDate,
  title: z.string().max(80),
  text: z.string(),
  topic: z.enum(eventTopics),
  claims: z.array(z.string()).min(1),
});
export type TimelineEvent = z.infer<typeof eventSchema>;

export const changeSchema = z.strictObject({
  id,
  date: day,
  kind: z.enum(['new', 'update', 'correction']),
  title: z.string().max(90),
  text: z.string(),
  pages: z.array(internalPath),
});
export type Change = z.infer<typeof changeSchema>;

/** One statement of the article the project began with, and what became of it. */
export const originalSchema = z.strictObject({
  id,
  says: z.string(),
  verdict: z.enum(['still-true', 'changed', 'wrong', 'unclear']),
  now: z.string(),
  page: internalPath,
  claims: z.array(z.string()).min(1),
});
export type OriginalStatement = z.infer<typeof originalSchema>;

/** The home page's texts: what a person with Meta's message sees first. */
export const homeSchema = z.strictObject({
  id,
  title: z.string().max(65),
  description: z.string().min(50).max(160),
  headline: z.string(),
  lead: z.string(),
  act: z.array(z.strictObject({ label: z.string(), hint: z.string(), path: internalPath })).min(3),
  understand: z.array(z.strictObject({ label: z.string(), hint: z.string(), path: internalPath })).min(4),
  today_date: day,
  today_evidence: z.string(),
  today: z.array(z.strictObject({ text: z.string(), claim: z.string() })).min(5),
});
export type Home = z.infer<typeof homeSchema>;
