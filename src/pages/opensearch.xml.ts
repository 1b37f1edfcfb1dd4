import { LANGUAGE, t } from '#src/domain/t.ts';
import { openSearch } from '#src/domain/opensearch.ts';
import { fullUrl } from '#src/model/site.ts';
import { SITE_NAME } from '#src/site.ts';

export const GET = () =>
  new Response(
    openSearch({
      name: SITE_NAME,
      description: t('Search articles, guides, questions and claims about Meta’s AI training and the right to object.'),
      search: fullUrl('/search/'),
      self: fullUrl('/opensearch.xml'),
      icon: fullUrl('/favicon.svg'),
      language: LANGUAGE,
    }),
    { headers: { 'Content-Type': 'application/opensearchdescription+xml' } },
  );
