/**
 * Builds the index of titles, questions, search words, headings and answers that search asks first. Pure: pages in,
 * files out. It is cut into parts so that one search loads only what it needs, however many pages there are:
 *
 * - `<lang>.json`: the language's words, counts, and how the rest is cut;
 * - `parts/<hash>/words.txt`: every word of the index with its frequency, for misspellings;
 * - `parts/<hash>/c<letter>.txt`: words everybody spells right and no page has, so that they are not taken for
 *   misspellings, by the code of their first letter;
 * - `parts/<hash>/t<n>.json`: for each word of a share of the words, the pages it stands on;
 * - `parts/<hash>/d<n>.json`: what is shown of a few pages, and what they are compared by.
 */
import { fold, Lexicon, type Unit, type LanguageWords, type Stem } from './words.ts';

export interface SearchPage {
  /** Address without the base path, with a fragment for a part of a page. */
  path: string;
  kind: string;
  title: string;
  description: string;
  aliases: string[];
  headings: { id: string; text: string }[];
  /** The answer on top of the page. */
  answer: string;
  /** Quoted passages, which people paste. */
  quotes: string;
  body: string;
}

/** `[kind, path, title, description, aliases, [id, heading]…]` */
export type PageRecord = [kind: number, path: string, title: string, description: string, aliases: string[], headings: [string, string][]];

export interface SearchMeta {
  version: 1;
  lang: string;
  /** Folder of the other files: `parts/` and a hash, so that hosts may let browsers keep them for ever. */
  folder: string;
  words: LanguageWords;
  /** Pages, in the order of their kinds: `[kind, first, after the last]`. */
  kinds: [string, number, number][];
  pages: number;
  /** Pages in one `d` file. */
  block: number;
  /** Number of `t` files; a power of 2. */
  shards: number;
  /** The first letters of the common words, as codes: those that have a `c` file. */
  letters: number[];
  /** For each synonym group, the pages whose title, headings, search words or answer hold one of its words. */
  conceptPages: number[];
}

/** A `t` file: for each word its postings as differences, `[page, weight, page, weight…]`. */
export type Shard = Record<string, number[]>;

export const conceptTerm = (concept: number): string => `~${concept}`;

/** FNV-1a over UTF-16 units, 32 bits. */
function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Which `t` file a word is in. */
export const shardOf = (term: string, shards: number): number => fnv(term) & (shards - 1);

/** The code of a word's first letter, folded: which `c` file it is in. */
export const letterOf = (word: string): number => fold(word).codePointAt(0) ?? 0;

/**
 * What a title or a search word comes to, whatever its order, endings, small words and choice among synonyms: a question
 * that comes to the same is found by it at once, however common its words are.
 */
export function gist(units: readonly Unit[]): string {
  const full = units.filter((u) => u.weight === 'full' || u.weight === 'telling');
  const parts = (full.length > 0 ? full : units).map((u) => (u.concept >= 0 ? conceptTerm(u.concept) : u.terms.join(' ')));
  return `=${fnv([...new Set(parts)].sort().join(' ')).toString(36)}`;
}

/** Small, since the candidates of a search stand far apart: on a large site each loads a file of its own. */
const BLOCK = 2;
/** A word on more pages than this keeps its best ones: such a word decides nothing. */
const MOST_PAGES = 400;
const SHARD_BYTES = 1750;
/** A word of the full texts alone helps against misspellings from this many pages on. */
const BODY_PAGES = 3;
const BOOST = { title: 6, alias: 3, heading: 2, description: 3, answer: 2, quote: 2, body: 0.3 };
/** The weight at which a word counts half, on a page of usual length. */
const HALF = 4;
/** How far the length of a page counts, 0 to 1; how much one word adds to it; how long a page can count. */
const LENGTH = 0.3;
const MOST_OF_LENGTH = 12;
const MOST_TIMES = 4;
/** The order of kinds is the order in which equal results are shown. */
const KIND_ORDER = ['Question', 'Guide', 'Article', 'Tool', 'Letter', 'Country', 'Reference', 'About', 'Claim'];

