/** Runs the site's own search modules over the files of a finished build, and counts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchIndex } from '../../domain/search/find.ts';
import { STEMMERS } from '../../domain/search/stemmers.ts';
import { SEARCH_FOLDER } from '../../model/search-files.ts';
import { KINDS, readQueries, type Half, type Query } from './queries.ts';

export interface Outcome {
  query: Query;
  /** Paths of the results, without fragments, each once. */
  found: string[];
  corrected?: string;
  /** Place of the first wanted page, from 1; 0 when it is not among the results. */
  place: number;
}

/** The search of a finished site, reading its files from disk. */
export const openBuilt = (dist: string, lang = 'en'): Promise<SearchIndex> =>
  SearchIndex.open(
    (file) => readFile(join(dist, SEARCH_FOLDER, file), 'utf8'),
    lang,
    async (name) => {
      const stemmer = STEMMERS[name];
      if (!stemmer) throw new Error(`no stemmer "${name}"`);
      return stemmer();
    },
  );

export async function evaluate(root: string, dist: string, half: Half): Promise<Outcome[]> {
  const index = await openBuilt(dist);
  const outcomes: Outcome[] = [];
  for (const query of readQueries(root, { halves: [half] })) {
    const answer = await index.find(query.q);
    const found = [...new Set(answer.hits.map((h) => h.path.replace(/#.*$/, '')))];
    outcomes.push({ query, found, ...(answer.corrected ? { corrected: answer.corrected } : {}), place: 1 + found.findIndex((p) => query.want.includes(p)) });
  }
  return outcomes;
}

export interface Rates {
  n: number;
  /** Shares, 0 to 1. */
  top1: number;
  top3: number;
  zero: number;
}

export function rates(outcomes: readonly Outcome[]): Rates {
  const share = (test: (o: Outcome) => boolean) => outcomes.filter(test).length / Math.max(1, outcomes.length);
  return { n: outcomes.length, top1: share((o) => o.place === 1), top3: share((o) => o.place >= 1 && o.place <= 3), zero: share((o) => o.found.length === 0) };
}

/** One line for each kind of question and one for all. */
export function table(outcomes: readonly Outcome[]): string {
  const line = (name: string, r: Rates) => `${name.padEnd(10)}${String(r.n).padStart(5)}${[r.top1, r.top3, r.zero].map((x) => `${(100 * x).toFixed(1)} %`.padStart(10)).join('')}`;
  return [
    `${'kind'.padEnd(10)}${'n'.padStart(5)}${['top 1', 'top 3', 'nothing'].map((h) => h.padStart(10)).join('')}`,
    ...KINDS.map((k) => line(k, rates(outcomes.filter((o) => o.query.kind === k)))),
    line('all', rates(outcomes)),
  ].join('\n');
}

/** Questions whose first result does not answer, the worst first. */
export const misses = (outcomes: readonly Outcome[]): string =>
  outcomes
    .filter((o) => o.place !== 1)
    .sort((a, b) => (b.place || 99) - (a.place || 99))
    .map(
      (o) =>
        `${o.place ? `#${o.place}` : 'none'}  [${o.query.kind}] ${o.query.q}${o.corrected ? `  (did you mean: ${o.corrected})` : ''}\n      wanted ${o.query.want.join(' ')}\n      found  ${o.found.slice(0, 4).join(' ') || 'nothing'}`,
    )
    .join('\n');
