/**
 * Puts pages together as one book: ids that stay unique, headings two levels down, links that stay inside the book
 * where they can. Pure: HTML in, HTML out.
 */
import { t } from './t.ts';
import render from 'dom-serializer';
import { isTag, type Element } from 'domhandler';
import { findAll, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** A chapter is named after its page: `/object/facebook/` -> `object-facebook`. */
export const chapterId = (path: string): string => path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home';
/** A place in a chapter. Two hyphens stand in no id of a page. */
const place = (path: string, id: string): string => (id ? `${chapterId(path)}--${id}` : chapterId(path));

export interface Chapter {
  /** The page it comes from. */
  path: string;
  title: string;
  /** Addresses of all pages that are in the book. */
  inBook: ReadonlySet<string>;
  /** An address inside the site -> its full address. */
  live: (path: string) => string;
}

/** Nothing on paper: forms, tools, hidden words for the search. */
const isScreenOnly = (e: Element): boolean =>
  /^(?:form|script|button|site-search|share-bar|email-check|reply-dates|photo-model|public-choice|flow-play)$/.test(e.name) ||
  'hidden' in e.attribs ||
  /\bonly-script\b/.test(e.attribs['class'] ?? '');
/** Attributes that name other elements of the page. */
const NAMING = ['aria-labelledby', 'aria-describedby', 'for', 'headers'] as const;
const KEPT_DATA = new Set(['data-claim', 'data-flow', 'data-stack']);

/** A page's text as a chapter: `<h2>` becomes `<h4>`. */
export function chapterHtml(html: string, { path, title, inBook, live }: Chapter): string {
  const doc = parseDocument(html, { decodeEntities: true });
  for (const e of findAll(isScreenOnly, doc.children)) removeElement(e);
  for (const e of findAll(isTag, doc.children)) {
    e.attribs = Object.fromEntries(Object.entries(e.attribs).filter(([name]) => !name.startsWith('data-') || KEPT_DATA.has(name)));
    const a = e.attribs;
    if (a['id'] !== undefined) a['id'] = place(path, a['id']);
    for (const name of NAMING)
      if (a[name] !== undefined)
        a[name] = a[name]
          .split(/\s+/)
          .map((id) => place(path, id))
          .join(' ');
    const level = /^h([1-6])$/.exec(e.name);
    if (level) e.name = `h${Math.min(6, Number(level[1]) + 2)}`;
    else if (e.name === 'details') a['open'] = '';
    // As landmarks a hundred of them would help nobody.
    else if (e.name === 'section') {
      e.name = 'div';
      delete a['aria-label'];
      delete a['aria-labelledby'];
    } else if (a['role'] === 'region' && a['aria-label']) a['aria-label'] += `, ${t('in “{title}”', { title })}`;
    if (a['href'] !== undefined) a['href'] = bookHref(a['href'], path, inBook, live);
  }
  return render(doc, { encodeEntities: 'utf8', emptyAttrs: false });
}

function bookHref(href: string, here: string, inBook: ReadonlySet<string>, live: (path: string) => string): string {
  if (!href.startsWith('/') && !href.startsWith('#')) return href;
  const [path = '', id = ''] = href.split('#');
  const target = path || here;
  return inBook.has(target) ? `#${place(target, id)}` : live(href);
}

/** Links to places that their chapter lost on the way into the book lead to the chapter. */
export function mendLinks(html: string): string {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));
  return html.replace(/href="#([^"]+?)--([^"]+)"/g, (whole, chapter: string, id: string) => (ids.has(`${chapter}--${id}`) ? whole : `href="#${chapter}"`));
}
