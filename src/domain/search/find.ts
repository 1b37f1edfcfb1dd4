/** Answers a question from the index that build.ts makes, reading only the files it needs. */
import { conceptTerm, gist, letterOf, readWordList, shardOf, type PageRecord, type SearchMeta, type Shard } from './build.ts';
import { alike, compare, type Weighed } from './compare.ts';
import { suggest, type Known } from './spelling.ts';
import { fold, Lexicon, WORD, words, type Stem, type Unit } from './words.ts';

/** Reads one file of the index's folder as text. Rejects when it cannot. */
export type Read = (file: string) => Promise<string>;

export interface Hit {
  path: string;
  kind: string;
  title: string;
  description: string;
  /** Headings that fit the question, best first. */
  headings: { id: string; text: string }[];
  /** Words of the page that fit the question, as they are written there. */
  words: string[];
  /** 0 to about 1. */
  score: number;
}

export interface Answer {
  /** Best first; claims after all pages. */
  hits: Hit[];
  /** Whether there are more pages than `hits` holds. */
  more: boolean;
  /** The question with its misspellings corrected, when there are any. */
  corrected?: string;
  /** The words that stand nowhere on the site as written. */
  unknown: string[];
  /** The words that matter most, corrected, for a search of the full texts. */
  fullText: string;
  /** Whether a title, a question or a heading says what was asked. */
  sure: boolean;
  /** For a pasted text: the words it was searched by. */
  significant?: string[];
  /** Kinds of the pages found. */
  kinds: string[];
}

/** A unit of the question with what it is looked up by. */
interface Asked extends Weighed {
  alternatives: { term: string; weight: number }[];
}

/** The question's words as the search understands them. */
interface Reading {
  words: string[];
  /** Typed words that stand nowhere on the site. */
  unknown: string[];
  /** A word of `words` that is a guess -> what else may be meant. */
  guessed: ReadonlyMap<string, string[]>;
  /** A typed word -> the word that was probably meant. */
  corrections: ReadonlyMap<string, string>;
}

/** From this many words on, a question is a pasted text: it is searched by what it says, not as a question. */
const PASTED = 28;
/** How many words of a pasted text are looked up. */
const LOOKED_UP = 22;
const CANDIDATES = 20;
const OF_EACH_WORD = 4;
const SAME_GIST = 12;
const MOST_CANDIDATES = 26;
const CLAIM_CANDIDATES = 4;
const KIND_WEIGHT: Record<string, number> = { Question: 1, Guide: 1, Article: 1, Tool: 0.97, Letter: 0.95, Country: 0.95, Reference: 0.88, About: 0.88, Claim: 0.8 };
/** Each word loads a part of the full-text index of about 25 kB. */
const FULL_TEXT_WORDS = 3;
/** From this score on, a page says what was asked. */
const SURE = 0.6;
const SAID_AGAIN = 0.4;
/** Farther than two swapped letters, nearer than a wrong one. */
const SWAPPED = 0.7;
/** Rarer words count no more than this: what is told around a question is often rare. */
const COMMON_ENOUGH = 0.8;
/** The words that tell pages apart least count the same wherever they stand. */
const VALUE = { telling: 0.3, asking: 0.35, minor: 0.18 };
/** A word that stands nowhere in titles, search words and answers. */
const NOWHERE = 0.35;

export class SearchIndex {
  readonly meta: SearchMeta;
  readonly #lexicon: Lexicon;
  readonly #read: Read;
  readonly #vocabulary: Known[];
  readonly #known: Map<string, Known>;
  readonly #shards = new Map<number, Promise<Shard>>();
  readonly #common = new Map<number, Promise<ReadonlySet<string>>>();
  readonly #blocks = new Map<number, Promise<PageRecord[]>>();

  private constructor(meta: SearchMeta, list: Known[], stem: Stem, read: Read) {
    this.meta = meta;
    this.#lexicon = new Lexicon(meta.words, stem);
    this.#read = read;
    this.#vocabulary = list;
    this.#known = new Map(list.map((k) => [k.folded, k]));
  }

