/**
 * What a translated file holds, and whether it says the same as the English one. A translation stands at the English
 * file's path with the language in the place of `en` (`content/en/home.yml` -> `content/de/home.yml`,
 * `content/data/routes.yml` -> `content/de/data/routes.yml`) and holds its texts only: ids, dates, links and claims
 * stay in the English file.
 */
import { QUOTES } from './quotes.ts';

/** A path into a record, as `steps[].title`: `[]` for each of a list, `*` for each key of a map. */
type TextPath = string;

/** The texts of each kind of file, by its path under the language's folder. */
const TEXTS: readonly (readonly [RegExp, readonly TextPath[]])[] = [
  [/^(articles|guides|questions|info)\/[^/]+\.mdx?$/, ['title', 'description', 'nav', 'for', 'task', 'limits', 'need[]', 'other_ways']],
  [/^home\.yml$/, ['title', 'description', 'headline', 'lead', 'act[].label', 'act[].hint', 'understand[].label', 'understand[].hint', 'today_evidence', 'today[].text']],
  [/^plan\.yml$/, ['questions[].ask', 'questions[].why', 'questions[].options[].label', 'questions[].options[].short', 'steps[].title', 'steps[].text', 'steps[].links[].label', 'endings[].text']],
  [
    /^handouts\.yml$/,
    ['headline[]', 'lead', ...['facts', 'steps', 'limits', 'after', 'stands'].flatMap((p) => [`${p}.title`, `${p}.items[].title`, `${p}.items[].text`]), 'scan', 'where', 'who', 'help'],
  ],
  [/^timeline\.yml$/, ['[].title', '[].text']],
  [/^changes\.yml$/, ['[].title', '[].text']],
  [/^glossary\.yml$/, ['[].term', '[].short', '[].more']],
  [/^letters\/fields\.yml$/, ['[].label', '[].hint', '[].gap', '[].options.*.label', '[].options.*.says']],
  [/^letters\/[^/]+\.yml$/, ['title', 'description', 'nav', 'basis.*', 'use[]', 'avoid[]', 'next[]', 'limits', 'paragraphs.*']],
  [/^data\/claims\/[^/]+\.yml$/, ['[].title', '[].text', '[].note', '[].because', '[].date_note', '[].quote_note']],
  [/^data\/sources\/[^/]+\.yml$/, ['[].read_via', '[].published_note', '[].note']],
  [/^data\/routes\.yml$/, ['[].title', '[].asks[]', '[].returns', '[].not_covered', '[].last_seen_by']],
  [/^data\/regimes\.yml$/, ['[].name', '[].in', '[].law', '[].right.basis', '[].answer.period', '[].answer.basis', '[].remains[]', '[].no_authority']],
  [/^data\/countries\.yml$/, ['[].name', '[].in', '[].law']],
  [/^data\/authorities\.yml$/, ['[].name_en', '[].note', '[].part']],
  [/^data\/edpb-types\.yml$/, ['[].name', '[].means', '[].answer', '[].check']],
  [/^data\/email-passages\.yml$/, ['[].cited', '[].says', '[].leaves_out', '[].law', '[].sense']],
  [/^data\/flow-features\.yml$/, ['[].name', '[].why', '[].improved.text']],
  [
    /^data\/flows\.yml$/,
    [
      '[].title',
      '[].short',
      '[].where',
      '[].steps[].title',
      '[].steps[].shows',
      '[].steps[].screen',
      '[].steps[].choices[].label',
      '[].steps[].uncounted',
      '[].steps[].inputs[].label',
      '[].steps[].waits',
    ],
  ],
  [/^data\/original-article\.yml$/, ['[].says', '[].now']],
  [/^data\/policy-phrases\.yml$/, ['[].reading', '[].topic']],
  [/^data\/ai-settings\.yml$/, ['[].what', '[].path', '[].as_of', '[].note']],
  [/^data\/public-scope\.yml$/, ['kinds[].name', 'kinds[].example', 'audiences[].name', 'accounts[].name', 'ages[].name', 'rules[].why']],
];

/** The paths of the texts in a file, by its path under the language's folder; none where the file is not translated. */
export const textPaths = (file: string): readonly TextPath[] => TEXTS.find(([pattern]) => pattern.test(file))?.[1] ?? [];

