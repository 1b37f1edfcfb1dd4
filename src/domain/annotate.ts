/**
 * Turns a rendered text with marked claims into an annotated document: numbers behind the claims, notes after the
 * paragraph (in the margin on wide screens), a link on every heading, the base path on every internal link.
 * Pure: HTML in, HTML out. Works on the finished markup so that it treats Markdown and components alike.
 */
import { t } from './t.ts';
import render from 'dom-serializer';
import { parseDocument } from 'htmlparser2';
import { Element, isTag, Text, type ChildNode, type Document } from 'domhandler';
import { append, appendChild, findAll, getAttributeValue, prependChild, textContent } from 'domutils';
import { shortDate } from './dates.ts';
import { sourceLine, STANDING, type Cited } from './citations.ts';
import { claimPath } from './routes.ts';

export interface Annotated {
  html: string;
  /** The claims cited, in the order of their numbers (first = 1). */
  cited: Cited[];
}

export interface Context {
  /** The address of a page of the site, given its path. */
  href: (path: string) => string;
  /** Whether the edition has the page, else the link leads to the English one and says so. */
  has?: (path: string) => boolean;
  /** All claims the text can cite. */
  claims: ReadonlyMap<string, Cited>;
  /** Old fragment -> fragment it moved to, for this page. */
  moved?: ReadonlyMap<string, string>;
  /**
   * `margin`: a note after each paragraph, a link on each heading. `list`: the numbers lead to a list at the end, whose
   * items have the ids `s-<claim>`, and headings get no links. The default is `margin`.
   */
  notes?: 'margin' | 'list';
}

const el = (name: string, attribs: Record<string, string>, children: (ChildNode | string)[] = []): Element => {
  const node = new Element(name, attribs);
  for (const c of children) appendChild(node, typeof c === 'string' ? new Text(c) : c);
  return node;
};

/** Blocks after which notes can stand. A list or table takes its notes as a whole. */
const WHOLE = new Set(['ul', 'ol', 'table', 'dl', 'blockquote', 'figure']);

/** The block a claim's note follows: the outermost list, table or quotation, else the paragraph. */
function blockOf(claim: Element): Element {
  let block: Element = claim;
  for (let n: Element | null = claim; n && isTag(n); n = n.parent as Element | null) {
    const keepsOwn = 'data-flow' in n.attribs;
    if (keepsOwn) break;
    if (n.name === 'p' || n.name === 'li' || n.name === 'td' || WHOLE.has(n.name)) block = n;
  }
  return block;
}

function note(cited: Cited, number: number): Element {
  const { claim } = cited;
  const standing = STANDING[claim.standing];
  return el('p', { class: 'note', id: `n-${claim.id}` }, [
    el('a', { class: 'note-no', href: `#c-${claim.id}`, 'aria-label': t('Back to sentence {number}', { number }) }, [String(number)]),
    ' ',
    el('a', { href: claimPath(claim.id) }, [sourceLine(cited)]),
    ` · ${t('seen {day}', { day: shortDate(claim.seen) })} · `,
    el('span', { class: `standing ${claim.standing}` }, [`${standing.sign} ${standing.word}`]),
  ]);
}

/** White space at the ends of a claim would be underlined and part the number from its sentence. */
function trimEnds(span: Element): void {
  const [first, last] = [span.children[0], span.children.at(-1)];
  if (first instanceof Text) first.data = first.data.trimStart();
  if (last instanceof Text) last.data = last.data.trimEnd();
}

/**
 * A table marked `data-stack` becomes a list of records on a phone: each cell carries its column's name for the style
 * sheet, and the roles that a changed `display` would take away in some browsers.
 */
function labelCells(table: Element): void {
  const rows = findAll((e) => e.name === 'tr', [table]);
  const cells = (row: Element): Element[] => row.children.filter((c): c is Element => c instanceof Element && /^t[hd]$/.test(c.name));
  const names = rows[0] ? cells(rows[0]).map((c) => textContent(c).replace(/\s+/g, ' ').trim()) : [];
  table.attribs['role'] = 'table';
  for (const group of findAll((e) => e.name === 'thead' || e.name === 'tbody', [table])) group.attribs['role'] = 'rowgroup';
  for (const row of rows) {
    row.attribs['role'] = 'row';
    for (const [i, cell] of cells(row).entries()) {
      cell.attribs['role'] = cell.name === 'td' ? 'cell' : cell.attribs['scope'] === 'row' ? 'rowheader' : 'columnheader';
      if (cell.name === 'td') cell.attribs['data-label'] = names[i] ?? '';
    }
  }
}

