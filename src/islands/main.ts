/**
 * The script of every page. Everything improves HTML that already works, so a phone loads only this: what answers the
 * reader comes with the first touch, key or scroll, and a tool with the page it stands on.
 */
import { setTheme } from './theme-toggle.ts';
import { trust } from './trusted-types.ts';

trust(new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/', location.href).pathname);

type Reader = typeof import('./reader.ts');
let reader: Promise<Reader> | undefined;
const load = (): Promise<Reader> => (reader ??= import('./reader.ts'));

// The browser can run this script: what stands there for it may be seen. What it does is in reader.ts.
for (const name of ['share-bar', 'theme-toggle', 'toc-current']) customElements.define(name, class extends HTMLElement {});

/** A search on the page itself, where the keys and links of the dialog lead to it. */
const onPage = document.querySelector('main site-search');
/** A language that has the letters alone has nothing to search. */
const searches = document.querySelector('[data-open-search]') !== null;

for (const type of ['click', 'keydown'] as const)
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    let search = false;
    if (event instanceof KeyboardEvent) {
      const typing = target?.matches('input, textarea, select, [contenteditable]');
      const held = event.ctrlKey || event.metaKey;
      search = searches && ((event.key === '/' && !typing && !held && !event.altKey) || (event.key.toLowerCase() === 'k' && held));
    } else if (event instanceof MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      search = !onPage && target?.closest('[data-open-search]') != null;
    }
    if (search) event.preventDefault();
    void load().then((r) => (search ? r.openSearch() : target && r.answer(event, target)));
  });
// No event of a moving pointer: one that rests where the page appears fires them too.
for (const type of ['pointerdown', 'scroll']) document.addEventListener(type, load, { once: true, passive: true });
document.addEventListener('selectionchange', () => getSelection()?.isCollapsed === false && load());

// The theme in use is the one marked, and a choice is seen at once.
for (const input of document.querySelectorAll<HTMLInputElement>('theme-toggle input')) {
  input.checked = input.value === (document.documentElement.dataset['theme'] ?? 'auto');
  input.addEventListener('change', () => setTheme(input.value));
}
// Beside the text the styles show the contents; they are opened in fact too, for helpers that go by the element's own state.
if (matchMedia('(min-width: 78rem)').matches) document.querySelector('toc-current details')?.setAttribute('open', '');

// Where the main links are one row that scrolls, the reader's place is in view.
const place = document.querySelector<HTMLElement>('.main-nav [aria-current]');
const row = place?.closest('ul');
if (place && row) row.scrollLeft = place.offsetLeft + (place.offsetWidth - row.clientWidth) / 2;

// A reader of another language is told where the page is in it; nobody is sent there.
if (!navigator.language.startsWith(document.documentElement.lang)) void import('./language-offer.ts').then((m) => m.offerLanguage());

// A browser that knows text fragments keeps them from scripts; one that does not looks for an id of that name, in vain.
if (location.hash.includes(':~:')) location.replace(location.hash.replace(/:~:.*$/s, ''));
if (location.hash.includes('&hl=')) void import('./highlight.ts').then((m) => m.showHits());
// Only where the reader keeps a copy.
if (navigator.serviceWorker?.controller) void import('./offline-note.ts').then((m) => m.note());
// An element that is still unknown is a tool.
if (document.querySelector('main :not(:defined)')) void import('./page-tools.ts').then((m) => m.start());
