import { t } from '../domain/t.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';

/** `<share-bar>`: shows the buttons the browser can serve. The mail link and all texts are there without it. */
export class ShareBar extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.#stop;
    for (const button of this.querySelectorAll('button')) {
      if (button.dataset['do'] === 'share' && !('share' in navigator)) button.hidden = true;
      button.addEventListener('click', () => void this.#act(button), { signal });
    }
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.#close(), { signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** Escape closes the sheet from anywhere in it, and leaves the focus on what opens it. */
  #close(): void {
    const sheet = this.querySelector('details');
    if (!sheet?.open) return;
    sheet.open = false;
    sheet.querySelector('summary')?.focus();
  }

  async #act(button: HTMLButtonElement): Promise<void> {
    // The answers of a plan stand after the #; elsewhere a fragment is where the reader happened to be.
    const url = 'keepFragment' in this.dataset ? location.href : location.href.replace(/#.*$/, '');
    const { do: action, copy: given } = button.dataset;
    if (action === 'print') print();
    else if (action === 'share') await navigator.share({ title: document.title, text: this.dataset['text'] ?? document.title, url }).catch(() => undefined);
    else {
      // `data-copy` without a text: what stands before the button.
      const wanted = given === '' ? (button.previousElementSibling?.textContent ?? url) : (given ?? url);
      announce((await copy(wanted)) ? (wanted === url ? t('Link copied') : t('Copied')) : wanted, button);
    }
  }
}
