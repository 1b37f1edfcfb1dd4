/**
 * The questions the site's search is judged by: `tune.yml`, to work with, and `held.yml`, to report with and never to
 * tune on. Both hold the same kinds. A held-back half whose misses were read is spent: its questions go to `tune.yml`,
 * and someone who knows neither the search nor `tune.yml` writes a new one. That happened once, on 25 November 2026.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { ReadFailure } from '../../domain/raw.ts';
import { readYamlList } from '../../model/read.ts';

/** Where the files stand, from the project's root. */
export const FOLDER = 'src/tools/search-eval';
/** The two halves; each is a file of its own, so that one can stay away from whoever works on the search. */
export const HALVES = ['tune', 'held'] as const;
export type Half = (typeof HALVES)[number];

/**
 * How a question is put: keywords, a whole question, everyday words for the site's own, misspelt, out of someone's
 * situation, a pasted piece of a message or myth, an unusual form (spaces, accents, capitals, order), a place.
 */
export const KINDS = ['plain', 'question', 'everyday', 'misspelt', 'people', 'paste', 'form', 'place'] as const;
export type Kind = (typeof KINDS)[number];

const querySchema = z.strictObject({
  q: z.string({ error: 'q: must be what the reader types, as text' }).refine((v) => v.trim() === v && v !== '', { error: 'q: must not be empty, nor begin or end with a space' }),
  kind: z.enum(KINDS, { error: `kind: must be one of ${KINDS.join(', ')}` }),
  want: z
    .array(z.string().regex(/^\/([a-z0-9-]+\/)*$/, { error: 'want: must be a path such as /friend-photos/, without a fragment' }), { error: 'want: must be a list of paths' })
    .min(1, { error: 'want: names no page; a question that no page answers does not belong here' })
    .max(4, { error: 'want: names more than 4 pages; keep those that answer best' })
    .refine((v) => new Set(v).size === v.length, { error: 'want: names a page twice' }),
});

export interface Query {
  /** What the reader types. */
  q: string;
  kind: Kind;
  /** Pages that answer, best first, as paths without the site's base. A first result is right when it is any of them. */
  want: string[];
  half: Half;
  /** File from the root, and the line the entry starts on. */
  file: string;
  line: number;
}

/** What is wrong with the files: one line for each fault, with file and line. */
export class QueryError extends Error {
  override name = 'QueryError';
}

/** Two questions are the same when only capitals, punctuation or spaces differ. Accents count: they are tested on purpose. */
const sameness = (q: string): string =>
  q
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Reads the questions.
 * @param root the project's root
 * @param options.halves which files to read; whoever tunes the search reads `['tune']`
 * @param options.paths the site's paths, such as `/object/facebook/`; with it, a wanted page must be one of them
 * @throws QueryError with every fault: a missing file, broken YAML, a wrong field, an unknown page, a question twice
 */
export function readQueries(root: string, options: { halves?: readonly Half[]; paths?: ReadonlySet<string> } = {}): Query[] {
  const failures: ReadFailure[] = [];
  const queries: Query[] = [];
  const seen = new Map<string, Query>();
  for (const half of options.halves ?? HALVES) {
    const path = join(root, FOLDER, `${half}.yml`);
    if (!existsSync(path)) {
      failures.push({ file: `${FOLDER}/${half}.yml`, message: 'the file is missing' });
      continue;
    }
    for (const { file, line, value } of readYamlList(path, root, failures)) {
      const parsed = querySchema.safeParse(value);
      if (!parsed.success) {
        failures.push(...parsed.error.issues.map((i) => ({ file, line, message: i.code === 'unrecognized_keys' ? `unknown field ${i.keys.join(', ')}; remove it` : i.message })));
        continue;
      }
      const query: Query = { ...parsed.data, half, file, line };
      const first = seen.get(sameness(query.q));
      if (first) failures.push({ file, line, message: `“${query.q}” is asked already in ${first.file}:${first.line}; keep one` });
      else seen.set(sameness(query.q), query);
      for (const p of query.want) if (options.paths && !options.paths.has(p)) failures.push({ file, line, message: `want: ${p} is no page of the site` });
      queries.push(query);
    }
  }
  if (failures.length > 0) throw new QueryError(failures.map((f) => `${f.file}${f.line === undefined ? '' : `:${f.line}`} ${f.message}`).join('\n'));
  return queries;
}
