import { t } from '#src/domain/t.ts';
import { calendarFile } from '#src/domain/calendar-file.ts';
import { atMidnight } from '#src/domain/dates.ts';
import { dates, datesStamp } from '#src/model/calendar.ts';
import { fullUrl } from '#src/model/site.ts';
import { SITE_NAME } from '#src/site.ts';

export const GET = () =>
  new Response(
    calendarFile(dates, atMidnight(datesStamp), {
      name: t('{site}: dates', { site: SITE_NAME }),
      description: t('Meta, AI training and the law: what happened on a known day, and when our routes are checked again.'),
      source: fullUrl('/calendar.ics'),
    }),
    { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } },
  );
