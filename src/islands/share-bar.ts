import { announce } from './announce.ts';
import { copy } from './copy.ts';

/** `<share-bar>`: shows the buttons the browser can serve. The mail link is there without it. */
export class ShareBar extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    for (const button of this.querySelectorAll('button')) {
      // Kept in its place, so that nothing moves.
      if (button.dataset['do'] === 'share' && !('share' in navigator)) button.style.visibility = 'hidden';
      button.addEventListener('click', () => void this.#act(button), { signal: this.#stop.signal });
    }
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async #act(button: HTMLButtonElement): Promise<void> {
    // The answers of a plan stand after the #; elsewhere a fragment is where the reader happened to be.
    const url = 'keepFragment' in this.dataset ? location.href : location.href.replace(/#.*$/, '');
    const action = button.dataset['do'];
    if (action === 'print') print();
    else if (action === 'share') await navigator.share({ title: this.dataset['title'] ?? document.title, url }).catch(() => undefined);
    else announce((await copy(url)) ? 'Link copied' : url, button);
  }
}
