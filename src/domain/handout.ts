/** The poster's and the leaflet's content: which claims stand behind which sentence, numbered once per sheet. */
import type { Handout } from '../schema/handout.ts';
import type { Problem } from './problems.ts';
import { countWords, sentences } from './prose.ts';
import type { RawRecord } from './raw.ts';

type Facts = Handout['facts']['items'];
export const POSTER_FACTS = { min: 3, max: 5 };

/** The sentences that stand on the poster, of all parts, in order. */
export const posterFacts = (h: Handout): Facts => [h.facts, h.limits].flatMap((p) => p.items.filter((f) => f.poster));

/** Claims in the order of their numbers, for the sentences of one sheet. */
export const numbered = (items: readonly { claim?: string | undefined }[]): string[] => [...new Set(items.flatMap((i) => i.claim ?? []))];

/** Problems that the schema does not see. */
export function handoutProblems(records: readonly RawRecord[], claims: ReadonlySet<string>, checkPath: (file: string, line: number, path: string) => void): Problem[] {
  const problems: Problem[] = [];
  for (const { file, line, value } of records) {
    const add = (what: string, mend: string) => problems.push({ file, line, what, mend, severity: 'error' });
    const h = value as Partial<Handout> | null;
    const items = [h?.facts, h?.limits, h?.after, h?.stands, h?.steps].flatMap((p) => (p?.items ?? []) as { text?: string; claim?: string; poster?: boolean }[]);
    for (const { claim, text } of items) {
      if (claim !== undefined && !claims.has(claim)) add(`unknown claim "${claim}"`, 'cite a claim of content/data/claims/');
      for (const s of sentences(text ?? '')) if (countWords(s) > 25) add(`a sentence of ${countWords(s)} words: "${s}"`, 'at most 25 words');
    }
    for (const claim of h?.lead_claims ?? []) if (!claims.has(claim)) add(`unknown claim "${claim}"`, 'cite a claim of content/data/claims/');
    const shown = items.filter((i) => i.poster).length;
    if (shown < POSTER_FACTS.min || shown > POSTER_FACTS.max)
      add(`${shown} sentences marked "poster"`, `mark ${POSTER_FACTS.min} to ${POSTER_FACTS.max}: fewer say too little, more do not fit one page`);
    if (h?.target) checkPath(file, line, h.target);
  }
  return problems;
}
