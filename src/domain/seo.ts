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

export interface DataFacts {
  name: string;
  description: string;
  url: string;
  version: string;
  modified: string;
  licence: string;
  files: readonly { url: string; type: string; bytes: number }[];
}

/** A catalogue of data sets, each with its files. */
export const catalogData = (name: string, description: string, url: string, sets: readonly DataFacts[], publisher: string, home: string): object => ({
  '@type': 'DataCatalog',
  '@id': url,
  name,
  description,
  url,
  publisher: { '@type': 'Organization', name: publisher, url: home },
  dataset: sets.map((d) => ({
    '@type': 'Dataset',
    '@id': d.url,
    name: d.name,
    description: d.description,
    url: d.url,
    version: d.version,
    dateModified: d.modified,
    license: d.licence,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: publisher, url: home },
    distribution: d.files.map((f) => ({ '@type': 'DataDownload', contentUrl: f.url, encodingFormat: f.type, contentSize: `${f.bytes} B` })),
  })),
});

/** A list of questions whose answers have pages of their own. The answers' words are there, so they are not here. */
export const questionList = (questions: readonly { name: string; url: string }[]): object => ({
  '@type': 'FAQPage',
  mainEntity: questions.map((q) => ({ '@type': 'Question', name: q.name, url: q.url, acceptedAnswer: { '@type': 'Answer', url: q.url } })),
});

export interface Review {
  /** What goes round, in the words of the page. */
  claim: string;
  /** The verdict, in the words of the page. */
  verdict: string;
  url: string;
}

/** A checked claim. No number is given: a scale from 1 to 5 would say more than the page does. */
export const reviewData = (r: Review, published: string, publisher: string, home: string): object => ({
  '@type': 'ClaimReview',
  url: r.url,
  claimReviewed: r.claim,
  datePublished: published,
  author: { '@type': 'Organization', name: publisher, url: home },
  itemReviewed: { '@type': 'Claim', name: r.claim },
  reviewRating: { '@type': 'Rating', alternateName: r.verdict },
});

export const graph = (...parts: object[]): object => ({ '@context': 'https://schema.org', '@graph': parts });
