import { z } from 'astro/zod';
import { day, id, internalPath } from './common.ts';

/** A sentence that rests on a claim. Short: it is read from a step away. */
const fact = z.strictObject({
  text: z.string().max(170),
  claim: z.string(),
  /** Stands on the poster too, not only on the leaflet. */
  poster: z.boolean().optional(),
});
/** One thing to do, said twice: in a few words for the poster, in a sentence or two for the leaflet. */
const step = z.strictObject({ title: z.string().max(60), text: z.string().max(220), claim: z.string().optional() });
const part = <T extends z.ZodType>(item: T) => z.strictObject({ title: z.string().max(40), items: z.array(item).min(2).max(6) });

/** What the poster and the leaflet say: one text for both, so that they cannot differ. */
export const handoutSchema = z.strictObject({
  id,
  /** The first line of the headline, and its second, which is marked. */
  headline: z.tuple([z.string().max(60), z.string().max(30)]),
  lead: z.string().max(220),
  lead_claims: z.array(z.string()).min(1).max(3),
  facts: part(fact),
  steps: part(step),
  limits: part(fact),
  after: part(fact),
  stands: part(fact),
  /** Beside the code: why to scan it. */
  scan: z.string().max(140),
  /** Where the code leads. */
  target: internalPath,
  /** For whom the text holds, and what others do. */
  where: z.string().max(200),
  /** Who we are not. */
  who: z.string().max(200),
  /** For the place that hands it out: what to write on the empty lines. */
  help: z.string().max(100),
  checked: day,
  next_check: day,
});
export type Handout = z.infer<typeof handoutSchema>;
