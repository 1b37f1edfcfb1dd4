/** The site's address, for components: every link and full address goes through here. */
import { buildDay } from '../domain/dates.ts';
import { addressIn, hasPage, isWritten } from '../domain/addresses.ts';
import { absolute, withBase } from '../domain/routes.ts';
import { LANGUAGE } from '../domain/t.ts';
import type { Language } from '../schema/language.ts';
import { addressWords } from './addresses.ts';
import { languages } from './languages.ts';

const base = import.meta.env.BASE_URL.endsWith('/') ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}/`;

export const BASE = base;
/** The day the site is built, `YYYY-MM-DD`. */
export const TODAY = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
/** The site's root, above the languages. */
const ROOT = LANGUAGE === 'en' ? base : base.slice(0, -`${LANGUAGE}/`.length);

const all = languages(process.cwd()).map((language) => ({ language, words: addressWords(process.cwd(), language.code) }));
const here = all.find((l) => l.language.code === LANGUAGE);
if (!here) throw new Error(`no language.yml for "${LANGUAGE}"`);
const english = all.find((l) => l.language.code === 'en')?.words.texts ?? new Set<string>();
/** The language of this edition. */
export const language = here.language;

/** Whether a page's text is written in this edition's language. */
export const written = (path: string): boolean => isWritten(here.words.texts, english, path);
/** Where a page stands in a language: English path in, path from the site's root out. */
const inLanguage = (path: string, { language, words }: (typeof all)[number]): string => addressIn(language.code, path, words);
/** Whether this edition has the page; a link to one it has not leads to the English page. */
export const has = (path: string): boolean => hasPage(here.language, path);
/** English path -> href in this edition, or in the English one where this has no such page. */
export const href = (path: string): string => (has(path) ? withBase(ROOT, inLanguage(path, here)) : withBase(ROOT, path));
/** English path -> full address. */
export const fullUrl = (path: string): string => absolute(import.meta.env.SITE, '/', href(path));

export interface Alternate {
  language: Language;
  href: string;
  url: string;
}
/** The page in each language that has it written, this one included. */
export const alternates = (path: string): Alternate[] =>
  all
    .filter(({ language, words }) => hasPage(language, path) && isWritten(words.texts, english, path))
    .map((l) => ({ language: l.language, href: withBase(ROOT, inLanguage(path, l)), url: absolute(import.meta.env.SITE, ROOT, inLanguage(path, l)) }));

/** The other languages, each with this page, or with its own first page where it does not have this one. */
export const switchTo = (path: string): Omit<Alternate, 'url'>[] =>
  all.filter((l) => l !== here).map((l) => ({ language: l.language, href: withBase(ROOT, inLanguage(path !== '/404/' && hasPage(l.language, path) ? path : '/', l)) }));

/** The maps of the other languages. */
export const sitemaps = all.filter((l) => l !== here).map((l) => absolute(import.meta.env.SITE, ROOT, `/${l.language.code === 'en' ? '' : `${l.language.code}/`}sitemap-index.xml`));
