/**
 * A language nobody speaks, for tests: English with marks on its letters and a third more of them. What stands on a
 * finished page without marks has not been translated; what does not fit would not fit in German.
 */

const FROM = 'aeiouyncszAEIOUYNCSZ';
const TO = 'áéíóúýñčšžÁÉÍÓÚÝÑČŠŽ';
/** What is not for readers inside a text: places to fill in, tags, link targets, addresses, code. */
const KEPT = /\{[^{}\n]*\}|<\/?[A-Za-z](?:"[^"]*"|[^">])*>|\]\([^)\n]*\)|https?:\/\/\S+|`[^`\n]*`|&[a-z]+;/g;

const mark = (text: string, turned: boolean, grow: boolean): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const marked = [...word].map((c) => TO[FROM.indexOf(c)] ?? c).join('');
    // Hebrew letters in place of marks: they run from right to left.
    const own = turned ? [...word].map((c) => String.fromCharCode(0x5d0 + (c.toLowerCase().charCodeAt(0) % 27))).join('') : marked;
    return grow && word.length > 3 ? own + own.slice(-Math.ceil(word.length / 3)) : own;
  });

/** A text in the pseudo-language. `turned`: in letters that run from right to left; `grow`: no, where a text has a longest length. */
export function pseudo(text: string, turned = false, grow = true): string {
  let out = '';
  let at = 0;
  for (const m of text.matchAll(KEPT)) {
    out += mark(text.slice(at, m.index), turned, grow);
    // The words of a title are text, those of an id are not.
    out += m[0].startsWith('<') ? m[0].replace(/( (?:title|cite)=")([^"]*)(")/, (_, a: string, b: string, c: string) => a + mark(b, turned, grow) + c) : m[0];
    at = m.index + m[0].length;
  }
  return out + mark(text.slice(at), turned, grow);
}
