/** Dates as a reader sees them. All dates are text in ISO form, whole or partial; no time zone is involved. */

import { LANGUAGE, LOCALE } from './t.ts';

type Parts = Intl.DateTimeFormatOptions;
const formats = new Map<string, Intl.DateTimeFormat>();
/** A day, month or year in the language's own form. Other text comes back as it is. */
function written(iso: string, month: 'long' | 'short', more: Parts = {}): string {
  const [, y, m, d] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso) ?? [];
  if (!y) return iso;
  const parts: Parts = { timeZone: 'UTC', year: 'numeric', ...(m && { month }), ...(d && { day: 'numeric', ...more }) };
  const key = JSON.stringify(parts);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, parts);
  formats.set(key, format);
  return format.format(Date.UTC(Number(y), Number(m ?? 1) - 1, Number(d ?? 1)));
}

/** `2024-06-26` -> "26 June 2024", `2024-06` -> "June 2024", `2024` -> "2024". */
export const longDate = (iso: string): string => written(iso, 'long');

/** As `longDate` with a short month, for stamps and notes. */
export const shortDate = (iso: string): string => (LANGUAGE === 'en' ? written(iso, 'long').replace(/(?<= |^)(\p{L}{3})\p{L}+/u, '$1') : written(iso, 'short'));

/** `2024-06-26` -> "Wednesday, 26 June 2024". */
export const fullDate = (day: string): string => (LANGUAGE === 'en' ? `${written(day, 'long', { weekday: 'long' }).replace(/^(\p{L}+),? /u, '$1, ')}` : written(day, 'long', { weekday: 'long' }));

const weekdays = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
/** `2024-06-26` -> "Wed". */
export const shortWeekday = (day: string): string => weekdays.format(atMidnight(day));

/** Whether a check is due, given today as `YYYY-MM-DD`. */
export function freshness(nextCheck: string, today: string): 'ok' | 'overdue' {
  return today > nextCheck ? 'overdue' : 'ok';
}

/**
 * The day a build counts as, `YYYY-MM-DD` in UTC: of SOURCE_DATE_EPOCH (seconds), else of the clock. It decides which
 * pages say that a check is due. Two builds of one text and one day are the same, byte for byte. Throws on other text.
 */
export function buildDay(epoch: string | undefined, now: number): string {
  if (epoch && !/^\d{1,11}$/.test(epoch)) throw new Error(`SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}"`);
  return new Date(epoch ? Number(epoch) * 1000 : now).toISOString().slice(0, 10);
}

/** RSS and sitemaps want a moment: midnight UTC of the day. */
export const atMidnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
