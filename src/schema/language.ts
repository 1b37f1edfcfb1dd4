import { z } from 'astro/zod';

/** What the site knows of a language, beside its texts. */
export const languageSchema = z.strictObject({
  /** The folder's name: BCP 47. */
  code: z.string().regex(/^[a-z]{2}$/),
  /** What its speakers call it. */
  name: z.string().min(2),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  /** `whole`: every page. `letters`: the first page, the guide, the letters, the deadline and the pages of its countries. */
  extent: z.enum(['whole', 'letters']).default('whole'),
  /** With `letters`: the countries whose pages it has beside that of the EU, by their ids in data/countries.yml and data/regimes.yml. */
  countries: z.array(z.string().regex(/^[a-z-]{2,}$/)).default([]),
  /** For previews: `de_DE`. */
  locale: z.string().regex(/^[a-z]{2}_[A-Z]{2}$/),
  /** Said to readers whose browser prefers this language. */
  notice: z.string().min(10),
  /** How the translation was made. */
  made: z.string().min(10),
});
export type Language = z.infer<typeof languageSchema>;
