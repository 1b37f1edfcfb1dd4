/** The record of Meta's policies: phrases that are followed (by hand) and the history made of them (by a tool). */
import { z } from 'astro/zod';
import { DROPS } from './codes.ts';
import { day, id } from './common.ts';

/** Whose policies are recorded. */
const SERVICES = ['facebook', 'instagram', 'threads', 'whatsapp'] as const;

export const phraseSchema = z.strictObject({
  id,
  phrase: z.string().refine((p) => p.split(/\s+/).length <= 20, { error: 'is longer than 20 words' }),
  reading: z.string().optional(),
  topic: z.string().optional(),
  before: id.optional(),
  others: z.literal(true).optional(),
  service: z.enum(SERVICES).optional(),
});

const commit = z.string().regex(/^[0-9a-f]{40}$/, { error: 'must be a full commit id' });
const at = z.strictObject({ recorded: day, commit });
const count = z.int().min(0);
const service = z.strictObject({
  file: z.string(),
  captures: count,
  versions: z
    .array(z.strictObject({ commit, recorded: day, words: count, marks: count, repeated: count, partial: z.boolean(), ai: count, ai_new: count, ai_gone: count, legitimate_interest: count }))
    .min(1),
  dropped: z.array(z.strictObject({ commit, recorded: day, why: z.enum(DROPS) })),
  phrases: z.record(z.string(), z.strictObject({ first: at, last: at, standing: z.boolean() })),
});
export const policyHistorySchema = z.strictObject({
  source: z.string().min(10),
  licence: z.string(),
  licence_url: z.url({ protocol: /^https$/ }),
  cite: z.string().min(10),
  counting: z.string().min(10),
  services: z.record(z.enum(SERVICES), service),
});
