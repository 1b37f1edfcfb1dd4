/** What answers the reader on every page: buttons that share and copy, the contents, the search. Loaded by main.ts. */
import { t } from '../domain/t.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { closeSheet, share, startShare } from './share-bar.ts';
import { startToc } from './toc-current.ts';

startShare();
startToc();

/** A heading has the same address in every language: the ways to another language keep it. */
const keepPlace = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.hash = location.hash;
};
keepPlace();
addEventListener('hashchange', keepPlace);

/** Where the main links are one row that scrolls, what has the focus is in full view. */
const row = document.querySelector('.main-nav ul');
// Not for a pointer's focus: the link would move away between press and release.
const toView = (target: EventTarget | null): void => {
  if (row && target instanceof HTMLElement && row.contains(target) && target.matches(':focus-visible')) row.scrollLeft = target.offsetLeft + (target.offsetWidth - row.clientWidth) / 2;
};
row?.addEventListener('focusin', ({ target }) => toView(target));
// The key that loaded this script may have gone there.
toView(document.activeElement);

/** Passages are linked on pages that can be shared; a plan's fragment holds its answers. */
const watchSelection = (): void => {
  if (getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', watchSelection);
  void import('./quote.ts').then((m) => m.start());
};
if ('Segmenter' in Intl && document.querySelector('share-bar:not([data-keep-fragment])')) {
  document.addEventListener('selectionchange', watchSelection);
  watchSelection();
}

/** The search of the page where it has one, else the dialog. */
export async function openSearch(): Promise<void> {
  const onPage = document.querySelector<HTMLInputElement>('main site-search input');
  if (onPage) onPage.focus();
  else await (await import('./search-dialog.ts')).openDialog();
}

/** A click or key that main.ts handed on: the browser has done its own part of it. */
export function answer(event: Event, target: Element): void {
  if (event.type === 'click') {
    const button = target.closest<HTMLButtonElement>('share-bar button');
    if (button) void share(button);
    const anchor = target.closest<HTMLAnchorElement>('a.anchor');
    if (anchor) void copy(anchor.href).then((done) => announce(done ? t('Link copied') : anchor.href));
  } else if (event instanceof KeyboardEvent && event.key === 'Escape') closeSheet(target);
}
