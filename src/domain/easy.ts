/**
 * The rules of easy-to-read language, for texts with `reading: easy`. Each names the standard it comes from:
 * IFA = “Information for all. European standards for making information easy to read and understand” (Inclusion Europe,
 * 2009); NLS = the rules of the Netzwerk Leichte Sprache. Where a standard says “short” and gives no number, the number
 * is ours. Rules find candidates by their form: a sentence they stop is worded anew, which never harms it.
 * No rule replaces readers with learning difficulties, whom both standards ask to test a text.
 */
import { EASY_ELSEWHERE, EASY_WORDS, type EasyWords } from './easy-words.ts';
import { countWords, plain, type Finding } from './prose.ts';

interface Line {
  /** 1-based, in the body. */
  line: number;
  kind: 'heading' | 'title' | 'item' | 'text';
  /** As written, without components. */
  raw: string;
  /** As read. */
  text: string;
}
/** Lines that stand together. */
type Block = Line[];

const MAX_SENTENCES = 3;
const MAX_LETTERS = 14;
const BIG = /\d{5,}|\d[.,\s]\d{3}\b/;
const withoutTags = (s: string): string => s.replace(/<\/?[A-Z](?:"[^"]*"|[^">])*>/g, '');

/** The lines a reader reads, in blocks. */
function blocksOf(body: string): Block[] {
  const out: Block[] = [];
  let open = false;
  body.split('\n').forEach((source, i) => {
    const add = (kind: Line['kind'], words: string, together: boolean) => {
      const raw = withoutTags(words).trim();
      const line: Line = { line: i + 1, kind, raw, text: plain(raw).trim() };
      if (together && open) out.at(-1)?.push(line);
      else out.push([line]);
      open = together;
    };
    const trimmed = source.trim();
    const title = /^<Step\b.*\btitle="([^"]*)"/.exec(trimmed)?.[1];
    if (title !== undefined) add('title', title, false);
    else if (/^#{2,6} /.test(trimmed)) add('heading', trimmed.replace(/^#+ /, ''), false);
    else if (/^([-*]|\d+\.) /.test(trimmed)) add('item', trimmed.replace(/^([-*]|\d+\.) /, ''), false);
    else if (withoutTags(trimmed) === '') open = false;
    else add('text', trimmed, true);
  });
  return out;
}

interface Rule {
  id: string;
  /** What is wrong with a line, if anything. */
  what(line: Line, words: EasyWords): string | undefined | false;
  mend: string;
}

const hit = (pattern: RegExp, text: string): string | undefined => text.match(new RegExp(pattern.source, pattern.flags.replace('g', '')))?.[0].trim();
const found = (pattern: RegExp | undefined, text: string, says: string): string | undefined => {
  const word = pattern && hit(pattern, text);
  return word === undefined ? undefined : `“${word}” ${says}`;
};

