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
 * when two renderings alternate twice a day.
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
}
export interface Version {
  commit: string;
  recorded: string;
  words: number;
  /** It stands nearly whole in the longer version before or after, or is half as long as both: its length says nothing about the policy's. */
  partial: boolean;
  /** Whole word "AI", or "artificial intelligence". */
  ai: number;
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
/** The opening 15 words stand in it three times or more. */
export function isRepeated(text: string): boolean {
  const opening = text.split(' ').slice(0, 15).join(' ');
  return opening.length > 40 && text.split(opening).length - 1 >= 3;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length === 0 ? 0 : sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

const sentences = (text: string): Set<string> => new Set(text.split(/(?<=[.:?!]) /).filter((s) => s.split(' ').length > 5));
/** A shorter text whose sentences nearly all stand in the longer one was captured in part. */
export function isPartOf(shorter: string, longer: string): boolean {
  if (countWords(shorter) > countWords(longer) * 0.9) return false;
  const own = sentences(shorter);
  const other = sentences(longer);
  const shared = [...own].filter((s) => other.has(s)).length;
  return own.size > 0 && shared / own.size >= 0.9;
}

/** Less than half as long as the versions before and after it: the capture missed the rest. */
export const isDip = (words: number, before: number | undefined, after: number | undefined): boolean => before !== undefined && after !== undefined && words < before / 2 && words < after / 2;

/** @param captures oldest first */
export function history(captures: readonly Capture[], tracked: readonly Tracked[]): History {
  const texts = captures.map((c) => plain(c.text));
  const usual = median(texts.map(countWords));
  const seen = new Set<string>();
  const kept: { capture: Capture; text: string }[] = [];
  const dropped: History['dropped'] = [];
  for (const [i, capture] of captures.entries()) {
    const text = texts[i] as string;
    const drop = (): Drop | undefined => {
      if (isBroken(countWords(text), usual)) return 'broken';
      if (isRepeated(text)) return 'repeated';
      if (isRecordingChange(capture.subject)) return 'recording';
      if (kept.at(-1)?.text === text) return 'unchanged';
      if (seen.has(text)) return 'seen-before';
      return undefined;
    };
    const why = drop();
    if (why) dropped.push({ commit: capture.commit, recorded: capture.recorded, why });
    else {
      kept.push({ capture, text });
      seen.add(text);
    }
  }
  const lengths = kept.map((k) => countWords(k.text));
  const versions = kept.map(({ capture, text }, i) => ({
    commit: capture.commit,
    recorded: capture.recorded,
    words: lengths[i] as number,
    partial: [kept[i - 1], kept[i + 1]].some((n) => n !== undefined && isPartOf(text, n.text)) || isDip(lengths[i] as number, lengths[i - 1], lengths[i + 1]),
    ai: countAi(text),
    legitimate_interest: countLegitimateInterest(text),
  }));
  const phrases: History['phrases'] = {};
  for (const { id, phrase } of tracked) {
    const holding = kept.filter((k) => holdsPhrase(k.text, phrase)).map((k) => ({ recorded: k.capture.recorded, commit: k.capture.commit }));
    const first = holding[0];
    const last = holding.at(-1);
    if (first && last) phrases[id] = { first, last, standing: last.commit === kept.at(-1)?.capture.commit };
  }
  return { captures: captures.length, versions, dropped, phrases };
}
