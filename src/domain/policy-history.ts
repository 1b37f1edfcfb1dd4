/**
 * From an archive's recorded captures of a policy to its versions. Each rule is a pure function; what a rule drops is
 * listed with its reason. No text of the policy is kept: only days, lengths, counts, and whether a phrase stands in it.
 */
import { DROPS } from '../schema/codes.ts';

export interface Capture {
  /** Full commit id. */
  commit: string;
  /** The day the archive saw it, `YYYY-MM-DD` in UTC. It is not the day the policy took effect. */
  recorded: string;
  /** First line of the commit's message. */
  subject: string;
  /** Markdown as recorded. */
  text: string;
}
export { DROPS };
/**
 * `recording`: the archive changed how it records. `broken`: hardly any text. `repeated`: the same text several times in
 * one capture. `unchanged`: the text of the version before. `seen-before`: a text that was already recorded earlier, as
 * when two renderings alternate twice a day. `stray`: another document than the one before and after.
 */
export type Drop = (typeof DROPS)[number];

export interface Tracked {
  id: string;
  /** At most 20 words. */
  phrase: string;
  /** Our plain reading, for the page. */
  reading?: string;
  topic?: string;
  /** Id of the phrase that stood for the same topic earlier. */
  before?: string;
  /** About other people's posts and messages. */
  others?: boolean;
  /** Whose record the passage is shown from; Facebook's if absent. */
  service?: string;
}
export interface Version {
  commit: string;
  recorded: string;
  /** Separated by white space, marks of layout included. */
  words: number;
  /** Of `words`, those without a letter or digit: bullets, lines, table borders. Nobody reads them. */
  marks: number;
  /** Of `words`, those in lines that already stand in the same text. */
  repeated: number;
  /** Only a part of the policy was captured: its length says nothing about the policy's, its counts are "at least". */
  partial: boolean;
  /** Whole word "AI", or "artificial intelligence". */
  ai: number;
  /** Different wordings around AI that no version before had. */
  ai_new: number;
  /** Different wordings around AI of the last whole version that are gone; 0 when partial, since it cannot be known. */
  ai_gone: number;
  legitimate_interest: number;
}
export interface PhraseSpan {
  first: { recorded: string; commit: string };
  last: { recorded: string; commit: string };
  /** In the newest version. */
  standing: boolean;
}
export interface History {
  captures: number;
  versions: Version[];
  dropped: { commit: string; recorded: string; why: Drop }[];
  /** By phrase id; a phrase that no version holds is left out. */
  phrases: Record<string, PhraseSpan>;
}

/** Link targets and marks of Markdown go; what a reader reads stays. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

export const countWords = (text: string): number => (text === '' ? 0 : text.split(' ').length);
export const countAi = (text: string): number => (text.match(/\bAI\b|artificial intelligence/g) ?? []).length;
export const countLegitimateInterest = (text: string): number => (text.match(/legitimate interest/gi) ?? []).length;
/** Ignores case, link marks and emphasis, so that a phrase is found across a link. */
export const holdsPhrase = (text: string, phrase: string): boolean => bare(text).includes(bare(phrase));
const bare = (text: string): string =>
  text
    .replace(/[[\]*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** The archive's own notes of changes that are not the policy's. */
export const isRecordingChange = (subject: string): boolean => /^(Apply technical|Refilter)\b/.test(subject);
/** Less than a twentieth of the document's usual length is an error page, not a policy. */
export const isBroken = (words: number, usual: number): boolean => words < usual / 20;
/** Far longer than usual, and fewer than 4 in 10 of its passages differ: the same text three times or more. */
export const isRepeated = (text: string, usual: number): boolean => countWords(text) > usual * 2 && passages(text).size < countWords(text) * 0.4;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length === 0 ? 0 : sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The document's runs of eight words, without marks and case: the finest grain at which a text is told from another. */
export function passages(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
  return new Set(words.slice(7).map((_, i) => words.slice(i, i + 8).join(' ')));
}
/** How much of `a` stands in `b`, from 0 to 1. */
export function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const x of a) if (b.has(x)) both += 1;
  return a.size === 0 ? 0 : both / a.size;
}
/**
 * A text was captured in part when nearly all of it stands in another that holds much more. In the archive, parts cover
 * 35 to 69 in 100 passages of the longer text; the largest real cut, in Threads' policy of January 2026, left 73.
 */
