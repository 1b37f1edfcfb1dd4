import { z } from 'astro/zod';
import { LINK_RESULTS } from './codes.ts';

/** True when `iso` (YYYY-MM-DD) names a day that exists in the calendar. */
export function isRealDay(iso: string): boolean {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  return m >= 1 && m <= 12 && d >= 1 && d <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] as number);
}

/** A year that a date of this site can have: a typing error such as 0206 or 2206 is none. */
const likelyYear = (iso: string): boolean => Number(iso.slice(0, 4)) >= 1950 && Number(iso.slice(0, 4)) <= 2099;
const YEAR = { error: 'is not a likely year' };

const asText = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(value);
  return value;
};

/** A calendar day, kept as `YYYY-MM-DD` text so that no time zone can move it. */
export const day = z.preprocess(
  asText,
  z
    .string({ error: 'needs a date such as 2026-11-24' })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'needs a date such as 2026-11-24' })
    .refine(isRealDay, { error: 'is not a day that exists in the calendar' })
    .refine(likelyYear, YEAR),
);

/** A year, a month or a day: `2024`, `2024-06` or `2024-06-26`. Says only as much as is known. */
export const partialDate = z.preprocess(
  asText,
  z
    .string({ error: 'needs a date such as 2024, 2024-06 or 2024-06-26' })
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, { error: 'needs a date such as 2024, 2024-06 or 2024-06-26' })
    .refine((v) => v.length < 10 || isRealDay(v), { error: 'is not a day that exists in the calendar' })
    .refine(likelyYear, YEAR),
);

/** Lower-case ASCII kebab. Ids become URLs and fragments: once published they stay. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and single hyphens' });

/** Root-relative address inside the site, with its trailing slash; a fragment is allowed. */
export const internalPath = z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, { error: 'must be an internal path such as /friend-photos/' });

/** How well something is known: see the facts rules on /about/. */
export const standing = z.enum(['confirmed', 'disputed', 'unverified']);
export type Standing = z.infer<typeof standing>;

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** A language by its code, with a region or script where it matters: `de`, `sr-ME`, `zh-Hant`. `english` and `en_GB` are none. */
export const languageCode = z
  .string()
  .refine((v) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(v) && LANGUAGE_NAMES.of(v.split('-')[0] as string) !== undefined, { error: 'must be a language code such as de or sr-ME' });

/** Written by `npm run check:links`. */
export const linkChecked = z.strictObject({ date: day, result: z.enum(LINK_RESULTS) });
