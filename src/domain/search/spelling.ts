/** Misspellings: how far apart two words are, and which known word was probably meant. */

const VOWELS = new Set('aeiouy');
/** Neighbours on QWERTY, QWERTZ and AZERTY keyboards alike, in the rows' order. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LIKE = ['ckqsz', 'fvw', 'iyj', 'bp', 'dt', 'mn', 'gj', 'ou', 'ae'];

function near(a: string, b: string): boolean {
  if (VOWELS.has(a) && VOWELS.has(b)) return true;
  if (LIKE.some((group) => group.includes(a) && group.includes(b))) return true;
  return ROWS.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);
}

/**
 * Damerau-Levenshtein distance (adjacent swaps) with weights: a swap 0.6, a letter doubled or one of a double
 * dropped 0.4, letters that sound alike or lie beside each other 0.75, all else 1; a fault in the first letter costs
 * 0.35 more. Returns `limit + 1` when it is certain to pass the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) * 0.4 > limit) return over;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j * 1);
  for (let j = 1; j <= b.length; j += 1) last[j] = (last[j - 1] ?? 0) + 1 + (j === 1 ? 0.35 : 0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [(last[0] ?? 0) + 1 + (i === 1 ? 0.35 : 0)];
    let best = row[0] ?? 0;
    const x = a[i - 1] ?? '';
    for (let j = 1; j <= b.length; j += 1) {
      const y = b[j - 1] ?? '';
      const first = i === 1 || j === 1 ? 0.35 : 0;
      const drop = x === a[i - 2] ? 0.4 : 1;
      const add = y === b[j - 2] ? 0.4 : 1;
      let d = Math.min((last[j] ?? over) + drop, (row[j - 1] ?? over) + add, (last[j - 1] ?? over) + (x === y ? 0 : (near(x, y) ? 0.75 : 1) + first));
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y && x !== y) d = Math.min(d, (before[j - 2] ?? over) + 0.6 + (i === 2 && j === 2 ? 0.2 : 0));
      row.push(d);
      if (d < best) best = d;
    }
    if (best > limit) return over;
    before = last;
    last = row;
  }
  return last[b.length] ?? over;
}

/** How much may be wrong with a word of this length. */
const allowed = (length: number): number => (length <= 3 ? 0.6 : length === 4 ? 1 : length <= 6 ? 1.5 : length <= 8 ? 2 : 2.6);

export interface Known {
  /** As shown. */
  word: string;
  /** Folded. */
  folded: string;
  /** In how many pages it stands, roughly. */
  pages: number;
}

export interface Suggestion {
  word: string;
  distance: number;
}

/**
 * The known words a misspelt one was probably meant to be, best first, at most 3. Frequent words win against rare ones
 * at about the same distance; names and words that sound the same are recognised from further away.
 */
export function suggest(folded: string, vocabulary: readonly Known[], names: ReadonlySet<string>, sound: (w: string) => string): Suggestion[] {
  const limit = allowed(folded.length);
  const own = folded.length >= 5 ? sound(folded) : '';
  const found: { word: string; distance: number; rank: number }[] = [];
  for (const k of vocabulary) {
    if (Math.abs(k.folded.length - folded.length) > 3 || k.folded.length < 3) continue;
    const name = names.has(k.folded);
    const max = limit + (name && folded.length > 3 ? 0.6 : 0);
    let d = distance(folded, k.folded, max);
    if (d > max && own.length > 2 && (name || k.folded.length > 5) && k.folded[0] === folded[0] && sound(k.folded) === own) d = max;
    if (d > max) continue;
    found.push({ word: k.word, distance: d, rank: d - 0.09 * Math.log2(1 + k.pages) - (name ? 0.3 : 0) });
  }
  found.sort((a, b) => a.rank - b.rank || a.word.localeCompare(b.word, 'en'));
  const best = found[0];
  return best ? found.filter((f) => f.rank <= best.rank + 0.35).slice(0, 3) : [];
}
