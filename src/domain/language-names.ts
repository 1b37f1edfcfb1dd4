/** Names of languages, as the language of the edition calls them. */
import { LANGUAGE } from './t.ts';

/** The languages that authorities take complaints in. */
const CODES = 'ar cnr bg bs ca cs cy da de el en es et eu fi fil fr ga gl hr hu is it ja ka ko lb lt lv me mk mt nb nl nn no pl pt rm ro ru sk sl sq sr sv sw tr uk he hi'.split(' ');
const english = new Intl.DisplayNames('en', { type: 'language' });
const own = new Intl.DisplayNames(LANGUAGE, { type: 'language' });
const codes = new Map(CODES.map((code) => [english.of(code), code]));

/** "German" -> "Deutsch". A name that is no known language comes back as it is. */
export const languageName = (name: string): string => {
  const code = codes.get(name);
  return LANGUAGE === 'en' || !code ? name : (own.of(code) ?? name);
};
