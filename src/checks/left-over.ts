/** Finds English that was left on a page of another language. Pure: HTML in, texts out. */
import { Parser } from 'htmlparser2';

const ENGLISH = /(?<!\p{L})(the|and|you|your|they|their|with|from|this|that|which|what|would|have|been|when|where|because|of|is|are|it)(?!\p{L})/giu;
const BLOCK = /^(p|li|td|th|dt|dd|h[1-6]|figcaption|caption|summary|label|legend|option|button|a|title|desc|text|blockquote)$/;
/** Quotations in any of the languages' marks. */
const QUOTED = /[„“«‘"][^„“”«»‘’"]*[“”»’"]/g;
/** Code, addresses, menus and letters' addressees are not for translation. */
const KEPT = /^(script|style|pre|code|address|blockquote)$|\b(menu-steps|to|qr)\b/;

/** Words of the list above that are words of another language too. */
const THEIRS: Readonly<Record<string, readonly string[]>> = { nl: ['of', 'is', 'been'], mt: ['is', 'it'], ga: ['is'] };

/** Every text of five words or more that is plainly English and not marked as such (`lang`, `translate="no"`). `lang`: the page's language. */
export function leftOver(html: string, lang = ''): string[] {
  const found = new Set<string>();
  const stack: { kept: boolean; text: string }[] = [{ kept: false, text: '' }];
  let own = '';
  const look = (raw: string): void => {
    const text = raw
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(QUOTED, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const words = text.match(/\p{L}+/gu) ?? [];
    const english = (text.match(ENGLISH) ?? []).filter((w) => !THEIRS[lang]?.includes(w.toLowerCase()));
    if (words.length >= 5 && new Set(english.map((w) => w.toLowerCase())).size >= 2 && english.length / words.length > 0.18) found.add(text.slice(0, 160));
  };
  const parser = new Parser({
    onopentag(name, a) {
      own ||= a['lang'] ?? '';
      const kept = (stack.at(-1)?.kept ?? false) || KEPT.test(name) || KEPT.test(a['class'] ?? '') || (a['lang'] !== undefined && a['lang'] !== own) || a['translate'] === 'no';
      if (!kept) for (const key of ['aria-label', 'title', 'placeholder', 'alt']) if (a[key]) look(a[key]);
      if (!kept && name === 'meta' && /description|title|alt/.test(a['name'] ?? a['property'] ?? '')) look(a['content'] ?? '');
      stack.push({ kept, text: '' });
    },
    ontext: (piece) => {
      const top = stack.at(-1);
      if (top && !top.kept) top.text += piece;
    },
    onclosetag(name) {
      const top = stack.pop();
      const above = stack.at(-1);
      if (!top || !above) return;
      // What stands inside a line belongs to its sentence.
      if (BLOCK.test(name) || /^(div|section|article|main|body|html|ul|ol|table|tr|nav|form)$/.test(name)) look(top.text);
      else above.text += top.text;
    },
  });
  parser.end(html);
  return [...found];
}