/** Files that each language writes for itself: words to search by, addresses, terms, the interface. */
export const OWN = /^(synonyms|page-aliases|search|terms|addresses|ui)\.yml$/;

const isMap = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
/** A name for an entry of a list that survives a change of order: its id, or else its place. */
export const nameOf = (v: unknown, i: number): string => (isMap(v) && typeof v['id'] === 'string' ? v['id'] : String(i));

/** `steps`, `title` -> `steps.title`. */
export const placeIn = (at: string, name: string): string => (at ? `${at}.${name}` : name);

/** Every text of a record with its place: `steps.find-place.title` -> “Find the law that protects you”. */
export function textsOf(value: unknown, paths: readonly TextPath[]): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (v: unknown, rest: string, at: string): void => {
    if (rest === '') {
      if (typeof v === 'string' && /\p{L}/u.test(v)) found.set(at, v);
      return;
    }
    if (rest.startsWith('[]')) {
      if (Array.isArray(v)) v.forEach((x, i) => walk(x, rest.slice(2).replace(/^\./, ''), placeIn(at, nameOf(x, i))));
      return;
    }
    const [, key = '', tail = ''] = /^([^.[]+)\.?(.*)$/.exec(rest) ?? [];
    if (!isMap(v)) return;
    for (const k of key === '*' ? Object.keys(v) : [key]) if (v[k] !== undefined) walk(v[k], tail, placeIn(at, k));
  };
  for (const path of paths) walk(value, path, '');
  return found;
}

/**
 * The English record with the texts of the translation in their places. What the translation does not have stays
 * English; what it has beside texts is left out.
 */
export const overlay = <T>(english: T, translated: unknown, paths: readonly TextPath[]): T => withTextsAt(english, textsOf(translated, paths));

/** A record with each text of `texts` (as `textsOf` gives them) in its place; other values stay. */
export function withTextsAt<T>(value: T, texts: ReadonlyMap<string, string>): T {
  const put = (v: unknown, at: string): unknown => {
    if (typeof v === 'string') return texts.get(at) ?? v;
    if (Array.isArray(v)) return v.map((x, i) => put(x, placeIn(at, nameOf(x, i))));
    if (isMap(v)) return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, put(x, placeIn(at, k))]));
    return v;
  };
  return put(value, '') as T;
}

/** A checked record with the texts of one that has the same shape. */
export function withTexts(checked: unknown, texts: unknown): unknown {
  if (typeof checked === 'string') return typeof texts === 'string' ? texts : checked;
  if (Array.isArray(checked)) return checked.map((x, i) => withTexts(x, Array.isArray(texts) ? texts[i] : undefined));
  if (isMap(checked)) return Object.fromEntries(Object.entries(checked).map(([k, x]) => [k, k === 'aliases' && isMap(texts) ? (texts[k] ?? x) : withTexts(x, isMap(texts) ? texts[k] : undefined)]));
  return checked;
}

/** What a translation follows, for its fingerprint: the texts of the English file and where they stand. */
export const followedText = (value: unknown, paths: readonly TextPath[], body = ''): string => JSON.stringify([[...textsOf(value, paths)].sort(([a], [b]) => (a < b ? -1 : 1)), body]);

const count = <T>(list: readonly T[]): Map<T, number> => list.reduce((m, x) => m.set(x, (m.get(x) ?? 0) + 1), new Map<T, number>());
/** What one list has more of than the other. */
const surplus = (a: readonly string[], b: readonly string[]): string[] => {
  const rest = count(b);
  return a.filter((x) => {
    const n = rest.get(x) ?? 0;
    if (n > 0) rest.set(x, n - 1);
    return n === 0;
  });
};
const placeholders = (text: string): string[] => text.match(/\{[a-z][a-z0-9-]*\}/g) ?? [];

export interface Difference {
  what: string;
  mend: string;
  /** 1-based line of the body, where it is known. */
  line?: number;
  /** The English has changed since. */
  behind?: boolean;
  /** The text is not translated, and stays English. */
  missing?: boolean;
}