  /** The index of a language; `stemmer` gives the stemmer of that name. */
  static async open(read: Read, lang: string, stemmer: (name: string) => Promise<Stem>): Promise<SearchIndex> {
    const meta = JSON.parse(await read(`${lang}.json`)) as SearchMeta;
    const [list, stem] = await Promise.all([read(`${meta.folder}/words.txt`), stemmer(meta.words.stemmer)]);
    return new SearchIndex(meta, readWordList(list), stem, read);
  }

  async find(question: string, kind = '', limit = 8): Promise<Answer> {
    const typed = words(question);
    const pasted = typed.length >= PASTED;
    const reading: Reading = pasted ? { words: typed, unknown: [], guessed: new Map(), corrections: new Map() } : await this.#readWords(typed, /[\p{L}\p{N}]$/u.test(question));
    const all = this.#lexicon.unitsOf(reading.words).map((u) => this.#ask(u, reading.guessed));
    const asked = pasted ? once(all) : all;
    const content = pasted ? asked.slice(0, LOOKED_UP) : asked.filter((a) => a.weight === 'full' || a.weight === 'telling');
    // A question of small words only ("who are you") is taken at its word.
    const looked = content.length > 0 ? content : asked;
    const whole = gist(asked);
    await this.#load([whole, ...looked.flatMap((a) => a.alternatives.map((x) => x.term))]);

    const scores = new Map<number, number>();
    const best: [number, number][][] = [];
    const total = looked.reduce((n, a) => n + a.value, 0) || 1;
    for (const a of looked) {
      const own = new Map<number, number>();
      for (const { term, weight } of a.alternatives) for (const [page, w] of await this.#postings(term)) own.set(page, Math.max(own.get(page) ?? 0, (weight * w) / 9));
      for (const [page, w] of own) scores.set(page, (scores.get(page) ?? 0) + (w * a.value) / total);
      best.push([...own]);
    }
    const range = this.meta.kinds.filter(([k]) => !kind || k === kind);
    const inRange = [...scores].filter(([page]) => range.some(([, from, to]) => page >= from && page < to)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const claimFrom = this.meta.kinds.find(([k]) => k === 'Claim')?.[1] ?? Infinity;
    // Each word's own best pages are judged too: the rarest word may be the only one that matters.
    const wanted = new Set(
      inRange
        .filter(([p]) => p < claimFrom)
        .slice(0, CANDIDATES)
        .map(([p]) => p),
    );
    for (const own of pasted ? [] : best)
      own
        .filter(([p]) => p < claimFrom)
        .sort((a, b) => b[1] - a[1] || (scores.get(b[0]) ?? 0) - (scores.get(a[0]) ?? 0) || a[0] - b[0])
        .slice(0, OF_EACH_WORD)
        .forEach(([p]) => wanted.add(p));
    const same = pasted ? [] : await this.#postings(whole);
    for (const [page] of same.slice(0, SAME_GIST)) if (page < claimFrom) wanted.add(page);
    const candidates = [...inRange.filter(([p]) => wanted.has(p)).slice(0, MOST_CANDIDATES), ...inRange.filter(([p]) => p >= claimFrom).slice(0, kind ? CANDIDATES : CLAIM_CANDIDATES)];
    const ranked = (await Promise.all(candidates.map(([page, score]) => this.#judge(page, score, asked, pasted)))).sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
    const pages = ranked.filter((h) => kind || h.kind !== 'Claim');
    const top = pages[0]?.score ?? 0;
    // The tail of a list that begins well is noise.
    const worth = pages.filter((h) => h.score >= Math.min(SURE, top) * 0.35);
    const claims = kind ? [] : ranked.filter((h) => h.kind === 'Claim');
    const claimsShown = claims.slice(0, Math.max(3, limit - worth.length));
    const hits = [...worth.slice(0, limit - Math.min(3, claimsShown.length)), ...claimsShown].slice(0, limit);
    const corrected = replaceWords(question, reading.corrections);
    return {
      hits,
      more: worth.length + claims.length > hits.length,
      ...(corrected === question ? {} : { corrected }),
      unknown: reading.unknown,
      ...(pasted ? { significant: looked.slice(0, 8).map((a) => a.surface) } : {}),
      fullText: looked
        .filter((a) => !reading.unknown.includes(a.surface))
        .sort((a, b) => b.value - a.value)
        .slice(0, FULL_TEXT_WORDS)
        .map((a) => a.surface)
        .join(' '),
      sure: top >= SURE && hits.length >= 3,
      kinds: this.meta.kinds.filter(([, from, to]) => [...scores.keys()].some((p) => p >= from && p < to)).map(([k]) => k),
    };
  }

  /**
   * Reads the question's words: what is known stays; what is not is read as another spelling of the same (ä as ae,
   * words joined or apart), as a word not yet typed to its end, or as a misspelling.
   */
  async #readWords(typed: string[], open: boolean): Promise<Reading> {
    const out: string[] = [];
    const unknown: string[] = [];
    const guessed = new Map<string, string[]>();
    const corrections = new Map<string, string>();
    for (let i = 0; i < typed.length; i += 1) {
      const w = typed[i] ?? '';
      const next = typed[i + 1];
      // "whats app", "face book": two words that are one, unless both are well known.
      if (next !== undefined) {
        const joined = this.#known.get(fold(w + next));
        const apart = Math.min(this.#known.get(fold(w))?.pages ?? 0, this.#known.get(fold(next))?.pages ?? 0);
        if (joined && joined.folded.length > 4 && (joined.pages > apart || this.#lexicon.names.has(joined.folded)) && !(this.#isSmall(w) && this.#isSmall(next))) {
          out.push(joined.word);
          i += 1;
          continue;
        }
      }
      const name = next !== undefined && !(this.#isWord(w) && this.#isWord(next)) ? this.#nameApart(fold(w + next)) : undefined;
      if (name !== undefined && next !== undefined) {
        out.push(name);
        unknown.push(`${w} ${next}`);
        corrections.set(w, name).set(next, '');
        i += 1;
        continue;
      }
      const folded = fold(w);
      const ends = i === typed.length - 1 && open && folded.length >= 3 && !this.#isWord(w) ? this.#endings(folded) : [];
      // A beginning of known words costs no look into the index: readers type on.
      if (ends.length === 0 && (await this.#isKnown(w))) {
        out.push(w);
        continue;
      }
      const other = ends.length === 0 ? this.#otherSpelling(w) : undefined;
      if (other) {
        out.push(...other);
        continue;
      }
      const right = ends.length === 0 && (await this.#isCommon(folded));
      const meant = ends.length === 0 && folded.length >= 3 && !/\p{N}/u.test(folded) ? this.#meant(folded, right) : [];
      const [best, ...rest] = ends.length > 0 ? ends : meant;
      if (ends.length === 0) unknown.push(w);
      out.push(best ?? w);
      if (best === undefined) continue;
      guessed.set(best, rest);
      if (ends.length === 0) corrections.set(w, best);
    }
    return { words: out, unknown, guessed, corrections };
  }

  #isSmall = (w: string): boolean => /minor|asking/.test(this.#lexicon.weightOf(w));

  /** Known without a look into the index: a word of titles and answers, a small word, a word of the synonyms. */
  #isWord = (word: string): boolean => this.#isSmall(word) || this.#known.has(fold(word)) || this.#lexicon.conceptOf(word) >= 0 || this.#lexicon.synonymWords.has(fold(word));

  /** Known at all, also from a full text. */
  async #isKnown(word: string): Promise<boolean> {
    if (this.#isWord(word)) return true;
    const term = this.#lexicon.term(word);
    const shard = await this.#shard(shardOf(term, this.meta.shards));
    return Object.hasOwn(shard, term);
  }

  /** "loeschen" for "löschen", "metaai" for "meta ai". */
  #otherSpelling(word: string): string[] | undefined {
    const folded = fold(word);
    const umlaut = folded.replace(/([aou])e/g, '$1');
    if (umlaut !== folded && this.#known.has(umlaut)) return [this.#known.get(umlaut)?.word ?? umlaut];
    let best: { parts: [string, string]; pages: number } | undefined;
    for (let at = 2; at <= folded.length - 2; at += 1) {
      const left = this.#known.get(folded.slice(0, at));
      const right = this.#known.get(folded.slice(at));
      if (!left || !right || left.folded.length + right.folded.length < 5) continue;
      const pages = Math.min(left.pages, right.pages);
      // Two rare words, or scraps of letters, are no better than what was typed.
      if (pages < 4 || (Math.min(left.folded.length, right.folded.length) < 3 && !this.#lexicon.names.has(left.folded))) continue;
      if (!best || pages > best.pages) best = { parts: [left.word, right.word], pages };
    }
    return best?.parts;
  }

  /** What a word that stands nowhere may have been meant to be; a right word only a name with two letters swapped. */
  #meant(folded: string, right: boolean): string[] {
    const found = suggest(folded, this.#vocabulary, this.#lexicon.names, (x) => this.#lexicon.sound(x));
    return found.filter((m) => !right || (m.distance < SWAPPED && this.#lexicon.names.has(fold(m.word)))).map((m) => m.word);
  }

  async #isCommon(folded: string): Promise<boolean> {
    const letter = letterOf(folded);
    if (!this.meta.letters.includes(letter)) return false;
    const read = async () => new Set(readWordList(await this.#read(`${this.meta.folder}/c${letter}.txt`)).map((k) => k.folded));
    return (await cached(this.#common, letter, read)).has(folded);
  }

  /** "watts app": a name that is written apart and misspelt. */
  #nameApart(joined: string): string | undefined {
    const names = this.#vocabulary.filter((k) => this.#lexicon.names.has(k.folded) && k.folded.length > 5);
    const [best] = suggest(joined, names, this.#lexicon.names, (x) => this.#lexicon.sound(x));
    return best && best.distance <= 1.6 ? best.word : undefined;
  }

  /** The most frequent words a beginning can become. */
  #endings(folded: string): string[] {
    return this.#vocabulary
      .filter((k) => k.folded.startsWith(folded))
      .sort((a, b) => b.pages - a.pages || a.folded.length - b.folded.length)
      .slice(0, 3)
      .map((k) => k.word);
  }

  #ask(unit: Unit, guessed: ReadonlyMap<string, string[]>): Asked {
    const others = guessed.get(unit.surface);
    const readings = others ? [unit, ...others.flatMap((g) => this.#lexicon.unitsOf([g]))] : [unit];
    const alternatives = readings.flatMap((u, n) => {
      const faith = others ? 0.94 - 0.14 * n : 1;
      const own = u.terms.length === 1 ? [{ term: u.terms[0] ?? '', weight: faith }] : [];
      return u.concept >= 0 ? [...own, { term: conceptTerm(u.concept), weight: faith * (u.terms.length === 1 ? 0.78 : 1) }] : own;
    });
    return { ...this.#weigh(unit), readings: others ? readings : [], alternatives };
  }

  /** A unit with its weight in comparisons: rare words tell pages apart. */
  #weigh(unit: Unit): Weighed {
    const n = this.meta.pages;
    const rarity = (pages: number) => Math.min(COMMON_ENOUGH, Math.log(1 + n / Math.max(1, pages)) / Math.log(1 + n));
    const pages = unit.surface.includes(' ') ? undefined : this.#known.get(fold(unit.surface))?.pages;
    const group = unit.concept >= 0 ? (this.meta.conceptPages[unit.concept] ?? 1) : undefined;
    const own = pages === undefined ? undefined : rarity(pages * 1.4);
    const shared = group === undefined ? undefined : rarity(group);
    const value = unit.weight === 'full' ? (own !== undefined && shared !== undefined ? (own + shared) / 2 : (shared ?? own ?? NOWHERE)) : VALUE[unit.weight];
    return { ...unit, value, readings: [] };
  }

  async #judge(page: number, score: number, asked: Asked[], pasted: boolean): Promise<Hit> {
    const [kindNumber, path, title, description, aliases, headings] = await this.#record(page);
    const kind = this.meta.kinds[kindNumber]?.[0] ?? '';
    const weigh = (text: string) => this.#lexicon.units(text).map((u) => this.#weigh(u));
    const seen: Weighed[][] = [];
    const value = (text: string) => {
      const phrase = weigh(text);
      seen.push(phrase);
      return compare(asked, phrase, pasted);
    };
    const heads = headings.map(([id, text]) => ({ id, text, score: value(text) })).sort((a, b) => b.score - a.score);
    const phrases = [value(title), ...aliases.map(value), 0.75 * (heads[0]?.score ?? 0), 0.7 * value(description)].sort((a, b) => b - a);
    // A page that says it in several ways is a little surer than one that says it once.
    const phrase = (phrases[0] ?? 0) + SAID_AGAIN * ((phrases[1] ?? 0) + (phrases[2] ?? 0));
    const found = seen.flat().filter((u) => u.weight === 'full' && asked.some((a) => a.weight === 'full' && alike(a, u) > 0));
    return {
      path,
      kind,
      title,
      description,
      headings: heads
        .filter((h) => h.score > 0.3)
        .slice(0, 3)
        .map(({ id, text }) => ({ id, text })),
      words: [...new Set(found.flatMap((u) => u.surface.split(' ')).filter((w) => !this.#isSmall(w)))].slice(0, 8),
      score: ((score + phrase) / 2) * (KIND_WEIGHT[kind] ?? 0.9),
    };
  }

  async #load(terms: readonly string[]): Promise<void> {
    await Promise.all([...new Set(terms.map((t) => shardOf(t, this.meta.shards)))].map((n) => this.#shard(n)));
  }

  #shard(n: number): Promise<Shard> {
    return cached(this.#shards, n, async () => JSON.parse(await this.#read(`${this.meta.folder}/t${n}.json`)) as Shard);
  }

  async #postings(term: string): Promise<[number, number][]> {
    const shard = await this.#shard(shardOf(term, this.meta.shards));
    const list = Object.hasOwn(shard, term) ? (shard[term] ?? []) : [];
    const out: [number, number][] = [];
    for (let i = 0, page = 0; i < list.length; i += 2) {
      page += list[i] ?? 0;
      out.push([page, list[i + 1] ?? 0]);
    }
    return out;
  }

  async #record(page: number): Promise<PageRecord> {
    const n = Math.floor(page / this.meta.block);
    const block = await cached(this.#blocks, n, async () => JSON.parse(await this.#read(`${this.meta.folder}/d${n}.json`)) as PageRecord[]);
    const record = block[page % this.meta.block];
    if (!record) throw new Error(`the search index names page ${page}, which d${n}.json does not hold`);
    return record;
  }
}

/** A failed load is forgotten, so that the next search tries again. */
function cached<T>(map: Map<number, Promise<T>>, key: number, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  made.catch(() => map.delete(key));
  map.set(key, made);
  return made;
}

/** The units of a pasted text, each once, those that say most first. */
function once(asked: readonly Asked[]): Asked[] {
  const most = new Map<string, { unit: Asked; n: number }>();
  for (const a of asked) {
    const key = a.concept >= 0 ? conceptTerm(a.concept) : a.terms.join(' ');
    const known = most.get(key);
    if (known) known.n += 1;
    else most.set(key, { unit: a, n: 1 });
  }
  return [...most.values()]
    .filter(({ unit }) => unit.weight === 'full')
    .sort((a, b) => b.unit.value * Math.sqrt(b.n) - a.unit.value * Math.sqrt(a.n))
    .map(({ unit }) => unit);
}

/** The question with corrected words in the place of misspelt ones; everything else as typed. */
function replaceWords(question: string, corrections: ReadonlyMap<string, string>): string {
  if (corrections.size === 0) return question;
  return question
    .replace(WORD, (w) => corrections.get(words(w)[0] ?? '') ?? w)
    .replace(/ {2,}/g, ' ')
    .trim();
}
