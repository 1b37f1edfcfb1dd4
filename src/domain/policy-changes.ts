/** Which recorded versions changed something about AI, and which phrases came and went with them. Pure. */
import { t, tn } from './t.ts';
import type { PhraseSpan, Version } from './policy-history.ts';

export interface Change {
  version: Version;
  /** The last version that was captured to the same extent, else the one before: like is compared with like. */
  before: Version | undefined;
}

/**
 * A version counts when it names AI in words that no version before had, or when words around AI of the last whole
 * version are gone. How often AI is named says less: it falls when a capture misses a part.
 */
export const aiChanges = (versions: readonly Version[]): Change[] =>
  versions.flatMap((version, i) => {
    const earlier = versions.slice(0, i);
    const before = earlier.findLast((v) => v.partial === version.partial) ?? earlier.at(-1);
    return version.ai_new > 0 || version.ai_gone > 0 ? [{ version, before }] : [];
  });

/** "at least 65": a part of a text can hide further mentions. */
export const atLeast = (count: number, { partial }: Pick<Version, 'partial'>): string => (partial ? t('at least {n}', { n: count }) : String(count));

/** "3 times", "at least 65 times". */
export const times = (count: number, { partial }: Pick<Version, 'partial'>): string => (partial ? tn('at least {n} time', 'at least {n} times', count) : tn('{n} time', '{n} times', count));

/**
 * Ids of phrases that first stand in this version, and of those that stood in the last version captured to the same
 * extent, or after it, and no longer do. What a part lacks proves nothing, so nothing leaves with a part.
 */
export function phraseMoves({ version, before }: Change, spans: Readonly<Record<string, PhraseSpan>>): { arrived: string[]; left: string[] } {
  const all = Object.entries(spans);
  const gone = ({ last }: PhraseSpan) => before !== undefined && !before.partial && !version.partial && last.recorded >= before.recorded && last.recorded < version.recorded;
  return {
    arrived: all.filter(([, s]) => s.first.commit === version.commit).map(([id]) => id),
    left: all.filter(([, s]) => gone(s)).map(([id]) => id),
  };
}
