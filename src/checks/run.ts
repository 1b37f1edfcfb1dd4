import type { Problem } from '../domain/problems.ts';
import type { Rule } from './rule.ts';
import { claimsInBlocks } from './rules/claims-in-blocks.ts';
import { archiveCredit } from './rules/archive-credit.ts';
import { contentPolicy } from './rules/content-policy.ts';
import { embeds } from './rules/embeds.ts';
import { fileTypes } from './rules/file-types.ts';
import { headings } from './rules/headings.ts';
import { idsUnique } from './rules/ids-unique.ts';
import { imagesAlt } from './rules/images-alt.ts';
import { joinedWords } from './rules/joined-words.ts';
import { jsonLd } from './rules/json-ld.ts';
import { linksResolve } from './rules/links-resolve.ts';
import { metadata } from './rules/metadata.ts';
import { moves } from './rules/moves.ts';
import { published } from './rules/published.ts';
import { shortCodesRule } from './rules/short-codes.ts';
import { stylesLinked } from './rules/styles-linked.ts';
import { twoTaps } from './rules/two-taps.ts';
import { weight } from './rules/weight.ts';
import type { Site } from './site.ts';

export const rules = (root: string): Rule[] => [
  linksResolve,
  idsUnique,
  headings,
  metadata,
  imagesAlt,
  contentPolicy,
  weight,
  jsonLd,
  twoTaps,
  joinedWords,
  claimsInBlocks,
  stylesLinked,
  embeds,
  archiveCredit,
  fileTypes,
  published(root),
  moves(root),
  shortCodesRule(root),
];

/** Rules on what a site must have, which a language with the letters alone has not. */
const WHOLE = new Set(['published', 'short-codes', 'two-taps', 'moves']);

/** Runs every rule over the finished site. */
export const checkSite = (site: Site, root: string): Problem[] =>
  rules(root)
    .filter((rule) => site.whole || !WHOLE.has(rule.id))
    .flatMap((rule) => rule.run(site).map((f) => ({ file: f.at, what: `${f.what} [${rule.id}]`, mend: `${f.mend} (${rule.why})`, severity: rule.severity })));