/** Rules for one line each. */
export const LINE_RULES: readonly Rule[] = [
  {
    // IFA and NLS: short sentences. The numbers are ours.
    id: 'sentence-length',
    what: (l, w) => countWords(l.text) > w.sentence && `a sentence of ${countWords(l.text)} words`,
    mend: 'say it in shorter sentences: 12 words in English, 10 in German',
  },
  {
    // IFA and NLS: each new sentence on a new line. A German date has a full stop inside.
    id: 'one-sentence-a-line',
    what: (l) => /[^\d\s][.?!…]\s+\S/u.test(l.text) && 'more than one sentence in a line',
    mend: 'begin each sentence on a line of its own',
  },
  {
    // IFA and NLS: what belongs together stands in one line.
    id: 'whole-sentence',
    what: (l) => l.kind === 'text' && !/[:.?!]["”“]?$/.test(l.text) && 'a line that does not end with its sentence',
    mend: 'keep a sentence on one line, and end it with a full stop or a colon',
  },
  {
    // IFA and NLS: one idea, one statement, in each sentence. A side clause is a second one.
    id: 'side-clause',
    what: (l, w) => l.kind !== 'heading' && found(w.clause, l.text, 'begins a side clause'),
    mend: 'make a sentence of it; only “if” and “wenn” are kept, for conditions',
  },
  {
    // IFA and NLS: active, not passive.
    id: 'passive',
    what: (l, w) => found(w.passive, l.text, 'looks like the passive'),
    mend: 'say who does it',
  },
  {
    // NLS: no genitive.
    id: 'genitive',
    what: (l, w) => found(w.genitive, l.text, 'looks like a genitive'),
    mend: 'say it with “von”, or in two sentences',
  },
  {
    // NLS: no Konjunktiv. For English our own rule, in its spirit.
    id: 'subjunctive',
    what: (l, w) => found(w.subjunctive, l.text, 'leaves open what is so'),
    mend: 'say what is, or “perhaps”',
  },
  {
    // IFA and NLS: positive sentences where possible. One no can be needed; two never are.
    id: 'double-negation',
    what: (l, w) => (l.text.match(w.negation) ?? []).length > 1 && 'two negations in a sentence',
    mend: 'say it without one of them',
  },
  {
    // IFA and NLS: numbers in digits.
    id: 'digits',
    what: (l, w) => found(w.numbers, l.text, 'is a number in letters'),
    mend: 'write the digits',
  },
  {
    // IFA and NLS: no percentages and no big numbers. Years stay: a date says when.
    id: 'percent-and-big-numbers',
    what: (l, w) => found(w.percent, l.text, 'is hard to understand') ?? found(BIG, l.text, 'is a big number'),
    mend: 'say “few”, “many”, or “1 of 10”',
  },
  {
    // IFA and NLS: no special characters.
    id: 'special-characters',
    what: (l) => found(/[;&§#()/\\–—…+=<>]/, l.text, 'is a special character'),
    mend: 'use words, and a sentence of its own for what stands in brackets',
  },
  {
    // IFA and NLS: no italics. Bold is how both mark a word.
    id: 'italics',
    what: (l) => /(^|[^*\w])[*_][^*_\s][^*_]*[*_](?![*\w])/.test(l.raw.replace(/\*\*/g, '')) && 'words in italics',
    mend: 'leave them plain; only a word that is explained is bold',
  },
  {
    // NLS: no questions in the text. That headings are the reader's own questions is this site's rule.
    id: 'questions-are-headings',
    what: (l) => (l.kind === 'heading' ? !l.text.endsWith('?') && 'a heading that is no question' : l.text.endsWith('?') && 'a question inside the text'),
    mend: 'ask in headings, and answer in the text',
  },
];

const bold = (pattern: RegExp): RegExp => new RegExp(`\\*\\*[^*]*(?:${pattern.source})[^*]*\\*\\*`, pattern.flags.replace('g', ''));
const literally = (word: string): RegExp => new RegExp(`(?<!\\p{L})${word.replaceAll('.', '\\.')}(?!\\p{L})`, 'u');

/** Checks the body of one easy text. Lines are lines of the body. */
export function easyFindings(body: string, lang: string): Finding[] {
  const words = EASY_WORDS[lang] ?? EASY_ELSEWHERE;
  const blocks = blocksOf(body);
  const findings: Finding[] = [];
  const add = (line: number, what: string, mend: string) => findings.push({ line, what: `easy language: ${what}`, mend, severity: 'error' });
  for (const l of blocks.flat())
    for (const rule of LINE_RULES) {
      const what = rule.what(l, words);
      if (what) add(l.line, what, rule.mend);
    }
  // IFA and NLS: many paragraphs. The number is ours.
  for (const block of blocks) if (block.length > MAX_SENTENCES) add(block[0]?.line ?? 1, `${block.length} sentences in a paragraph`, `at most ${MAX_SENTENCES}; leave a blank line`);

  /** Whether the first place outside headings is bold, and explained in the same paragraph. A step's title is a heading. */
  const explained = (word: RegExp): { at: Line; is: boolean } | undefined => {
    const block = blocks.find((b) => b.some((l) => (l.kind === 'text' || l.kind === 'item') && hit(word, l.text) !== undefined));
    const at = block?.find((l) => hit(word, l.text) !== undefined);
    return block && at && { at, is: hit(bold(word), at.raw) !== undefined && block.some((l) => words.explains.test(l.text)) };
  };
  const must = (word: RegExp, name: string, what: string, mend: string): void => {
    const first = explained(word);
    if (first && !first.is) add(first.at.line, `“${name}” ${what}`, mend);
  };
  const EXPLAIN = 'set it bold where it first stands, and say what it means in the same paragraph';
  // IFA and NLS: a difficult word is explained.
  for (const word of words.hard) {
    const name = blocks.flatMap((b) => b.flatMap((l) => (l.kind === 'text' || l.kind === 'item' ? (hit(word, l.text) ?? []) : [])))[0];
    if (name) must(word, name, 'is not explained where it first stands', EXPLAIN);
  }
  const once = (pattern: RegExp): Set<string> => new Set(blocks.flatMap((b) => b.flatMap((l) => l.text.match(pattern) ?? [])));
  // IFA and NLS: no initials, or explained ones.
  for (const word of once(/(?<!\p{L})(?:\p{Lu}{2,}|\p{L}\.\s?\p{L}\.)(?!\p{Ll})/gu))
    if (!words.hard.some((h) => h.test(word))) must(literally(word), word, 'is an abbreviation that is not explained', EXPLAIN);
  // NLS: long words are parted with a hyphen; the centred dot of the Leichte Sprache of Hildesheim is as good. The number is ours.
  for (const word of once(new RegExp(`\\p{L}{${MAX_LETTERS + 1},}`, 'gu')))
    must(literally(word), word, `has ${word.length} letters in one piece`, `take a shorter word, part it with a hyphen or a centred dot, or ${EXPLAIN}`);
  return findings;
}

/** Puts each sentence of a rendered easy text on a line of its own, as its source has it. HTML in, HTML out. */
export const easyLines = (html: string): string => html.replace(/<p>([\s\S]*?)<\/p>/g, (_, inside: string) => `<p>${inside.trim().replace(/\s*\n\s*/g, '<br>\n')}</p>`);
