/** Quotation marks as each language writes them. */
import { LANGUAGE } from './t.ts';

/** What opens and what closes a quotation, with the space that belongs to it. */
export const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  fr: ['«\u202f', '\u202f»'],
  es: ['«', '»'],
  it: ['«', '»'],
  pl: ['„', '”'],
  nl: ['‘', '’'],
  pt: ['«', '»'],
  ar: ['«', '»'],
  bg: ['„', '“'],
  cs: ['„', '“'],
  da: ['»', '«'],
  el: ['«', '»'],
  et: ['„', '“'],
  fi: ['”', '”'],
  ga: ['“', '”'],
  hr: ['„', '”'],
  hu: ['„', '”'],
  is: ['„', '“'],
  lt: ['„', '“'],
  lv: ['“', '”'],
  mt: ['“', '”'],
  no: ['«', '»'],
  ro: ['„', '”'],
  sk: ['„', '“'],
  sl: ['»', '«'],
  sv: ['”', '”'],
  tr: ['“', '”'],
  uk: ['«', '»'],
};

const [open, close] = QUOTES[LANGUAGE] ?? ['“', '”'];
/** A text in the quotation marks of the edition's language. */
export const quoted = (text: string): string => `${open}${text}${close}`;
