/**
 * Links to exactly one passage: text fragments (https://wicg.github.io/scroll-to-text-fragment/), with the nearest id
 * before the passage for browsers that know none. Pure: text in, link out. `findPassage` does what a browser does with such a
 * link, so that a link is given out only when it leads to the passage and to no other.
 */
import { quoted as inMarks } from './quotes.ts';

/** A block of the page as a browser's search sees it: white space single, trimmed. */
export interface Block {
  text: string;
  /** Where numbers of notes stand, `[from, to)`. They can change and are left out of links and quotations. */
  notes?: readonly (readonly [number, number])[];
  /** Beside the text, as notes are: left out of a quotation that runs over it. */
  aside?: boolean;
}
/** A place in the text: block and offset. */
export interface Place {
  block: number;
  at: number;
}
export interface Span {
  start: Place;
  end: Place;
}
export interface Directive {
  prefix?: string | undefined;
  start: string;
  end?: string | undefined;
  suffix?: string | undefined;
}

/** A longer passage is named by its first and last words. */
export const MAX_WHOLE = 200;
/** Words at each end, and words of context: first choice first. */
const ENDS = [4, 6, 9, 14, 2, 1];
const CONTEXT = [0, 2, 4, 8, 14];

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const edgesOf = new Map<string, Set<number>>();
/** Offsets at which a word, a space or a sign begins or ends. */
function edges(text: string): Set<number> {
  let found = edgesOf.get(text);
  if (!found) edgesOf.set(text, (found = new Set([text.length, ...[...segmenter.segment(text)].map((s) => s.index)])));
  return found;
}
/** Case does not matter to a search; where lower case has another length, it is left alone. */
const fold = (text: string): string => (text.toLowerCase().length === text.length ? text.toLowerCase() : text);

const standsAt = (text: string, words: string, at: number): boolean => fold(text).startsWith(fold(words), at) && edges(text).has(at) && edges(text).has(at + words.length);

function find(blocks: readonly Block[], words: string, from: Place): Place | undefined {
  for (let block = from.block; block < blocks.length; block += 1) {
    const text = blocks[block]?.text ?? '';
    for (let at = fold(text).indexOf(fold(words), block === from.block ? from.at : 0); at >= 0; at = fold(text).indexOf(fold(words), at + 1)) if (standsAt(text, words, at)) return { block, at };
  }
  return undefined;
}

/** The next place that holds no white space, in this block or a later one. */
function next(blocks: readonly Block[], { block, at }: Place): Place | undefined {
  for (let b = block; b < blocks.length; b += 1) {
    const text = blocks[b]?.text ?? '';
    const i = text.slice(b === block ? at : 0).search(/\S/);
    if (i >= 0) return { block: b, at: i + (b === block ? at : 0) };
  }
  return undefined;
}
const follows = (blocks: readonly Block[], words: string, after: Place): Place | undefined => {
  const place = next(blocks, after);
  return place && standsAt(blocks[place.block]?.text ?? '', words, place.at) ? place : undefined;
};

/** What a browser finds: the first passage that fits all parts. */
export function findPassage(blocks: readonly Block[], d: Directive): Span | undefined {
  let from: Place = { block: 0, at: 0 };
  for (;;) {
    const first = find(blocks, d.prefix ?? d.start, from);
    if (!first) return undefined;
    from = { block: first.block, at: first.at + 1 };
    const start = d.prefix === undefined ? first : follows(blocks, d.start, { block: first.block, at: first.at + d.prefix.length });
    if (!start) continue;
    let end: Place = { block: start.block, at: start.at + d.start.length };
    if (d.end === undefined) {
      if (d.suffix === undefined || follows(blocks, d.suffix, end)) return { start, end };
      continue;
    }
    for (let last = find(blocks, d.end, end); last; last = find(blocks, d.end, { block: last.block, at: last.at + 1 })) {
      end = { block: last.block, at: last.at + d.end.length };
      if (d.suffix === undefined || follows(blocks, d.suffix, end)) return { start, end };
    }
  }
}

const noteAt = (block: Block | undefined, at: number): readonly [number, number] | undefined => block?.notes?.find(([from, to]) => at >= from && at < to);

/** The passage without white space and note numbers at its ends, widened to whole words; nothing when no word is left. */
export function snap(blocks: readonly Block[], { start, end }: Span): Span | undefined {
  let [a, b] = [{ ...start }, { ...end }];
  for (;;) {
    const block = blocks[a.block];
    if (!block || a.block > b.block || (a.block === b.block && a.at >= b.at)) return undefined;
    if (a.at >= block.text.length) a = { block: a.block + 1, at: 0 };
    else if (/\s/.test(block.text[a.at] ?? '')) a.at += 1;
    else if (noteAt(block, a.at)) a.at = noteAt(block, a.at)?.[1] ?? a.at + 1;
    else break;
  }
  for (;;) {
    if (b.block < a.block || (b.block === a.block && b.at <= a.at)) return undefined;
    const block = blocks[b.block];
    if (b.at === 0) b = { block: b.block - 1, at: blocks[b.block - 1]?.text.length ?? 0 };
    else if (/\s/.test(block?.text[b.at - 1] ?? '')) b.at -= 1;
    else if (noteAt(block, b.at - 1)) b.at = noteAt(block, b.at - 1)?.[0] ?? b.at - 1;
    else break;
  }
  const [first, last] = [blocks[a.block]?.text ?? '', blocks[b.block]?.text ?? ''];
  while (!edges(first).has(a.at)) a.at -= 1;
  while (!edges(last).has(b.at)) b.at += 1;
  return { start: a, end: b };
}

