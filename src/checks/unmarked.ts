/**
 * Finds what a page of the pseudo-language (domain/pseudo.ts) says in plain English: text that did not go through `t`
 * and stands in no translation. Pure: HTML in, texts out.
 */
import { Parser } from 'htmlparser2';

/** Attributes that are read out or shown. */
const READ = ['aria-label', 'title', 'alt', 'placeholder'];
/** A word with a letter that the pseudo-language marks, still bare. */
const BARE = /(?<![\p{L}\p{N}./@-])\p{L}*[aeiouyncsz]\p{L}*(?![\p{L}\p{N}@/]|\.\p{L})/giu;
const MARKED = /[áéíóúýñčšžÁÉÍÓÚÝÑČŠŽ]/;
/** The pseudo-language has no months of its own. */
const MONTH = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/;
const ADDRESS = /https?:\S+|\S+@\S+|[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?|localhost:\S+/g;
/** In these, what stands is not for translation: code, addresses, menus as the app shows them, a letter's addressee. */
const KEPT = /^(script|style|pre|code|address)$|\b(menu-steps|to|menu-where)\b/;

/** Every text that holds a bare word. `names`: words and phrases that are the same in all languages. */
export function unmarked(html: string, names: readonly string[]): string[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  const stack: boolean[] = [];
  let own = '';
  let text = '';
  let kept = false;
  const look = (raw: string): void => {
    const whole = raw.replace(/\s+/g, ' ').trim();
    const rest = longestFirst.reduce((t, name) => t.replaceAll(name, ' '), whole).replace(ADDRESS, ' ');
    const bare = (rest.match(BARE) ?? []).filter((word) => word.length > 2 && !MONTH.test(word));
    // Beside marked words a capital is a name or a day that stands in a place to fill in.
    if (bare.some((word) => !MARKED.test(whole) || /^\p{Ll}/u.test(word))) found.add(whole);
  };
  const flush = (): void => {
    if (!kept) look(text);
    text = '';
  };
  const parser = new Parser({
    onopentag(name, a) {
      flush();
      own ||= a['lang'] ?? '';
      stack.push(kept);
      kept ||= KEPT.test(name) || KEPT.test(a['class'] ?? '') || (a['lang'] !== undefined && a['lang'] !== own) || a['translate'] === 'no';
      if (!kept && name !== 'link') for (const k of READ) if (a[k]) look(a[k]);
      if (!kept && name === 'meta' && /description|title|alt/.test(a['name'] ?? a['property'] ?? '')) look(a['content'] ?? '');
    },
    // A text comes in pieces, cut at its entities.
    ontext: (piece) => (text += piece),
    onclosetag() {
      flush();
      kept = stack.pop() ?? false;
    },
  });
  parser.end(html);
  return [...found];
}
