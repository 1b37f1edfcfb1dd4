/** Reads the finished site once, into what the rules need. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { isEmbed, withoutBase } from '../domain/routes.ts';

export interface Link {
  href: string;
  text: string;
}
export interface Page {
  /** File under dist/, e.g. `about/index.html`. */
  file: string;
  /** Address without the base path, e.g. `/about/`. */
  path: string;
  /** `embed`: made for a frame on another site. It is a part of a page, so what holds of whole pages holds of that page. */
  kind: 'page' | 'embed';
  html: string;
  lang: string;
  title: string;
  ids: string[];
  /** Every heading in order: depth and text. */
  headings: { depth: number; text: string }[];
  links: Link[];
  images: { src: string; alt: string | null }[];
  /** Every other address in an attribute: of files, of forms, of the page's own data in its head. */
  targets: { from: string; to: string }[];
  /** Ids that attributes name on the same page: `for`, `aria-controls` and their like. */
  named: { from: string; id: string }[];
  meta: Map<string, string>;
  canonical: string;
  jsonLd: string[];
  /** Same-origin files a phone asks for at first view: styles, scripts, preloads. */
  assets: string[];
  inlineScripts: string[];
  styleAttributes: number;
  styleElements: number;
  eventAttributes: string[];
  robots: string;
  /** Where a meta refresh leads at once; empty on a page that stays. */
  forward: string;
}
/** Which language a site is read as. Rules know pages by their English addresses, in every language. */
export interface Edition {
  language: string;
  /** It has every page. */
  whole: boolean;
  /** Folders of other languages below it. */
  others: readonly string[];
  /** English addresses by the edition's own; empty for English. */
  addresses: ReadonlyMap<string, string>;
}
export interface Site {
  dir: string;
  base: string;
  language: string;
  whole: boolean;
  /** Folders of other languages, whose pages are judged with them. */
  others: readonly string[];
  /** The text of a file that is no page, by its address, with English addresses in it. */
  read: (file: string) => string;
  /** Pages that are read. */
  pages: Page[];
  /**
   * Pages that only lead on to another. They have no heading, header, footer or preview image of their own, so the rules
   * for pages do not look at them; `short-codes` does.
   */
  forwards: Page[];
  /** All files, as addresses without the base path. */
  files: Set<string>;
}

const walk = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));

/** Attributes that hold an address; those that name ids of the same page. */
const ADDRESSES = new Set(['href', 'xlink:href', 'src', 'srcset', 'imagesrcset', 'poster', 'data', 'action', 'formaction', 'cite', 'manifest', 'longdesc', 'usemap']);
const NAMES = new Set([
  'for',
  'form',
  'list',
  'headers',
  'popovertarget',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
]);

/** Parses one page. Exported for the rules' tests, which write pages as text. */
export function readPage(html: string, file: string, base = '/'): Page {
  const path = `/${file.replace(/index\.html$/, '').replace(/^404\.html$/, '404/')}`;
  const page: Page = {
    file,
    path,
    kind: isEmbed(path) ? 'embed' : 'page',
    html,
    lang: '',
    title: '',
    ids: [],
    headings: [],
    links: [],
    images: [],
    targets: [],
    named: [],
    meta: new Map(),
    canonical: '',
    jsonLd: [],
    assets: [],
    inlineScripts: [],
    styleAttributes: 0,
    styleElements: 0,
    eventAttributes: [],
    robots: '',
    forward: '',
  };
  let heading: { depth: number; text: string } | undefined;
  let link: Link | undefined;
  let capture: 'title' | 'json' | 'script' | undefined;
  const stack: string[] = [];
  const parser = new Parser({
    onopentag(name, a) {
      stack.push(name);
      if (a['id'] !== undefined) page.ids.push(a['id']);
      if (a['style'] !== undefined) page.styleAttributes += 1;
      for (const [key, value] of Object.entries(a)) {
        if (NAMES.has(key)) for (const id of value.split(/\s+/).filter(Boolean)) page.named.push({ from: `<${name} ${key}>`, id });
        // Links have a list of their own.
        if (!ADDRESSES.has(key) || name === 'a') continue;
        const many = key === 'srcset' || key === 'imagesrcset' ? value.split(',').map((v) => v.trim().split(/\s/)[0] ?? '') : [value];
        for (const to of many) page.targets.push({ from: `<${name} ${key}>`, to });
      }
      if (name === 'meta' && /^(og:(url|image|image:secure_url)|twitter:image)$/.test(a['property'] ?? a['name'] ?? ''))
        page.targets.push({ from: `<meta ${a['property'] ?? a['name'] ?? ''}>`, to: a['content'] ?? '' });
      const refresh = name === 'meta' && a['http-equiv']?.toLowerCase() === 'refresh' ? /url=(.*)$/i.exec(a['content'] ?? '')?.[1] : undefined;
      if (refresh !== undefined) page.targets.push({ from: '<meta refresh>', to: refresh });
      for (const key of Object.keys(a)) if (/^on[a-z]+$/.test(key)) page.eventAttributes.push(key);
      if (name === 'html') page.lang = a['lang'] ?? '';
      else if (name === 'style') page.styleElements += 1;
      else if (name === 'title' && !stack.includes('svg')) capture = 'title';
      else if (name === 'meta') {
        const key = a['name'] ?? a['property'] ?? a['http-equiv'];
        if (key) page.meta.set(key.toLowerCase(), a['content'] ?? '');
      } else if (name === 'link') {
        if (a['rel'] === 'canonical') page.canonical = a['href'] ?? '';
        // What asks for a wide screen is not loaded on a phone, for which the weight of a page is counted.
        if (['stylesheet', 'preload', 'modulepreload'].includes(a['rel'] ?? '') && !/min-width/.test(a['media'] ?? '')) page.assets.push(a['href'] ?? '');
      } else if (name === 'script') {
        if (a['src']) page.assets.push(a['src']);
        else if (a['type'] === 'application/ld+json') {
          capture = 'json';
          page.jsonLd.push('');
        } else {
          capture = 'script';
          page.inlineScripts.push('');
        }
      } else if (/^h[1-6]$/.test(name)) heading = { depth: Number(name[1]), text: '' };
      else if (name === 'a') {
        link = { href: a['href'] ?? '', text: a['aria-label'] ?? '' };
        if (a['href'] !== undefined) page.links.push(link);
      } else if (name === 'img') page.images.push({ src: a['src'] ?? '', alt: a['alt'] ?? null });
    },
    ontext(text) {
      if (capture === 'title') page.title += text;
      else if (capture === 'json') page.jsonLd[page.jsonLd.length - 1] += text;
      else if (capture === 'script') page.inlineScripts[page.inlineScripts.length - 1] += text;
      if (heading) heading.text += text;
      if (link) link.text += text;
    },
    onclosetag(name) {
      stack.pop();
      if (name === 'title' || name === 'script') capture = undefined;
      if (/^h[1-6]$/.test(name) && heading) {
        page.headings.push(heading);
        heading = undefined;
      }
      if (name === 'a') link = undefined;
    },
  });
  parser.write(html);
  parser.end();
  page.robots = page.meta.get('robots') ?? '';
  page.forward = /^0;\s*url=(.+)$/i.exec(page.meta.get('refresh') ?? '')?.[1] ?? '';
  page.assets = page.assets.map((x) => withoutBase(base, x));
  return page;
}

