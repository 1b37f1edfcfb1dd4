/** JSON-LD and the other texts machines read. */

/** JSON for a `<script>`: `<` is escaped so that no text can close the element. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export interface Crumb {
  name: string;
  /** Full address; the last crumb is the page itself. */
  url: string;
}

export const breadcrumbList = (crumbs: readonly Crumb[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map((c, i) => ({ '@type': 'ListItem', position: i + 1, name: c.name, item: c.url })),
});

export interface ArticleFacts {
  type: 'Article' | 'HowTo' | 'WebPage' | 'CollectionPage';
  title: string;
  description: string;
  url: string;
  image: string;
  published?: string;
  updated?: string;
  language: string;
  publisher: string;
  home: string;
  citations?: readonly string[];
}

export const articleData = (a: ArticleFacts): object => ({
  '@type': a.type,
  [a.type === 'HowTo' ? 'name' : 'headline']: a.title,
  description: a.description,
  url: a.url,
  image: a.image,
  inLanguage: a.language,
  ...(a.published && { datePublished: a.published }),
  ...(a.updated && { dateModified: a.updated }),
  publisher: { '@type': 'Organization', name: a.publisher, url: a.home },
  author: { '@type': 'Organization', name: a.publisher, url: a.home },
  ...(a.citations?.length && { citation: a.citations }),
});

export const graph = (...parts: object[]): object => ({ '@context': 'https://schema.org', '@graph': parts });