/** Compares the texts of two records: each is there, none is more, and the places to fill in are the same. */
export function compareTexts(english: unknown, translated: unknown, paths: readonly TextPath[]): Difference[] {
  const en = textsOf(english, paths);
  const own = textsOf(translated, paths);
  const found: Difference[] = [];
  for (const [at, text] of en) {
    const mine = own.get(at);
    if (mine === undefined) found.push({ what: `no translation of ${at}`, mend: `write it: “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`, behind: true, missing: true });
    else {
      const [lost, extra] = [surplus(placeholders(text), placeholders(mine)), surplus(placeholders(mine), placeholders(text))];
      if (lost.length + extra.length > 0)
        found.push({
          what: `${at}: the places to fill in differ (missing: ${lost.join(' ') || 'none'}; not in the English: ${extra.join(' ') || 'none'})`,
          mend: 'use each {name} as the English does',
        });
    }
  }
  for (const at of own.keys()) if (!en.has(at)) found.push({ what: `${at} is not in the English file`, mend: 'correct the id, or remove the text' });
  return found;
}

/** Fixed parts of a body, in the order they stand: headings by level, components with what is not text in them, links. */
function skeleton(body: string): { headings: string[]; components: string[]; links: string[] } {
  const prose = body.replace(/```[\s\S]*?```/g, '');
  return {
    headings: [...prose.matchAll(/^(#{2,6}) /gm)].map((m) => m[1] ?? ''),
    components: [...prose.matchAll(/<([A-Z]\w*)((?:\s+[a-z]\w*=(?:"[^"]*"|\{[^}]*\}))*)\s*\/?>/g)].map(
      (m) => `<${m[1]}${[...(m[2] ?? '').matchAll(/\s(id|ids|to|kind|verdict|route|claims?|term|date|of|source)=("[^"]*"|\{[^}]*\})/g)].map((a) => ` ${a[1]}=${a[2]}`).join('')}>`,
    ),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? ''),
  };
}

/** Compares two MDX bodies: the same headings, components, claims and links. Sentences may change their order. */
export function compareBodies(english: string, translated: string): Difference[] {
  const [en, own] = [skeleton(english), skeleton(translated)];
  const found: Difference[] = [];
  if (en.headings.join() !== own.headings.join())
    found.push({
      what: `${own.headings.length} headings (${own.headings.map((h) => h.length).join()}), the English has ${en.headings.length} (${en.headings.map((h) => h.length).join()})`,
      mend: 'keep every heading at its level and in its order',
    });
  for (const part of ['components', 'links'] as const) {
    const [lost, extra] = [surplus(en[part], own[part]), surplus(own[part], en[part])];
    if (lost.length > 0) found.push({ what: `${part} missing: ${[...new Set(lost)].join(', ')}`, mend: 'take them over from the English, with the translated words inside' });
    if (extra.length > 0)
      found.push({ what: `${part} the English does not have: ${[...new Set(extra)].join(', ')}`, mend: 'remove them, or correct the id or address (links keep the English address)' });
  }
  return found;
}

/** Longest texts, in characters, by the last part of their place: beyond it they do not fit where they stand. */
const LONGEST: Readonly<Record<string, number>> = { description: 160, title: 95, nav: 40, short: 24 };
/** Texts that are too long for their place. */
export function tooLong(english: unknown, translated: unknown, paths: readonly TextPath[]): Difference[] {
  const en = textsOf(english, paths);
  return [...textsOf(translated, paths)].flatMap(([at, text]) => {
    const longest = LONGEST[at.split('.').at(-1) ?? ''];
    // A glossary's short text is a sentence.
    return longest !== undefined && (en.get(at)?.length ?? 0) <= longest && text.length > longest ? [{ what: `${at} has ${text.length} characters`, mend: `at most ${longest}` }] : [];
  });
}

/** Words that stand in almost every English sentence and in none of the other languages. */
const ENGLISH = /\b(the|and|you|your|they|their|with|from|this|that|which|what|would|have|been|when|where|because)\b/gi;
/** A tag; its attributes may hold “>”. */
const TAG = /<\/?[A-Za-z](?:"[^"]*"|[^">])*>/g;
/** Text without tags, addresses, code and quotations, which may be English. */
function ownWordsOf(text: string, lang: string): string {
  const [open, close] = (QUOTES[lang] ?? ['“', '”']).map((mark) => mark.trim()) as [string, string];
  return text
    .replace(/<(Quote|MenuPath)\b[\s\S]*?(<\/\1>|\/>)/g, ' ')
    .replace(TAG, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/\S+\.[a-z]{2,}\/\S*/g, ' ')
    .replace(/^>.*$/gm, ' ')
    .replace(new RegExp(`${open}[^${close}]*${close}`, 'g'), ' ');
}

export interface Term {
  id: string;
  en: string;
  use: string;
  not?: string[];
}

/** Straight or foreign quotation marks, English left over, and words the term table forbids, each with its line. */
export function wordingProblems(text: string, lang: string, terms: readonly Term[]): Difference[] {
  const found: Difference[] = [];
  const [open, close] = (QUOTES[lang] ?? ['“', '”']).map((mark) => mark.trim()) as [string, string];
  const own = ownWordsOf(text, lang);
  for (const [i, line] of text
    .replace(TAG, (m) => m.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, '')
    .split('\n')
    .entries()) {
    const wrong = ['"', '“', '”', '„', '«', '»'].filter((q) => q !== open && q !== close && line.includes(q));
    if (QUOTES[lang] && wrong.length > 0) found.push({ line: i + 1, what: `quotation mark ${wrong.join(' ')}`, mend: `use ${open}…${close}` });
  }
  for (const block of own.split(/\n\s*\n/)) {
    const words = block.match(/[\p{L}’']+/gu) ?? [];
    const english = block.match(ENGLISH) ?? [];
    if (new Set(english.map((w) => w.toLowerCase())).size > 1 && english.length / words.length > 0.12)
      found.push({ what: `this looks English: “${block.trim().slice(0, 80)}”`, mend: 'translate it, or put a quotation in quotation marks' });
  }
  for (const term of terms)
    for (const word of term.not ?? []) if (new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(own)) found.push({ what: `“${word}” for ${term.en}`, mend: `write “${term.use}” (terms.yml)` });
  return found;
}

/** What a text of the interface holds beside words: places to fill in (`{day}`) and marks (`<a>`, `</a>`). */
const parts = (text: string): string[] => text.match(/\{\w+\}|<\/?[a-z]+\d*>/g) ?? [];

/**
 * What is wrong with the interface's words of a language: texts the code no longer says, one text where forms are
 * needed, places to fill in or marks that differ. A form may leave `{n}` out ("one photo"). What is missing is no
 * error: it is said in English.
 */
export function compareWords(said: readonly { text: string; one?: string }[], words: Readonly<Record<string, unknown>>): Difference[] {
  const english = new Map(said.map((s) => [s.text, s]));
  const found: Difference[] = [];
  for (const [text, own] of Object.entries(words)) {
    const name = `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
    const known = english.get(text);
    if (!known) {
      found.push({ what: `${name} is said nowhere`, mend: 'remove it, or write the English as the code has it; npm run translations lists what the code says' });
      continue;
    }
    const counts = known.one !== undefined;
    const forms = typeof own === 'string' ? { '': own } : isMap(own) ? own : {};
    if (counts === (typeof own === 'string') || Object.keys(forms).length === 0 || (counts && forms['other'] === undefined)) {
      found.push({ what: `${name}: ${counts ? 'not the forms for one and for many' : 'not one text'}`, mend: counts ? 'write {one: …, other: …}, with the forms the language has' : 'write one text' });
      continue;
    }
    for (const [form, mine] of Object.entries(forms)) {
      if (typeof mine !== 'string' || mine.trim() === '') {
        found.push({ what: `${name}${form && `, ${form}`}: no text`, mend: 'write it' });
        continue;
      }
      const free = (p: string): boolean => !(counts && p === '{n}');
      const [want, have] = [parts(text).filter(free), parts(mine).filter(free)];
      const [lost, extra] = [surplus(want, have), surplus(have, want)];
      if (lost.length + extra.length > 0)
        found.push({
          what: `${name}${form && `, ${form}`}: places to fill in or marks differ (missing: ${lost.join(' ') || 'none'}; not in the English: ${extra.join(' ') || 'none'})`,
          mend: 'use each {name} and each <a> as the English does',
        });
    }
  }
  return found;
}
