/** The records behind the four explanations: the objection flow, what counts as public, Meta's messages. */
import { z } from 'astro/zod';
import { id } from './common.ts';

const claims = z.array(z.string());

export const flowInputSchema = z.strictObject({
  id,
  label: z.string(),
  kind: z.enum(['text', 'area', 'code']),
  required: z.boolean(),
  /** What stands in it already. */
  filled: z.string().optional(),
});
export const flowChoiceSchema = z.strictObject({
  label: z.string(),
  as: z.enum(['button', 'link']),
  /** A step of the same flow, or an end: `used` or `objected`. */
  to: id,
  /** Belongs to the re-enactment and is not counted as a click. */
  free: z.boolean().optional(),
});
export const flowStepSchema = z.strictObject({
  id,
  title: z.string(),
  shows: z.string(),
  screen: z.string(),
  /** "for an email": what the reader waits for here. */
  waits: z.string().optional(),
  inputs: z.array(flowInputSchema),
  choices: z.array(flowChoiceSchema).min(1),
  /** What the sources do not let us count here. */
  uncounted: z.string().optional(),
  claims,
  features: z.array(id),
});
export const flowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** For the head of a column and the label of a bar. */
  short: z.string().max(12),
  where: z.string(),
  /** What holds when a person does nothing. */
  silence: z.enum(['used', 'not-used']),
  silence_claim: z.string().optional(),
  /** Our own design, whose words can be counted. */
  own: z.boolean(),
  steps: z.array(flowStepSchema).min(1),
});
export type Flow = z.infer<typeof flowSchema>;
export type FlowStep = z.infer<typeof flowStepSchema>;

export const featureSchema = z.strictObject({
  id,
  name: z.string(),
  versions: z.array(z.string()).min(1),
  /** Types of the EDPB's list, in our reading; none where no type fits. */
  types: z.array(id),
  why: z.string(),
  claim: z.string(),
  meta: z.string().optional(),
  regulator: z.string().optional(),
  improved: z.strictObject({ text: z.string(), claim: z.string().optional() }),
});
export type Feature = z.infer<typeof featureSchema>;

export const edpbTypeSchema = z.strictObject({
  id,
  category: z.string(),
  annex: z.string(),
  name: z.string(),
  means: z.string(),
  ours: z.enum(['kept', 'partly']),
  answer: z.string(),
  check: z.string(),
});
export type EdpbType = z.infer<typeof edpbTypeSchema>;

export const aiSettingSchema = z.strictObject({
  id,
  order: z.int(),
  who: z.string(),
  covers: z.enum(['public-posts', 'chats']),
  what: z.string(),
  /** `reported`: used, by a report that is not confirmed. */
  default: z.enum(['on', 'off', 'disputed', 'reported']),
  control: z.enum(['form', 'switch', 'none-found']),
  /** Steps after the settings are open, where a source gives them. */
  steps: z.int().positive().nullable(),
  /** Where the control stands, as the sources give it. */
  path: z.string().optional(),
  /** Does the control show its state? */
  state: z.enum(['yes', 'no', 'unknown']),
  /** When the sources describe it, in words. */
  as_of: z.string(),
  claim: z.string(),
  note: z.string(),
});
export type AiSetting = z.infer<typeof aiSettingSchema>;

const named = z.strictObject({ id, name: z.string(), example: z.string().optional() });
export const DIMENSIONS = ['kind', 'audience', 'account', 'age'] as const;
export const scopeSchema = z.strictObject({
  id,
  kinds: z.array(named).min(2),
  audiences: z.array(named).min(2),
  accounts: z.array(named).min(2),
  ages: z.array(named).min(2),
  rules: z
    .array(
      z.strictObject({
        id,
        when: z.strictObject({ kind: z.array(id).optional(), audience: z.array(id).optional(), account: z.array(id).optional(), age: z.array(id).optional() }),
        verdict: z.enum(['covered', 'left-out', 'disputed', 'unclear']),
        why: z.string(),
        claims: claims.min(1),
      }),
    )
    .min(1),
});
export type Scope = z.infer<typeof scopeSchema>;

export const passageSchema = z
  .strictObject({
    id,
    order: z.int(),
    message: z.enum(['2024', '2024-uk', '2025', 'ai-chats']),
    quote: z
      .string()
      .refine((q) => q.split(/\s+/).length <= 25, { error: 'is longer than 25 words' })
      .optional(),
    sense: z.string().optional(),
    cited: z.string(),
    find: z.array(z.string()).min(1),
    says: z.string(),
    leaves_out: z.string(),
    leaves_out_claims: claims.min(1),
    law: z.string(),
    law_claims: claims.min(1),
  })
  .refine((p) => (p.quote === undefined) !== (p.sense === undefined), { error: 'needs either a quote or its sense' });
export type Passage = z.infer<typeof passageSchema>;
