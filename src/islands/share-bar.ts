import { t } from '../domain/t.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';

/** Leaves only the buttons that the browser can serve. The mail link and all texts are there without script. */
export function startShare(): void {
  if (!('share' in navigator)) document.querySelector('share-bar [data-do=share]')?.setAttribute('hidden', '');
}

/** Escape closes the sheet from anywhere in it, and leaves the focus on what opens it. */
export function closeSheet(from: Element): void {
  const sheet = from.closest('share-bar')?.querySelector('details');
  if (!sheet?.open) return;
  sheet.open = false;
  sheet.querySelector('summary')?.focus();
}

/** Does what a button of `<share-bar>` says. */
export async function share(button: HTMLButtonElement): Promise<void> {
  const bar = button.closest<HTMLElement>('share-bar')?.dataset ?? {};
  // The answers of a plan stand after the #; elsewhere a fragment is where the reader happened to be.
  const url = 'keepFragment' in bar ? location.href : location.href.replace(/#.*$/, '');
  const { do: action, copy: given } = button.dataset;
  if (action === 'print') print();
  else if (action === 'share') await navigator.share({ title: document.title, text: bar['text'] ?? document.title, url }).catch(() => undefined);
  else {
    // `data-copy` without a text: what stands before the button.
    const wanted = given === '' ? (button.previousElementSibling?.textContent ?? url) : (given ?? url);
    announce((await copy(wanted)) ? (wanted === url ? t('Link copied') : t('Copied')) : wanted, button);
  }
}
