import { atMidnight } from '#src/domain/dates.ts';
import { changes } from '#src/model/entries.ts';
import { listPages } from '#src/model/pages.ts';
import { fullUrl } from '#src/model/site.ts';
import { SITE_NAME } from '#src/site.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const GET = () =>
  new Response(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: `${SITE_NAME}: changes and corrections`,
      description: listPages.changes.description,
      home_page_url: fullUrl('/changes/'),
      feed_url: fullUrl('/changes/feed.json'),
      language: 'en',
      items: changes.map((c) => ({
        id: fullUrl(`/changes/#${c.id}`),
        url: fullUrl(`/changes/#${c.id}`),
        title: c.title,
        content_text: c.text,
        date_published: atMidnight(c.date).toISOString(),
        tags: [c.kind],
      })),
    }),
    { headers: { 'Content-Type': 'application/feed+json' } },
  );
