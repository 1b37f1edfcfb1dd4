/** The site's dates as a calendar: what happened on a known day, what is to come, and when routes are checked again. */
import { t } from '../domain/t.ts';
import type { CalendarEvent } from '../domain/calendar-file.ts';
import { isDay } from '../domain/calendar.ts';
import { eventPath } from '../domain/routes.ts';
import { claimById, routes, timeline } from './entries.ts';
import { fullUrl } from './site.ts';

const newest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

const happened: CalendarEvent[] = timeline
  .filter((e) => isDay(e.date))
  .map((e) => ({
    uid: `timeline-${e.id}@right-to-object`,
    day: e.date,
    title: e.title,
    text: `${e.text}\n${fullUrl(eventPath(e.id))}`,
    url: fullUrl(eventPath(e.id)),
    stamp: newest(e.claims.map((id) => claimById(id).claim.seen)),
  }));

/** One entry for all routes that are due on a day, or the day would be full of them. */
const due: CalendarEvent[] = [...Map.groupBy(routes, (r) => r.next_check)].map(([day, list]) => ({
  uid: `routes-due-${day}@right-to-object`,
  day,
  title: t('Official routes are due for a check: {count}', { count: list.length }),
  text: `${t('We check again who names them: {routes}.', { routes: list.map((r) => r.title).join('; ') })}\n${fullUrl('/routes/')}`,
  url: fullUrl('/routes/'),
  stamp: newest(list.map((r) => r.seen)),
}));

export const dates: CalendarEvent[] = [...happened, ...due].sort((a, b) => a.day.localeCompare(b.day) || a.uid.localeCompare(b.uid));
/** The newest day the entries rest on. */
export const datesStamp = newest(dates.map((d) => d.stamp ?? ''));
