/**
 * The search itself, used by the dialog and by the search page. Asks the index of titles, questions and search words,
 * and Pagefind's full texts when the reader wants more.
 */
import { quoted } from '../domain/quotes.ts';
import { KINDS, kindName, kindNames } from '../domain/kinds.ts';
import { oneOf } from '../domain/lists.ts';
import { t, tn } from '../domain/t.ts';
import type { Answer, Hit } from '../domain/search/find.ts';
import { cleanQuery, hitWords, pieces, plausible, SHARED_LENGTH, shorten, withHighlight } from '../domain/search-text.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { dom } from './dom.ts';
import { base, openIndex, searchFullText, type FullTextHit } from './search-engine.ts';

const SHOWN = 8;
const FULL_TEXT_SHOWN = 5;
/** How long a reader has to pause before what they typed is looked for. */
const PAUSE = 150;

const at = (path: string): string => base().replace(/\/$/, '') + path;
const marked = (excerpt: string): (string | HTMLElement)[] => pieces(excerpt).map((p) => (p.hit ? dom('mark', {}, [p.text]) : p.text));

/** A sentence with an element in the place of `{words}`. */
const between = (sentence: string, element: HTMLElement): (string | HTMLElement)[] => sentence.split('{words}').flatMap((part, i) => (i === 0 ? [part] : [element, part]));

export class SearchPanel {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #status = dom('p', { class: 'status', role: 'status' });
  readonly #meant = dom('p', { class: 'meant', hidden: '' });
  readonly #hits = dom('ul', { class: 'hits' });
  readonly #more = dom('div', { class: 'more' });
  readonly #filters = dom('fieldset', { class: 'filters', hidden: '' });
  readonly #link = dom('button', { type: 'button', class: 'button', hidden: '' }, [t('Copy a link to this search')]);
  #kind = '';
  #turn = 0;
  #timer = 0;

