/** For readers who keep a copy: one quiet line when this page comes from it, or when a newer version is there. */
import { t } from '../domain/t.ts';
import { longDate } from '../domain/dates.ts';
import { FAILURES, kB } from '../domain/offline.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { keep, newer, shownFromCopy, siteBase, state } from './offline-store.ts';

const line = (children: (string | Node)[]): HTMLElement => {
  const p = dom('p', { class: 'kept-note' }, children);
  document.querySelector('main')?.before(p);
  return p;
};

export async function note(): Promise<void> {
  const base = siteBase();
  const now = await state(base);
  if (now.state !== 'kept') return;
  if (await shownFromCopy()) {
    line([t('This page comes from the copy on your device, as of {built}. The site could not be reached.', { built: longDate(now.list.built) })]);
    return;
  }
  // The page about the copy says it itself.
  const found = document.querySelector('offline-copy') ? undefined : await newer(base, now.list);
  if (!found) return;
  const button = dom('button', { type: 'button', class: 'linklike' }, [t('update ({sent})', { sent: kB(found.sent) })]);
  const p = line([`${t('A newer version of your kept copy is there:')} `, button]);
  button.addEventListener('click', () => {
    button.disabled = true;
    void keep(base, () => undefined).then((outcome) => {
      const text = outcome.ok ? t('Your copy is now that of {built}.', { built: longDate(outcome.list.built) }) : FAILURES[outcome.why];
      p.textContent = text;
      announce(text);
    });
  });
}
