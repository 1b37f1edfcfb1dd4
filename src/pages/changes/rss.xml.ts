import rss from '@astrojs/rss';
import { atMidnight } from '#src/domain/dates.ts';
import { changes } from '#src/model/entries.ts';
import { listPages } from '#src/model/pages.ts';
import { fullUrl } from '#src/model/site.ts';
import { SITE_NAME } from '#src/site.ts';

export const GET = () =>
  rss({
    title: `${SITE_NAME}: changes and corrections`,
    description: listPages.changes.description,
    site: fullUrl('/'),
    items: changes.map((c) => ({ title: c.title, description: c.text, link: fullUrl(`/changes/#${c.id}`), pubDate: atMidnight(c.date), categories: [c.kind] })),
    customData: '<language>en</language>',
  });