  constructor(close?: () => void) {
    this.input = dom('input', { type: 'search', id: 'q', name: 'q', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search' });
    const bar = dom('div', { class: 'panel-bar' }, [dom('label', { for: 'q' }, [t('Search this site'), this.input])]);
    if (close) {
      const button = dom('button', { type: 'button' }, [t('Close')]);
      button.addEventListener('click', close);
      bar.append(button);
    }
    this.#link.addEventListener('click', () => void this.#copyLink());
    this.root = dom('div', { class: 'panel', role: 'search' }, [bar, this.#filters, this.#meant, this.#status, this.#hits, this.#more, this.#link]);
    this.input.addEventListener('focus', () => void openIndex().catch(() => this.#failed()), { once: true });
    this.input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.search(), PAUSE);
    });
    this.input.addEventListener('paste', (e) => this.#paste(e));
    this.root.addEventListener('keydown', (e) => this.#move(e));
  }

  /** Looks for what stands in the input. A newer call replaces an older one. */
  async search(): Promise<void> {
    const turn = (this.#turn += 1);
    const query = cleanQuery(this.input.value);
    if (!query) {
      this.#clear();
      return;
    }
    let answer: Answer;
    try {
      answer = await (await openIndex()).find(query, this.#kind, SHOWN);
    } catch {
      if (turn === this.#turn) this.#failed();
      return;
    }
    if (turn !== this.#turn) return;
    if (!this.#kind) this.#showFilters(answer.kinds);
    this.#hits.replaceChildren(...answer.hits.map((h) => this.#hit(h)));
    this.#more.replaceChildren();
    this.#say(query, answer);
    if (answer.hits.length > 0) this.#offerFullText(answer);
  }

  #clear(): void {
    for (const e of [this.#hits, this.#more, this.#status]) e.replaceChildren();
    for (const e of [this.#filters, this.#link, this.#meant]) e.hidden = true;
  }

  /** What was found, and, where a word was read as another, that it was. */
  #say(query: string, { hits, more, corrected, unknown, significant }: Answer): void {
    const asked = shorten(query);
    this.#link.hidden = hits.length === 0 || query.length > SHARED_LENGTH;
    this.#meant.hidden = unknown.length === 0 || hits.length === 0;
    if (!this.#meant.hidden) {
      this.#meant.replaceChildren(`${t('Nothing found for {words}.', { words: oneOf(unknown.map((u) => quoted(u))) })} `);
      if (corrected) {
        const button = dom('button', { type: 'button' }, [corrected]);
        button.addEventListener('click', () => {
          this.input.value = corrected;
          this.input.focus();
          void this.search();
        });
        this.#meant.append(...between(t('Did you mean {words}? The results below are for these words.'), button));
      } else this.#meant.append(t('The results below are for your other words.'));
    }
    if (hits.length === 0) {
      this.#status.textContent = t('Nothing found for “{query}”.', { query: asked });
      this.#onward();
      return;
    }
    const results = more ? tn('The best {n} result', 'The best {n} results', hits.length) : tn('{n} result', '{n} results', hits.length);
    this.#status.textContent = significant
      ? t('{results} for the text you pasted. What counted most: {words}.', { results, words: significant.join(', ') })
      : corrected
        ? t('{results} for “{query}”, the closest words to yours.', { results, query: shorten(corrected) })
        : t('{results} for “{query}”.', { results, query: asked });
  }

  #hit(h: Hit): HTMLElement {
    const url = at(h.path);
    const item = dom('li', {}, [
      dom('a', { class: 'hit-title', href: withHighlight(url, h.words) }, [h.title]),
      dom('span', { class: 'hit-kind' }, [kindName(h.kind)]),
      dom('p', { class: 'hit-text' }, [h.description]),
    ]);
    if (h.headings.length > 0)
      item.append(
        dom(
          'ul',
          { class: 'parts' },
          h.headings.map((s) => dom('li', {}, [dom('a', { href: withHighlight(`${url}#${s.id}`, h.words) }, [s.text])])),
        ),
      );
    return item;
  }

  /** The full texts cost more than all else here, so they are asked when the reader wants them. */
  #offerFullText(answer: Answer): void {
    const button = dom('button', { type: 'button', class: 'button' }, [t('Search the full texts too')]);
    button.addEventListener('click', () => void this.#fullText(answer, this.#turn));
    this.#more.replaceChildren(dom('p', {}, [`${answer.sure ? t('Something else?') : t('No title or heading says just that.')} `, button]));
  }

  /** Adds pages whose text holds the words and that are not in the list above. */
  async #fullText(answer: Answer, turn: number): Promise<void> {
    let found: FullTextHit[] | undefined;
    try {
      found = await searchFullText(answer.fullText, this.#kind, SHOWN + FULL_TEXT_SHOWN);
    } catch {
      found = undefined;
    }
    if (turn !== this.#turn) return;
    const known = new Set(answer.hits.map((h) => at(h.path.replace(/#.*$/, ''))));
    const others = (found ?? []).filter((d) => !known.has(d.url) && plausible(answer.fullText, d.excerpt)).slice(0, FULL_TEXT_SHOWN);
    const says = !found
      ? t('The full texts could not be loaded.')
      : others.length > 0
        ? t('Also in the full texts, by the words {words}', { words: answer.fullText.split(' ').join(', ') })
        : t('No other page has these words in its text.');
    const title = dom('p', { class: 'more-title', tabindex: '-1' }, [says]);
    this.#more.replaceChildren(
      title,
      dom(
        'ul',
        { class: 'hits' },
        others.map((d) => this.#fullTextHit(d)),
      ),
    );
    title.focus();
  }

  #fullTextHit(d: FullTextHit): HTMLElement {
    const part = d.sub_results.find((s) => s.url !== d.url && s.url.includes('#') && !s.url.endsWith('#top'));
    const excerpt = part?.excerpt ?? d.excerpt;
    return dom('li', {}, [
      dom('a', { class: 'hit-title', href: withHighlight(part?.url ?? d.url, hitWords(excerpt)) }, [d.meta['title'] ?? d.url]),
      dom('span', { class: 'hit-kind' }, [kindName(d.meta['kind'] ?? '')]),
      dom('p', { class: 'hit-text' }, marked(excerpt)),
    ]);
  }

  #showFilters(kinds: readonly string[]): void {
    this.#filters.hidden = kinds.length === 0;
    const options = ['', ...KINDS.filter((k) => kinds.includes(k) || k === this.#kind)];
    this.#filters.replaceChildren(
      dom('legend', {}, [t('Show')]),
      ...options.map((k) => {
        const radio = dom('input', { type: 'radio', name: 'kind', value: k });
        radio.checked = k === this.#kind;
        radio.addEventListener('change', () => {
          this.#kind = k;
          void this.search().then(() => this.#filters.querySelector<HTMLInputElement>('input:checked')?.focus());
        });
        return dom('label', {}, [radio, k ? kindNames(k) : t('All')]);
      }),
    );
  }

  /** A one-line field drops line breaks and so joins words; a pasted text keeps them as spaces. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    this.input.setRangeText(text.replace(/\s+/g, ' ').trim(), this.input.selectionStart ?? 0, this.input.selectionEnd ?? 0, 'end');
    void this.search();
  }

  /** Arrow keys move between the input and the results; Enter follows the link by itself. */
  #move(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault();
      this.#hits.querySelector('a')?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return;
    const stops: HTMLElement[] = [this.input, ...this.root.querySelectorAll<HTMLElement>('.meant button, .hits a')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, here + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  }

  /** Only this button puts the words into an address: when the reader asks to share them. */
  async #copyLink(): Promise<void> {
    const url = new URL(`${base()}search/`, location.href);
    url.searchParams.set('q', cleanQuery(this.input.value));
    announce((await copy(url.href)) ? t('Link copied') : url.href, this.#link);
  }

  #onward(): void {
    const to = (path: string, text: string) => dom('li', {}, [dom('a', { href: at(path) }, [text])]);
    this.#hits.replaceChildren(
      to('/object/', t('How to object: the routes')),
      to('/plan/', t('Your plan: six questions, one first step')),
      to('/questions/', t('Questions people ask')),
      to('/glossary/', t('Words explained')),
      to('/search/', t('Index of all pages')),
    );
    this.#status.append(` ${t('Try fewer or other words, or one of these:')}`);
  }

  #failed(): void {
    this.#status.replaceChildren(
      `${t('Search could not load its index.')} `,
      ...between(t('{words} instead. While writing with “npm run dev”, run “npm run build” once to get an index.'), dom('a', { href: `${base()}search/` }, [t('Use the index of all pages')])),
    );
  }
}
