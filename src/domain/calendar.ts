/** Calendar arithmetic on days written as `YYYY-MM-DD`. No clock, no time zone: a day is a day. */

const at = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** True when the text names a day that exists: "2026-02-30" does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = at(text);
  return !Number.isNaN(date.getTime()) && iso(date) === text;
}

export function addDays(day: string, n: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + n);
  return iso(date);
}

/** The day with the same number `n` months later; where that month has no such day, its last day. */
export function addMonths(day: string, n: number): { day: string; cut: boolean } {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y, m - 1 + n + 1, 0)).getUTCDate();
  return { day: iso(new Date(Date.UTC(y, m - 1 + n, Math.min(d, last)))), cut: d > last };
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: string): number => at(day).getUTCDay();
export const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => Math.round((at(b).getTime() - at(a).getTime()) / 86_400_000);

/** Whether a day is a working day, given a country's public holidays. */
export const isWorkingDay = (day: string, holidays: ReadonlyMap<string, string>): boolean => !isWeekend(day) && !holidays.has(day);

/** `day` itself when it is a working day, else the next one. */
export function nextWorkingDay(day: string, holidays: ReadonlyMap<string, string>): string {
  let d = day;
  while (!isWorkingDay(d, holidays)) d = addDays(d, 1);
  return d;
}

/** The `n`th working day after `day`. */
export function workingDaysAfter(day: string, n: number, holidays: ReadonlyMap<string, string>): string {
  let d = day;
  for (let i = 0; i < n; i++) d = nextWorkingDay(addDays(d, 1), holidays);
  return d;
}
