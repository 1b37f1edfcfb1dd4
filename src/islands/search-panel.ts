/** The search itself, used by the dialog and by the search page. Loads the index when the reader first types or focuses. */
import { cleanQuery, hitWords, pieces, plausible, readable, withHighlight } from '../domain/search-text.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { dom } from './dom.ts';

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}
interface ResultData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: SubResult[];
}
interface Found {
  results: { data(): Promise<ResultData> }[];
  filters: Record<string, Record<string, number>>;
}
interface Pagefind {
  options(o: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<object>;
  search(q: string, o: object): Promise<Found>;
  debouncedSearch(q: string, o: object, ms: number): Promise<Found | null>;
}

/** How many results are shown; in a mixed list, pages come first and a few claims last. */
const SHOWN = 8;
const CLAIMS_SHOWN = 3;
const KINDS = ['Article', 'Guide', 'Question', 'Tool', 'Letter', 'Country', 'Claim', 'Reference', 'About'];
let loading: Promise<Pagefind> | undefined;

/** The site's base path, from the link every page has. */
const base = (): string => new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/').pathname;

function load(): Promise<Pagefind> {
  loading ??= (async () => {
    const url = `${base()}pagefind/pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
    await pagefind.options({ baseUrl: base(), excerptLength: 24, highlightParam: undefined });
    await pagefind.init();
    // Counts per kind come only once the filters are loaded.
    await pagefind.filters();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

const marked = (excerpt: string): (string | HTMLElement)[] => pieces(excerpt).map((p) => (p.hit ? dom('mark', {}, [p.text]) : p.text));

export class SearchPanel {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #hits: HTMLElement;
  readonly #filters: HTMLElement;
  readonly #link: HTMLButtonElement;
  #kind = '';

  constructor(close?: () => void) {
    this.input = dom('input', { type: 'search', id: 'q', name: 'q', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search' });
    this.#status = dom('p', { class: 'status', role: 'status' });
    this.#hits = dom('ul', { class: 'hits' });
    this.#filters = dom('fieldset', { class: 'filters', hidden: '' });
    const bar = dom('div', { class: 'panel-bar' }, [dom('label', { for: 'q' }, ['Search this site', this.input])]);
    if (close) {
      const button = dom('button', { type: 'button' }, ['Close']);
      button.addEventListener('click', close);
      bar.append(button);
    }
    this.#link = dom('button', { type: 'button', class: 'button', hidden: '' }, ['Copy a link to this search']);
    this.#link.addEventListener('click', () => void this.#copyLink());
    this.root = dom('div', { class: 'panel', role: 'search' }, [bar, this.#filters, this.#status, this.#hits, this.#link]);
    this.input.addEventListener('focus', () => void load().catch(() => this.#failed()), { once: true });
    this.input.addEventListener('input', () => void this.search());
    this.root.addEventListener('keydown', (e) => this.#move(e));
  }

  /** Looks for what stands in the input. A newer call replaces an older one. */
  async search(): Promise<void> {
    const query = cleanQuery(this.input.value);
    if (!query) {
      this.#hits.replaceChildren();
      this.#filters.hidden = true;
      this.#link.hidden = true;
      this.#status.textContent = '';
      return;
    }
    let pages: Found | null;
    let claims: Found | undefined;
    try {
      const pagefind = await load();
      // A claim is a detail of a page that explains it: in a mixed list claims never push a page down.
      pages = await pagefind.debouncedSearch(query, { filters: this.#kind ? { kind: this.#kind } : { not: { kind: 'Claim' } } }, 120);
      if (pages && !this.#kind) claims = await pagefind.search(query, { filters: { kind: 'Claim' } });
    } catch {
      this.#failed();
      return;
    }
    if (!pages) return;
    const claimsFound = claims?.results ?? [];
    const all = pages.results.length + claimsFound.length;
    const few = claimsFound.slice(0, Math.max(CLAIMS_SHOWN, SHOWN - pages.results.length));
    const shown = [...pages.results.slice(0, SHOWN - (this.#kind ? 0 : Math.min(few.length, CLAIMS_SHOWN))), ...few].slice(0, SHOWN);
    const data = (await Promise.all(shown.map((r) => r.data()))).filter((d) => plausible(query, d.excerpt));
    if (cleanQuery(this.input.value) !== query) return;
    if (!this.#kind) this.#showFilters({ ...pages.filters['kind'], Claim: claimsFound.length });
    this.#hits.replaceChildren(...data.map((d) => this.#hit(d)));
    const total = data.length === 0 ? 0 : all;
    this.#status.textContent =
      total === 0 ? `Nothing found for “${query}”.` : `${total} result${total === 1 ? '' : 's'} for “${query}”${total > data.length ? `, the best ${data.length} shown` : ''}.`;
    this.#link.hidden = total === 0;
    if (total === 0) this.#onward();
  }

  #hit(d: ResultData): HTMLElement {
    const kind = d.meta['kind'] ?? '';
    const first = d.sub_results[0];
    const subs = d.sub_results.filter((s) => s.url !== d.url && s.url.includes('#') && !s.url.endsWith('#top')).slice(0, 3);
    const item = dom('li', {}, [
      dom('a', { class: 'hit-title', href: withHighlight(d.url, hitWords(d.excerpt)) }, [d.meta['title'] ?? d.url]),
      dom('span', { class: 'hit-kind' }, [kind]),
      dom('p', { class: 'hit-text' }, marked(readable(first && first.url === d.url ? first.excerpt : d.excerpt, d.meta['description'] ?? ''))),
    ]);
    if (subs.length > 0)
      item.append(
        dom(
          'ul',
          {},
          subs.map((s) => dom('li', {}, [dom('a', { href: withHighlight(s.url, hitWords(s.excerpt)) }, [s.title])])),
        ),
      );
    return item;
  }

  #showFilters(counts: Record<string, number>): void {
    this.#filters.hidden = false;
    const options = ['', ...KINDS.filter((k) => (counts[k] ?? 0) > 0 || k === this.#kind)];
    this.#filters.replaceChildren(
      dom('legend', {}, ['Show']),
      ...options.map((k) => {
        const radio = dom('input', { type: 'radio', name: 'kind', value: k });
        radio.checked = k === this.#kind;
        radio.addEventListener('change', () => {
          this.#kind = k;
          void this.search().then(() => this.#filters.querySelector<HTMLInputElement>('input:checked')?.focus());
        });
        return dom('label', {}, [radio, k ? `${k}s`.replace('Abouts', 'About').replace('References', 'Reference') : 'All']);
      }),
    );
  }

  /** Arrow keys move between the input and the results; Enter follows the link by itself. */
  #move(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault();
      this.#hits.querySelector('a')?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return;
    const stops: HTMLElement[] = [this.input, ...this.#hits.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  }

  /** Only this button puts the words into an address: when the reader asks to share them. */
  async #copyLink(): Promise<void> {
    const url = new URL(`${base()}search/`, location.href);
    url.searchParams.set('q', cleanQuery(this.input.value));
    announce((await copy(url.href)) ? 'Link copied' : url.href, this.#link);
  }

  #onward(): void {
    const to = (path: string, text: string) => dom('li', {}, [dom('a', { href: base().replace(/\/$/, '') + path }, [text])]);
    this.#hits.replaceChildren(to('/object/', 'How to object: the routes'), to('/questions/', 'Questions people ask'), to('/glossary/', 'Words explained'), to('/search/', 'Index of all pages'));
    this.#status.append(' Try fewer or other words, or one of these:');
  }

  #failed(): void {
    this.#status.textContent = 'Search could not load its index. ';
    this.#status.append(dom('a', { href: `${base()}search/` }, ['Use the index of all pages']), ' instead. While writing with “npm run dev”, run “npm run build” once to get an index.');
  }
}
