import { SearchPanel } from './search-panel.ts';
import { stylesOnUse } from './styles.ts';

/** Puts the search into `<site-search>` on /search/ and the 404 page. A shared link's `?q=` starts it. */
export async function start(): Promise<void> {
  await stylesOnUse();
  const host = document.querySelector<HTMLElement>('site-search');
  if (!host || host.childElementCount > 0) return;
  const panel = new SearchPanel();
  host.append(panel.root);
  const query = new URLSearchParams(location.search).get('q');
  if (!query) return;
  panel.input.value = query;
  void panel.search();
}
