/** Dates as a reader sees them. All dates are text in ISO form, whole or partial; no time zone is involved. */

import { weekday } from './calendar.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2024-06-26` -> "26 June 2024", `2024-06` -> "June 2024", `2024` -> "2024". */
export function longDate(iso: string): string {
  const [y, m, d] = iso.split('-');
  const month = m ? MONTHS[Number(m) - 1] : undefined;
  return [d ? String(Number(d)) : undefined, month, y].filter(Boolean).join(' ');
}

/** As `longDate` with the month cut to three letters, for stamps and notes. */
export function shortDate(iso: string): string {
  const [y, m, d] = iso.split('-');
  const month = m ? MONTHS[Number(m) - 1]?.slice(0, 3) : undefined;
  return [d ? String(Number(d)) : undefined, month, y].filter(Boolean).join(' ');
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** `2024-06-26` -> "Wednesday, 26 June 2024". */
export const fullDate = (day: string): string => `${DAYS[weekday(day)] ?? ''}, ${longDate(day)}`;

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
