import { fullUrl, sitemaps } from '#src/model/site.ts';

export const GET = () => new Response(`User-agent: *\nAllow: /\n${[fullUrl('/sitemap-index.xml'), ...sitemaps].map((s) => `Sitemap: ${s}\n`).join('')}`);
