/** All script a page loads before the reader searches. Everything here improves HTML that already works. */
import { t } from '../domain/t.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { keepPlace, offerLanguage } from './language-offer.ts';
import { ShareBar } from './share-bar.ts';
import { ThemeToggle } from './theme-toggle.ts';
import { TocCurrent } from './toc-current.ts';
import { trust } from './trusted-types.ts';

trust(new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/', location.href).pathname);

customElements.define('share-bar', ShareBar);
customElements.define('theme-toggle', ThemeToggle);
customElements.define('toc-current', TocCurrent);

offerLanguage();
keepPlace();

/** Where the main links are one row that scrolls: the reader's place, and what has the focus, is in full view. */
const row = document.querySelector('.main-nav ul');
const toView = (link: Element | null): void => {
  if (row && link instanceof HTMLElement) row.scrollLeft = link.offsetLeft + (link.offsetWidth - row.clientWidth) / 2;
};
toView(row?.querySelector('[aria-current]') ?? null);
// Not for a pointer's focus: the link would move away between press and release.
row?.addEventListener('focusin', ({ target }) => target instanceof Element && target.matches(':focus-visible') && toView(target));

const openSearch = async (): Promise<void> => {
  const { openDialog } = await import('./search-dialog.ts');
  openDialog();
};

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (target?.closest('[data-open-search]') && !document.querySelector('main site-search')) {
    event.preventDefault();
    void openSearch();
  }
  const anchor = target?.closest<HTMLAnchorElement>('a.anchor');
  if (anchor) void copy(anchor.href).then((done) => announce(done ? t('Link copied') : anchor.href));
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(input|textarea|select)$/i.test(event.target.tagName));
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  const onPage = document.querySelector<HTMLInputElement>('main site-search input');
  if (onPage) onPage.focus();
  else void openSearch();
});

// A browser that knows text fragments keeps them from scripts; one that does not looks for an id of that name, in vain.
if (location.hash.includes(':~:')) location.replace(location.hash.replace(/:~:.*$/s, ''));

/** Passages are linked on pages that can be shared; a plan's fragment holds its answers. */
const watchSelection = (): void => {
  if (getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', watchSelection);
  void import('./quote.ts').then((m) => m.start());
};
if ('Segmenter' in Intl && document.querySelector('share-bar:not([data-keep-fragment])')) document.addEventListener('selectionchange', watchSelection);

if (location.hash.includes('&hl=')) void import('./highlight.ts').then((m) => m.showHits());
if (document.querySelector('site-search')) void import('./site-search.ts').then((m) => m.start());
if (document.querySelector('letter-form')) void import('./letter-form.ts').then((m) => customElements.define('letter-form', m.LetterForm));
if (document.querySelector('deadline-form')) void import('./deadline-form.ts').then((m) => customElements.define('deadline-form', m.DeadlineForm));
if (document.querySelector('reply-dates')) void import('./reply-dates.ts').then((m) => customElements.define('reply-dates', m.ReplyDates));
if (document.querySelector('plan-steps')) void import('./plan-steps.ts').then((m) => customElements.define('plan-steps', m.PlanSteps));
if (document.querySelector('own-record')) void import('./own-record.ts').then((m) => m.start());
if (document.querySelector('flow-play')) void import('./flow-play.ts').then((m) => customElements.define('flow-play', m.FlowPlay));
if (document.querySelector('photo-model')) void import('./photo-model.ts').then((m) => customElements.define('photo-model', m.PhotoModel));
if (document.querySelector('public-choice')) void import('./public-choice.ts').then((m) => customElements.define('public-choice', m.PublicChoice));
if (document.querySelector('offline-copy')) void import('./offline-copy.ts').then((m) => m.start());
// Only where the reader keeps a copy.
if (navigator.serviceWorker?.controller) void import('./offline-note.ts').then((m) => m.note());
if (document.querySelector('email-check')) void import('./email-check.ts').then((m) => customElements.define('email-check', m.EmailCheck));
