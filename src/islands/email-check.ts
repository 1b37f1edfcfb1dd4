import { numeral, t, tn } from '../domain/t.ts';
import { matchMessage, type Findable } from '../domain/email-match.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';

const MESSAGE: Record<string, string> = {
  '2024': t('It reads like the message of 2024.'),
  '2024-uk': t('It reads like the UK notice of autumn 2024.'),
  '2025': t('It reads like the message of 2025.'),
  'ai-chats': t('It reads like the message about AI chats and ads, which is not about training on posts.'),
};
const LONGEST = 20_000;

/** `<email-check>`: finds known passages in a pasted message. Nothing is sent or kept. */
export class EmailCheck extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    const passages = JSON.parse(this.dataset['passages'] ?? '[]') as (Findable & { label: string })[];
    const on = { signal: this.#stop.signal };
    const form = this.querySelector('form') as HTMLFormElement;
    const field = this.querySelector('textarea') as HTMLTextAreaElement;
    const result = this.querySelector('.tool-result') as HTMLElement;
    form.addEventListener(
      'submit',
      (e) => {
        e.preventDefault();
        this.#check(field, result, passages);
      },
      on,
    );
    form.addEventListener('reset', () => (result.hidden = true), on);
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #check(field: HTMLTextAreaElement, result: HTMLElement, passages: (Findable & { label: string })[]): void {
    const error = this.querySelector<HTMLElement>('.field-error') as HTMLElement;
    const wrong =
      field.value.trim() === ''
        ? t('Paste the text of the message first.')
        : field.value.length > LONGEST
          ? tn('The text has {n} character. Paste the message only, up to {limit}.', 'The text has {n} characters. Paste the message only, up to {limit}.', field.value.length, {
              limit: numeral(LONGEST),
            })
          : '';
    error.hidden = wrong === '';
    error.textContent = wrong;
    field.toggleAttribute('aria-invalid', wrong !== '');
    if (wrong) {
      field.focus();
      announce(wrong);
      return;
    }
    const match = matchMessage(field.value, passages);
    const found = passages.filter((p) => match.passages.includes(p.id));
    result.replaceChildren(
      dom('p', { class: 'verdict' }, [found.length === 0 ? t('No passage found') : tn('One passage found', '{n} passages found', found.length)]),
      dom('p', {}, [
        match.message
          ? t('{message} Known words prove nothing about the sender: a false message can copy them.', { message: MESSAGE[match.message] ?? '' })
          : found.length > 0
            ? t('They belong to different messages.')
            : t('That proves nothing either way: we know few of the exact words, and in English only. Look for the same notice inside the app.'),
      ]),
      ...(found.length > 0
        ? [
            dom(
              'ul',
              {},
              found.map((p) => dom('li', {}, [dom('a', { href: `#passage-${p.id}` }, [p.label])])),
            ),
          ]
        : []),
    );
    result.hidden = false;
    result.focus();
  }
}