/** Up to `n` words from `from` towards `to`, stopping before a note's number. `back` counts from the end. */
function words(block: Block, from: number, to: number, n: number, back: boolean): string {
  const inside = (block.notes ?? []).filter(([f, t]) => f < to && t > from);
  const [low, high] = back ? [Math.max(from, ...inside.map(([, t]) => t)), to] : [from, Math.min(to, ...inside.map(([f]) => f))];
  const list = [...segmenter.segment(block.text)].filter((s) => s.isWordLike && s.index >= low && s.index + s.segment.length <= high);
  const chosen = back ? list.slice(-n)[0] : list.slice(0, n).at(-1);
  if (!chosen) return block.text.slice(low, high).trim();
  return (back ? block.text.slice(chosen.index, high) : block.text.slice(low, chosen.index + chosen.segment.length)).trim();
}

/** The shortest directive that leads to the passage and to no other; nothing when the page has no such words. */
export function directiveFor(blocks: readonly Block[], span: Span): Directive | undefined {
  const { start, end } = span;
  const [first, last] = [blocks[start.block], blocks[end.block]];
  if (!first || !last) return undefined;
  const one = start.block === end.block;
  const whole = one && end.at - start.at <= MAX_WHOLE && !first.notes?.some(([f, t]) => f < end.at && t > start.at) ? first.text.slice(start.at, end.at) : undefined;
  const before = (n: number): string | undefined => {
    const own = words(first, 0, start.at, n, true);
    const earlier = own ? undefined : blocks.slice(0, start.block).findLast((b) => b.text);
    return n === 0 ? undefined : own || (earlier && words(earlier, 0, earlier.text.length, n, true)) || undefined;
  };
  const after = (n: number): string | undefined => {
    const own = words(last, end.at, last.text.length, n, false);
    const later = own ? undefined : blocks.slice(end.block + 1).find((b) => b.text);
    return n === 0 ? undefined : own || (later && words(later, 0, later.text.length, n, false)) || undefined;
  };
  const bodies: Directive[] =
    whole !== undefined ? [{ start: whole }] : ENDS.map((n) => ({ start: words(first, start.at, one ? end.at : first.text.length, n, false), end: words(last, one ? start.at : 0, end.at, n, true) }));
  for (const context of CONTEXT)
    for (const body of bodies)
      for (const sides of context === 0 ? [{}] : [{ prefix: before(context) }, { suffix: after(context) }, { prefix: before(context), suffix: after(context) }]) {
        const d: Directive = { ...body, ...sides };
        const found = d.start ? findPassage(blocks, d) : undefined;
        if (found && found.start.block === start.block && found.start.at === start.at && found.end.block === end.block && found.end.at === end.at) return d;
      }
  return undefined;
}

/** Percent-encodes what a directive gives a meaning: `-`, `,` and `&`, besides all that any address does. Broken halves of a sign become U+FFFD. */
const encode = (text: string): string => encodeURIComponent(text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')).replaceAll('-', '%2D');

/** `text=prefix-,start,end,-suffix`. */
export const writeDirective = (d: Directive): string =>
  `text=${[d.prefix === undefined ? [] : `${encode(d.prefix)}-`, encode(d.start), d.end === undefined ? [] : encode(d.end), d.suffix === undefined ? [] : `-${encode(d.suffix)}`].flat().join(',')}`;

/** The link. `url` without a fragment; `id` is the nearest before the passage, or empty. */
export function quoteLink(url: string, id: string, blocks: readonly Block[], span: Span): string {
  const d = directiveFor(blocks, span);
  return d ? `${url}#${id}:~:${writeDirective(d)}` : id ? `${url}#${id}` : url;
}

/** What was selected, without note numbers; blocks stand on lines of their own. */
export function quoted(blocks: readonly Block[], { start, end }: Span): string {
  const parts: string[] = [];
  for (let b = start.block; b <= end.block; b += 1) {
    const block = blocks[b];
    if (!block || (block.aside && start.block !== end.block)) continue;
    const [from, to] = [b === start.block ? start.at : 0, b === end.block ? end.at : block.text.length];
    let text = '';
    for (let i = from; i < to; i += 1) if (!noteAt(block, i)) text += block.text[i];
    text = text.replace(/\s+/g, ' ').trim();
    if (text) parts.push(text);
  }
  return parts.join('\n');
}

/** Words with their source, for pasting. Quotation marks inside become single. */
export const quotation = (text: string, title: string, site: string, link: string): string => `${inMarks(text.replaceAll('“', '‘').replaceAll('”', '’'))}\n${title} (${site})\n${link}`;