const kindRank = (kind: string): number => (KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length);

export interface BuiltIndex {
  /** File name inside the index's folder -> text. */
  files: Map<string, string>;
  /** Synonym groups none of whose words stands on any page. */
  idleSynonyms: number[];
}

/** `hash` makes the folder's name from all its texts, so that a changed index has a new address. */
export function buildIndex(pages: readonly SearchPage[], lang: string, language: LanguageWords, common: readonly string[], stem: Stem, hash: (text: string) => string): BuiltIndex {
  const lexicon = new Lexicon(language, stem);
  const sorted = [...pages].sort((a, b) => kindRank(a.kind) - kindRank(b.kind) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.path < b.path ? -1 : 1));
  const kinds: [string, number, number][] = [];
  for (const [i, p] of sorted.entries()) {
    const last = kinds.at(-1);
    if (last?.[0] === p.kind) last[2] = i + 1;
    else kinds.push([p.kind, i, i + 1]);
  }

  const perPage = sorted.map(() => new Map<string, number>());
  const surfaces = new Map<string, Set<number>>();
  const bodySurfaces = new Map<string, Set<number>>();
  const used = new Set<number>();
  /** Full texts left out: they touch on everything. */
  const conceptPages = language.synonyms.map(() => new Set<number>());
  const add = (i: number, text: string, boost: number, seen: Map<string, Set<number>>) => {
    const weights = perPage[i];
    if (!weights) return;
    const here = new Map<string, number>();
    for (const unit of lexicon.units(text)) {
      const terms = unit.weight === 'minor' ? [] : [...unit.terms];
      if (unit.concept >= 0) {
        terms.push(conceptTerm(unit.concept));
        if (seen === surfaces) conceptPages[unit.concept]?.add(i);
        used.add(unit.concept);
      }
      for (const t of terms) here.set(t, (here.get(t) ?? 0) + 1);
      for (const w of unit.surface.split(' ')) {
        const pagesOf = seen.get(w);
        if (pagesOf) pagesOf.add(i);
        else seen.set(w, new Set([i]));
      }
    }
    for (const [t, n] of here) weights.set(t, (weights.get(t) ?? 0) + boost * Math.min(2, 1 + (n - 1) * 0.3));
  };

  for (const [i, p] of sorted.entries()) {
    add(i, p.title, BOOST.title, surfaces);
    for (const phrase of [p.title, ...p.aliases, ...p.headings.map((h) => h.text)]) perPage[i]?.set(gist(lexicon.units(phrase)), BOOST.title);
    // Each alias alone: a phrase must not arise between two of them.
    for (const a of p.aliases) add(i, a, BOOST.alias, surfaces);
    for (const h of p.headings) add(i, h.text, BOOST.heading, surfaces);
    add(i, p.description, BOOST.description, surfaces);
    add(i, p.answer, BOOST.answer, surfaces);
    add(i, p.quotes, BOOST.quote, surfaces);
    add(i, p.body, BOOST.body, bodySurfaces);
  }
  for (const [w, pagesOf] of bodySurfaces) if (!surfaces.has(w) && pagesOf.size >= BODY_PAGES) surfaces.set(w, pagesOf);

  const lengths = perPage.map((weights) => [...weights].reduce((sum, [t, w]) => (t.startsWith('=') ? sum : sum + Math.min(w, MOST_OF_LENGTH)), 0));
  const usual = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const postings = new Map<string, [number, number][]>();
  for (const [i, weights] of perPage.entries()) {
    // On a page that touches on much, a word says less.
    const half = HALF * (1 - LENGTH + LENGTH * Math.min(MOST_TIMES, (lengths[i] ?? usual) / (usual || 1)));
    for (const [t, w] of weights) {
      const list = postings.get(t);
      const entry: [number, number] = [i, Math.max(1, Math.round((9 * w) / (w + half)))];
      if (list) list.push(entry);
      else postings.set(t, [entry]);
    }
  }

  let bytes = 0;
  const packed = new Map<string, number[]>();
  for (const [t, list] of postings) {
    const kept =
      list.length <= MOST_PAGES
        ? list
        : [...list]
            .sort((a, b) => b[1] - a[1] || a[0] - b[0])
            .slice(0, MOST_PAGES)
            .sort((a, b) => a[0] - b[0]);
    let last = 0;
    packed.set(
      t,
      kept.flatMap(([page, weight]) => {
        const step = page - last;
        last = page;
        return [step, weight];
      }),
    );
    bytes += t.length + 6 + kept.length * 4.5;
  }
  const shards = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / SHARD_BYTES)));
  const parts = Array.from({ length: shards }, (): [string, number[]][] => []);
  for (const entry of packed) parts[shardOf(entry[0], shards)]?.push(entry);

  const files = new Map<string, string>();
  for (const [n, part] of parts.entries()) files.set(`t${n}.json`, JSON.stringify(Object.fromEntries(part.sort((a, b) => (a[0] < b[0] ? -1 : 1)))));
  const record = (p: SearchPage): PageRecord => [kinds.findIndex((k) => k[0] === p.kind), p.path, p.title, p.description, p.aliases, p.headings.map((h) => [h.id, h.text])];
  for (let n = 0; n * BLOCK < sorted.length; n += 1) files.set(`d${n}.json`, JSON.stringify(sorted.slice(n * BLOCK, (n + 1) * BLOCK).map(record)));
  // "writing" is as frequent as "write": a rare form of a common word tells no page apart.
  const termPages = new Map<string, Set<number>>();
  for (const [w, pagesOf] of surfaces) {
    const own = termPages.get(lexicon.term(w)) ?? new Set();
    for (const p of pagesOf) own.add(p);
    termPages.set(lexicon.term(w), own);
  }
  files.set('words.txt', wordList(new Map([...surfaces.keys()].map((w) => [w, termPages.get(lexicon.term(w))?.size ?? 1]))));
  const spelled = common.filter((w) => w.length > 3 && !surfaces.has(w) && !postings.has(lexicon.term(w)));
  const byLetter = [...Map.groupBy(spelled, letterOf)].sort((a, b) => a[0] - b[0]);
  for (const [letter, list] of byLetter) files.set(`c${letter}.txt`, wordList(new Map(list.map((w) => [w, 1]))));

  const folder = `parts/${hash([...files].flat().join('\n'))}`;
  const meta: SearchMeta = {
    version: 1,
    lang,
    folder,
    words: language,
    kinds,
    pages: sorted.length,
    block: BLOCK,
    shards,
    letters: byLetter.map(([letter]) => letter),
    conceptPages: conceptPages.map((s) => s.size),
  };
  const out = new Map([...files].map(([name, text]): [string, string] => [`${folder}/${name}`, text]));
  out.set(`${lang}.json`, JSON.stringify(meta));
  return { files: out, idleSynonyms: language.synonyms.flatMap((_, c) => (used.has(c) ? [] : [c])) };
}

/** Sorted words, one a line: letters shared with the word before as a digit, the rest, and log2 of the pages it stands on in any form. */
function wordList(surfaces: ReadonlyMap<string, number>): string {
  let last = '';
  return [...surfaces]
    .filter(([w]) => /^\p{L}+$/u.test(w) && w.length > 1)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([w, pages]) => {
      let shared = 0;
      while (shared < 9 && shared < last.length && last[shared] === w[shared]) shared += 1;
      last = w;
      return `${shared}${w.slice(shared)}${Math.min(9, Math.floor(Math.log2(pages)))}`;
    })
    .join('\n');
}

/** Reads `words.txt` back. */
export function readWordList(text: string): { word: string; folded: string; pages: number }[] {
  let last = '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      last = last.slice(0, Number(line[0])) + line.slice(1, -1);
      return { word: last, folded: fold(last), pages: 2 ** Number(line.at(-1)) };
    });
}
