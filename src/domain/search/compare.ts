/** How well a question and a phrase (a title, a question, a heading, a search word) say the same. */
import type { Unit } from './words.ts';

export interface Weighed extends Unit {
  /** 0 to 1: how much it tells pages apart. */
  value: number;
  /** For a misspelt word: what it may have been, best first. */
  readings: Unit[];
}

/** 0 to 1: the same word 1, the same meaning 0.85, a guessed word a little less. */
export function alike(asked: Weighed, unit: Unit): number {
  if (asked.readings.length > 0) return Math.max(...asked.readings.map((r, n) => same(r, unit) * (0.95 - 0.1 * n)));
  return same(asked, unit);
}

function same(a: Unit, b: Unit): number {
  if (a.terms.length === b.terms.length && a.terms.every((t, i) => t === b.terms[i])) return 1;
  return a.concept >= 0 && a.concept === b.concept ? 0.85 : 0;
}

/** What part of a pasted text's value a phrase has to hold to count fully. */
const PASTED_ENOUGH = 2.2;

/**
 * 0 to about 1.1. For a question: how much of it the phrase covers and how much of the phrase it covers, the first
 * counting more, with a little extra for the same order. For a pasted text: how much of the phrase stands in it.
 */
export function compare(asked: readonly Weighed[], phrase: readonly Weighed[], pasted: boolean): number {
  let covered = 0;
  let whole = 0;
  const at: number[] = [];
  const taken = phrase.map(() => 0);
  for (const a of asked) {
    whole += a.value;
    let best = 0;
    let where = -1;
    for (const [j, p] of phrase.entries()) {
      const m = alike(a, p);
      if (m > best) [best, where] = [m, j];
      if (m > (taken[j] ?? 0)) taken[j] = m;
    }
    covered += best * a.value;
    if (best > 0 && a.weight === 'full') at.push(where);
  }
  const size = phrase.reduce((n, p) => n + p.value, 0);
  const held = phrase.reduce((n, p, j) => n + p.value * (taken[j] ?? 0), 0);
  if (whole === 0 || size === 0) return 0;
  if (pasted) return (held / size) * Math.min(1, held / PASTED_ENOUGH);
  const q = covered / whole;
  const p = held / size;
  if (q + p === 0) return 0;
  const f = (3 * q * p) / (2 * p + q);
  const inOrder = at.length > 1 ? at.filter((x, i) => i > 0 && x > (at[i - 1] ?? 0)).length / (at.length - 1) : 1;
  return f * (0.97 + 0.03 * inOrder) + (q > 0.98 && p > 0.98 ? 0.1 : 0);
}
