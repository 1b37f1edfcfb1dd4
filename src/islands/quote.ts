/** Quote sharing: what is selected in the text gets a link to exactly these words, and a quotation with its source. */
import { t } from '../domain/t.ts';
import { quotation, quoted, quoteLink, snap, type Block, type Place, type Span } from '../domain/quote-link.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { dom } from './dom.ts';
import { stylesOnUse } from './styles.ts';

/** Where a reader types or plays: nothing typed gets into a link. */
const NOT = 'form, share-bar, letter-form, own-record, deadline-form, plan-steps, flow-play, photo-model, public-choice, email-check, .quote-bar';
const SKIP = 'script, style, template, noscript, svg, select, textarea, .quote-bar';

interface Read {
  blocks: Block[];
  /** The place of a boundary point of the document. */
  place(node: Node, offset: number): Place;
}

/** The page's text in blocks, as the browser's own search reads it. */
function readPage(): Read {
  const blocks: (Block & { notes: [number, number][]; aside: boolean; text: string })[] = [];
  const starts = new Map<Text, { block: number; at: number[] }>();
  let fresh = true;
  const walk = (node: Node, aside: boolean, ref: boolean): void => {
    if (node instanceof Text) {
      if (fresh && !node.data.trim()) return;
      if (fresh) blocks.push({ text: '', notes: [], aside });
      fresh = false;
      const block = blocks.at(-1);
      if (!block) return;
      const from = block.text.length;
      const at: number[] = [];
      for (const sign of node.data) {
        for (let i = 0; i < sign.length; i += 1) at.push(block.text.length);
        if (!/\s/.test(sign)) block.text += sign;
        else if (block.text && !block.text.endsWith(' ')) block.text += ' ';
      }
      at.push(block.text.length);
      starts.set(node, { block: blocks.length - 1, at });
      if (ref) block.notes.push([from, block.text.length]);
      return;
    }
    if (!(node instanceof Element) || node.matches(SKIP)) return;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return;
    const apart = display !== 'inline' && display !== 'contents';
    if (apart || node.tagName === 'BR') fresh = true;
    for (const child of node.childNodes) walk(child, aside || node.matches('.notes, nav'), ref || node.matches('.ref'));
    if (apart) fresh = true;
  };
  walk(document.body, false, false);
  const place = (node: Node, offset: number): Place => {
    const own = node instanceof Text ? starts.get(node) : undefined;
    if (own) return { block: own.block, at: own.at[Math.min(offset, own.at.length - 1)] ?? 0 };
    // Between nodes: where the next text begins.
    const point = new Range();
    point.setStart(node, offset);
    for (const [text, { block, at }] of starts) if (point.comparePoint(text, 0) >= 0) return { block, at: at[0] ?? 0 };
    return { block: blocks.length - 1, at: blocks.at(-1)?.text.length ?? 0 };
  };
  return { blocks, place };
}

/** The nearest id at or before the passage; the ids of notes move with the text. */
function nearestId(range: Range): string {
  let found = '';
  for (const e of document.querySelectorAll('article [id]')) {
    if (e.closest('.notes, share-bar, .paper')) continue;
    const place = range.startContainer.compareDocumentPosition(e);
    if (place & Node.DOCUMENT_POSITION_PRECEDING || e.contains(range.startContainer)) found = e.id;
    else break;
  }
  return found === 'top' ? '' : found;
}

/** What hangs on a selection; nothing when it is no passage of the text. */
function passage(): { link: string; text: string; range: Range } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const article = document.querySelector('article');
  const around = range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement;
  if (!article || !around || !article.contains(around) || around.closest(NOT)) return undefined;
  if ([...article.querySelectorAll(NOT)].some((e) => range.intersectsNode(e) && e.getClientRects().length > 0)) return undefined;
  const { blocks, place } = readPage();
  const span: Span | undefined = snap(blocks, { start: place(range.startContainer, range.startOffset), end: place(range.endContainer, range.endOffset) });
  if (!span) return undefined;
  return { link: quoteLink(location.href.replace(/#.*$/, ''), nearestId(range), blocks, span), text: quoted(blocks, span), range };
}

/** Begins to watch the selection. Called once, on the first selection. */
export async function start(): Promise<void> {
  await stylesOnUse();
  const link = dom('button', { type: 'button' }, [t('Link to passage')]);
  const quote = dom('button', { type: 'button' }, [t('Copy quote')]);
  const close = dom('button', { type: 'button', 'aria-label': t('Close') }, ['×']);
  const panel = dom('div', { class: 'quote-bar', role: 'group', 'aria-label': t('Selected passage') }, [link, quote, close]);
  // A press on a button would take the selection away.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  let now: ReturnType<typeof passage>;
  let told = false;

  const hide = (): void => {
    now = undefined;
    panel.remove();
  };
  /** The buttons stand at the edge of the screen that the passage leaves free. */
  const settle = (): void => {
    const box = now?.range.getBoundingClientRect();
    panel.classList.toggle('at-top', Boolean(box && box.bottom > innerHeight - 110 && box.top > 110));
  };
  const update = (): void => {
    if (panel.contains(document.activeElement)) return;
    now = passage();
    if (!now) return hide();
    // After the passage, for the Tab key.
    let block: Node = now.range.endContainer;
    while (block.parentElement && !block.parentElement.matches('.prose, article')) block = block.parentElement;
    (block as ChildNode).after(panel);
    settle();
    if (!told) announce(t('Link to passage: press Tab. Escape hides it.'));
    told = true;
  };
  let timer = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = window.setTimeout(update, 250);
  });
  addEventListener('scroll', settle, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.isConnected) hide();
  });
  close.addEventListener('click', hide);
  link.addEventListener('click', () => void (now && copy(now.link).then((done) => announce(done ? t('Link copied') : (now?.link ?? ''), link))));
  quote.addEventListener('click', () => {
    if (!now) return;
    const text = quotation(
      now.text,
      document.querySelector('h1')?.textContent?.trim() ?? document.title,
      document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '',
      now.link,
    );
    void copy(text).then((done) => announce(done ? t('Quote copied') : text, quote));
  });
  update();
}
