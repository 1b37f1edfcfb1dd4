import { LANGUAGE, t } from '../domain/t.ts';
import { fullDate } from '../domain/dates.ts';
import type { Holidays } from '../domain/deadline.ts';
import { nextDays, replyDayErrors, type NextDay, type ReplyDayError, type ReplyDays, type ReplyId, type ReplyLaw } from '../domain/reply-dates.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { holidaysOf } from './holidays.ts';
import { today } from './tools.ts';

const WORDS: Record<NextDay['what'], string> = {
  'look-again': t('Look again on'),
  due: t('The answer to your objection is due by'),
  asked: t('Our letter asks for an answer by'),
  'write-from': t('Write again from'),
  'write-by': t('Write back by'),
  'month-after': t('If you write on that day, look for the answer by'),
  'complain-from': t('If nothing helps, complain from'),
};
/** A step whose day has come. */
const NOW: Partial<Record<NextDay['what'], string>> = {
  'look-again': t('look again today'),
  'write-from': t('write again today'),
  'write-by': t('write back today'),
  'complain-from': t('you can complain today'),
};
const WRONG: Record<ReplyDayError, string> = {
  none: t('Enter at least one of the two days.'),
  missing: t('Enter a day.'),
  impossible: t('This day is not in the calendar. Use day, month and year.'),
  future: t('This day lies in the future.'),
  'too-old': t('This day is before 2024, when Meta first announced its AI training. Check the year.'),
  order: t('This day lies before the day your objection arrived. Check both.'),
};

/** `<reply-dates>`: writes the reader's next days into the parts of the page marked `data-reply`. Nothing is sent or kept. */
export class ReplyDates extends HTMLElement {
  #stop = new AbortController();

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #result(): HTMLElement {
    return this.querySelector('.tool-result') as HTMLElement;
  }

  connectedCallback(): void {
    const on = { signal: this.#stop.signal };
    this.#form.addEventListener(
      'submit',
      (e) => {
        e.preventDefault();
        void this.#show();
      },
      on,
    );
    this.#form.addEventListener('reset', () => this.#clear(), on);
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #day(name: keyof ReplyDays): string {
    const input = this.#form.elements.namedItem(name) as HTMLInputElement;
    return input.validity.badInput ? 'impossible' : input.value.trim();
  }

  #clear(): void {
    this.#mark({});
    this.#result.hidden = true;
    for (const list of document.querySelectorAll<HTMLElement>('[data-reply] [data-dates]')) list.hidden = true;
  }

  /** Writes each error at its field; the first one takes the focus. */
  #mark(errors: Partial<Record<keyof ReplyDays, string>>): void {
    for (const name of ['replied', 'objected'] as const) {
      const note = this.querySelector(`#reply-${name}-error`) as HTMLElement;
      const input = this.#form.elements.namedItem(name) as HTMLInputElement;
      const text = errors[name] ?? '';
      note.textContent = text;
      note.hidden = text === '';
      if (text === '') input.removeAttribute('aria-invalid');
      else {
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        announce(text);
      }
    }
  }

  async #show(): Promise<void> {
    const entered = { objected: this.#day('objected'), replied: this.#day('replied') };
    const wrong = replyDayErrors(entered, today());
    const texts = Object.fromEntries(Object.entries(wrong).map(([name, error]) => [name, WRONG[error]]));
    this.#clear();
    this.#mark(texts);
    if (Object.keys(wrong).length > 0) return;
    const law = (this.#form.elements.namedItem('law') as RadioNodeList).value as ReplyLaw;
    let holidays: Holidays = { days: new Map(), from: 0, to: 9999 };
    try {
      if (law !== 'other') holidays = await holidaysOf(this.dataset['base'] ?? '/holidays/', law === 'uk' ? 'gb' : 'ie');
    } catch {
      this.#mark({ objected: t('The list of public holidays did not load. Try again when you are online, or count by hand.') });
      return;
    }
    this.#write(entered, law, holidays);
  }

  #write(entered: ReplyDays, law: ReplyLaw, holidays: Holidays): void {
    const lines: Node[] = [];
    for (const part of document.querySelectorAll<HTMLElement>('[data-reply]')) {
      const days = nextDays(part.dataset['reply'] as ReplyId, entered, law, holidays);
      const list = part.querySelector('[data-dates]') as HTMLElement;
      list.replaceChildren(
        ...days.map((d) =>
          dom('li', {}, [
            `${WORDS[d.what]} `,
            dom('b', {}, [fullDate(d.day)]),
            d.day > today() ? '.' : NOW[d.what] ? `. ${t('That day has come: {now}.', { now: NOW[d.what] })}` : `. ${t('That day has come.')}`,
          ]),
        ),
      );
      list.hidden = days.length === 0;
      const now = days.filter((d) => NOW[d.what] && d.day <= today()).at(-1);
      const first = days.find((d) => d.day > today());
      const says = now ? NOW[now.what] : first && `${LANGUAGE === 'en' ? WORDS[first.what].toLowerCase() : WORDS[first.what]} ${fullDate(first.day)}`;
      if (says) lines.push(dom('li', {}, [dom('a', { href: `#${part.id}` }, [part.dataset['name'] ?? '']), `: ${says}.`]));
    }
    this.#result.replaceChildren(
      dom('p', { class: 'verdict' }, [t('Your next dates')]),
      dom('ul', {}, lines as (string | Node)[]),
      dom('p', { class: 'small' }, [
        law === 'other'
          ? t('We read no fixed time for an answer to an objection in these laws. Our letters ask for 30 days.')
          : law === 'uk'
            ? t('Counted by Art. 12(3) UK GDPR, with England’s public holidays. The week and the 14 days are our suggestions. Not legal advice.')
            : t('Counted by Art. 12(3) GDPR and Regulation 1182/71, with Ireland’s public holidays. The week and the 14 days are our suggestions. Not legal advice.'),
      ]),
    );
    this.#result.hidden = false;
    this.#result.focus();
  }
}
