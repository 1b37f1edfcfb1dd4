import { readHighlight } from '../domain/search-text.ts';

/**
 * Marks the words a reader searched for on the page they land on, and cleans the address. Uses the CSS highlight
 * API, so the page's markup stays as it is; without that API the reader still lands at the heading.
 */
export function showHits(): void {
  const { fragment, words } = readHighlight(location.hash);
  if (words.length === 0) return;
  // In full: a path that begins with two slashes would read as another site's address.
  history.replaceState(null, '', location.href.replace(/#.*$/, '') + (fragment ? `#${fragment}` : ''));
  if (fragment) document.getElementById(fragment)?.scrollIntoView({ behavior: 'instant' });
  const article = document.querySelector('article');
  if (!article || !('highlights' in CSS)) return;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const m of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, m.index);
      range.setEnd(node, m.index + m[0].length);
      ranges.push(range);
    }
  CSS.highlights.set('hit', new Highlight(...ranges));
}
