/** Loads what the search asks, when it is needed: the index of titles and search words, and Pagefind's full texts. */
import { SearchIndex } from '../domain/search/find.ts';
import { STEMMERS } from '../domain/search/stemmers.ts';

/** The site's base path, from the link every page has. Begins and ends with a slash. */
export const base = (): string => new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/').pathname;

let index: Promise<SearchIndex> | undefined;

/** The index of the page's language. A failed load is tried again at the next call. */
export function openIndex(): Promise<SearchIndex> {
  index ??= SearchIndex.open(
    async (file) => {
      const answer = await fetch(`${base()}search-index/${file}`);
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      return answer.text();
    },
    document.documentElement.lang,
    async (name) => {
      const stemmer = STEMMERS[name];
      if (!stemmer) throw new Error(`no stemmer "${name}"`);
      return stemmer();
    },
  );
  index.catch(() => (index = undefined));
  return index;
}

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}
export interface FullTextHit {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: SubResult[];
}
interface Pagefind {
  options(o: object): Promise<void>;
  init(): Promise<void>;
  search(q: string, o?: object): Promise<{ results: { data(): Promise<FullTextHit> }[] }>;
}

let pagefind: Promise<Pagefind> | undefined;

/** The first `limit` pages of one kind, or of all, whose full text holds the words. */
export async function searchFullText(words: string, kind: string, limit: number): Promise<FullTextHit[]> {
  pagefind ??= (async () => {
    const url = `${base()}pagefind/pagefind.js`;
    const module = (await import(/* @vite-ignore */ url)) as Pagefind;
    await module.options({ baseUrl: base(), excerptLength: 24, highlightParam: undefined });
    await module.init();
    return module;
  })();
  pagefind.catch(() => (pagefind = undefined));
  const found = await (await pagefind).search(words, kind ? { filters: { kind } } : {});
  return Promise.all(found.results.slice(0, limit).map((r) => r.data()));
}
