/** "Cite this": a page as a plain reference, as BibTeX and as CSL JSON. */
import { LANGUAGE, t } from './t.ts';
import { longDate } from './dates.ts';

export interface Citable {
  title: string;
  site: string;
  url: string;
  /** The page's own short code, for the key; ASCII letters and digits. */
  code: string;
  /** ISO day. */
  updated: string;
  version: string;
}

export const citePlain = (c: Citable): string =>
  t('{site}: “{title}”, {updated}, version {version}. {url}', { site: c.site, title: c.title, updated: longDate(c.updated), version: c.version, url: c.url });

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
  '—': '---',
  '‘': '\\textquoteleft{}',
  '’': "'",
  '“': '``',
  '”': "''",
};
/** Text for a BibTeX field: signs that TeX reads as commands are escaped, dashes and quotation marks written as old TeX knows them. Letters and … stay UTF-8. */
export const latex = (text: string): string => text.replace(/[\\{}&%#_$~^–—‘’“”]/g, (sign) => LATEX[sign] ?? sign);

/** The key is the same for every version of a page, so that a bibliography is updated and not doubled. */
export const citeKey = (c: Citable): string => `righttoobject-${c.code}`;

/**
 * `@misc`, which every BibTeX style knows. Names and titles stand in double braces: the site is no person with a first name, and
 * capitals stay as they are. The address is left as it is, as `url` fields are read word for word.
 */
export function citeBibtex(c: Citable): string {
  const [year, month] = c.updated.split('-');
  const fields = [
    ['author', `{{${latex(c.site)}}}`],
    ['title', `{{${latex(c.title)}}}`],
    ['year', `{${year}}`],
    ['month', `{${Number(month)}}`],
    ['note', `{${t('{updated}, version {version}', { updated: longDate(c.updated), version: c.version })}}`],
    ['url', `{${c.url}}`],
  ];
  return `@misc{${citeKey(c)},\n${fields.map(([k, v]) => `  ${k} = ${v}`).join(',\n')}\n}`;
}

/** One entry, in the list that CSL's input schema asks for. */
export function citeCsl(c: Citable): object[] {
  return [
    {
      id: citeKey(c),
      type: 'webpage',
      title: c.title,
      author: [{ literal: c.site }],
      'container-title': c.site,
      issued: { 'date-parts': [c.updated.split('-').map(Number)] },
      version: c.version,
      URL: c.url,
      language: LANGUAGE,
    },
  ];
}
