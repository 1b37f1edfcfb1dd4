/**
 * Pages of the single file that opens from disk. A page opened from disk has no origin: module scripts do not load,
 * `/` is the disk's root, and a folder's address shows its list of files. So addresses become relative and name their
 * file, scripts go, and the styles show what the site shows without script. Pure.
 */
import render from 'dom-serializer';
import { Element, isTag, Text, type ChildNode } from 'domhandler';
import { findAll, prepend, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { t } from './t.ts';
import { longDate } from './dates.ts';
import { absolute, withoutBase } from './routes.ts';

export interface Disk {
  base: string;
  /** Origin of the live site. */
  site: string;
  /** The page's address, e.g. `/about/`. */
  path: string;
  /** Every file of the copy, e.g. `/about/index.html`. */
  files: ReadonlySet<string>;
  /** The day of the build, `YYYY-MM-DD`. */
  built: string;
}

/** The file of an address: `/about/` -> `/about/index.html`. */
export const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

/** From one file of the copy to another: `/a/b/index.html`, `/c.css` -> `../../c.css`. */
export function relative(from: string, to: string): string {
  const here = from.split('/').slice(1, -1);
  const there = to.split('/').slice(1);
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** An address as it stands in a page of the copy; what the copy does not have leads to the live site. */
export function diskAddress(href: string, disk: Disk): string {
  if (href.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const url = new URL(href, absolute(disk.site, disk.base, disk.path));
  const file = fileOf(withoutBase(disk.base, url.pathname));
  if (disk.base !== '/' && !url.pathname.startsWith(disk.base)) return url.href;
  return disk.files.has(file) ? relative(fileOf(disk.path), file) + url.hash : url.href;
}

/** Only what a page from disk uses: its style sheet, its icon, the typeface inside the style sheet. */
export const DISK_POLICY =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src data:; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Dead on disk, or for other sites: scripts, feeds, previews. */
const isDead = (e: Element): boolean =>
  e.name === 'script' ||
  (e.name === 'link' && !/^(?:stylesheet|icon|canonical)$/.test(e.attribs['rel'] ?? '')) ||
  (e.name === 'meta' && /^(?:og|twitter):/.test(e.attribs['property'] ?? e.attribs['name'] ?? ''));
/** For scripts only, and long. */
const DATA = /^data-(?:pagefind|letter|addressee|passages)/;

const el = (name: string, attribs: Record<string, string>, children: (ChildNode | string)[]): Element =>
  new Element(
    name,
    attribs,
    children.map((c) => (typeof c === 'string' ? new Text(c) : c)),
  );

/** A finished page as a page of the copy. Throws when it has no `<main>`: the line at the top would be missing. */
export function diskPage(html: string, disk: Disk): string {
  const doc = parseDocument(html, { decodeEntities: true });
  const live = absolute(disk.site, disk.base, disk.path);
  for (const e of findAll(isDead, doc.children)) removeElement(e);
  for (const e of findAll(isTag, doc.children)) {
    e.attribs = Object.fromEntries(Object.entries(e.attribs).filter(([name]) => !DATA.test(name)));
    for (const name of ['href', 'src'] as const) {
      const value = e.attribs[name];
      if (value !== undefined && !(e.name === 'link' && e.attribs['rel'] === 'canonical')) e.attribs[name] = diskAddress(value, disk);
    }
    if (e.name === 'meta' && e.attribs['http-equiv'] === 'Content-Security-Policy') e.attribs['content'] = DISK_POLICY;
  }
  const main = findAll((e) => e.name === 'main', doc.children)[0];
  if (!main) throw new Error(`${disk.path} has no <main>`);
  prepend(
    main,
    el('p', { class: 'disk-note' }, [
      `${t('This is the copy of {day}, made to open from disk. Search and the other tools need the live site:', { day: longDate(disk.built) })} `,
      el('a', { href: live, rel: 'noopener noreferrer' }, [live]),
    ]),
  );
  return render(doc, { encodeEntities: 'utf8', emptyAttrs: false });
}

/**
 * The style sheet of the copy. Script is on in most browsers that open it, and yet nothing of ours runs: so the rules
 * for pages without script always hold, those for pages with script never. `font`: the typeface as a data address,
 * because browsers load none from a neighbouring file.
 */
export const diskStyles = (css: string, font: (url: string) => string): string =>
  `${css
    .replace(/\(scripting:\s*none\)/g, '(min-width:0)')
    .replace(/\(scripting:\s*enabled\)/g, '(max-width:0)')
    .replace(/font-display:\s*optional/g, 'font-display:block')
    .replace(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, url: string) => `url(${font(url)})`)}
.disk-note{max-width:60rem;margin:0 auto;padding:.6rem 1rem;border-bottom:2px solid var(--marker-strong);font-family:var(--font-ui);font-size:.9375rem;overflow-wrap:anywhere}
`;
