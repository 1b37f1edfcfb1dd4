import { t } from '../domain/t.ts';
import { dom } from './dom.ts';
import { SearchPanel } from './search-panel.ts';
import { stylesOnUse } from './styles.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/** Opens the search over the page. Escape and Close give the focus back to where it was. */
export async function openDialog(): Promise<void> {
  await stylesOnUse();
  if (!dialog || !panel) {
    dialog = dom('dialog', { class: 'search', 'aria-label': t('Search') });
    const own = dialog;
    panel = new SearchPanel(() => own.close());
    dialog.append(panel.root);
    dialog.addEventListener('click', (e) => {
      // A link to a place on this page, or the backdrop.
      if (e.target === own || (e.target instanceof Element && e.target.closest('a'))) own.close();
    });
    // In a search field Escape would only empty the field.
    dialog.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape') return;
      e.preventDefault();
      own.close();
    });
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  panel.input.focus();
  panel.input.select();
}
