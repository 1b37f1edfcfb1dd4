/**
 * The words of the interface in the language of the edition. English stands in the code, as in gettext; the build puts
 * each language's words from `content/<language>/ui.yml` in its place (src/integrations/words.ts). In tests and tools
 * everything stays English.
 */

/** Words in one language: a text, or its forms by CLDR plural category (`one`, `few`, `many`, `other`). */
export type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** BCP 47 code of the edition's language. The build writes it here. */
export const LANGUAGE: string = 'en';
const WORDS: Words = {};

/** What is not there leaves its place empty. */
type Values = Readonly<Record<string, string | number | null | undefined | false>>;
const fill = (text: string, values: Values | undefined): string =>
  values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name] || values[name] === 0 ? values[name] : '') : whole)) : text;

/**
 * `t('Seen {day}', { day: '1 May' })` -> "Seen 1 May". The text has to stand in the call, whole: what scripts of the
 * browser say is put in their language when they are built.
 */
export function t(text: string, values?: Values): string {
  const own = WORDS[text];
  return fill(typeof own === 'string' ? own : text, values);
}

/** How dates, numbers and lists are written, where a bare code would mean another country's way or other digits. */
export const LOCALE: string = ({ en: 'en-GB', pt: 'pt-PT', no: 'nb', ar: 'ar-u-nu-latn' } as Record<string, string>)[LANGUAGE] ?? LANGUAGE;

const plurals = new Intl.PluralRules(LOCALE);
/** `tn('{n} photo', '{n} photos', 3)` -> "3 photos". In other languages as many forms as they have. `{n}` is written as the language writes numbers. */
export function tn(one: string | Readonly<Record<string, string>>, other: string, n: number, values?: Values): string {
  const known = typeof one === 'string' ? WORDS[other] : one;
  const english = typeof one === 'string' ? { one, other } : { other };
  const forms: Readonly<Record<string, string>> = known && typeof known === 'object' ? known : english;
  return fill(forms[plurals.select(n)] ?? forms['other'] ?? other, { n: numeral(n), ...values });
}

/** A number as the language writes it: 10,000 or 10.000. */
export const numeral = (n: number): string => n.toLocaleString(LOCALE);

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
/**
 * A text with marks in it, as HTML: `rich('Read <a>the law</a>.', { a: { href: '/law/' } })`. A mark without attributes
 * is itself (`<b>`); one of several links is `<a2>`. Everything else in text, values and attributes is escaped.
 */
export function rich(text: string, marks: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): string {
  return escape(text).replace(/&lt;(\/?)([a-z]+)(\d*)>/g, (whole, close: string, name: string, no: string) => {
    if (!/^(a|b|strong|em|i|code|span|time|kbd|abbr)$/.test(name)) return whole;
    const attributes = Object.entries(marks[name + no] ?? {}).map(([k, v]) => ` ${k}="${v.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`);
    return close ? `</${name}>` : `<${name}${attributes.join('')}>`;
  });
}

/** Compares two words as the language sorts them. */
export const byAlphabet = (a: string, b: string): number => a.localeCompare(b, LANGUAGE);
