/**
 * Text to words, the same way when the index is built and when a reader asks. What depends on a language (endings,
 * small words, synonyms, sounds) comes from content and is handed in.
 */

/** What search knows about one language: `content/<lang>/search.yml` and `synonyms.yml`. */
export interface LanguageWords {
  /** Name of the stemmer, one of stemmers.ts. */
  stemmer: string;
  /** Words that say nothing about a page: articles, pronouns, auxiliaries. */
  minor: string[];
  /** Words that only say what kind of answer is wanted: how, when, where. */
  asking: string[];
  /** Words people tell a story with, around what they ask: `journalist`, `yesterday`, `wondering`. */
  telling?: string[];
  /** Names people misspell most; they are recognised from further away. */
  names: string[];
  /** Letters that sound alike, longest first: `[ph, f]`. */
  sounds: [string, string][];
  /** Each group holds words and phrases that mean the same here. */
  synonyms: string[][];
}

export type Stem = (word: string) => string;

const SPECIAL: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Lower case without accents: `Größe` -> `grosse`, `Ä` -> `a`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı]/g, (c) => SPECIAL[c] ?? c);

/** A word as it stands in a text, with its apostrophes. */
export const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*/gu;

const plain = (word: string): string =>
  word
    .replace(/['’ʼ`´](?:s|d|m|ll|ve|re)$/, '')
    .replace(/^\p{L}{1,6}['’ʼ`´](?=\p{L}{2})/u, '')
    .replace(/['’ʼ`´]/g, '');

/**
 * The words of a text in order, lower case, accents kept; a hyphen separates. What an apostrophe ties on is left out
 * ("Meta’s", "they’ve", "l’IA", "dell’opposizione" -> "meta", "they", "ia", "opposizione"), a negation is kept ("don’t" -> "dont").
 */
export const words = (text: string): string[] => (text.normalize('NFC').toLowerCase().match(WORD) ?? []).map(plain);

export type Weight = 'full' | 'telling' | 'asking' | 'minor';

/** A word, or a phrase of the synonyms, in a text. */
export interface Unit {
  /** As written, lower case; several words for a phrase. */
  surface: string;
  /** The folded stem of each word. */
  terms: string[];
  /** Number of its synonym group, or -1. */
  concept: number;
  weight: Weight;
}

const LONGEST_PHRASE = 4;

/** Everything that can be said about words of one language without an index. */
export class Lexicon {
  readonly names: ReadonlySet<string>;
  readonly #stem: Stem;
  readonly #stems = new Map<string, string>();
  readonly #minor: ReadonlySet<string>;
  readonly #asking: ReadonlySet<string>;
  readonly #telling: ReadonlySet<string>;
  readonly #concepts = new Map<string, number>();
  /** Words as written: they come before what their stem says, which "authority" shares with "author". */
  readonly #exact = new Map<string, number>();
  readonly #sounds: readonly [string, string][];
  /** Every single word that stands in a synonym group, folded. */
  readonly synonymWords: ReadonlySet<string>;

  constructor(language: LanguageWords, stem: Stem) {
    this.#stem = stem;
    this.names = new Set(language.names.map(fold));
    this.#minor = new Set(language.minor.map(fold));
    this.#asking = new Set(language.asking.map(fold));
    this.#telling = new Set((language.telling ?? []).map(fold));
    this.#sounds = language.sounds;
    const single = new Set<string>();
    language.synonyms.forEach((group, i) => {
      for (const phrase of group) {
        const parts = words(phrase);
        const key = parts.map((p) => this.term(p)).join(' ');
        if (!this.#concepts.has(key)) this.#concepts.set(key, i);
        // A phrase written as one word is the same phrase: "opt out", "optout".
        this.#exact.set(fold(parts.join('')), i);
        for (const p of parts) single.add(fold(p));
      }
    });
    this.synonymWords = single;
  }

  /** The folded stem of a word as `words` gives it. */
  term(word: string): string {
    let known = this.#stems.get(word);
    if (known === undefined) {
      known = /\p{N}/u.test(word) ? fold(word) : fold(this.#stem(word)) || fold(word);
      this.#stems.set(word, known);
    }
    return known;
  }

  /** The synonym group of a single word, or -1. */
  conceptOf(word: string): number {
    // The stem of "us" is that of "use": a small word means what it says.
    return this.#exact.get(fold(word)) ?? (/full|telling/.test(this.weightOf(word)) ? this.#concepts.get(this.term(word)) : undefined) ?? -1;
  }

  weightOf(word: string): Weight {
    const w = fold(word);
    return this.#minor.has(w) ? 'minor' : this.#asking.has(w) ? 'asking' : this.#telling.has(w) ? 'telling' : 'full';
  }

  /** The words of a text as units; the longest phrase wins, and one word may stand inside a phrase ("opt me out"). */
  units(text: string): Unit[] {
    return this.unitsOf(words(text));
  }

  unitsOf(list: readonly string[]): Unit[] {
    const found: Unit[] = [];
    for (let i = 0; i < list.length;) {
      const phrase = this.#phraseAt(list, i);
      const parts = phrase ? phrase.parts : [list[i] ?? ''];
      const single = this.weightOf(parts[0] ?? '');
      // A word told around the question stays one when it has synonyms; in a phrase it means something.
      const weight = phrase && (parts.length > 1 || single !== 'telling') ? 'full' : single;
      found.push({ surface: parts.join(' '), terms: parts.map((p) => this.term(p)), concept: phrase?.concept ?? -1, weight });
      // The word inside a phrase counts for itself too.
      for (const p of phrase?.inside ?? []) found.push({ surface: p, terms: [this.term(p)], concept: this.conceptOf(p), weight: this.weightOf(p) });
      i += phrase ? phrase.length : 1;
    }
    return found;
  }

  #phraseAt(list: readonly string[], at: number): { parts: string[]; inside: string[]; concept: number; length: number } | undefined {
    for (let n = Math.min(LONGEST_PHRASE, list.length - at); n >= 1; n -= 1) {
      const parts = list.slice(at, at + n);
      const key = (p: string[]) => p.map((w) => this.term(w)).join(' ');
      const whole = n === 1 ? this.conceptOf(parts[0] ?? '') : (this.#concepts.get(key(parts)) ?? -1);
      if (whole >= 0) return { parts, inside: [], concept: whole, length: n };
      if (n < 3) continue;
      for (let gap = 1; gap < n - 1; gap += 1) {
        const open = parts.filter((_, j) => j !== gap);
        const concept = this.#concepts.get(key(open));
        if (concept !== undefined) return { parts: open, inside: [parts[gap] ?? ''], concept, length: n };
      }
    }
    return undefined;
  }

  /** How a word sounds, roughly: the content's sound rules, then first letter and consonants without doubles. */
  sound(word: string): string {
    let s = fold(word);
    for (const [from, to] of this.#sounds) s = s.replaceAll(from, to);
    return (s.slice(0, 1) + s.slice(1).replace(/[aeiouyhw]/g, '')).replace(/(.)\1+/g, '$1');
  }
}
