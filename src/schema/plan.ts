import { z } from 'astro/zod';
import { QUESTIONS } from './codes.ts';
import { id, internalPath } from './common.ts';

const when = z.partialRecord(z.enum(QUESTIONS), z.array(id).min(1));

/** The whole plan in one language: what is asked and what belongs to each answer. */
export const planSchema = z.strictObject({
  id,
  questions: z
    .array(
      z.strictObject({
        id: z.enum(QUESTIONS),
        ask: z.string().regex(/[?;؟]$/, { error: 'must be a question' }),
        /** Why it is asked. */
        why: z
          .string()
          .min(10)
          .refine((text) => text.trim().split(/\s+/).length <= 25, { error: 'is longer than 25 words' }),
        options: z.array(z.strictObject({ id, label: z.string(), short: z.string().max(22) })).min(2),
      }),
    )
    .max(6, { error: 'more than six questions are not answered' })
    .refine((list) => list.map((q) => q.id).join() === QUESTIONS.join(), { error: `must be ${QUESTIONS.join(', ')}, in this order` })
    .refine((list) => list.every((q) => q.options.some((o) => o.id === 'unknown')), { error: 'each question needs the answer "unknown"' }),
  steps: z.array(
    z.strictObject({
      id,
      title: z.string().max(70),
      text: z.string(),
      /** When the text states a fact: what it stands on. */
      claims: z.array(id).optional(),
      when: when.optional(),
      links: z.array(z.strictObject({ path: internalPath, label: z.string(), when: when.optional() })),
    }),
  ),
  /** What comes next and by when, and what to do if nothing happens. Chosen by the answers that choose the page. */
  endings: z.array(z.strictObject({ id, text: z.string(), claims: z.array(id).optional(), when })).min(1),
});
export type Plan = z.infer<typeof planSchema>;
