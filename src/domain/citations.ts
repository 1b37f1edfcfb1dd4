import { t, tn } from './t.ts';
import type { Claim, Source } from '../schema/data.ts';
import { shortDate } from './dates.ts';

/** How each standing is shown: a sign and a word, so that nothing hangs on colour. */
export const STANDING = {
  confirmed: { sign: '●', word: t('Confirmed'), means: t('A primary source or two independent sources say so.') },
  disputed: { sign: '◐', word: t('Disputed'), means: t('Sources conflict. We show both sides.') },
  unverified: { sign: '○', word: t('Not confirmed'), means: t('We know it from one weak source only.') },
} as const;

/** A claim together with its sources, best first: read before unread, primary before the rest. */
export interface Cited {
  claim: Claim;
  sources: Source[];
}

const RANK: Record<Source['kind'], number> = { primary: 0, paper: 1, press: 2, analysis: 3 };

export function cite(claim: Claim, byId: ReadonlyMap<string, Source>): Cited {
  const sources = claim.sources
    .map((s) => byId.get(s))
    .filter((s) => s !== undefined)
    .sort((a, b) => Number(b.read) - Number(a.read) || RANK[a.kind] - RANK[b.kind]);
  return { claim, sources };
}

/** "Irish DPC, 21 May 2025, and 2 more" or "our own reading". */
export function sourceLine({ claim, sources }: Cited): string {
  const first = sources[0];
  if (claim.basis === 'ours' || !first) return first ? t('Our reading, after {publisher}', { publisher: first.publisher }) : t('Our own reading');
  const date = first.published ? shortDate(first.published) : t('undated');
  return `${first.publisher}, ${date}${sources.length > 1 ? `, ${tn('and {n} more', 'and {n} more', sources.length - 1)}` : ''}`;
}

/** True when the claim's only read source is not a primary one: shown with that note. */
export const restsOnOneSecondary = ({ sources }: Cited): boolean => {
  const read = sources.filter((s) => s.read);
  return read.length === 1 && read[0]?.kind !== 'primary';
};
