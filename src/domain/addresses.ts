/**
 * Addresses in other languages. Everything in code and content speaks of a page by its English address; the edition's
 * own address is made here, at the very end: `/friend-photos/try/` -> `/fotos-von-freunden/ausprobieren/`. Fragments
 * stay: headings have the same ids in every language, so that a link to one works across languages.
 */

import type { Language } from '../schema/language.ts';

/** The words of a language's addresses. */
export interface AddressWords {
  /** Of each part that no text file names: `letters` -> `briefe`. */
  segments: Readonly<Record<string, string>>;
  /** Of each page of prose and each letter, by folder and file name: `questions/is-it-too-late` -> `zu-spaet`. */
  slugs: Readonly<Record<string, string>>;
}

/** Where the texts of a folder stand on the site. */
const FOLDERS: Readonly<Record<string, string>> = { object: 'guides', questions: 'questions', letters: 'letters' };

/** What `hasPage` has to know of a language. */
type Extent = Pick<Language, 'extent' | 'countries'>;
/** Pages of a language that has the letters and what they need, and no more. Its countries come with them. */
const LETTERS = /^\/($|object\/([?#]|$)|letters\/|deadline\/|countries\/eu-eea\/)/;
/** Whether a language has a page at all, if only the English text with a notice. Files are in every language. */
export const hasPage = ({ extent, countries }: Extent, path: string): boolean =>
  extent === 'whole' || !/\/([?#]|$)/.test(path) || LETTERS.test(path) || countries.some((c) => path.startsWith(`/countries/${c}/`));
/** The files a page's text can stand in, as `guides/facebook`. */
function filesOf(path: string): string[] {
  const [first = '', second] = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  if (first === 'object') return [`guides/${second ?? 'object'}`];
  const folder = FOLDERS[first];
  if (folder) return second === undefined ? [] : [`${folder}/${second}`];
  return second === undefined ? [`articles/${first}`, `info/${first}`] : [];
}
/** Whether a page's text is written in a language, given its files and the English ones. Pages made from data always are. */
export function isWritten(texts: ReadonlySet<string>, english: ReadonlySet<string>, path: string): boolean {
  const files = filesOf(path).filter((f) => english.has(f));
  return files.length === 0 || files.some((f) => texts.has(f));
}

/** Parts that scripts, frames and short links know by name: the same in every language. */
const FIXED = /^\/(offline|book|embed|og|s)\//;
/** The address in the language. What has no word of its own keeps its English part. Files keep their addresses. */
export function localAddress(path: string, words: AddressWords): string {
  const [, head = '', tail = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
  if (!head.startsWith('/') || !head.endsWith('/') || FIXED.test(head)) return path;
  const parts = head.split('/').filter(Boolean);
  const local = parts.map((part, i) => {
    const folder = i === 0 ? undefined : FOLDERS[parts[0] ?? ''];
    if (i === 1 && folder) return words.slugs[`${folder}/${part}`] ?? part;
    if (i === 0) return words.slugs[`articles/${part}`] ?? words.slugs[`info/${part}`] ?? words.segments[part] ?? part;
    return words.segments[part] ?? part;
  });
  return `${['', ...local].join('/')}/${tail}`;
}

/** Where a page stands from the site's root, above the languages: English at the root, others below their code. */
export const addressIn = (code: string, path: string, words: AddressWords): string => (code === 'en' ? path : `/${code}${localAddress(path, words)}`);

/** The other way: English addresses by the language's own. Throws where two pages share one. */
export function englishAddresses(paths: readonly string[], words: AddressWords): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const own = localAddress(path, words);
    const before = found.get(own);
    if (before !== undefined && before !== path) throw new Error(`${before} and ${path} have one address: ${own}. Give one of them another slug`);
    found.set(own, path);
  }
  return found;
}
