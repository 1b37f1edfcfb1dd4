/**
 * New entries that pass the checks from the start: their sentences are those of claims that already stand, so nothing
 * unsourced is published while the writer writes. Pure: what is asked for in, the file's text out.
 */
import type { Claim } from '../schema/data.ts';
import { addDays } from './freshness.ts';
import { countWords, sentences } from './prose.ts';

/** Days until a new entry is compared with its sources again. */
const CHECK_AFTER = 90;
const ANSWER = { min: 40, max: 80 };

export interface PageRequest {
  kind: 'article' | 'guide' | 'question';
  id: string;
  title: string;
  /** The claims the page stands on, in the order of its sentences. */
  claims: readonly Claim[];
  /** `YYYY-MM-DD`. */
  today: string;
  /** Place in its list. */
  order: number;
  group?: string;
}

const quoted = (text: string): string => JSON.stringify(text);
const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`);
const cite = (claim: Claim, text = claim.text): string => `<Claim id="${claim.id}">${text.trim()}</Claim>`;

/** At least three search words for a page, from its title: whole, and without question words. */
export function firstAliases(title: string): string[] {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = plain.replace(/^(what|how|can|does|do|is|are|who|where|when|why|which|should|will|may) (i |it |you |we |meta |the )?/, '');
  const words = [plain, short, `about ${short}`, `${short} meta`];
  return [...new Set(words)].slice(0, 3);
}

/**
 * The MDX text of a new page. Throws when the claims cannot make an answer of 40 to 80 words and one sentence after it:
 * the message says how many words they have.
 */
export function pageText(page: PageRequest): string {
  const usable = page.claims.map((claim) => ({ claim, sentences: sentences(claim.text).filter((s) => countWords(s) <= 25) })).filter((c) => c.sentences.length > 0);
  const answer: string[] = [];
  let words = 0;
  let used = 0;
  for (const { claim, sentences: own } of usable) {
    if (words >= ANSWER.min || used === usable.length - 1) break;
    const taken: string[] = [];
    for (const s of own) {
      if (words + countWords(s) > ANSWER.max) break;
      taken.push(s);
      words += countWords(s);
    }
    if (taken.length > 0) answer.push(cite(claim, taken.join(' ')));
    used += 1;
  }
  const rest = usable.slice(used);
  if (words < ANSWER.min || rest.length === 0)
    throw new Error(
      `these claims make an answer of ${words} words with ${rest.length} claims left for the text below it. Name more claims: the answer needs ${ANSWER.min} to ${ANSWER.max} words of short sentences, the text at least one claim more`,
    );
  const first = usable[0]?.claim as Claim;
  const description = cut(`${/[.?…]$/.test(page.title) ? page.title : `${page.title}.`} ${sentences(first.text)[0] ?? first.text}`, 158);
  const next = addDays(page.today, CHECK_AFTER);
  const limits = 'limits: An objection covers your own data from then on. It does not reach what others post about you.\n';
  const extra = {
    article: `nav: ${quoted(cut(page.title, 28))}\n`,
    guide: `nav: ${quoted(cut(page.title, 28))}\nminutes: 5\nneed: [the account you use]\nother_ways: You can write a letter instead.\n${limits}`,
    question: `group: ${page.group ?? 'basics'}\n`,
  }[page.kind];
  const body =
    page.kind === 'guide'
      ? `## Object, step by step\n\n<Steps>\n\n<Step id="first" title="Read what stands above">\n\n${rest.map((c) => cite(c.claim, c.sentences.join(' '))).join('\n\n')}\n\n</Step>\n\n</Steps>\n`
      : `## More about it\n\n${rest.map((c) => cite(c.claim, c.sentences.join(' '))).join('\n\n')}\n`;
  return `---
title: ${quoted(page.title)}
description: ${quoted(description)}
order: ${page.order}
for: people who ask this
task: know the answer and what follows from it
published: ${page.today}
updated: ${page.today}
checked: ${page.today}
next_check: ${next}
aliases: ${JSON.stringify(firstAliases(page.title))}
related: [/object/]
${extra}---

<Answer>

${answer.join(' ')}

</Answer>

${body}`;
}

export interface ClaimRequest {
  id: string;
  title: string;
  text: string;
  source: string;
  today: string;
}

/** The YAML of a new claim: unconfirmed until a person has compared it with its sources. */
export const claimText = (c: ClaimRequest): string => `- id: ${c.id}
  title: ${quoted(c.title)}
  text: ${quoted(c.text)}
  standing: unverified
  seen: ${c.today}
  next_check: ${addDays(c.today, CHECK_AFTER)}
  sources: [${c.source}]
`;

export interface SourceRequest {
  id: string;
  title: string;
  publisher: string;
  url: string;
  kind: string;
  today: string;
}

/** The YAML of a new source: not read until a person sets `read: true`. */
export const sourceText = (s: SourceRequest): string => `- id: ${s.id}
  publisher: ${quoted(s.publisher)}
  title: ${quoted(s.title)}
  url: ${s.url}
  kind: ${s.kind}
  read: false
  checked: ${s.today}
`;

/** The YAML of a new glossary term. */
export const termText = (id: string, term: string, short: string): string => `- id: ${id}
  term: ${quoted(term)}
  short: ${quoted(short)}
`;

/** The YAML of a new entry in the list of changes; the newest stands first in its file. */
export const changeText = (id: string, title: string, text: string, page: string, today: string): string => `- id: ${id}
  date: ${today}
  kind: update
  title: ${quoted(title)}
  text: ${quoted(text)}
  pages: [${page}]
`;

/** The YAML that makes a folder a language. It begins with the letters, the way most languages here begin. */
export const languageText = (name: string, notice: string, locale: string, made: string): string => `name: ${quoted(name)}
locale: ${locale}
extent: letters
notice: ${quoted(notice)}
made: ${quoted(made)}
`;
