/** What search needs to think about without a browser: query cleaning, links to hits, excerpts as pieces. */

/** The longest text that is looked at: a whole message that someone pastes. */
export const LONGEST = 10_000;
/** The longest search that can be shared as a link. */
export const SHARED_LENGTH = 200;

/** Collapses white space and cuts at 10,000 characters; what remains is looked for as typed. */
export const cleanQuery = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** A text to be named in a sentence: at most 60 characters, cut at a word. */
export const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`);

export interface Piece {
  text: string;
  hit: boolean;
}

/** Pagefind marks hits with `<mark>`; all else in an excerpt is text, whatever it looks like. */
export function pieces(excerpt: string): Piece[] {
  const decode = (s: string) => s.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((part) => {
      const hit = /^<mark>(.*)<\/mark>$/s.exec(part);
      return { text: decode(hit ? (hit[1] ?? '') : part), hit: Boolean(hit) };
    });
}

/** The distinct words Pagefind found, as they stand on the page; at most 8. */
export const hitWords = (excerpt: string): string[] =>
  [
    ...new Set(
      pieces(excerpt)
        .filter((p) => p.hit)
        .map((p) => p.text.replace(/[^\p{L}\p{N}’'-]/gu, '').toLowerCase()),
    ),
  ]
    .filter((w) => w.length > 1)
    .slice(0, 8);

/**
 * Pagefind answers an unknown word with words that share its first letter or two. A result counts only when a word
 * found shares its first three letters with a word asked for.
 */
export function plausible(query: string, excerpt: string): boolean {
  const found = pieces(excerpt)
    .filter((p) => p.hit)
    .map((p) => p.text);
  if (found.length === 0) return true;
  const start = (w: string) => w.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3);
  const asked = query
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(start);
  return found.flatMap((f) => f.split(/[^\p{L}\p{N}]+/u)).some((f) => asked.includes(start(f)));
}

const SEPARATOR = '&hl=';

/**
 * Adds words to highlight to a result's address, in the fragment: a fragment is never sent to a server.
 * `/a/#b` + ["x", "y"] -> `/a/#b&hl=x,y`
 */
export function withHighlight(url: string, words: readonly string[]): string {
  if (words.length === 0) return url;
  const [path, fragment = ''] = url.split('#');
  return `${path}#${fragment}${SEPARATOR}${words.map(encodeURIComponent).join(',')}`;
}

/** Takes a fragment apart again. No words: `words` is empty and nothing needs doing. */
export function readHighlight(hash: string): { fragment: string; words: string[] } {
  const at = hash.indexOf(SEPARATOR);
  if (at < 0) return { fragment: hash.replace(/^#/, ''), words: [] };
  const words = hash
    .slice(at + SEPARATOR.length)
    .split(',')
    .map((w) => {
      try {
        return decodeURIComponent(w);
      } catch {
        return '';
      }
    });
  return { fragment: hash.slice(0, at).replace(/^#/, ''), words: words.filter((w) => w.length > 1 && w.length <= 60).slice(0, 8) };
}
