import { z } from 'astro/zod';
import { day, id } from './common.ts';
import { letterLaws } from './places.ts';

/** A condition: each key names a field (or `law`); all keys have to hold. */
const when = z.record(z.string(), z.union([z.literal('filled'), z.literal('empty'), z.array(z.string()).min(1)]));

/** What the reader fills in. Words (label, hint, options) stand in the language's fields.yml. */
export const letterFieldSchema = z.strictObject({
  id,
  kind: z.enum(['line', 'text', 'day', 'one', 'many']),
  /** Ids of the options of `one` and `many`. */
  options: z.array(id).optional(),
  /** Longest text, in characters. */
  max: z.number().int().min(1).max(10_000).optional(),
});
export type LetterField = z.infer<typeof letterFieldSchema>;

/** The skeleton of a letter, the same in every language. */
export const letterSchema = z.strictObject({
  id,
  /** Place in the list. */
  order: z.number().int(),
  to: z.enum(['controller', 'authority', 'friend']),
  laws: z.array(z.enum(letterLaws)).min(1),
  fields: z
    .array(
      z.strictObject({
        id,
        required: z.boolean().optional(),
        /** Another day of this letter that cannot be later than this one. */
        after: id.optional(),
        when: when.optional(),
      }),
    )
    .min(1),
  paragraphs: z
    .array(
      z.strictObject({
        id,
        /** `subject`: the line above the letter; `list`: one line for each option chosen in `of`; `attachments`: one line each, at the end. */
        as: z.enum(['subject', 'text', 'list', 'attachments']).default('text'),
        of: id.optional(),
        when: when.optional(),
      }),
    )
    .min(2),
  /** What the letter's statements of law rest on. */
  claims: z.array(z.string()).min(1),
});
export type LetterSkeleton = z.infer<typeof letterSchema>;

/** One letter in one language. */
export const letterWordsSchema = z.strictObject({
  id,
  title: z.string().min(8).max(65),
  description: z.string().min(50).max(160),
  nav: z.string().max(28),
  /** When to use it, and what to try first. */
  use: z.array(z.string()).min(1),
  /** Mistakes that cost people an answer. */
  avoid: z.array(z.string()).min(1),
  /** What comes next, and by when. */
  next: z.array(z.string()).min(1),
  limits: z.string().min(20),
  aliases: z.array(z.string()).min(3),
  /** The provisions, per law, as they are cited. */
  basis: z.partialRecord(z.enum(letterLaws), z.string()),
  paragraphs: z.record(z.string(), z.string()),
  updated: day,
});
export type LetterWords = z.infer<typeof letterWordsSchema>;

/** Words for a field, shared by all letters of a language. */
export const fieldWordsSchema = z.strictObject({
  id,
  label: z.string(),
  hint: z.string().optional(),
  /** Stands in the letter while nothing is filled in: "[your name]". */
  gap: z.string().optional(),
  /** For each option its label and what it says in the letter. */
  options: z.record(z.string(), z.strictObject({ label: z.string(), says: z.string() })).optional(),
});
export type FieldWords = z.infer<typeof fieldWordsSchema>;
