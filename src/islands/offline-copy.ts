import { t, tn } from '../domain/t.ts';
import { longDate } from '../domain/dates.ts';
import { FAILURES, kB } from '../domain/offline.ts';
import { announce } from './announce.ts';
import { keep, newer, remove, siteBase, state, type Kept } from './offline-store.ts';

/** `<offline-copy>`: the buttons that keep, update and remove the copy, and what is so right now. */
class OfflineCopy extends HTMLElement {
  readonly #base = siteBase();
  #label = '';

  connectedCallback(): void {
    this.#label = this.#part('keep').textContent ?? '';
    this.#part<HTMLButtonElement>('keep').addEventListener('click', () => void this.#keep());
    this.#part<HTMLButtonElement>('remove').addEventListener('click', () => void this.#remove());
    void this.#show().then(() => this.toggleAttribute('data-ready', true));
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.querySelector<T>(`[data-part="${name}"]`) as T;
  }

  async #show(): Promise<Kept> {
    const now = await state(this.#base);
    const button = this.#part('keep');
    const line = this.#part('state');
    this.#part('needs-script').hidden = true;
    this.#part('progress').hidden = true;
    this.#part('remove').hidden = now.state !== 'kept' && now.state !== 'partial';
    button.hidden = now.state === 'kept' || now.state === 'unsupported';
    if (now.state === 'none') line.textContent = t('Nothing is kept on this device.');
    else if (now.state === 'unsupported') line.textContent = FAILURES.refused;
    else if (now.state === 'partial') {
      line.textContent = t('A download stopped before its end, so nothing works offline yet.');
      button.textContent = t('Go on with the download');
    } else {
      const { list } = now;
      line.textContent = tn(
        'Kept on this device: the site as of {built}, {n} file. It works without a network.',
        'Kept on this device: the site as of {built}, {n} files. It works without a network.',
        list.files.length,
        { built: longDate(list.built) },
      );
      void this.#tellNewer();
    }
    return now;
  }

  async #tellNewer(): Promise<void> {
    const now = await state(this.#base);
    const found = now.state === 'kept' ? await newer(this.#base, now.list) : undefined;
    if (!found) return;
    const button = this.#part('keep');
    button.textContent = t('Update the copy ({sent})', { sent: kB(found.sent) });
    button.hidden = false;
    this.#part('state').append(` ${t('A newer version, of {built}, is there.', { built: longDate(found.built) })}`);
  }

  #fail(text: string): void {
    const box = this.#part('error');
    box.textContent = text;
    box.hidden = text === '';
    if (text) announce(text);
  }

  async #keep(): Promise<void> {
    const button = this.#part<HTMLButtonElement>('keep');
    const bar = this.#part('progress');
    const meter = bar.querySelector('progress');
    const words = bar.querySelector('span');
    this.#fail('');
    button.disabled = true;
    this.#part<HTMLButtonElement>('remove').disabled = true;
    bar.hidden = false;
    this.#part('state').textContent = t('Fetching and checking the files. If you leave this page it stops, and goes on next time from there.');
    let told = 0;
    announce(t('Fetching the copy'));
    const outcome = await keep(this.#base, (done, of) => {
      if (meter) [meter.max, meter.value] = [Math.max(of, 1), done];
      if (words) words.textContent = t('{done} of {of}', { done: kB(done), of: kB(of) });
      // Not each step: a screen reader hears the quarters.
      const quarter = of > 0 ? Math.floor((done / of) * 4) : 4;
      if (quarter > told && quarter < 4) announce(t('{n} percent', { n: quarter * 25 }));
      told = quarter;
    });
    button.disabled = false;
    this.#part<HTMLButtonElement>('remove').disabled = false;
    await this.#show();
    if (!outcome.ok) {
      this.#fail(FAILURES[outcome.why]);
      if (!button.hidden) button.focus();
      return;
    }
    this.#part('state').append(
      ` ${outcome.promised ? t('The browser promised not to delete it by itself.') : t('The browser made no promise: it may delete the copy when space runs short or after weeks without a visit.')}`,
    );
    announce(t('The site is kept on this device.'));
    this.#part('remove').focus();
  }

  async #remove(): Promise<void> {
    this.#fail('');
    const gone = await remove(this.#base);
    this.#part('keep').textContent = this.#label;
    await this.#show();
    if (gone) {
      this.#part('state').textContent = t('Removed. Nothing is kept on this device.');
      announce(t('The copy was removed.'));
      this.#part('keep').focus();
    } else this.#fail(t('The browser did not remove all of it. Close other tabs of this site and try again, or clear this site’s data in the browser’s settings.'));
  }
}

export const start = (): void => customElements.define('offline-copy', OfflineCopy);