export const isPartOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean => part.size < whole.size * 0.75 && share(part, whole) >= 0.85 && share(whole, part) <= 0.7;
/** Hardly a passage in common with the versions before and after, which have a good deal in common: another document. */
export const isStray = (text: ReadonlySet<string>, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean =>
  share(text, before) < 0.1 && share(text, after) < 0.1 && share(after, before) >= 0.3;

/** Each naming of AI with four words on either side. */
export function wordingsOfAi(text: string): Set<string> {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
  const named = words.flatMap((w, i) => (w === 'AI' || (w === 'artificial' && words[i + 1] === 'intelligence') ? [i] : []));
  return new Set(
    named.map((i) =>
      words
        .slice(Math.max(0, i - 4), i + 5)
        .join(' ')
        .toLowerCase(),
    ),
  );
}

/** Words that are only marks of the layout. */
export const countMarks = (text: string): number => text.split(' ').filter((w) => w !== '' && !/[\p{L}\p{N}]/u.test(w)).length;
/** Words in lines and table cells of more than five words that stand earlier in the same text. */
export function countRepeated(markdown: string): number {
  const seen = new Set<string>();
  let words = 0;
  for (const line of markdown.split(/\n|<br>|\|/).map((l) => plain(l).replace(/^[*#>\s]+/, ''))) {
    if (countWords(line) <= 5) continue;
    if (seen.has(line)) words += countWords(line);
    seen.add(line);
  }
  return words;
}

const days = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
/** A year is long enough to reach the next whole capture and short enough that the policy is still the same. */
const NEAR = 366;

export interface Kept {
  capture: Capture;
  text: string;
  passages: Set<string>;
}

/** Captures without those that are no new version. */
export interface Cleaned {
  captures: number;
  kept: readonly Kept[];
  dropped: History['dropped'];
}
/** @param captures oldest first */
export function clean(captures: readonly Capture[]): Cleaned {
  const texts = captures.map((c) => plain(c.text));
  const usual = median(texts.map(countWords));
  const seen = new Set<string>();
  const first: Kept[] = [];
  const dropped: History['dropped'] = [];
  const drop = ({ commit, recorded }: Capture, why: Drop) => dropped.push({ commit, recorded, why });
  for (const [i, capture] of captures.entries()) {
    const text = texts[i] as string;
    const reason = (): Drop | undefined => {
      if (isBroken(countWords(text), usual)) return 'broken';
      if (isRepeated(text, usual)) return 'repeated';
      if (isRecordingChange(capture.subject)) return 'recording';
      if (first.at(-1)?.text === text) return 'unchanged';
      if (seen.has(text)) return 'seen-before';
      return undefined;
    };
    const why = reason();
    if (why) drop(capture, why);
    else {
      first.push({ capture, text, passages: passages(text) });
      seen.add(text);
    }
  }
  const kept = first.filter((k, i) => {
    const [before, after] = [first[i - 1], first[i + 1]];
    const stray = before !== undefined && after !== undefined && isStray(k.passages, before.passages, after.passages);
    if (stray) drop(k.capture, 'stray');
    return !stray;
  });
  const order = new Map(captures.map((c, i) => [c.commit, i]));
  return { captures: captures.length, kept, dropped: dropped.sort((a, b) => (order.get(a.commit) as number) - (order.get(b.commit) as number)) };
}

/** @param sibling the same policy as recorded for another service: a part can be known by its texts too */
export function history({ captures, kept, dropped }: Cleaned, tracked: readonly Tracked[], sibling?: Cleaned): History {
  const texts = [...kept, ...(sibling?.kept ?? [])];
  const wordings = new Set<string>();
  let whole = new Set<string>();
  const versions = kept.map(({ capture: { commit, recorded, text: markdown }, text, passages: own }) => {
    const partial = texts.some((t) => days(t.capture.recorded, recorded) <= NEAR && isPartOf(own, t.passages));
    const now = wordingsOfAi(text);
    const ai_new = [...now].filter((w) => !wordings.has(w)).length;
    const ai_gone = partial ? 0 : [...whole].filter((w) => !now.has(w)).length;
    for (const w of now) wordings.add(w);
    if (!partial) whole = now;
    return {
      commit,
      recorded,
      words: countWords(text),
      marks: countMarks(text),
      repeated: countRepeated(markdown),
      partial,
      ai: countAi(text),
      ai_new,
      ai_gone,
      legitimate_interest: countLegitimateInterest(text),
    };
  });
  const phrases: History['phrases'] = {};
  for (const { id, phrase } of tracked) {
    const holding = kept.filter((k) => holdsPhrase(k.text, phrase)).map((k) => ({ recorded: k.capture.recorded, commit: k.capture.commit }));
    const [first, last] = [holding[0], holding.at(-1)];
    if (first && last) phrases[id] = { first, last, standing: last.commit === kept.at(-1)?.capture.commit };
  }
  return { captures, versions, dropped, phrases };
}