export function annotate(html: string, { href, has = () => true, claims, moved, notes = 'margin' }: Context): Annotated {
  const doc: Document = parseDocument(html.replaceAll('\u2060', ''), { decodeEntities: true });
  const order: Cited[] = [];
  const numbers = new Map<string, number>();
  const notesFor = new Map<Element, Element>();

  for (const span of findAll((e) => 'data-claim' in e.attribs, doc.children)) {
    const ids = (span.attribs['data-claim'] ?? '').split(/\s+/).filter(Boolean);
    delete span.attribs['data-claim'];
    trimEnds(span);
    const block = blockOf(span);
    const refs: Element[] = [];
    for (const id of ids) {
      const cited = claims.get(id);
      if (!cited) throw new Error(`annotate: unknown claim "${id}"; the content check should have stopped it`);
      let number = numbers.get(id);
      if (number === undefined) {
        order.push(cited);
        number = order.length;
        numbers.set(id, number);
        if (span.attribs['id']) prependChild(span, el('span', { id: `c-${id}` }));
        else span.attribs['id'] = `c-${id}`;
        if (notes === 'margin') {
          let box = notesFor.get(block);
          if (!box) {
            box = el('div', { class: 'notes', role: 'note', 'data-pagefind-ignore': 'all' });
            notesFor.set(block, box);
          }
          appendChild(box, note(cited, number));
        }
      }
      refs.push(el('a', { class: 'ref', href: `#${notes === 'margin' ? 'n' : 's'}-${id}`, 'aria-label': t('Source {number}', { number }), 'data-pagefind-ignore': '' }, [String(number)]));
    }
    for (const ref of refs.reverse()) append(span, ref);
  }

  for (const [block, box] of notesFor) {
    const wrap = el('div', { class: 'annotated' });
    append(block, wrap);
    appendChild(wrap, block);
    appendChild(wrap, box);
  }

  for (const h of notes === 'list' ? [] : findAll((e) => /^h[2-4]$/.test(e.name) && Boolean(e.attribs['id']), doc.children)) {
    // The heading list of the page keeps Astro's id; a trailing hyphen it can leave stays part of it.
    appendChild(h, anchor(h.attribs['id'] ?? '', textContent(h)));
  }
  const tables = findAll((e) => e.name === 'table' && !e.attribs['class'], doc.children);
  for (const [i, table] of tables.entries()) {
    // Landmarks need names of their own: the caption's words, else a number.
    const caption = findAll((e) => e.name === 'caption', [table]).map((c) => textContent(c).replace(/\s+/g, ' ').trim())[0];
    const wrap = el('div', { class: 'table-box', role: 'region', 'aria-label': caption ?? (tables.length > 1 ? t('Table {number}', { number: i + 1 }) : t('Table')), tabindex: '0' });
    append(table, wrap);
    appendChild(wrap, table);
    for (const th of findAll((e) => e.name === 'th' && !e.attribs['scope'], [table])) th.attribs['scope'] = 'col';
    if ('data-stack' in table.attribs) labelCells(table);
  }
  for (const a of findAll((e) => e.name === 'a' && (getAttributeValue(e, 'href') ?? '').startsWith('/'), doc.children)) {
    const path = a.attribs['href'] ?? '';
    if (!has(path)) a.attribs['hreflang'] = 'en';
    a.attribs['href'] = href(path);
  }
  for (const [from, to] of moved ?? []) {
    const target = findAll((e) => e.attribs['id'] === to, doc.children)[0];
    if (target) prependChild(target, el('span', { id: from }));
  }
  return { html: render(doc, { encodeEntities: 'utf8', emptyAttrs: false }), cited: order };
}

/** The visible link on a heading, step or term; script adds copying to it. */
export function anchor(id: string, name: string): Element {
  return el('a', { class: 'anchor', href: `#${id}`, 'aria-label': t('Link to “{heading}”', { heading: name.trim() }) });
}
