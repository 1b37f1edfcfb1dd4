export interface TocItem {
  id: string;
  text: string;
}
export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** The page's second-level headings, in order. Deeper ones would make the list longer than the page. */
export const toc = (headings: readonly Heading[]): TocItem[] => headings.filter((h) => h.depth === 2 && h.slug !== 'footnote-label').map((h) => ({ id: h.slug, text: h.text }));