export function readSite(dir: string, base: string, edition: Edition = { language: 'en', whole: true, others: [], addresses: new Map() }): Site {
  const all = walk(dir)
    .map((f) => relative(dir, f).split(sep).join('/'))
    .filter((f) => !edition.others.includes(f.split('/')[0] ?? ''));
  const own = base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const ADDRESS = new RegExp(`(?<=["'\\s>=]|&quot;|//[^/"'\\s<>]+)${own}((?:[^"'\\s<>#?&/]+/)*)(?=["'\\s<>#?&)\\];,.:]|$)`, 'g');
  const english = (text: string): string => (edition.addresses.size === 0 ? text : text.replace(ADDRESS, (_, path: string) => base + (edition.addresses.get(`/${path}`) ?? `/${path}`).slice(1)));
  const nameOf = (f: string): string => (f.endsWith('index.html') ? `${(edition.addresses.get(`/${f.replace(/index\.html$/, '')}`) ?? `/${f.replace(/index\.html$/, '')}`).slice(1)}index.html` : f);
  const read = all
    .filter((f) => f.endsWith('.html') && !f.startsWith('pagefind/'))
    .sort()
    .map((f) => readPage(english(readFileSync(join(dir, f), 'utf8')), nameOf(f), base));
  return {
    dir,
    base,
    language: edition.language,
    whole: edition.whole,
    others: edition.others,
    read: (file) => english(unfolded(file, readFileSync(join(dir, file), 'utf8'))),
    files: new Set(all.map((f) => `/${nameOf(f)}`)),
    pages: read.filter((p) => !p.forward),
    forwards: read.filter((p) => p.forward),
  };
}

/** A site in English, whole. */
export const englishSite = (parts: Omit<Site, 'language' | 'whole' | 'others' | 'read'>): Site => ({
  ...parts,
  language: 'en',
  whole: true,
  others: [],
  read: (file) => unfolded(file, readFileSync(join(parts.dir, file), 'utf8')),
});

/** RFC 5545, 3.1: a long line of a calendar goes on after a line break and a space. */
const unfolded = (file: string, text: string): string => (file.endsWith('.ics') ? text.replace(/\r?\n[ \t]/g, '') : text);

/** Pages a reader opens by themselves: all but those for frames. */
export const wholePages = (site: Site): Page[] => site.pages.filter((p) => p.kind === 'page');

const brotli = (data: string | Uint8Array, level: number): number => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }).length;

/** Size over the wire with brotli at the level hosts precompress with. */
export const brotliSize = (data: string | Uint8Array): number => brotli(data, 11);

/**
 * The size over the wire where it matters, which is near and above a limit. A page that is small enough at a quick level
 * is so at the slow one, twenty times the work, and needs no more than that said: undefined.
 */
export const brotliOver = (data: string | Uint8Array, limit: number): number | undefined => {
  if (brotli(data, 5) <= limit) return undefined;
  const size = brotliSize(data);
  return size > limit ? size : undefined;
};

/** A page's full address inside the site, for links: path and fragment, or nothing for links that leave. */
export function internalTarget(href: string, from: string, base: string): { path: string; fragment: string } | undefined {
  if (/^(https?:|mailto:|tel:)/.test(href)) return undefined;
  const url = new URL(href, `http://x${base.replace(/\/$/, '')}${from}`);
  if (!url.pathname.startsWith(base)) return { path: `outside the base path: ${url.pathname}`, fragment: '' };
  return { path: withoutBase(base, url.pathname), fragment: decodeURIComponent(url.hash.slice(1)) };
}
