import { LANGUAGE } from '#src/domain/t.ts';
import { href } from '#src/model/site.ts';
import { listPages } from '#src/model/pages.ts';
import { SITE_NAME } from '#src/site.ts';

export const GET = () =>
  new Response(
    JSON.stringify({
      name: SITE_NAME,
      short_name: SITE_NAME,
      description: listPages.home.description,
      lang: LANGUAGE,
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#faf6ec',
      theme_color: '#faf6ec',
      icons: [
        { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png' },
        { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
