import { fullUrl } from '#src/model/site.ts';

export const GET = () => new Response(`User-agent: *\nAllow: /\nSitemap: ${fullUrl('/sitemap-index.xml')}\n`);
